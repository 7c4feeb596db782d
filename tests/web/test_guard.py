"""Machines that may be asked, and those that may not, however their address is written."""

import socket
import time
from ipaddress import ip_address

import pytest

from translate.web import guard
from translate.web.guard import AddressRefused, checked_addresses, checked_socket, is_private, literal

PRIVATE = (
    "0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 127.0.0.1 127.8.9.10 169.254.169.254 172.16.5.5 192.0.2.1 192.168.1.1 "
    "198.18.0.1 "
    "224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 fe80::1 fc00::1 fd12::1 fec0::1 ff02::1 "
    "::ffff:127.0.0.1 "
    "::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 2002:7f00:1:: 2002:a00:1:: 2001:db8::1 "
    "2001:0:4136:e378:8000:63bf:80ff:fffe"
)
PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:8.8.8.8", "2002:808:808::"]
WAYS_TO_WRITE_LOOPBACK = [
    "2130706433",
    "0x7f000001",
    "0X7F.1",
    "127.1",
    "0177.0.0.1",
    "0",
    "127.0.0.1.",
    "[::ffff:127.0.0.1]",
]


@pytest.mark.parametrize("address", PRIVATE.split())
def test_addresses_that_are_not_of_the_internet_are_private(address):
    assert is_private(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_of_the_internet_are_not(address):
    assert not is_private(ip_address(address))


@pytest.mark.parametrize("host", WAYS_TO_WRITE_LOOPBACK)
def test_however_it_is_written_this_machine_is_refused(host):
    with pytest.raises(AddressRefused):
        checked_addresses(host, 80, 1)
    assert checked_addresses(host, 80, 1, allow_private=True)


@pytest.mark.parametrize("host", ["example.org", "12.example.org", "1.2.3.4.5", "0xg", "300.1.1.1", ""])
def test_names_are_no_addresses(host):
    assert literal(host) is None


def resolved(monkeypatch, *answers):
    """The resolver gives these lists of addresses, one after the other; what it was asked for."""
    left, asked = list(answers), []

    def look_up(host, port, **_):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in left.pop(0)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


def test_a_name_that_leads_inside_is_refused(monkeypatch):
    resolved(monkeypatch, ["192.168.0.7", "::1"])
    with pytest.raises(AddressRefused):
        checked_addresses("intranet.example", 80, 1)


def test_only_the_public_ones_of_several_addresses_are_used(monkeypatch):
    resolved(monkeypatch, ["10.0.0.1", "93.184.216.34"])
    assert checked_addresses("both.example", 80, 1) == ["93.184.216.34"]


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch):
    """A second answer of the resolver, which would lead inside, is never asked for."""
    asked, connected = resolved(monkeypatch, ["93.184.216.34"], ["127.0.0.1"]), []
    monkeypatch.setattr(socket, "create_connection", lambda address, timeout: connected.append(address))
    checked_socket("rebinding.example", 80, 1)
    assert asked == ["rebinding.example"]
    assert connected == [("93.184.216.34", 80)]


def test_the_next_address_is_tried_where_one_is_dead(monkeypatch):
    resolved(monkeypatch, ["93.184.216.34", "93.184.216.35"])

    def connect(address, timeout):
        if address[0].endswith("34"):
            raise ConnectionRefusedError
        return address

    monkeypatch.setattr(socket, "create_connection", connect)
    assert checked_socket("two.example", 80, 1) == ("93.184.216.35", 80)


def test_a_resolver_that_does_not_answer_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(3))
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        checked_addresses("slow.example", 80, 0.1)
    assert time.monotonic() - begun < 2


def test_a_name_that_nobody_knows_is_an_error(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(OSError, match="not known"):
        guard.checked_addresses("nowhere.example", 80, 1)


def test_what_is_no_name_is_an_error_as_well(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: host.encode("idna"))
    with pytest.raises(OSError, match=r"."):
        checked_addresses(f"{'a' * 70}.example", 80, 1)
