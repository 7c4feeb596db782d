"""For `urllib`: http and https whose connections go to servers of the public internet alone."""

import ssl
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, Request

from translate.web.guard import checked_socket

USUAL = 60.0  # seconds, where nobody said for how long to wait


class PublicHTTPHandler(HTTPHandler):
    """Opens http; `AddressRefused` passes through where a name leads inside."""

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_Connection, req)


class PublicHTTPSHandler(HTTPSHandler):
    """Opens https, likewise."""

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_SecuredConnection, req)


class _Connection(HTTPConnection):
    def connect(self) -> None:
        self.sock = checked_socket(self.host, self.port, _seconds(self.timeout))


class _SecuredConnection(HTTPSConnection):
    def connect(self) -> None:
        plain = checked_socket(self.host, self.port, _seconds(self.timeout))
        try:
            # Certificates are of the name, whatever address it has.
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


def _seconds(timeout: Any) -> float:
    return float(timeout) if isinstance(timeout, int | float) else USUAL
