"""The queue of the review server: what waits, riskiest first, from a table that the files alone make."""

from __future__ import annotations

import re

import pytest

from salerno.pipeline.build import build
from tests_support import ARTICLES, make_workspace, register, write


@pytest.fixture
def workspace(tmp_path):
    workspace = make_workspace(tmp_path / "clinic", ("es", "ar"), engines=("pseudo",))
    for slug, text in ARTICLES.items():
        write(workspace, f"source/{slug}.md", text)
    build(workspace)
    register(workspace, "ana", "clinician", "linguist", locales=("es", "ar"))
    return workspace


@pytest.fixture
def desk(server):
    from salerno.web.desk.refresh import refresh

    assert refresh(server.workspace) == []
    return server


def rows():
    from salerno.web.desk.models import Waiting

    return list(Waiting.objects.order_by("place").values_list("place", "digest", "checks", "state"))


def shown(html):
    return re.findall(r'href="/review/(\w+)/(\w+)/(\w{12})/"', html)


def test_the_riskiest_comes_first_and_then_the_order_of_reading(desk):
    html = desk.logged_in("clinician").get("/queue/?article=cough").content.decode()

    found = re.findall(r'class="source">([^<]*)<', html)
    assert found[:4] == ["Take 3 tablets of 5 mg."] * 2 + ["Do not drive."] * 2


def test_a_table_that_was_dropped_comes_back_as_it_was(desk):
    from salerno.web.desk.models import Part
    from salerno.web.desk.refresh import refresh

    before = rows()
    Part.objects.all().delete()
    assert rows() == []
    refresh(desk.workspace)

    assert rows() == before
    assert len(before) > 100


def test_a_file_that_was_only_touched_changes_no_row(desk):
    from salerno.web.desk.models import Part, Waiting
    from salerno.web.desk.refresh import refresh

    path = desk.workspace.catalog("fever", "es")
    before = set(Waiting.objects.values_list("pk", flat=True))
    path.write_bytes(path.read_bytes())
    refresh(desk.workspace)

    assert set(Waiting.objects.values_list("pk", flat=True)) == before
    assert Part.objects.get(article="fever", locale="es").waiting == 3


def test_a_translators_save_is_in_the_queue_at_the_next_look(desk):
    from salerno.web.desk.models import Waiting
    from salerno.web.desk.refresh import refresh

    path = desk.workspace.catalog("cough", "es")
    text = path.read_text("utf-8")
    path.write_text(re.sub(r'msgstr "⟦Ţ.*"', 'msgstr "Tome 30 tabletas de 5 mg."', text), "utf-8")
    refresh(desk.workspace)

    row = Waiting.objects.get(locale="es", source__startswith="Take 3")
    assert row.target == "Tome 30 tabletas de 5 mg."
    assert row.severity == "critical"
    assert " numbers " in row.checks


def test_an_article_that_is_gone_waits_no_longer(desk):
    from salerno.web.desk.models import Part
    from salerno.web.desk.refresh import refresh

    (desk.workspace.source / "cough.md").unlink()
    refresh(desk.workspace)

    assert not Part.objects.filter(article="cough").exists()


def test_a_broken_catalog_is_told_of_and_its_rows_stay(desk):
    from salerno.web.desk.models import Waiting
    from salerno.web.desk.refresh import refresh

    write(desk.workspace, "locales/es/LC_MESSAGES/fever.po", 'msgid "x')
    (problem,) = refresh(desk.workspace)

    assert problem.startswith("fever in es: locales/es/LC_MESSAGES/fever.po:1")
    assert Waiting.objects.filter(article="fever", locale="es").count() == 3


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("article=fever", 6),
        ("article=fever&locale=es", 3),
        ("article=fever&state=draft", 6),
        ("article=fever&state=stale", 0),
        ("article=fever&finding=critical", 0),
        ("article=nothing", 0),
        ("locale=de", 0),
        ("article=%00nothing&after=%00", 0),
        ("state='; DROP TABLE desk_waiting; --", 0),
    ],
)
def test_the_filter_narrows_what_is_shown(desk, query, count):
    html = desk.logged_in("observer").get(f"/queue/?{query}").content.decode()

    assert len(shown(html)) == count
    assert f"<strong>{count}</strong>" in html


def test_paging_shows_every_entry_once(desk):
    browser, address, seen = desk.logged_in("clinician"), "/queue/", []
    while address:
        html = browser.get(address).content.decode()
        seen += shown(html)
        more = re.search(r'href="(\?[^"]*after=[^"]*)">More', html)
        address = f"/queue/{more[1].replace('&amp;', '&')}" if more else ""

    assert len(seen) == len(set(seen)) == len(rows())


def test_somebody_sees_their_own_locales_only(desk):
    browser = desk.logged_in("clinician", locale="es")

    assert {locale for locale, *_ in shown(browser.get("/queue/").content.decode())} == {"es"}
    assert shown(browser.get("/queue/?locale=ar").content.decode()) == []


def test_a_claim_of_a_reviewer_is_seen_by_others_and_runs_out(desk):
    import datetime as dt

    from django.utils import timezone

    from salerno.web.desk.models import Claim

    one, other = desk.logged_in("clinician", reviewer="ana"), desk.logged_in("clinician")
    first = one.get("/queue/next/?article=cough&locale=es").headers["Location"]
    one.get(first)

    assert other.get("/queue/next/?article=cough&locale=es").headers["Location"] != first
    assert f"{one.account.name} has it open" in other.get("/queue/?article=cough").content.decode()
    Claim.objects.update(until=timezone.now() - dt.timedelta(seconds=1))
    assert other.get("/queue/next/?article=cough&locale=es").headers["Location"] == first


def test_an_observer_is_offered_no_work(desk):
    browser = desk.logged_in("observer")

    assert "Start with the first" not in browser.get("/queue/").content.decode()
    assert browser.get("/queue/next/").status_code == 403
