"""Proxies and certificates: real servers, real handshakes. Every run makes certificates of its own."""

from __future__ import annotations

import asyncio
import socket
import ssl
import subprocess
import sys
import traceback
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
import trustme

from conftest import Scene
from qoder_cloud import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AsyncQoder,
    Qoder,
    QoderError,
)
from support.servers import HOST, Origin, Proxy, serving

TOKEN = "pt-nobody-but-the-origin"
CREDENTIALS = "somebody:a-password"
Ask = Callable[..., list[Any]]


def _ask(**options: Any) -> list[Any]:
    return Qoder(token=TOKEN, **options).models.list().data


def _ask_async(**options: Any) -> list[Any]:
    async def main() -> list[Any]:
        return (await AsyncQoder(token=TOKEN, **options).models.list()).data

    return asyncio.run(main())


@pytest.fixture(params=[_ask, _ask_async], ids=["sync", "async"])
def ask(request: pytest.FixtureRequest) -> Ask:
    """A call of a new client with these options."""
    asks: Ask = request.param
    return asks


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """A certificate authority nobody knows."""
    return trustme.CA()


@pytest.fixture
def start(authority: trustme.CA) -> Iterator[Callable[..., Any]]:
    """Starts a server, or an origin whose certificate says this."""
    with ExitStack() as stack:

        def started(server: Proxy | Origin | None = None, *names: str, **times: Any) -> Any:
            if server is None:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                authority.issue_cert(*(names or [HOST]), **times).configure_cert(context)
                server = Origin(context)
            stack.enter_context(serving(server))
            return server

        yield started


def year(number: int) -> datetime:
    return datetime(number, 1, 1, tzinfo=timezone.utc)


def pem(authority: trustme.CA) -> bytes:
    return authority.cert_pem.bytes()


@pytest.mark.parametrize("credentials", [None, CREDENTIALS])
def test_calls_go_through_a_proxy(ask: Ask, start: Any, credentials: str | None) -> None:
    proxy, origin = start(Proxy(credentials)), start(Origin())
    assert ask(base_url=origin.base_url, proxy=proxy.url(credentials)) == []
    assert [line for line, _ in proxy.asked] == [f"GET {origin.base_url}/models"]
    assert proxy.headers("proxy-authorization") == [proxy.wanted]
    assert origin.headers("authorization") == [f"Bearer {TOKEN}"]


@pytest.mark.parametrize("credentials", [None, CREDENTIALS])
def test_a_proxy_and_an_origin_behind_tls_learn_nothing_of_each_other(
    ask: Ask, start: Any, authority: trustme.CA, credentials: str | None
) -> None:
    proxy, origin = start(Proxy(credentials)), start()
    assert ask(base_url=origin.base_url, proxy=proxy.url(credentials), ca_certs=pem(authority)) == []
    assert [line for line, _ in proxy.asked] == [f"CONNECT {HOST}:{origin.port}"]
    assert proxy.headers("proxy-authorization") == [proxy.wanted]
    assert proxy.headers("authorization") == [None]
    assert origin.headers("proxy-authorization") == [None]
    assert origin.headers("authorization") == [f"Bearer {TOKEN}"]


def test_uploads_streams_and_downloads_go_through_a_proxy_too(
    scene: Scene, start: Any, tmp_path: Path
) -> None:
    proxy = start(Proxy(CREDENTIALS))
    client = scene.emulator.client(proxy=proxy.url(CREDENTIALS))
    client.files.upload(file=("notes.txt", b"The launch moved."))
    scene.script({"deliver": {"filename": "a.txt", "content": "It moved."}})
    (artifact,) = client.sessions.run(scene.session, "Deliver it.").result().artifacts
    assert artifact.save(tmp_path / "a.txt") == len("It moved.")
    seen = [f"{entry['method']} {entry['path']}" for entry in scene.emulator.requests()]
    origin = scene.emulator.base_url.removesuffix("/api/v1/cloud")
    assert sorted(line.replace(origin, "").partition("?")[0] for line, _ in proxy.asked) == sorted(seen)
    assert len(seen) >= 5


def test_the_environment_names_a_proxy(start: Any) -> None:
    proxy, origin = start(Proxy(CREDENTIALS)), start(Origin())
    done = run_apart(origin, HTTP_PROXY=proxy.url(CREDENTIALS))
    assert (done.stdout, done.stderr) == ("[]\n", "")
    assert proxy.headers("proxy-authorization") == [proxy.wanted]
    assert origin.headers("proxy-authorization") == [None]


