"""Progress, what holds pages up, who works on what, and the acts that take pages down."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from salerno.pipeline.build import build
from salerno.pipeline.decisions import decisions
from salerno.pipeline.ledgers import verify_ledgers
from salerno.pipeline.publication import publication
from salerno.store import catalogs
from tests_support import PASSPHRASE, clinic, register, write

SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
PART = "/articles/es/fever/"


@pytest.fixture
def workspace(tmp_path):
    """Return a workspace in which the signed article `fever` has been changed since."""
    workspace = clinic(tmp_path / "clinic", ("es", "fr"))
    write(workspace, "source/fever.md", "# Fever\n\nRest for 3 days.\n\nDrink water.\n")
    build(workspace)
    return workspace


@pytest.fixture
def desk(server):
    from salerno.web.desk.refresh import refresh

    assert refresh(server.workspace) == []
    return server


def page_of(browser, address=PART):
    return browser.get(address).content.decode()


def is_published(workspace, article="fever", locale="es"):
    from salerno.pipeline.content import contents

    return publication(workspace, next(contents(workspace, [article])), locale).is_published


def test_progress_shows_each_article_as_a_picture_and_in_words(desk):
    html = page_of(desk.logged_in("observer"), "/articles/")

    assert re.findall(r'href="/articles/(\w+)/(\w+)/"', html) == [
        ("es", "fever"),
        ("fr", "fever"),
        ("es", "site"),
        ("fr", "site"),
    ]
    assert 'aria-label="2 approved, 1 stale"' in html
    assert html.count(">outdated</span>") == 2
    assert 'style="' not in html


def test_progress_is_of_the_locales_of_who_looks(desk):
    html = page_of(desk.logged_in("editor", locale="fr"), "/articles/")

    assert set(re.findall(r'href="/articles/(\w+)/\w+/"', html)) == {"fr"}


@pytest.mark.parametrize(
    ("query", "count"),
    [("locale=es", 2), ("outdated=yes", 2), ("locale=es&outdated=yes", 1), ("locale=xx", 0)],
)
def test_progress_can_be_narrowed(desk, query, count):
    html = page_of(desk.logged_in("editor"), f"/articles/?{query}")

    assert len(re.findall(r'href="/articles/(\w+)/(\w+)/"', html)) == count


def test_paging_shows_every_part_once(desk, monkeypatch):
    from salerno.web.overview import progress, trail

    monkeypatch.setattr(progress, "PAGE", 1)
    monkeypatch.setattr(trail, "PAGE", 3)
    browser = desk.logged_in("observer")
    for start, pattern in (
        ("/articles/", r'<h3><a href="/articles/(\w+)/(\w+)/"'),
        ("/trail/", r'<th scope="row"><a href="/trail/(\w+)/(\w+)/"'),
    ):
        address, seen = start, []
        while address:
            html = page_of(browser, address)
            seen += re.findall(pattern, html)
            more = re.search(r'href="(\?[^"]*after=[^"]*)">More', html)
            address = start + more[1].replace("&amp;", "&") if more else ""
        assert sorted(seen) == [(x, y) for x in ("es", "fr") for y in ("fever", "site")]


def test_a_bar_is_whole_and_in_order():
    from salerno.web.overview.bars import WIDTH, bar

    found = bar({"missing": 1, "approved": 1, "draft": 1})

    assert [piece.state for piece in found.pieces] == ["approved", "draft", "missing"]
    assert sum(piece.width for piece in found.pieces) == WIDTH
    assert (found.percent, bar({}).words, bar({}).percent) == (33, "nothing yet", 0)


def test_a_trend_counts_approvals_in_the_week_that_they_are_of(desk):
    from salerno.web.desk.models import Deeds, Part
    from salerno.web.overview.bars import WEEKS, trend

    today = dt.date(2026, 3, 4)  # a Wednesday
    deeds = [
        ["2026-03-04", "ana", "approve", 2],
        ["2026-03-02", "ben", "approve", 1],
        ["2026-03-01", "ana", "approve", 5],
        ["2026-03-01", "ana", "reject", 9],
        ["2025-12-14", "ana", "approve", 4],
        ["2999-01-01", "ana", "approve", 7],
    ]
    part = Part.objects.first()
    part.deeds.all().delete()
    for day, who, kind, times in deeds:
        Deeds.objects.create(part=part, locale="es", day=day, who=who, kind=kind, times=times)
    found = trend(part.deeds.all(), today)

    assert [week.count for week in found.weeks][-2:] == [5, 3]
    assert (len(found.weeks), found.total) == (WEEKS, 8)
    assert found.weeks[-1].monday == dt.date(2026, 3, 2)


def test_the_page_says_what_holds_it_up_and_what_became_of_the_source(desk):
    html = page_of(desk.logged_in("editor"))

    assert "its source has changed: sign a new edition, or classify the change" in html
    assert "Rest for <del>2</del><ins>3</ins> days." in html
    assert "Sign the classification" not in html
    assert 'name="day"' in html


def test_the_table_tells_the_same_of_the_source_after_it_was_dropped(desk):
    from salerno.web.desk.models import Deeds, Part
    from salerno.web.desk.refresh import refresh

    fields = ("article", "locale", "edition", "is_outdated", "signed")
    deeds = ("part__article", "part__locale", "locale", "day", "who", "kind", "times")

    def told():
        return (
            list(Part.objects.order_by("article", "locale").values_list(*fields)),
            sorted(Deeds.objects.values_list(*deeds)),
        )

    before = told()
    Part.objects.all().delete()
    refresh(desk.workspace)

    assert told() == before
    assert before[1]
    assert {article: late for article, _, _, late, *_ in before[0]} == {
        "fever": True,
        "site": False,
    }


def test_an_editor_sets_and_clears_a_due_date(desk):
    from salerno.web.desk.models import Due

    editor = desk.logged_in("editor")
    editor.post(f"{PART}due/", {"day": "2020-02-29"})
    assert list(Due.objects.values_list("article", "locale", "day")) == [
        ("fever", "es", dt.date(2020, 2, 29))
    ]
    assert "<strong>late</strong>" in page_of(editor)
    assert "late: wanted by" in page_of(editor, "/articles/")
    editor.post(f"{PART}due/", {"day": "2020-02-29", "clear": "yes"})

    assert not Due.objects.exists()


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", SCRIPT, "0001-01-01", "x\0"])
def test_what_is_no_day_is_refused(desk, day):
    found = desk.logged_in("editor").post(f"{PART}due/", {"day": day})

    assert found.status_code == 400
    assert "is no day" in found.content.decode()
    assert "<script>" not in found.content.decode()


def test_a_clinician_classifies_the_change_for_every_language(desk):
    ana = desk.logged_in("clinician", reviewer="ana")
    assert not is_published(desk.workspace)
    said = {"change": "substantive", "reason": "A day more.", "passphrase": PASSPHRASE}
    found = ana.post(f"{PART}classify/", said)

    assert found.status_code == 302
    assert is_published(desk.workspace)
    assert is_published(desk.workspace, locale="fr")
    assert (desk.workspace.site / "fr" / "fever" / "review.json").exists()
    assert "substantive, “A day more.”" in page_of(ana)
    assert list(verify_ledgers(desk.workspace)) == []


def test_a_classification_reaches_the_table_at_the_next_look(desk):
    from salerno.web.desk.models import Part
    from salerno.web.desk.refresh import refresh

    before = Part.objects.get(article="fever", locale="fr").inputs
    said = {"change": "safety", "reason": "Dose.", "passphrase": PASSPHRASE}
    desk.logged_in("clinician", reviewer="ana").post(f"{PART}classify/", said)
    refresh(desk.workspace)

    assert Part.objects.get(article="fever", locale="fr").inputs != before


def test_a_withdrawal_lists_what_it_pulls_and_pulls_it_at_once(desk):
    ana = desk.logged_in("linguist", "clinician", reviewer="ana")
    said = {"change": "editorial", "reason": "A word.", "passphrase": PASSPHRASE}
    ana.post(f"{PART}classify/", said)
    page = desk.workspace.site / "es" / "fever" / "review.json"
    assert page.exists()
    assert "<code>output/site/es/fever/index.html</code>" in page_of(ana)
    found = ana.post(f"{PART}withdraw/", {"reason": "A wrong dose.", "passphrase": PASSPHRASE})

    assert found.status_code == 302
    assert not page.exists()
    assert decisions(desk.workspace, "fever", "es").history.events[-1].reason == "A wrong dose."


def test_without_its_words_around_a_language_has_no_pages(desk):
    from salerno.pipeline.pulled import pulled

    assert pulled(desk.workspace, "site", "es") == []  # a notice stands, and stays
    said = {"change": "editorial", "reason": "A word.", "passphrase": PASSPHRASE}
    desk.logged_in("clinician", reviewer="ana").post(f"{PART}classify/", said)

    assert pulled(desk.workspace, "site", "es") == ["output/site/es/fever/index.html"]
    assert pulled(desk.workspace, "fever", "fr") == ["output/site/fr/fever/index.html"]
    assert pulled(desk.workspace, "site", "ar") == []


@pytest.mark.parametrize(
    ("act", "said", "why"),
    [
        ("withdraw", {"passphrase": PASSPHRASE}, "reason"),
        ("withdraw", {"reason": "x", "passphrase": "wrong"}, "passphrase"),
        ("withdraw", {"reason": "x"}, "passphrase"),
        ("classify", {"reason": "x", "passphrase": PASSPHRASE}, "choose what the change is"),
        ("classify", {"change": "nothing", "reason": "x", "passphrase": PASSPHRASE}, "choose"),
        ("classify", {"change": "safety", "reason": SCRIPT}, "passphrase"),
    ],
)
def test_what_is_not_signed_is_not_written_and_keeps_what_was_typed(desk, act, said, why):
    before = len(decisions(desk.workspace, "fever", "es").history.events)
    found = desk.logged_in("clinician", reviewer="ana").post(f"{PART}{act}/", said)
    html = found.content.decode()

    assert found.status_code == 400
    assert why in html
    assert "<script>" not in html
    assert PASSPHRASE not in html
    assert said.get("reason", "").replace("<", "&lt;")[:10] in html
    assert len(decisions(desk.workspace, "fever", "es").history.events) == before


def test_an_account_that_signs_for_nobody_changes_nothing(desk):
    said = {"reason": "x", "change": "safety", "passphrase": PASSPHRASE}
    browser = desk.logged_in("clinician")

    assert "signs for nobody" in browser.post(f"{PART}withdraw/", said).content.decode()
    assert "signs for nobody" in browser.post(f"{PART}classify/", said).content.decode()


def test_a_linguist_who_is_registered_as_one_may_not_classify(desk):
    register(desk.workspace, "lin", "linguist")
    said = {"reason": "x", "change": "safety", "passphrase": PASSPHRASE}
    found = desk.logged_in("clinician", reviewer="lin").post(f"{PART}classify/", said)

    assert found.status_code == 400


def test_the_load_shows_claims_approvals_and_what_waits(desk):
    register(desk.workspace, "lin", "linguist", locales=("fr",))
    entry = next(
        e
        for e in catalogs.read(desk.workspace, desk.workspace.catalog("fever", "es")).entries
        if e.unit.source.startswith("Rest")
    )
    desk.logged_in("clinician", reviewer="ana").get(f"/review/es/fever/{entry.unit.key}/")
    html = page_of(desk.logged_in("editor"), "/load/")
    rows = re.findall(
        r'class="where">(\w+)</span>.*?<td>(\d+)</td><td>(\d+)</td>.*?> (\d+)</td>', html
    )

    by_id = {name: tuple(map(int, counts)) for name, *counts in rows}
    assert by_id["ana"][0] == 1
    assert by_id["ana"][1] > 10
    assert by_id["ana"][2] == 2
    assert by_id["lin"] == (0, 0, 1)


def test_the_load_is_of_the_locales_of_who_looks(desk):
    register(desk.workspace, "lin", "linguist", locales=("fr",))

    html = page_of(desk.logged_in("editor", locale="es"), "/load/")

    assert "Dr. Ana" in html
    assert "Dr. Lin" not in html


def test_every_look_is_written_down(desk):
    from salerno.web.people.models import Reading

    browser = desk.logged_in("observer")
    for address in (
        PART,
        "/trail/es/fever/",
        "/trail/es/fever/trail.csv",
        "/trail/es/fever/dossier/",
    ):
        browser.get(address)

    kinds = ["overview:part", "overview:record", "overview:csv", "overview:dossier"]
    assert list(Reading.objects.order_by("id").values_list("kind", flat=True)) == kinds
    assert {(r.article, r.locale) for r in Reading.objects.all()} == {("fever", "es")}
