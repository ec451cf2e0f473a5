"""The preview server: this machine alone, previews and site alone, anew whenever something changes."""

import http.client
import os
import signal
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from salerno.cli.previewing import Changes, rebuilds, server_of
from tests_support import clinic, write


@pytest.fixture
def served(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    write(workspace, "output/reports/es/fever.html", "<p>a report</p>")
    (workspace.preview / "out").symlink_to(workspace.root / "locales")
    changes = Changes()
    server = server_of(workspace.root / "output", 0, changes)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server, changes
    server.shutdown()
    server.server_close()


def get(server, path, host=None):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    with closing(connection):
        headers = {"Host": host or f"127.0.0.1:{server.server_port}"}
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()


def test_a_page_is_served_with_what_tells_it_of_changes(served):
    server, _ = served
    status, headers, body = get(server, "/site/es/fever/")

    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert b"EventSource" in body
    assert body.count(b"</body>") == 1


def test_what_stands_on_the_disk_has_no_script_of_the_server(served, tmp_path):
    page = tmp_path / "clinic" / "output" / "site" / "es" / "fever" / "index.html"

    assert b"EventSource" not in page.read_bytes()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 302),
        ("/preview/", 200),
        ("/preview/es/fever", 302),
        ("/site/es/fever/review.json", 200),
        ("/reports/es/fever.html", 404),
        ("/site/../reports/es/fever.html", 404),
        ("/site/%2e%2e/reports/es/fever.html", 404),
        ("/preview/out/reviewers.toml", 404),
        ("/../salerno.toml", 404),
        ("/site/nothing/", 404),
    ],
)
def test_previews_and_site_are_served_and_nothing_else(served, path, status):
    assert get(served[0], path)[0] == status


def test_a_page_of_the_web_cannot_ask_by_another_name(served):
    assert get(served[0], "/preview/", host="evil.example:80")[0] == 421


def test_a_waiting_page_is_told_of_a_change(served):
    server, changes = served
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    with closing(connection):
        connection.request("GET", "/-/changes")
        answer = connection.getresponse()
        teller = threading.Timer(0.2, changes.tell)
        teller.start()

        assert answer.readline() == b"data: new\n"
        teller.join()


def test_a_saved_catalog_is_noticed_and_output_is_not(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    stop = threading.Event()
    found = rebuilds(workspace.root, stop)
    path = workspace.catalog("fever", "es")
    threading.Timer(0.5, lambda: write(workspace, "output/site/x.html", "x")).start()
    threading.Timer(1.0, lambda: path.write_bytes(path.read_bytes() + b"\n")).start()

    assert next(found) == {path}
    stop.set()


def test_the_command_builds_serves_and_ends_with_ctrl_c(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    with subprocess.Popen(
        [sys.executable, "-m", "salerno", "-C", workspace.root, "preview", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as process:
        address = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)

    assert address.startswith("http://127.0.0.1:")
    assert "stopped" in errors
    assert "Traceback" not in errors
