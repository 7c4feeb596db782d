"""Which machines may be asked: those that the whole internet can ask, unless a user says otherwise.

A name is looked up once, and the connection goes to an address that was checked: a server of names that gives another
answer the next time gains nothing.
"""

import re
import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final, TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address

_NUMBER: Final = "(?:0x[0-9a-f]*|[0-9]+)"
_NUMBERS = re.compile(rf"{_NUMBER}(?:\.{_NUMBER}){{0,3}}\.?", re.IGNORECASE)  # as inet_aton reads them
# Networks whose addresses hold one of IPv4 in their last bits, to which a gateway may lead.
_HOLDING_IPV4: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
_OF_ONE_NETWORK: Final = IPv6Network("64:ff9b:1::/48")  # gateways of a network's own; Python 3.11 takes it for public


class AddressRefused(Exception):
    """A name or number leads into this machine or a private network.

    Attributes:
        host: As it was given.
    """

    def __init__(self, host: str) -> None:
        self.host = host
        super().__init__(host)


def is_private(address: Address) -> bool:
    """Whether an address is not one of the public internet: of this machine, a private network, many machines, none.

    Example:
        >>> [is_private(ip_address(each)) for each in ("10.0.0.1", "::ffff:127.0.0.1", "93.184.216.34")]
        [True, True, False]
    """
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address.teredo is not None:
            inner = address.teredo[1]
        if inner is None and any(address in network for network in _HOLDING_IPV4):
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_private(inner)
        if address.is_site_local or address in _OF_ONE_NETWORK:
            return True
    return not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified


def literal(host: str) -> Address | None:
    """The address that a host is written as, in any way that resolvers read; None for a name.

    Example:
        >>> [str(literal(each)) for each in ("2130706433", "0x7f.1", "0", "[::1]", "example.org")]
        ['127.0.0.1', '127.0.0.1', '0.0.0.0', '::1', 'None']
    """
    bare = host.removeprefix("[").removesuffix("]")
    try:
        return ip_address(bare.partition("%")[0])
    except ValueError:
        pass
    if not _NUMBERS.fullmatch(bare):
        return None
    try:
        return IPv4Address(socket.inet_aton(bare.removesuffix(".")))
    except OSError:
        return None


def is_this_machine(host: str) -> bool:
    """Whether a host, with a port or without, is a name or address that this machine alone has for itself.

    Example:
        >>> [is_this_machine(host) for host in ("localhost:8501", "127.0.0.1", "[::1]:80", "0.0.0.0", "a.example")]
        [True, True, True, False, False]
    """
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and not _is_address(host) else host
    address = literal(name)
    return name.lower() == "localhost" or (address is not None and address.is_loopback)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def checked_addresses(host: str, port: int, seconds: float, *, allow_private: bool = False) -> list[str]:
    """Addresses of a host to which a connection may go.

    Args:
        host: A name, or an address however it is written.
        port: To be connected to.
        seconds: How long looking up the name may take.
        allow_private: Whether those of this machine and of private networks are among them.

    Raises:
        AddressRefused: All of its addresses are private ones.
        TimeoutError: Nobody told its addresses in time.
        OSError: It has none.
    """
    written = literal(host)
    found = [str(written)] if written is not None else _looked_up(host, port, seconds)
    allowed = [each for each in found if allow_private or not is_private(ip_address(each.partition("%")[0]))]
    if not allowed:
        raise AddressRefused(host)
    return allowed


def checked_socket(host: str, port: int, seconds: float) -> socket.socket:
    """A connection to a host of the public internet.

    Raises:
        AddressRefused: All of its addresses are private ones.
        OSError: It cannot be reached.
    """
    return _connected(checked_addresses(host, port, seconds), port, seconds)


def _connected(addresses: Sequence[str], port: int, seconds: float) -> socket.socket:
    for address in addresses[:-1]:
        try:
            return socket.create_connection((address, port), seconds)
        except OSError:
            continue  # the next address may do better, and the last one's failure is reported
    return socket.create_connection((addresses[-1], port), seconds)


def _looked_up(host: str, port: int, seconds: float) -> list[str]:
    """What the system's resolver says, asked in a thread because it takes its own time."""
    answers: SimpleQueue[list[str] | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(each[4][0]) for each in found)))
        except Exception as error:  # raised below, in the thread that waits
            answers.put(error)

    Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0.001))
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, UnicodeError):  # no name at all: "a..b"
        raise OSError(str(answer)) from answer
    if isinstance(answer, Exception):
        raise answer
    return answer
