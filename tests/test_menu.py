"""The menu of languages, and the link above it: where readers go from a page."""

import re

import pytest

from salerno.pipeline import signoff
from salerno.pipeline.build import build
from salerno.pipeline.pages import pages
from salerno.pipeline.verify import ground_of, verify
from tests_support import clinic, desk_of, key_of, sign, write

MANY = ("es", "ar", "fr", "hi", "ru", "vi", "zh-Hans")


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Return a site with an article in eight languages."""
    return clinic(tmp_path_factory.mktemp("many") / "clinic", MANY)


@pytest.fixture
def few(tmp_path):
    """Return a site with two articles in three languages."""
    return clinic(tmp_path / "clinic", ("es", "ar"), ("fever", "cough"))


@pytest.fixture
def long_text(tmp_path):
    """Return a site with an article that is longer than a screen."""
    workspace = clinic(tmp_path / "clinic")
    section = "Rest for a while, and drink water.\n\n" * 30
    text = "# Long\n\n" + "".join(f"## {word}\n\n{section}" for word in ("One", "Two", "Three"))
    write(workspace, "source/long.md", text)
    build(workspace)
    sign(workspace, "long")
    pages(workspace)
    return workspace


def html(workspace, page):
    return (workspace.site / page).read_text("utf-8")


def menu(workspace, page):
    """Return where the menu of a page leads, by language; the page's own language leads nowhere."""
    nav = re.search("<nav.*?</nav>", html(workspace, page), re.DOTALL).group()
    links = re.findall(r'<a href="([^"]*)" lang="([^"]*)"', nav)
    here = re.findall(r'<strong lang="([^"]*)"', nav)
    return {language: href for href, language in links} | dict.fromkeys(here, "")


def home(workspace, page):
    return re.search(r'<p class="site"[^>]*><a href="([^"]*)"', html(workspace, page)).group(1)


def withdraw(workspace, slug, locale):
    desk = desk_of(workspace, slug, locale)
    signoff.withdraw(desk, reason="A wrong dose.", key=key_of(workspace))


def problems(workspace):
    found = verify(workspace.site, ground_of(workspace))
    return [(page.path, page.problems) for page in found if not page.ok]


def test_a_short_menu_shows_all_its_languages_and_a_long_one_folds(few, many):
    assert "<details>" not in html(few, "es/fever/index.html")
    long = html(many, "ar/fever/index.html")

    assert re.search(r'<details>\n<summary><h2 [^>]*>اللغات</h2> <span lang="ar" dir="rtl">', long)
    assert set(menu(many, "ar/fever/index.html")) == {"en", *MANY}
    assert problems(many) == problems(few) == []


def test_a_menu_that_was_written_before_it_grew_long_is_still_proved(many, tmp_path):
    grown = clinic(tmp_path / "clinic", MANY)
    for locale in MANY[3:]:
        withdraw(grown, "fever", locale)
    pages(grown)
    page = grown.site / "es" / "fever" / "index.html"
    before = page.read_text("utf-8")
    for locale in MANY[3:]:
        sign(grown, "fever", locale)
    pages(grown)
    page.write_text(before, "utf-8")

    assert "<details>" not in before
    assert problems(grown) == []


def test_how_it_was_made_leads_to_how_it_was_made_in_other_languages(few):
    assert menu(few, "ar/fever/how.html") == {
        "en": "../../en/fever/",
        "es": "../../es/fever/how.html",
        "ar": "",
    }


def test_a_notice_leads_to_the_list_in_its_own_language_as_long_as_there_is_one(few):
    withdraw(few, "fever", "ar")
    pages(few)
    with_another = home(few, "ar/fever/index.html")
    assert problems(few) == []
    withdraw(few, "cough", "ar")
    pages(few)

    assert with_another == "../"
    assert (few.site / "en" / "index.html").exists()
    assert not (few.site / "ar" / "index.html").exists()
    assert home(few, "ar/fever/index.html") == home(few, "ar/cough/index.html") == "../../en/"
    assert problems(few) == []


def test_a_notice_that_leads_elsewhere_is_found(few):
    withdraw(few, "fever", "ar")
    pages(few)
    page = few.site / "ar" / "fever" / "index.html"
    page.write_text(page.read_text("utf-8").replace('<a href="../">', '<a href="../../en/">'))

    assert [path for path, _ in problems(few)] == ["ar/fever/index.html"]


def opened(chromium, workspace, page, **options):
    context = chromium.new_context(**options)
    shown = context.new_page()
    shown.goto((workspace.site / page).as_uri())
    return shown


@pytest.mark.chromium
@pytest.mark.parametrize("locale", ["es", "ar"])
def test_a_long_menu_opens_without_script_and_leaves_the_phone_to_the_text(chromium, many, locale):
    page = opened(
        chromium,
        many,
        f"{locale}/fever/index.html",
        viewport={"width": 320, "height": 700},
        java_script_enabled=False,
    )
    link = page.locator("nav a[hreflang=ru]")
    heading = page.locator("h1").bounding_box()
    folded = link.is_visible()
    page.locator("nav summary").click()
    wide = page.locator("html").evaluate("node => node.scrollWidth")
    opened_ = link.is_visible()
    page.emulate_media(media="print")
    printed = page.locator("nav").is_visible()
    page.context.close()

    assert (folded, opened_, printed) == (False, True, False)
    assert heading["y"] < 200
    assert wide <= 320


@pytest.mark.chromium
def test_who_goes_up_to_the_menu_is_led_to_the_heading_where_they_were(chromium, long_text):
    page = chromium.new_page(viewport={"width": 400, "height": 600})
    page.clock.install()
    page.goto((long_text.site / "es" / "long" / "index.html").as_uri())
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")

    def scroll(place, milliseconds):
        page.evaluate(f"{place}; dispatchEvent(new Event('scroll'))")
        page.clock.run_for(milliseconds)

    scroll("document.querySelector('#three').scrollIntoView()", 600)
    scroll("document.querySelector('#two').scrollIntoView()", 100)
    scroll("scrollTo(0, 0)", 600)
    link = page.locator("nav a[hreflang=en]")
    link.click()
    address = link.get_attribute("href")
    page.close()

    assert address.endswith("/en/long/#three")


@pytest.mark.chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_rules_of_wcag_find_nothing_in_an_open_menu(chromium, many, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(chromium, many, "ar/fever/index.html", color_scheme=scheme)
    page.locator("nav summary").click()
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = axe.run(page, options=options).response["violations"]
    page.context.close()

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
