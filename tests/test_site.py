"""What a site says of itself, how it looks, and what changes it."""

import re
import shutil

import pytest

from crawler import Page
from salerno import languages
from salerno.errors import InputError
from salerno.model import Meaning, Role
from salerno.page.bylines import Byline
from salerno.page.metadata import review_claims
from salerno.page.names import shipped
from salerno.pipeline import decide, signoff
from salerno.pipeline.build import build
from salerno.pipeline.pages import pages
from salerno.pipeline.verify import ground_of, verify
from salerno.store import workspace as workspaces
from tests_support import clinic, desk_of, key_of, make_workspace, sign, write


def by(meaning, name="", organisation="", day="2026-11-22"):
    role = Role.CLINICIAN if meaning is Meaning.MEDICAL else Role.LINGUIST
    return Byline(meaning, role, name, "MD", organisation, day)


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ([("Dr. Ana", "Clinic")], [("Person", "Dr. Ana")]),
        ([("", "Clinic")], [("Organization", "Clinic")]),
        ([("", "Clinic"), ("", "Clinic")], [("Organization", "Clinic")]),
        (
            [("", "Clinic"), ("Dr. Ana", ""), ("", "")],
            [("Person", "Dr. Ana"), ("Organization", "Clinic")],
        ),
        ([("", "")], []),
    ],
)
def test_search_engines_hear_of_nobody_without_a_name(lines, named):
    said = review_claims([by(Meaning.MEDICAL, *line) for line in lines])

    assert [(who["@type"], who["name"]) for who in said.get("reviewedBy", [])] == named
    assert said["lastReviewed"] == "2026-11-22"


def test_a_linguist_gives_no_medical_review_to_search_engines_either():
    assert review_claims([by(Meaning.LINGUISTIC, "Lin", "Clinic")]) == {}


def test_an_organisation_that_reviewed_is_proved_like_a_person(tmp_path):
    workspace = clinic(tmp_path / "clinic", ("es",))
    people = workspace.root / "locales" / "reviewers.toml"
    text = people.read_text("utf-8").replace('organisation = ""', 'organisation = "Clinic"')
    people.write_text(text, "utf-8")
    pages(workspace)
    page = workspace.site / "es" / "fever" / "index.html"
    html = page.read_text("utf-8")
    (data,) = Page(html).data
    proved = [found.ok for found in verify(workspace.site, ground_of(workspace))]
    page.write_text(html.replace('"name":"Clinic"}]', '"name":"Hospital"}]'), "utf-8")

    assert data["reviewedBy"] == [{"@type": "Organization", "name": "Clinic"}]
    assert all(proved)
    assert not all(found.ok for found in verify(workspace.site, ground_of(workspace)))


@pytest.fixture
def small(tmp_path):
    return clinic(tmp_path / "clinic")


def test_the_reviewer_disappears_when_the_sign_off_is_withdrawn(small):
    page = small.site / "es" / "fever" / "index.html"
    before = page.read_text("utf-8")
    signoff.withdraw(desk_of(small), reason="A wrong dose.", key=key_of(small))
    pages(small)
    everything = "".join(p.read_text("utf-8") for p in small.site.rglob("*.html"))

    assert "lastReviewed" in before
    assert "lastReviewed" not in everything
    assert not (small.site / "es" / "fever" / "how.html").exists()
    assert not (small.site / "es" / "index.html").exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            '"lastReviewed":',
            '"reviewedBy":[{"@type":"Person","name":"Dr. House"}],"lastReviewed":',
        ),
        ('"lastReviewed":"2', '"lastReviewed":"3'),
        ('"inLanguage":"es"', '"inLanguage":"fr"'),
        ("</script>", '</script><script type="application/ld+json">{}</script>'),
        ("</script>", "</script><script>alert(1)</script>"),
        ("</style>", "article p { display: none }</style>"),
        ("</head>", '<link rel="stylesheet" href="/x.css"></head>'),
        ('<main id="page.text">', '<main id="page.text" hidden>'),
    ],
)
def test_what_stands_around_the_article_is_proved_too(small, old, new):
    page = small.site / "es" / "fever" / "index.html"
    html = page.read_text("utf-8")
    assert old in html
    page.write_text(html.replace(old, new, 1), "utf-8")

    assert any(not found.ok for found in verify(small.site, ground_of(small)))


def test_a_workspaces_own_style_and_template_stand_before_ours(small):
    write(small, "assets/style.css", "body { color: teal; }\n")
    write(small, "assets/logo.svg", "<svg/>")
    write(small, "templates/404.html.j2", "<p>{{ site_title }}: nothing here</p>")
    pages(small)
    page = (small.site / "es" / "fever" / "index.html").read_text("utf-8")

    assert "color: teal" in page
    assert "--ink" not in page
    assert (small.site / "404.html").read_text("utf-8") == "<p>Health articles: nothing here</p>"
    assert (small.site / "assets" / "logo.svg").exists()
    assert all(found.ok for found in verify(small.site, ground_of(small)))


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("templates/page.html.j2", "one\n{% if %}", "templates/page.html.j2:2"),
        ("templates/page.html.j2", "one\n\n{{ nothing.here }}", "templates/page.html.j2:3"),
        ("templates/head.html.j2", "\n{{ 1 / 0 }}", "templates/head.html.j2:2"),
        ("templates/page.html.j2", "{{ ''.__class__.__mro__ }}", "templates/page.html.j2:1"),
        ("assets/style.css", "</style><script>alert(1)</script>", "assets/style.css"),
    ],
)
def test_a_template_that_fails_is_named_and_the_old_site_stays(small, name, text, where):
    before = {path: path.read_bytes() for path in small.site.rglob("*") if path.is_file()}
    write(small, name, text)

    with pytest.raises(InputError) as caught:
        pages(small)
    assert str(caught.value).startswith(where)
    assert {path: path.read_bytes() for path in small.site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("{{ body }}", "{{ body }}<p>Call us.</p>", "more than was signed: '<p>'"),
        ("{{ body }}", "{{ body | replace('2', '3') }}", "it says '⟦Ŕéšţ ƒöööŕ 3"),
        ("<article", "<article></article><article", "it holds 2 articles"),
        ("{% block main %}", "{% block main %}<iframe></iframe>", "iframe"),
    ],
)
def test_a_template_may_not_change_what_was_signed(small, old, new, says):
    before = {path: path.read_bytes() for path in small.site.rglob("*") if path.is_file()}
    template = shipped("page.html.j2")
    assert old in template
    write(small, "templates/page.html.j2", template.replace(old, new, 1))

    with pytest.raises(InputError, match=re.escape(says)) as caught:
        pages(small)
    assert str(caught.value).startswith("templates/page.html.j2: fever in es")
    assert {path: path.read_bytes() for path in small.site.rglob("*") if path.is_file()} == before


def test_an_own_template_may_add_around_the_article(small):
    template = shipped("page.html.j2")
    changed = template.replace("{% block main %}", "{% block main %}<p>Our clinic.</p>", 1)
    write(small, "templates/page.html.j2", changed)
    pages(small)

    assert "Our clinic." in (small.site / "es" / "fever" / "index.html").read_text("utf-8")
    assert all(found.ok for found in verify(small.site, ground_of(small)))


def test_quotes_and_tags_in_a_title_break_nothing_for_machines(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    title = 'A \\"quoted\\" </script><b>title</b> & more'
    write(workspace, "source/fever.md", f'---\ntitle: "{title}"\n---\n\nRest for 2 days.\n')
    build(workspace)
    (data,) = Page((workspace.site / "en" / "fever" / "index.html").read_text("utf-8")).data

    assert data["name"] == 'A "quoted" </script><b>title</b> & more'


def test_an_image_goes_with_its_page(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    (workspace.source / "dose.png").write_bytes(b"image")
    write(workspace, "source/fever.md", "# Fever\n\nRest for 2 days. ![A dose](dose.png)\n")
    build(workspace)
    sign(workspace)
    pages(workspace)
    shown = workspace.site / "es" / "fever" / "dose.png"
    assert shown.exists()
    signoff.withdraw(desk_of(workspace), reason="A wrong dose.", key=key_of(workspace))
    pages(workspace)

    assert not shown.exists()


def test_what_a_person_changed_counts_as_changed(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    desk = desk_of(workspace)
    entry = next(entry for entry in desk.entries() if entry.unit.source == "Drink water.")
    decide.edit(desk, entry, ["Beba agua."])
    decide.approve(desk, [entry.unit.key])
    sign(workspace)
    pages(workspace)
    html = (workspace.site / "es" / "fever" / "how.html").read_text("utf-8")

    assert re.findall(r"<td>(\d+)</td>", html) == ["2", "1", "3"]


@pytest.mark.parametrize(
    ("tag", "texts"),
    [
        ("es", ["nube", "ñandú", "oso"]),
        ("de", ["Apfel", "Äpfel", "Birne"]),
        ("zh-Hans", ["啊", "北", "中"]),
        ("pl", ["lekarz", "łóżko", "mama"]),
        ("tr", ["cam", "çam", "dam"]),
    ],
)
def test_texts_are_sorted_as_their_readers_expect(tag, texts):
    pytest.importorskip("icu")

    mixed = [texts[2], texts[0], texts[1]]
    assert sorted(mixed, key=languages.collation_key(tag)) == texts


def test_a_site_without_an_address_claims_none(tmp_path):
    workspace = make_workspace(tmp_path / "clinic", ("es",), engines=("pseudo",))
    settings = workspace.root / "salerno.toml"
    text = re.sub(r"(?m)^base_url = .*", 'base_url = ""', settings.read_text("utf-8"))
    settings.write_text(text, "utf-8")
    workspace = workspaces.find(workspace.root)
    write(workspace, "source/fever.md", "# Fever\n\nRest.\n")
    build(workspace)
    html = (workspace.site / "en" / "fever" / "index.html").read_text("utf-8")

    assert "canonical" not in html
    assert not (workspace.site / "sitemap.xml").exists()
    shutil.rmtree(workspace.root)


def warning(workspace, slug="fever"):
    """Return what stands above a preview, in both languages, and where it leads."""
    html = (workspace.preview / "es" / slug / "index.html").read_text("utf-8")
    notice = re.search(r'<div class="notice".*?</div>', html, re.DOTALL).group()
    return notice, re.findall(r'<a href="([^"]*)"', notice)


def test_a_preview_says_whether_anybody_approved_its_text(small):
    signed, links = warning(small)
    signoff.withdraw(desk_of(small), reason="A wrong dose.", key=key_of(small))
    pages(small)
    approved, _ = warning(small)
    entry = desk_of(small).entries()[0]
    decide.reject(desk_of(small), entry, reason="No.", category="accuracy", severity="major")
    pages(small)
    refused, _ = warning(small)

    assert "Los revisores han aprobado y firmado este texto." in signed
    assert "Reviewers have approved and signed this text." in signed
    assert links[0] == "../../../site/es/fever/index.html"
    assert "esta versión no está publicada. No se guíe por ella." in approved
    assert "but this version is not published. Do not act on it." in approved
    assert "Ningún revisor ha aprobado este texto" in refused
    for said in (signed, approved):
        assert "No reviewer" not in said
        assert "Ningún revisor" not in said


def test_a_preview_of_another_text_than_was_signed_is_not_the_published_one(small):
    desk = desk_of(small)
    entry = desk.entries()[-1]
    decide.edit(desk, entry, ["Beba agua."])
    decide.approve(desk, [entry.unit.key])
    pages(small)

    assert "but this version is not published." in warning(small)[0]
    assert (small.site / "es" / "fever" / "review.json").exists()
