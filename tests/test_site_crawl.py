"""A site of ten articles in six locales, half of them published, as visitors and search engines walk it."""

import datetime as dt
import re
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest

from crawler import crawled, reached, sitemap
from salerno.engines.pseudo import Pseudo
from salerno.pipeline import decide, signoff
from salerno.pipeline.build import build
from salerno.pipeline.pages import pages
from salerno.pipeline.verify import ground_of, verify
from salerno.store import catalogs
from salerno.store import workspace as workspaces
from tests_support import desk_of, key_of, make_workspace, register, sign, write

BASE = "https://clinic.example/health/"
LOCALES = ("es", "fr", "pt-BR", "ar", "zh-Hans", "de")
SLUGS = tuple(f"text-{number}" for number in range(10))
NAMES = ["Alpha", "Bravo", "Carla", "Delta", "Edwin", "Fanny", "Gregor", "Hanna", "Isaac", "Julia"]
ALL = {(slug, locale) for slug in SLUGS for locale in LOCALES}
UP = {
    (slug, locale)
    for n, slug in enumerate(SLUGS[:9])
    for i, locale in enumerate(LOCALES[:5])
    if (n + i) % 3
}
"""Published: every mixture of the locales; German and the last article have nothing at all."""
WITHDRAWN = ("text-0", "es")
REJECTED = ("text-3", "es")
APPROVED = ("text-6", "es")
"""Not published, each for another reason; the others are drafts."""
TOPICS = ("", "Pain", "Sleep")


def article(number):
    name, topic = NAMES[number], TOPICS[number % 3]
    return (
        f"---\ntitle: About {name}\ndescription: What {name} is.\ndate: 2026-11-{number + 10}\n"
        f"{topic and f'topic: {topic}'}\n---\n\n# About {name}\n\n## When?\n\nTake {number + 1} tablets.\n"
        f"\n### How?\n\nSee [above](#when) and [there](https://example.org/{number}).\n\n"
        f"![A pill](pill-{number}.png)\n"
    )


def words_of(slug, locale):
    """Return a word that stands in one translation and nowhere else."""
    return Pseudo.disguise(f"{NAMES[SLUGS.index(slug)]}{locale.replace('-', '').capitalize()}words")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "clinic"
    workspace = make_workspace(folder, LOCALES, engines=("pseudo",))
    settings = workspace.root / "salerno.toml"
    text = re.sub(r"(?m)^#? ?base_url = .*", f'base_url = "{BASE}"', settings.read_text("utf-8"))
    settings.write_text(text, "utf-8")
    workspace = workspaces.find(workspace.root)
    for number, slug in enumerate(SLUGS):
        write(workspace, f"source/{slug}.md", article(number))
        write(workspace, f"source/pill-{number}.png", "image")
    build(workspace)
    for slug, locale in ALL:
        name_apart(workspace, slug, locale)
    register(workspace, "ana", "clinician", "linguist", locales=LOCALES, public_name=True)
    for locale in LOCALES[:5]:
        sign(workspace, "site", locale)
    for slug, locale in sorted({*UP, WITHDRAWN}):
        sign(workspace, slug, locale)
    pages(workspace)
    assert (workspace.site / "es/text-0/pill-0.png").exists()
    signoff.withdraw(desk_of(workspace, *WITHDRAWN), reason="No.", key=key_of(workspace))
    for slug, locale in (REJECTED, APPROVED):
        decide.approve_all(desk_of(workspace, slug, locale))
    seat = desk_of(workspace, *REJECTED)
    decide.reject(seat, seat.entries()[0], reason="No.", category="accuracy", severity="major")
    pages(workspace)
    return workspace


def name_apart(workspace, slug, locale):
    """Have every text of a translation say which it is."""
    path = workspace.catalog(slug, locale)
    catalog = catalogs.read(workspace, path)
    word = words_of(slug, locale)
    entries = [
        replace(entry, targets=tuple(text.replace("⟦", f"⟦{word} ") for text in entry.targets))
        for entry in catalog.entries
    ]
    catalogs.write(workspace, path, replace(catalog, entries=tuple(entries)))


@pytest.fixture(scope="module")
def found(site):
    return crawled(site.site, BASE)


def url(*parts):
    return BASE + "".join(f"{part}/" for part in parts)


def up(slug):
    """Return the locales of an article that are published, its own first."""
    return ["en", *(locale for locale in LOCALES if (slug, locale) in UP)]


INDEXED = {
    BASE: ["en", *LOCALES[:5]],
    **{url(locale): ["en", *LOCALES[:5]] for locale in ("en", *LOCALES[:5])},
    **{url(locale, slug): up(slug) for slug in SLUGS for locale in up(slug)},
}
"""What search engines shall find, each with the languages in which it stands."""
OTHERS = {
    f"{BASE}404.html",
    url(*reversed(WITHDRAWN)),
    *(f"{url(locale, slug)}how.html" for slug, locale in UP),
}


def test_half_of_all_translations_are_published():
    assert (len(ALL), len(UP), len({locale for _, locale in UP})) == (60, 30, 5)
    assert not UP & {WITHDRAWN, REJECTED, APPROVED}
    assert len({tuple(up(slug)) for slug in SLUGS}) == 4


def test_the_pages_are_those_of_what_is_published_and_no_others(site, found):
    assert found.keys() == INDEXED.keys() | OTHERS
    proofs = {path.parent.relative_to(site.site) for path in site.site.rglob("review.json")}
    assert {path.as_posix() for path in proofs} == {f"{locale}/{slug}" for slug, locale in UP}
    images = {path.relative_to(site.site).as_posix() for path in site.site.rglob("*.png")}
    assert images == {
        f"{locale}/{slug}/pill-{n}.png" for n, slug in enumerate(SLUGS) for locale in up(slug)
    }


def test_what_is_not_published_appears_nowhere(site, found):
    files = [path for path in site.site.rglob("*") if path.is_file()]
    everything = {path: path.read_bytes().decode("utf-8") for path in files}
    notice = site.site / WITHDRAWN[1] / WITHDRAWN[0] / "index.html"
    for slug, locale in ALL:
        words, name = words_of(slug, locale), f"{locale}/{slug}"
        is_up = (slug, locale) in UP

        assert any(words in text for text in everything.values()) == is_up, name
        assert any(f"{name}/" in text for text in everything.values()) == is_up, name
        assert (site.site / name).exists() == (is_up or (slug, locale) == WITHDRAWN)
    assert [path.name for path in notice.parent.iterdir()] == ["index.html"]
    assert not (site.site / "de").exists()
    for page in found.values():
        assert "de" not in {a.get("hreflang") or a.get("lang") for _, a in page.tags}


def test_every_address_leads_to_something_and_every_fragment_to_a_place(site, found):
    for here, page in found.items():
        for address in page.addresses:
            target = urlsplit(urljoin(here, address))
            there = target._replace(fragment="").geturl()
            if not there.startswith(BASE):
                assert there.startswith("https://example.org/"), (here, address)
            elif there in found:
                assert not target.fragment or target.fragment in found[there].anchors, (
                    here,
                    address,
                )
            else:
                file = site.site / there.removeprefix(BASE)
                assert file.is_file(), (here, address)
                assert not target.fragment


def test_every_page_is_reached_from_the_first_and_leads_back(found):
    strays = {f"{BASE}404.html", url(*reversed(WITHDRAWN))}
    assert reached(found, BASE) == found.keys() - strays
    for here, page in found.items():
        targets = {urljoin(here, href).partition("#")[0] for href in page.hrefs}

        assert here == BASE or targets & {BASE, *map(url, ("en", *LOCALES))}, here
        if here in OTHERS and here.endswith("how.html"):
            assert here.removesuffix("how.html") in targets


def test_the_page_for_addresses_that_lead_nowhere_does_not_depend_on_its_own(found):
    hrefs = found[f"{BASE}404.html"].hrefs

    assert {href for href in hrefs if not href.startswith("#")} >= {url("en"), url("ar")}
    assert all(href.startswith((BASE, "#")) for href in hrefs)


def test_lists_and_menus_name_what_is_published_in_each_language_and_nothing_else(found):
    for locale in ("en", *LOCALES[:5]):
        page = found[url(locale)]
        listed = {href for href in page.hrefs if re.fullmatch(r"text-\d/", href)}
        assert listed == {f"{slug}/" for slug in SLUGS if locale in up(slug)}
    for slug in SLUGS:
        for locale in up(slug):
            here = url(locale, slug)
            menu = [urljoin(here, href) for href in found[here].hrefs if href.startswith("../../")]
            others = [url(other, slug) for other in up(slug) if other != locale]
            original = [url("en", slug)] if locale != "en" else []

            assert menu == [*others, *original], here


def test_alternates_are_all_languages_of_a_page_and_itself_from_each_of_them(found):
    for here, locales in INDEXED.items():
        parts = here.removeprefix(BASE).split("/")[1:-1]
        alternates = {locale: url(locale, *parts) for locale in locales}
        fallback = url("en", *parts) if parts else BASE

        assert found[here].alternates == {**alternates, "x-default": fallback}, here
        for locale, there in alternates.items():
            assert found[there].locale == locale
            assert here in {*found[there].alternates.values(), BASE}
    for here in OTHERS:
        assert found[here].alternates == {}


def test_a_page_that_is_indexed_is_canonical_to_itself_and_no_other_is(found):
    for here in INDEXED:
        assert found[here].robots == [], here
        assert [link["href"] for link in found[here].links("canonical")] == [here]
        assert found[here].meta("og:url") == [here]
    for here in OTHERS:
        assert found[here].robots == ["noindex"], here
        assert found[here].links("canonical") == []
        assert found[here].meta("og:url") == []


def test_open_graph_names_the_languages_with_their_countries(found):
    page = found[url("es", "text-1")]

    assert page.meta("og:locale") == ["es_ES"]
    assert page.meta("og:locale:alternate") == ["en_US", "fr_FR", "ar_EG", "zh_CN"]


def test_the_sitemap_lists_what_is_indexed_with_the_same_alternates(site, found):
    listed = sitemap(site.site / "sitemap.xml")
    today = dt.datetime.now(dt.UTC).date()

    assert len(listed) == len(INDEXED)
    assert {here for here, _, _ in listed} == INDEXED.keys()
    for here, alternates, changed in listed:
        assert alternates == found[here].alternates, here
        locale, slug = [*here.removeprefix(BASE).split("/"), "", ""][:2]
        if (slug, locale) in UP:
            assert today - dt.date.fromisoformat(changed) <= dt.timedelta(days=1)
        else:
            assert changed == (f"2026-11-{SLUGS.index(slug) + 10}" if slug else None)


def test_json_ld_names_the_works_and_the_review(found):
    for slug in SLUGS:
        for locale in up(slug):
            (said,) = found[url(locale, slug)].data
            works = {work["@id"]: work["inLanguage"] for work in said.get("workTranslation", [])}

            assert said["@type"] == "MedicalWebPage"
            assert said["@id"] == said["url"] == url(locale, slug)
            assert said["inLanguage"] == locale
            if locale == "en":
                assert works == {url(other, slug): other for other in up(slug)[1:]}
                assert not {"reviewedBy", "lastReviewed", "translationOfWork"} & said.keys()
            else:
                assert works == {}
                assert said["translationOfWork"]["@id"] == url("en", slug)
                assert [person["name"] for person in said["reviewedBy"]] == ["Dr. Ana"]
                assert re.fullmatch(r"\d{4}-\d\d-\d\d", said["lastReviewed"])
                assert words_of(slug, locale) in said["name"]
    assert all(not found[here].data for here in OTHERS)


def test_headings_have_the_same_ids_in_all_locales(found):
    for slug in SLUGS:
        source = found[url("en", slug)]
        assert {"when", "how"} <= source.anchors
        for locale in up(slug):
            page = found[url(locale, slug)]

            assert page.anchors - {"page.languages"} == source.anchors - {"page.languages"}
            assert page.headings[-3:] == source.headings[-3:]


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

    assert sum(numbers[:-1]) == numbers[-1] == 8


def test_the_site_is_proved(site):
    pages_ = list(verify(site.site, ground_of(site)))

    assert [page.path for page in pages_ if not page.ok] == []
    assert len(pages_) > len(UP)


def test_every_page_is_valid_html(site):
    folders = (site.site, site.preview)
    for path in (path for folder in folders for path in folder.rglob("*.html")):
        html5lib.HTMLParser(strict=True).parse(path.read_text("utf-8"))


def test_no_preview_is_indexed_or_leads_a_crawler_on(site):
    for here, page in crawled(site.preview, "https://clinic.example/preview/").items():
        assert page.robots == ["noindex, nofollow"], here
        assert page.alternates == {}
        assert page.links("canonical") == []
        assert page.data == []
