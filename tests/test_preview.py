"""The preview server: this machine alone, previews and site alone, and nobody holds it up."""

import os
import socket
import threading
from contextlib import ExitStack, closing

import pytest

from preview_support import get, listening
from salerno.cli import previewing
from salerno.cli.news import Builds
from salerno.cli.previewing import server_of
from tests_support import clinic, write


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    workspace = clinic(tmp_path_factory.mktemp("served") / "clinic")
    write(workspace, "output/reports/es/fever.html", "<p>a report</p>")
    write(workspace, "output/site/es/notes.txt", "ñ")
    for name, target in {
        "out": workspace.root / "locales",
        "loop": "loop",
        "nowhere": "gone",
        "toml.txt": workspace.root / "salerno.toml",
        "again": workspace.site / "es",
    }.items():
        (workspace.preview / name).symlink_to(target)
    (workspace.preview / "hidden").mkdir()
    (workspace.preview / "hidden" / "index.html").symlink_to(workspace.root / "salerno.toml")
    os.mkfifo(workspace.preview / "pipe")
    return workspace


@pytest.fixture
def builds():
    return Builds()


@pytest.fixture
def port(workspace, builds):
    server = server_of(workspace.root / "output", 0, builds)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def test_a_page_is_served_with_what_tells_it_of_builds(port, builds):
    status, headers, body = get(port, "/site/es/fever/?from=here")

    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert f'<script data-seen="{builds.news.seen}">'.encode() in body
    assert body.count(b"</body>") == 1
    assert body.index(b"EventSource") > body.index(b"</article>")


def test_a_page_without_a_body_is_followed_too(workspace, port):
    write(workspace, "output/site/es/bare.html", "<p>x")

    assert b"EventSource" in get(port, "/site/es/bare.html")[2]


def test_what_stands_on_the_disk_has_no_script_of_the_server(workspace, port):
    get(port, "/site/es/fever/")

    assert b"EventSource" not in (workspace.site / "es/fever/index.html").read_bytes()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 302),
        ("/preview/", 200),
        ("/preview/index.html", 200),
        ("/preview/es/fever", 302),
        ("/preview/again/fever/", 200),
        ("/site/es/notes.txt", 200),
        ("/site/es/fever/review.json", 200),
        ("/site/es/fever/index.html/", 404),
        ("/reports/es/fever.html", 404),
        ("/site/../reports/es/fever.html", 404),
        ("/site/%2e%2e/reports/es/fever.html", 404),
        ("/site/%2e%2e%2freports%2fes%2ffever.html", 404),
        ("/site/..%5creports", 404),
        ("/site%2f..%2f..%2fsalerno.toml", 404),
        ("/site/....//....//salerno.toml", 404),
        ("/..", 404),
        ("/../salerno.toml", 404),
        ("//etc/hostname", 404),
        ("/%2fetc/hostname", 404),
        ("/preview/out/reviewers.toml", 404),
        ("/preview/toml.txt", 404),
        ("/preview/hidden/", 404),
        ("/preview/loop", 404),
        ("/preview/nowhere", 404),
        ("/preview/pipe", 404),
        ("/site/nothing/", 404),
        ("/preview-of-something/", 404),
        ("/site/%00", 404),
        ("/site/%ff%fe", 404),
        ("/site/%ed%a0%80", 404),
        ("/site/" + "a" * 3000, 404),
        ("/site/" + "a/" * 3000, 404),
        ("//[", 404),
        ("http://127.0.0.1/site/", 404),
        ("*", 404),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_previews_and_site_are_served_and_nothing_else(port, method, path, status, capfd):
    found, _, body = get(port, path, method=method)

    assert found == status
    assert "Traceback" not in capfd.readouterr().err
    if method == "HEAD":
        assert body == b""
    elif status == 404:
        assert b"EventSource" in body  # whoever waits there sees the page as soon as it is made


def test_a_head_has_the_length_of_the_page(port):
    *_, body = get(port, "/site/es/fever/")

    assert get(port, "/site/es/fever/", method="HEAD")[1]["Content-Length"] == str(len(body))


@pytest.mark.parametrize("path", ["/\\evil.example/../site/es", "//evil.example/../site/es"])
def test_a_redirect_leads_to_this_server(port, path):
    status, headers, _ = get(port, path)

    assert (status, headers["Location"]) == (302, "/site/es/")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "X"])
def test_other_methods_are_refused(port, method):
    assert get(port, "/preview/", method=method)[0] == 501


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:{port}",
        "127.0.0.1.evil.example:{port}",
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "127.0.0.1:{port}:80",
        "127.0.0.1:",
        "[::1]:{port}",
        "0.0.0.0:{port}",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/preview/", "/-/changes", "/reports/"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_page_of_the_web_cannot_ask_by_another_name(port, method, path, host):
    assert get(port, path, method=method, Host=host.format(port=port))[0] == 421


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "LocalHost:{port}", "127.0.0.1", "localhost"])
def test_this_machine_has_two_names_and_need_not_say_port_80(port, host):
    assert get(port, "/preview/", Host=host.format(port=port))[0] == 200


