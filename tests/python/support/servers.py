"""Servers of this machine: one in the place of the service, and a proxy on the way to it."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import sys
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

HOST = "127.0.0.1"
EMPTY = json.dumps({"data": [], "has_more": False}).encode()


class Server(ThreadingHTTPServer):
    """Listens at a free port, and keeps what it was asked: request lines with their headers."""

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__((HOST, 0), handler)
        self.asked: list[tuple[str, Message]] = []

    @property
    def port(self) -> int:
        return self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Both sides leave when they like; anything else is told on stderr."""
        if not isinstance(sys.exc_info()[1], (OSError, http.client.IncompleteRead)):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def headers(self, name: str) -> list[str | None]:
        """What each request said under this name."""
        return [headers[name] for _, headers in self.asked]


class Origin(Server):
    """Has no models and no agents; speaks TLS when it is given the means."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(_Answering)
        self.base_url = f"{'https' if tls else 'http'}://{HOST}:{self.port}"
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)


class Proxy(Server):
    """Forwards requests and opens tunnels, for whoever has the credentials if it wants any."""

    def __init__(self, credentials: str | None = None) -> None:
        super().__init__(_Forwarding)
        self.wanted = credentials and f"Basic {b64encode(credentials.encode()).decode()}"

    def url(self, credentials: str | None = None) -> str:
        """Its address, as `proxy` takes it."""
        return f"http://{f'{credentials}@' if credentials else ''}{HOST}:{self.port}"


@contextmanager
def serving(server: Server) -> Iterator[None]:
    """Serves on a thread of its own."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    with server:
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def parse_request(self) -> bool:
        understood = super().parse_request()
        if understood:
            self.server.asked.append((f"{self.command} {self.path}", self.headers))
        return understood

    def answer(self, status: int, body: bytes, media_type: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("content-type", media_type)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing on stderr."""


class _Answering(_Handler):
    def do_GET(self) -> None:
        self.answer(200, EMPTY)


class _Forwarding(_Handler):
    server: Proxy

    def _admitted(self) -> bool:
        admitted = self.server.wanted in (None, self.headers["proxy-authorization"])
        if not admitted:
            self.answer(407, b"")
        return admitted

    def do_CONNECT(self) -> None:
        if not self._admitted():
            return
        host, port = self.path.rsplit(":", 1)
        with socket.create_connection((host, int(port))) as upstream:
            self.send_response(200)
            self.end_headers()
            back = Thread(target=_copy, args=(upstream, self.connection), daemon=True)
            back.start()
            _copy(self.connection, upstream)
            back.join()
        self.close_connection = True

    def do_GET(self) -> None:
        if not self._admitted():
            return
        url = urlsplit(self.path)
        body = self.rfile.read(int(self.headers["content-length"] or 0))
        # What is meant for the proxy ends here; everything else goes on as it came.
        headers = {
            name: value for name, value in self.headers.items() if name.lower() != "proxy-authorization"
        }
        upstream = http.client.HTTPConnection(url.hostname or "", url.port)
        upstream.request(self.command, url._replace(scheme="", netloc="").geturl(), body, headers)
        answer = upstream.getresponse()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("transfer-encoding", "connection"):
                self.send_header(name, value)
        # The end of the connection is the end of the answer, so that events pass as they come.
        self.send_header("connection", "close")
        self.end_headers()
        while piece := answer.read1():
            self.wfile.write(piece)
        upstream.close()

    do_POST = do_PUT = do_DELETE = do_GET


def _copy(source: socket.socket, target: socket.socket) -> None:
    """Copies until one of the two ends."""
    try:
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass
