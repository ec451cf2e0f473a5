"""The workspace's own title and publisher, in the words of each language or as they are."""

import re
from dataclasses import replace

import pytest

from salerno.model import State
from salerno.page.own_names import PUBLISHER, TITLE
from salerno.pipeline import decide, signoff
from salerno.pipeline.build import build
from salerno.pipeline.draft import draft
from salerno.pipeline.handout import handout
from salerno.pipeline.pages import pages
from salerno.pipeline.status import status
from salerno.pipeline.update import update
from salerno.pipeline.verify import ground_of, verify
from salerno.store import catalogs
from salerno.store import workspace as workspaces
from tests_support import clinic, desk_of, key_of, sign

FOREIGN = ' lang="en" dir="ltr"'


@pytest.fixture
def site(tmp_path):
    return clinic(tmp_path / "clinic")


def name(workspace, context, target, *, fuzzy=False):
    """Translate one of the workspace's names in the Spanish catalog."""
    path = workspace.catalog("site", "es")
    catalog = catalogs.read(workspace, path)
    entries = tuple(
        replace(entry, targets=(target,), fuzzy=fuzzy) if entry.unit.context == context else entry
        for entry in catalog.entries
    )
    catalogs.write(workspace, path, replace(catalog, entries=entries))


def signed(workspace):
    name(workspace, TITLE, "Artículos de salud")
    name(workspace, PUBLISHER, "Clínica Ejemplo")
    sign(workspace, "site")
    pages(workspace)
    return workspace


def titled(workspace, title):
    """Give the workspace another title."""
    path = workspace.root / "salerno.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('title = "Health articles"', f'title = "{title}"'), "utf-8")
    return workspaces.find(workspace.root)


def html(workspace, page="es/fever/index.html"):
    return (workspace.site / page).read_text("utf-8")


def headings(workspace):
    """Return the titles on a list and above an article, with the attributes that mark them."""
    return (
        re.findall(r"<h1(.*?)>(.*?)</h1>", html(workspace, "es/index.html")),
        re.findall(r'<p class="site"(.*?)><a[^>]*>(.*?)</a>', html(workspace)),
    )


def are_proved(workspace):
    return all(page.ok for page in verify(workspace.site, ground_of(workspace)))


def site_status(workspace):
    return next(each for each in status(workspace) if each.article == "site")


def test_names_are_in_the_catalog_and_nobody_has_to_translate_them(site):
    catalog = catalogs.read(site, site.catalog("site", "es"))
    found = {e.unit.context: (e.unit.source, *e.targets) for e in catalog.entries if e.unit.context}

    assert found == {TITLE: ("Health articles", ""), PUBLISHER: ("Example Clinic", "")}
    assert headings(site) == ([(FOREIGN, "Health articles")], [(FOREIGN, "Health articles")])
    assert site_status(site).counts[State.MISSING] == 0
    assert site_status(site).publishable


def test_no_machine_names_a_site(site):
    (drafted,) = draft(site, engine="pseudo")

    assert (drafted.drafted, drafted.missing) == (0, 0)


def test_signed_names_stand_on_pages_in_the_pages_language(site):
    signed(site)
    index, page = html(site, "es/index.html"), html(site)

    assert headings(site) == ([("", "Artículos de salud")], [("", "Artículos de salud")])
    assert "<title>Artículos de salud</title>" in index
    assert '<meta property="og:site_name" content="Artículos de salud">' in page
    assert '"publisher":{"@type":"Organization","name":"Clínica Ejemplo"}' in page
    assert "<p>Clínica Ejemplo</p>" in page
    assert "Health articles" in html(site, "en/index.html")
    assert are_proved(site)


def test_a_name_that_nobody_approved_is_not_signed_and_not_shown(site):
    name(site, TITLE, "Artículos de salud")
    reasons = signoff.sign_off(desk_of(site, "site"), key_of(site)).reasons
    build(site)

    assert [reason.partition(" ")[2] for reason in reasons] == ["'Health articles' is translated"]
    assert headings(site)[0] == [(FOREIGN, "Health articles")]
    assert site_status(site).publishable


def test_an_edition_from_before_a_name_stays_up_and_the_name_stands_as_it_is(site):
    renamed = titled(signed(site), "Leaflets of the house")
    build(renamed)

    assert headings(renamed)[0] == [(FOREIGN, "Leaflets of the house")]
    assert site_status(renamed).publishable
    assert are_proved(renamed)


def test_the_translation_of_an_earlier_title_waits_for_a_person(site):
    renamed = titled(signed(site), "Health leaflets")
    build(renamed)
    reasons = signoff.sign_off(desk_of(renamed, "site"), key_of(renamed)).reasons

    assert [reason.partition(" ")[2] for reason in reasons] == ["'Health leaflets' is stale"]
    assert headings(renamed)[0] == [(FOREIGN, "Health leaflets")]


def test_a_translation_that_was_taken_back_holds_nothing_up(site):
    name(site, TITLE, "Artículos", fuzzy=True)
    name(site, TITLE, "")

    assert sign(site, "site").event


def test_a_name_is_translated_by_its_key(site):
    seat = desk_of(site, "site")
    catalog = catalogs.read(site, site.catalog("site", "es"))
    key = next(entry.unit.key for entry in catalog.entries if entry.unit.context == TITLE)
    decide.edit(seat, seat.entry(key), ["Salud"])
    sign(site, "site")
    pages(site)

    assert headings(site)[0] == [("", "Salud")]


def test_a_title_that_is_a_word_of_the_chrome_is_not_that_word(site):
    named = titled(site, "Languages")
    build(named)
    sign(named, "site")
    pages(named)

    assert headings(named)[0] == [(FOREIGN, "Languages")]
    update(named)
    catalog = catalogs.read(named, named.catalog("site", "es"))
    said = {e.unit.context: e.targets for e in catalog.entries if e.unit.source == "Languages"}
    assert said == {None: ("Idiomas",), TITLE: ("",)}


def test_a_preview_shows_names_as_the_catalog_has_them(site):
    name(site, TITLE, "Artículos de salud")
    pages(site)
    preview = (site.preview / "es" / "fever" / "index.html").read_text("utf-8")

    assert re.search(r'<p class="site"><a[^>]*>Artículos de salud</a>', preview)


def test_handouts_bear_signed_names_and_their_foot_the_originals(tmp_path):
    pytest.importorskip("weasyprint")
    pikepdf = pytest.importorskip("pikepdf")
    site = signed(clinic(tmp_path / "clinic", articles=("fever", "cough")))
    made = handout(site, ["fever", "cough"], "es")
    with pikepdf.open(made.path) as pdf:
        assert str(pdf.docinfo.Title) == "Artículos de salud"
