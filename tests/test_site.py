"""A built site as visitors, search engines and screen readers walk it."""

import json
import re
import shutil
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest

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
from tests_support import clinic, desk_of, key_of, make_workspace, register, sign, write

BASE = "https://clinic.example/health/"
LOCALES = ("es", "fr", "pt-BR", "ar", "zh-Hans", "de")
SLUGS = tuple(f"text-{number}" for number in range(10))
UP = {(slug, locale) for n, slug in enumerate(SLUGS) for locale in LOCALES[: 3 + n % 2] if n % 2}


def article(slug, number):
    topic = f"topic: {'Pain' if number % 3 else 'Sleep'}\n" if number % 4 else ""
    return (
        f"---\ntitle: About {slug}\ndescription: What {slug} is.\ndate: 2026-11-0{number or 1}\n"
        f"{topic}---\n\n# About {slug}\n\n## When?\n\nTake {number + 1} tablets.\n"
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    workspace = make_workspace(
        tmp_path_factory.mktemp("site") / "clinic", LOCALES, engines=("pseudo",)
    )
    settings = workspace.root / "salerno.toml"
    text = re.sub(r"(?m)^#? ?base_url = .*", f'base_url = "{BASE}"', settings.read_text("utf-8"))
    settings.write_text(text, "utf-8")
    workspace = workspaces.find(workspace.root)
    for number, slug in enumerate(SLUGS):
        write(workspace, f"source/{slug}.md", article(slug, number))
    build(workspace)
    register(workspace, "ana", "clinician", "linguist", locales=LOCALES, public_name=True)
    for locale in LOCALES:
        if any(locale == up for _, up in UP):
            sign(workspace, "site", locale)
    for slug, locale in sorted(UP):
        sign(workspace, slug, locale)
    pages(workspace)
    return workspace


class Page(HTMLParser):
    """What a crawler takes from a page."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.data = []
        self._in_data = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append((tag, found))
        self._in_data = found.get("type") == "application/ld+json"

    def handle_endtag(self, tag):
        self._in_data = False

    def handle_data(self, data):
        if self._in_data:
            self.data.append(json.loads(data))

    def links(self, relation):
        return [a for tag, a in self.tags if tag == "link" and a.get("rel") == relation]

    @property
    def anchors(self):
        return {a["id"] for _, a in self.tags if "id" in a}

    @property
    def hrefs(self):
        return [a["href"] for tag, a in self.tags if tag == "a"]

    @property
    def is_indexed(self):
        robots = [a for tag, a in self.tags if a.get("name") == "robots"]
        return not robots


def crawled(workspace):
    """Return the pages of a site by their URLs."""
    found = {}
    for path in workspace.site.rglob("*.html"):
        name = path.relative_to(workspace.site).as_posix()
        url = BASE + (name.removesuffix("index.html") if name.endswith("index.html") else name)
        found[url] = Page(path.read_text("utf-8"))
    return found


def test_what_is_not_published_appears_nowhere(site):
    names = {p.parent.relative_to(site.site).as_posix() for p in site.site.rglob("review.json")}
    everything = "".join(
        p.read_text("utf-8") for p in site.site.rglob("*.*") if p.suffix != ".json"
    )

    assert names == {f"{locale}/{slug}" for slug, locale in UP}
    for locale in LOCALES:
        for slug in SLUGS:
            assert (f"{locale}/{slug}/" in everything) == ((slug, locale) in UP)


def test_every_link_leads_to_a_page_and_every_fragment_to_a_place(site):
    found = crawled(site)
    for url, page in found.items():
        for href in page.hrefs:
            target = urlsplit(urljoin(url, href))
            address = target._replace(fragment="").geturl()
            if address.endswith("review.json"):
                continue
            assert address in found, (url, href)
            assert not target.fragment or target.fragment in found[address].anchors, (url, href)


def test_alternates_are_absolute_reciprocal_and_name_the_page_itself(site):
    found = crawled(site)
    sets = {
        url: {link["hreflang"]: link["href"] for link in page.links("alternate")}
        for url, page in found.items()
    }
    for url, others in sets.items():
        named = {tag: href for tag, href in others.items() if tag != "x-default"}
        if others:
            assert url in others.values(), url
            assert "x-default" in others
        for href in others.values():
            assert sets[href] == others, (url, href)
        for tag, href in named.items():
            assert dict(found[href].tags)["html"]["lang"] == tag


def test_a_page_is_canonical_to_itself(site):
    for url, page in crawled(site).items():
        canonical = [link["href"] for link in page.links("canonical")]
        assert canonical == ([url] if page.is_indexed else []), url


def test_the_sitemap_lists_what_is_indexed_with_the_same_alternates(site):
    found = crawled(site)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ET.parse(site.site / "sitemap.xml").getroot()  # noqa: S314 - we wrote it
    listed = {
        url.findtext(f"{space}loc"): {
            link.get("hreflang"): link.get("href")
            for link in url.iter("{http://www.w3.org/1999/xhtml}link")
        }
        for url in root
    }

    assert listed.keys() == {url for url, page in found.items() if page.is_indexed}
    for url, others in listed.items():
        assert others == {a["hreflang"]: a["href"] for a in found[url].links("alternate")}


def test_open_graph_names_the_languages_with_their_countries(site):
    page = crawled(site)[f"{BASE}es/text-3/"]
    said = [(a["property"], a["content"]) for tag, a in page.tags if "og:locale" in a.get("property", "")]  # fmt: skip

    assert said == [
        ("og:locale", "es_ES"),
        ("og:locale:alternate", "en_US"),
        ("og:locale:alternate", "fr_FR"),
        ("og:locale:alternate", "pt_BR"),
        ("og:locale:alternate", "ar_EG"),
    ]


def test_json_ld_names_the_works_and_the_review(site):
    found = crawled(site)
    (source,) = found[f"{BASE}en/text-1/"].data
    (target,) = found[f"{BASE}es/text-1/"].data

    assert source["@type"] == target["@type"] == "MedicalWebPage"
    assert (source["inLanguage"], target["inLanguage"]) == ("en", "es")
    assert {work["@id"] for work in source["workTranslation"]} == {
        f"{BASE}{locale}/text-1/" for slug, locale in UP if slug == "text-1"
    }
    assert target["translationOfWork"]["@id"] == f"{BASE}en/text-1/"
    assert [person["name"] for person in target["reviewedBy"]] == ["Dr. Ana"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", target["lastReviewed"])
    assert "reviewedBy" not in source


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


def test_heading_ids_are_the_same_in_all_locales(site):
    found = crawled(site)
    ids = [found[f"{BASE}{locale}/text-1/"].anchors for locale in ("en", *LOCALES[:3])]

    assert ids[0] >= {"when"}
    assert all(each == ids[0] for each in ids)


def test_lists_go_by_topic_and_those_without_one_come_last(site):
    html = (site.site / "en" / "index.html").read_text("utf-8")
    headings = re.findall(r"<h2>(.*?)</h2>\n<ul class=\"articles\">", html)

    assert headings == ["Pain", "Sleep", "Other topics"]


def test_a_page_weighs_little(site):
    for path in site.site.rglob("*.html"):
        assert len(path.read_bytes()) < 50_000


def test_the_counts_of_how_a_translation_was_made_add_up(site):
    html = (site.site / "es" / "text-1" / "how.html").read_text("utf-8")
    numbers = [int(number) for number in re.findall(r"<td>(\d+)</td>", html)]

    assert sum(numbers[:-1]) == numbers[-1] == 5


def test_the_site_is_proved(site):
    found = list(verify(site.site, ground_of(site)))

    assert [page.path for page in found if not page.ok] == []
    assert len(found) > len(UP)


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


def test_every_page_is_valid_html(site):
    folders = (site.site, site.preview)
    for path in (path for folder in folders for path in folder.rglob("*.html")):
        html5lib.HTMLParser(strict=True).parse(path.read_text("utf-8"))


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