def test_a_page_of_the_web_can_read_and_embed_nothing(port):
    for path in ("/preview/", "/site/es/fever/review.json", "/-/changes"):
        _, headers, _ = get(port, path, method="HEAD", Origin="https://evil.example")

        assert "Access-Control-Allow-Origin" not in headers
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"


def raw(port, sent):
    """Return all that the server answers to some bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(sent)
        client.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: client.recv(65536), b""))


HOST = b"Host: 127.0.0.1\r\n"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET /preview/ HTTP/1.1\r\n" + HOST + HOST + b"\r\n", b"421"),
        (b"GET /preview/ HTTP/1.1\r\n" + HOST + b"Host: evil.example\r\n\r\n", b"421"),
        (b"GET /preview/ HTTP/1.1\r\n" + HOST + b"X: " + 70000 * b"x" + b"\r\n\r\n", b"431"),
        (b"GET /preview/ HTTP/1.1\r\n" + HOST + 200 * b"X: x\r\n" + b"\r\n", b"431"),
        (b"GET /" + 70000 * b"x" + b" HTTP/1.1\r\n\r\n", b"414"),
        (b"GET /preview/ HTTP/9.9\r\n\r\n", b"505"),
        (b"GET /preview/ x\r\n\r\n", b"400"),
        (b"GET\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"400"),
        (b"GET /site/\xff\xfe HTTP/1.1\r\n" + HOST + b"\r\n", b"404"),
    ],
)
def test_nonsense_gets_an_answer_and_no_traceback(port, sent, status, capfd):
    assert status in raw(port, sent).partition(b"\n")[0] + raw(port, sent)[:400]
    assert "Traceback" not in capfd.readouterr().err
    assert get(port, "/preview/")[0] == 200


def settle(threads):
    """Wait until no more threads than these are at work."""
    while threading.active_count() > threads:
        threading.Event().wait(0.02)


def test_a_client_that_leaves_or_never_reads_holds_up_nobody(workspace, port, capfd, monkeypatch):
    monkeypatch.setattr(previewing.Handler, "timeout", 1)
    (workspace.site / "large.bin").write_bytes(bytes(30_000_000))
    request = b"GET /site/large.bin HTTP/1.1\r\n" + HOST + b"\r\n"
    threads = threading.active_count()
    silent = socket.create_connection(("127.0.0.1", port), timeout=20)
    with closing(silent), socket.create_connection(("127.0.0.1", port)) as leaving:
        silent.sendall(request)
        leaving.sendall(request)
        leaving.close()

        assert get(port, "/preview/")[0] == 200
        settle(threads)
        read = sum(map(len, iter(lambda: received(silent), b"")))
    assert 0 < read < 30_000_000
    assert "Traceback" not in capfd.readouterr().err


def received(client):
    try:
        return client.recv(65536)
    except ConnectionResetError:
        return b""


def test_a_request_that_does_not_end_is_given_up(port, capfd, monkeypatch):
    monkeypatch.setattr(previewing.Handler, "timeout", 0.1)
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(b"GET /preview/ HTTP/1.1\r\nHost: 127.0")

        assert client.recv(100) == b""
    assert capfd.readouterr().err == ""


def test_clients_beyond_the_limit_are_turned_away_and_come_in_again_later(port, monkeypatch):
    threads = threading.active_count()
    monkeypatch.setattr(previewing, "_MOST", threads + 3)
    monkeypatch.setattr(previewing, "_PATIENCE", 0.05)
    with ExitStack() as streams:
        for _ in range(3):
            next(streams.enter_context(listening(port)))
        with pytest.raises(OSError, match=r"reset|closed|broken"):
            get(port, "/preview/")
    settle(threads)

    assert get(port, "/preview/")[0] == 200


def test_open_pages_are_told_of_builds_and_of_what_failed(port, builds):
    with listening(port) as news:
        first = next(news)
        builds.failed("locales/es/x.po:3: no\nsyntax")
        failed = next(news)
        builds.succeeded(is_new=False)
        mended = next(news)
        builds.succeeded(is_new=True)
        built = next(news)

    assert first == {"seen": first["seen"], "failure": ""}
    assert failed == {"seen": first["seen"], "failure": "locales/es/x.po:3: no\nsyntax"}
    assert mended == first
    assert built["seen"] != first["seen"]
    assert built["failure"] == ""


def test_a_page_that_opens_later_is_told_too(port, builds):
    builds.failed("no")
    with listening(port) as news:
        assert next(news)["failure"] == "no"


def test_a_waiting_page_is_written_to_so_that_its_end_is_noticed(port, monkeypatch):
    monkeypatch.setattr(previewing, "_PATIENCE", 0.05)
    threads = threading.active_count()
    for _ in range(20):
        with listening(port) as news:
            next(news)
    settle(threads)
