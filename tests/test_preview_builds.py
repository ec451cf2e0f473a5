"""The command `preview`: pages follow whatever somebody saves, in whatever way; what fails is told once."""

import socket
import subprocess
import sys

import pytest

from preview_support import listening, previewed
from salerno.pipeline.init import init
from tests_support import clinic, write

PAGE = "/preview/es/fever/"


@pytest.fixture
def workspace(tmp_path):
    return clinic(tmp_path / "clinic")


@pytest.fixture
def running(workspace):
    with previewed(workspace.root) as running:
        assert running.said().endswith("files changed")
        yield running


def written(path, data):
    path.write_bytes(data)


def renamed(path, data):
    """Save as Poedit does."""
    fresh = path.with_name(f"{path.name}.tmp")
    fresh.write_bytes(data)
    fresh.replace(path)


def removed_first(path, data):
    path.unlink()
    path.write_bytes(data)


def backed_up(path, data):
    """Save as vim does."""
    probe = path.with_name("4913")
    probe.write_bytes(b"")
    probe.unlink()
    path.rename(path.with_name(f"{path.name}~"))
    path.write_bytes(data)


def in_parts(path, data):
    path.write_bytes(data[:20])
    path.write_bytes(data)


@pytest.mark.parametrize("save", [written, renamed, removed_first, backed_up, in_parts])
def test_a_catalog_is_seen_in_whatever_way_it_is_saved(workspace, running, save):
    path = workspace.catalog("fever", "es")
    with listening(running.port) as news:
        before = next(news)
        save(path, path.read_text("utf-8").replace("⟦", "⟦Beba ").encode())

        while next(news)["seen"] == before["seen"]:
            pass
    assert "Beba" in running.page(PAGE)


def test_many_catalogs_that_are_saved_at_once_are_a_few_builds(workspace, running):
    path = workspace.catalog("fever", "es")
    text = path.read_text("utf-8")
    for number in range(200):
        renamed(path, text.replace("⟦", f"⟦Beba{number}! ").encode())
    builds = 0
    while "Beba199!" not in running.page(PAGE):
        assert running.said().endswith("files changed")
        builds += 1

    assert 1 <= builds <= 6


def test_what_a_build_writes_itself_leads_to_no_other(workspace, running):
    write(workspace, "source/fever.md", "# Fever\n\nRest for 3 days.\n")

    assert running.said().endswith("files changed")
    assert running.said(3) is None


