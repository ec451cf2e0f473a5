"""The trail: everything that was decided, for who has to look into it, and nothing that a table computes."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.pipeline import decide
from salerno.pipeline.decisions import decisions
from salerno.store import catalogs
from tests_support import clinic, desk_of, register, write

SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
RECORD = "/trail/es/fever/"


@pytest.fixture
def workspace(tmp_path):
    workspace = clinic(tmp_path / "clinic", ("es", "fr"))
    register(workspace, "eve", "linguist", name=SCRIPT, credential=SCRIPT)
    return workspace


@pytest.fixture
def desk(server):
    from salerno.web.desk.refresh import refresh

    refresh(server.workspace)
    return server


def entry(workspace):
    catalog = catalogs.read(workspace, workspace.catalog("fever", "es"))
    return next(e for e in catalog.entries if e.unit.source == "Drink water.")


def said(workspace, *, reason, by="eve"):
    seat = desk_of(workspace, by=by)
    return decide.comment(seat, entry(workspace), reason=reason)


def table(browser, query=""):
    data = browser.get(f"{RECORD}trail.csv{query}").content
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def ids(html):
    return re.findall(r'<p class="hint"><code>(\w{12})</code></p>', html)


def test_each_decision_stands_there_with_its_words_its_time_and_its_author(desk):
    html = desk.logged_in("observer").get(RECORD).content.decode()
    event = next(
        e for e in decisions(desk.workspace, "fever", "es").history.events if e.type == "approve"
    )

    shown = html[html.index(event.id[:12]) - 1500 : html.index(event.id[:12])]
    assert event.at in shown
    assert "ana (clinician; Dr. Ana, MD)" in shown
    assert event.source in shown
    assert event.targets[0] in shown
    assert "signoff, signature valid" in html


def test_paging_shows_every_event_once_while_new_ones_come(desk, monkeypatch):
    from salerno.web.overview import record

    monkeypatch.setattr(record, "PAGE", 2)
    browser, address, seen = desk.logged_in("observer"), RECORD, []
    before = [event.id[:12] for event in decisions(desk.workspace, "fever", "es").history.events]
    while address:
        html = browser.get(address).content.decode()
        seen += ids(html)
        said(desk.workspace, reason="meanwhile")
        more = re.search(r'href="(\?[^"]*before=[^"]*)">Older', html)
        address = RECORD + more[1].replace("&amp;", "&") if more else ""

    assert seen == before[::-1]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("kind=signoff", {"signoff"}),
        ("person=pseudo", {"draft"}),
        ("person=ana", {"approve", "signoff"}),
        ("person=ana&kind=draft", set()),
        ("since=2999-01-01", set()),
        ("until=2000-01-01", set()),
        ("since=2000-01-01&until=2999-01-01", {"draft", "approve", "signoff"}),
        ("kind=%00", set()),
        ("person='--", set()),
    ],
)
def test_a_filter_takes_the_same_on_the_page_in_the_table_and_in_the_list(desk, query, kinds):
    browser = desk.logged_in("observer")
    rows = table(browser, f"?{query}")
    listed = browser.get(f"/trail/?article=fever&locale=es&{query}").content.decode()
    html = browser.get(f"{RECORD}?{query}").content.decode()

    query_is_dropped = "%00" in query  # what no text can hold says nothing
    if query_is_dropped:
        return
    assert {row["type"] for row in rows} == kinds
    assert f"<strong>{len(rows)}</strong> event" in html
    assert (f"<td>{len(rows)}</td>" in listed) == bool(kinds)


def test_the_table_says_all_that_the_ledger_says(desk):
    events = decisions(desk.workspace, "fever", "es").history.events
    rows = table(desk.logged_in("observer"))

    assert [row["id"] for row in rows] == [event.id for event in events]
    assert [row["source"] for row in rows] == [event.source or "" for event in events]
    assert [row["signature"] for row in rows] == [event.signature or "" for event in events]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_a_table_holds_nothing_that_a_spreadsheet_would_compute(desk, begins):
    from salerno.web.overview.cells import harmless

    said(desk.workspace, reason=f"x{begins}HYPERLINK()")
    assert harmless(f"{begins}HYPERLINK()") == f"'{begins}HYPERLINK()"

    if begins.strip():
        said(desk.workspace, reason=f"{begins}cmd|' /C calc'!A0")
        assert table(desk.logged_in("observer"))[-1]["reason"] == f"'{begins}cmd|' /C calc'!A0"


@given(st.text())
def test_no_cell_begins_as_a_formula_does(text):
    pytest.importorskip("django")
    from salerno.web.overview.cells import harmless

    cell = harmless(text)

    assert cell.removeprefix("'") == text or cell == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("address", ["/trail/", RECORD, f"{RECORD}dossier/", "/articles/es/fever/"])
def test_words_of_strangers_run_nowhere(desk, address):
    said(desk.workspace, reason=SCRIPT)
    seat = desk_of(desk.workspace, by="eve")
    decide.edit(seat, entry(desk.workspace), (SCRIPT,))
    write(desk.workspace, "source/fever.md", f"# Fever\n\nRest {SCRIPT.replace('<', '&lt;')}.\n")
    query = {"person": SCRIPT, "article": SCRIPT, "since": SCRIPT, "before": SCRIPT}
    html = desk.logged_in("observer", "clinician", "editor").get(address, query).content.decode()

    assert "<script>alert" not in html
    assert "<img src=x" not in html


@pytest.mark.parametrize("query", ["", "?download"])
def test_the_dossier_needs_no_other_file_and_runs_nothing(desk, query):
    found = desk.logged_in("observer").get(f"{RECORD}dossier/{query}")
    html = found.content.decode()

    assert (
        re.findall(r'<(?:script|link|img|iframe|object)|src="|url\((?!"?data:)|@import', html) == []
    )
    assert [link for link in re.findall(r'href="([^"]*)"', html) if link[0] != "#"] == []
    assert "sandbox; default-src 'none'" in found.headers["Content-Security-Policy"]
    assert ("attachment" in found.get("Content-Disposition", "")) == bool(query)
    assert "signature valid" in html


def test_the_dossier_on_the_server_is_the_command_lines(desk, salerno, monkeypatch):
    from salerno.store import clock

    monkeypatch.setattr(clock, "now", lambda: "2026-01-01T00:00:00Z")
    salerno("-C", desk.workspace.root, "report", "fever", "-l", "es")
    written = desk.workspace.root / "output/reports/es/fever.html"

    assert desk.logged_in("observer").get(f"{RECORD}dossier/").content == written.read_bytes()


def test_a_ledger_that_was_edited_is_told_from_one_that_was_not(desk):
    browser = desk.logged_in("observer")
    assert "are proved" in browser.post(f"{RECORD}verify/").content.decode()
    path = desk.workspace.ledger("fever", "es")
    path.write_bytes(path.read_bytes().replace(b'"type":"approve"', b'"type":"comment"', 1))
    html = browser.post(f"{RECORD}verify/").content.decode()

    assert "are proved" not in html
    assert "locales/es/decisions/fever.jsonl" in html
    assert browser.get(RECORD).status_code == 200


def test_an_edition_that_was_changed_is_told(desk):
    path = next(desk.workspace.editions("fever", "es").glob("*.json"))
    path.write_bytes(path.read_bytes().replace(b"Fever", b"Cough", 1))

    assert path.name in desk.logged_in("observer").post(f"{RECORD}verify/").content.decode()


def test_the_trail_of_an_article_that_is_gone_can_still_be_read(desk):
    from salerno.web.desk.refresh import refresh

    (desk.workspace.source / "fever.md").unlink()
    refresh(desk.workspace)
    browser = desk.logged_in("observer")

    assert 'href="/trail/es/fever/"' in browser.get("/trail/").content.decode()
    assert "Drink water." in browser.get(RECORD).content.decode()
    assert table(browser)
    assert browser.get(f"{RECORD}dossier/").status_code == 404


@pytest.mark.parametrize("address", ["/trail/es/nothing/", "/trail/xx/fever/", "/trail/en/fever/"])
def test_where_nothing_was_decided_there_is_no_trail(desk, address):
    assert desk.logged_in("observer").get(address).status_code == 404


def test_verification_is_no_link(desk):
    assert desk.logged_in("observer").get(f"{RECORD}verify/").status_code == 405