@pytest.mark.parametrize("secure", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize("trouble", ["refused", "unreachable"])
def test_the_credentials_of_a_proxy_are_told_to_nobody(
    ask: Ask,
    start: Any,
    authority: trustme.CA,
    caplog: pytest.LogCaptureFixture,
    secure: bool,
    trouble: str,
) -> None:
    caplog.set_level("DEBUG")
    origin = start() if secure else start(Origin())
    proxy = Proxy("somebody:another-password")
    if trouble == "refused":
        start(proxy)
    else:
        proxy.server_close()
    options = {"base_url": origin.base_url, "proxy": proxy.url(CREDENTIALS), "ca_certs": pem(authority)}
    options |= {"max_retries": 0}
    with pytest.raises((APIConnectionError, APIStatusError)) as caught:
        ask(**options)
    assert origin.asked == []
    told = [*traceback.format_exception(caught.value), repr(vars(caught.value)), caplog.text]
    told += map(repr, (Qoder(token=TOKEN, **options), AsyncQoder(token=TOKEN, **options).with_options()))
    assert caplog.records
    for secret in (*CREDENTIALS.split(":"), b64encode(CREDENTIALS.encode()).decode(), TOKEN):
        assert secret not in "".join(told)


def test_what_is_no_proxy_is_refused_without_being_quoted(ask: Ask) -> None:
    with pytest.raises(QoderError, match="`proxy` is not the URL of a proxy, such as http://") as caught:
        ask(base_url="http://127.0.0.1:1", proxy=f"ftp://{CREDENTIALS}@127.0.0.1")
    assert "password" not in "".join(traceback.format_exception(caught.value))


def test_a_private_authority_is_trusted_when_it_is_given(
    ask: Ask, start: Any, authority: trustme.CA, tmp_path: Path
) -> None:
    origin, file = start(), tmp_path / "authority.pem"
    file.write_bytes(pem(authority))
    with pytest.raises(APIConnectionError, match="UnknownIssuer.*`ca_certs`") as caught:
        ask(base_url=origin.base_url)
    assert (caught.value.attempts, origin.asked) == (1, [])
    for given in (file, str(file), pem(authority), trustme.CA().cert_pem.bytes() + pem(authority)):
        assert ask(base_url=origin.base_url, ca_certs=given) == []
    assert origin.headers("authorization") == [f"Bearer {TOKEN}"] * 4


@pytest.mark.parametrize(
    ("names", "times", "problem"),
    [
        (["other.example"], {}, "not valid for name"),
        ([HOST], {"not_before": year(2001), "not_after": year(2002)}, "certificate expired"),
        ([HOST], {"not_before": year(2998), "not_after": year(2999)}, "certificate not valid yet"),
    ],
    ids=["another host's", "expired", "not yet valid"],
)
def test_a_certificate_that_does_not_fit_is_refused_at_once(
    ask: Ask, start: Any, authority: trustme.CA, names: list[str], times: dict[str, datetime], problem: str
) -> None:
    origin = start(None, *names, **times)
    with pytest.raises(APIConnectionError, match=problem) as caught:
        ask(base_url=origin.base_url, ca_certs=pem(authority))
    assert (caught.value.attempts, origin.asked) == (1, [])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system keeps its authorities")
def test_the_environment_names_the_authorities_of_the_system(
    start: Any, authority: trustme.CA, tmp_path: Path
) -> None:
    origin, file = start(), tmp_path / "authority.pem"
    file.write_bytes(pem(authority))
    assert run_apart(origin, SSL_CERT_FILE=str(file)).stdout == "[]\n"
    refused = run_apart(origin)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "UnknownIssuer" in refused.stderr and "`ca_certs`" in refused.stderr
    assert len(origin.asked) == 1


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("/no/such.pem", "`ca_certs` file /no/such.pem cannot be read"),
        (b"junk", "`ca_certs` contains no certificate"),
        (7, "`ca_certs`: a path is needed, not int"),
    ],
)
def test_what_is_no_authority_is_refused_when_the_client_is_made(given: Any, problem: str) -> None:
    for make in (Qoder, AsyncQoder):
        with pytest.raises(QoderError, match=problem):
            make(token=TOKEN, ca_certs=given)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a full queue refuses connections")
def test_a_connection_that_does_not_come_about_is_given_up(ask: Ask) -> None:
    with ExitStack() as stack, socket.create_server((HOST, 0), backlog=0) as listener:
        address = listener.getsockname()
        # Nobody accepts: once the queue is full, connections are neither made nor refused.
        with suppress(TimeoutError):
            while True:
                stack.enter_context(socket.create_connection(address, timeout=0.2))
        with pytest.raises(APITimeoutError, match="`connect_timeout`") as caught:
            ask(base_url=f"http://{HOST}:{address[1]}", connect_timeout=0.05, max_retries=0)
    assert caught.value.attempts == 1


def run_apart(origin: Origin, **environment: str) -> subprocess.CompletedProcess[str]:
    """Asks in a process of its own: such variables are read once, and by everybody in it."""
    told = {"QODER_BASE_URL": origin.base_url, "QODER_ACCESS_TOKEN": TOKEN, "PATH": "", **environment}
    program = "from qoder_cloud import Qoder; print(Qoder().models.list().data)"
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=told, capture_output=True, text=True, timeout=60, check=False)