CHANGES = {
    "a new article": (lambda w: write(w, "source/cough.md", "# Cough\n"), "/site/en/cough/", 200),
    "an article that goes": (lambda w: (w.source / "fever.md").unlink(), "/site/en/fever/", 404),
    "a decision": (lambda w: w.ledger("fever", "es").unlink(), "/site/es/fever/how.html", 404),
    "a new folder of templates": (
        lambda w: write(w, "templates/404.html.j2", "none here"),
        "/site/404.html",
        "none here",
    ),
    "a new folder of assets": (
        lambda w: write(w, "assets/style.css", "p { color: teal }"),
        "/site/en/fever/",
        "teal",
    ),
    "the settings": (
        lambda w: write(
            w,
            "salerno.toml",
            (w.root / "salerno.toml").read_text("utf-8").replace("Health articles", "Good health"),
        ),
        "/site/en/",
        "Good health",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_pages_are_made_from_is_followed(workspace, running, name):
    change, path, expected = CHANGES[name]
    change(workspace)

    assert running.said().endswith("files changed")
    status, _, body = running.get(path)
    if isinstance(expected, str):
        assert (status, expected in body.decode()) == (200, True)
    else:
        assert status == expected


FAILURES = {
    "templates/page.html.j2": ("one\n{% if %}", "templates/page.html.j2:2: no valid template"),
    "templates/base.html.j2": ("one\n{{ nothing }}", "templates/base.html.j2:2: the template"),
    "locales/es/LC_MESSAGES/fever.po": ('msgid "Fever"\nmsgstr', "locales/es/LC_MESSAGES/fever.po"),
    "source/fever.md": ("---\nrisk: none\n---\nRest.\n", "source/fever.md:2: "),
    "salerno.toml": ("source_locale = 5\n", "salerno.toml"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_what_fails_is_told_once_and_to_open_pages_until_it_is_mended(workspace, running, name):
    path, (broken, message) = workspace.root / name, FAILURES[name]
    before = path.read_bytes() if path.exists() else None
    shown = running.page(PAGE)
    with listening(running.port) as news:
        next(news)
        write(workspace, name, broken)
        told = next(news)
        line = running.said()

        assert message in told["failure"]
        assert line == f"salerno: {told['failure']}"
        assert running.page(PAGE) == shown
        assert running.said(3) is None
        path.unlink() if before is None else path.write_bytes(before)
        assert next(news)["failure"] == ""
    assert running.said().endswith("files changed")


def test_what_fails_after_it_has_written_something_is_told_once(workspace, running):
    write(workspace, "locales/es/LC_MESSAGES/fever.po", 'msgid "Fever"\nmsgstr')
    write(workspace, "source/fever.md", "# Fever\n\nRest for 3 days.\n")

    assert "locales/es/LC_MESSAGES/fever.po" in running.said()
    assert running.said(4) is None


def test_settings_that_vanish_are_missed_and_those_above_are_others(tmp_path):
    init(tmp_path)
    workspace = clinic(tmp_path / "clinic")
    with previewed(workspace.root) as running:
        running.said()
        (workspace.root / "salerno.toml").rename(tmp_path / "kept.toml")

        assert "no salerno.toml in" in running.said()
        assert not (tmp_path / "output").exists()
        (tmp_path / "kept.toml").rename(workspace.root / "salerno.toml")
        assert running.said().endswith("files changed")


def test_a_workspace_without_output_is_built_first(tmp_path):
    init(tmp_path / "clinic")
    (tmp_path / "clinic" / "source" / "fever.md").write_text("# Fever\n")
    with previewed(tmp_path / "clinic") as running:
        assert running.said().endswith("files changed")
        assert "Fever" in running.page("/preview/")


def test_one_that_fails_from_the_start_waits_to_be_mended(tmp_path):
    init(tmp_path / "clinic")
    page = tmp_path / "clinic" / "source" / "fever.md"
    page.write_text("---\nrisk: none\n---\nRest.\n")
    with previewed(tmp_path / "clinic") as running:
        assert "source/fever.md:2: " in running.said()
        assert running.get("/preview/")[0] == 404
        with listening(running.port) as news:
            first = next(news)
            page.write_text("Rest.\n")

            assert "source/fever.md:2: " in first["failure"]
            assert next(news)["seen"] != first["seen"]
        assert "Rest" in running.page("/site/en/fever/")


def test_ctrl_c_ends_it_at_work_and_at_rest(workspace):
    with previewed(workspace.root) as running:
        status, said = running.stopped()

    assert status == 0
    assert said[-1] == "stopped"
    assert "Traceback" not in "".join(said)
    with previewed(workspace.root) as running, listening(running.port) as news:
        next(news)
        running.said()
        status, said = running.stopped()

    assert (status, said) == (0, ["stopped"])


def test_a_port_that_is_taken_is_told(workspace, salerno):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = salerno("-C", workspace.root, "preview", "--port", port)

    assert result.status == 2
    assert f"cannot serve on 127.0.0.1:{port}: Address already in use" in result.err
    assert "try another --port" in result.err


def test_a_folder_that_is_no_workspace_is_told(tmp_path, salerno):
    assert salerno("-C", tmp_path, "preview").status == 2


def test_a_preview_that_is_killed_leaves_nothing_that_stays(workspace):
    with previewed(workspace.root) as running:
        running.said()
        write(workspace, "source/fever.md", "# Fever\n\nRest for 9 days.\n")
        running.process.kill()
    subprocess.run(
        [sys.executable, "-m", "salerno", "-C", workspace.root, "build"],
        check=True,
        capture_output=True,
    )

    assert {path.name for path in (workspace.root / "output").iterdir()} == {"preview", "site"}
