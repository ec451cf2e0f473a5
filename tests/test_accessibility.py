"""Pages as people with a phone, large letters, a screen reader or the dark mode meet them."""

from dataclasses import replace

import pytest

from page_support import genuine
from salerno.pipeline import signoff
from salerno.pipeline.build import build
from salerno.pipeline.pages import pages
from salerno.store import catalogs
from tests_support import desk_of, key_of, make_workspace, register, sign, write

pytestmark = pytest.mark.chromium

LOCALES = ("es", "ar", "hi", "zh-Hans")
ARTICLE = """---
title: Fever
description: What to do, and what not.
date: 2026-11-01
reviewed_by: Dr. A. Example
reading_time: 2 minutes
topic: Children
risk: standard
---

# Fever

> **Call for help** if somebody does not wake up: 1-800-222-1222.

## How much?

| Age | Paracetamol | How often |
|---|---|---|
| 2–3 years | 5 mL, at the most 15 mL a day | every 6 hours |
| Adults | 500 mg | every 4–6 hours |

1. Rest for 2 days. *Do not* drive.
2. Drink water, see [the clinic's page](https://example.org/a-very-long-address/that-goes-on-and-on).

## Pneumonoultramicroscopicsilicovolcanoconiosis-and-other-long-words

Ask a doctor if the fever is above 38.5 °C.
"""
TARGETS = {
    "ar": ("حمى", "لا تأخذ أكثر من 15 مل في اليوم، واتصل بالرقم 1-800-222-1222 عند الحاجة."),
    "hi": ("बुखार", "दिन में 15 mL से ज़्यादा न लें और ज़रूरत हो तो 1-800-222-1222 पर फ़ोन करें।"),
    "zh-Hans": ("发烧", "每天不要超过 15 毫升，如有需要请拨打 1-800-222-1222。"),
    "es": ("Fiebre", "No tome más de 15 mL al día y, si hace falta, llame al 1-800-222-1222."),
}


def translate(workspace, slug, locale):
    """Put words of the language into a catalog: each sentence the same, so that shapes stay."""
    title, sentence = TARGETS[locale]
    path = workspace.catalog(slug, locale)
    catalog = catalogs.read(workspace, path)
    entries = tuple(
        replace(entry, targets=(title if len(entry.unit.source) < 12 else sentence,), fuzzy=False)
        for entry in catalog.entries
    )
    catalogs.write(workspace, path, replace(catalog, entries=entries))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Publish an article, take another one's page back, and leave a third one to be reviewed."""
    folder = tmp_path_factory.mktemp("look") / "clinic"
    workspace = make_workspace(folder, LOCALES, engines=("pseudo",))
    for slug in ("fever", "cough", "waiting"):
        write(workspace, f"source/{slug}.md", ARTICLE)
    build(workspace)
    register(workspace, "ana", "clinician", "linguist", locales=LOCALES, public_name=True)
    for locale in LOCALES:
        for slug in ("site", "fever", "cough"):
            if slug != "site":
                translate(workspace, slug, locale)
            waive_all(workspace, slug, locale)
            sign(workspace, slug, locale)
        signoff.withdraw(
            desk_of(workspace, "cough", locale), reason="Wrong.", key=key_of(workspace)
        )
    pages(workspace)
    return workspace


def waive_all(workspace, slug, locale):
    """Answer for what the checks say of sentences that do not translate anything."""
    from salerno.pipeline import decide

    desk = desk_of(workspace, slug, locale)
    for entry in desk.entries():
        found = {finding.check for finding in decide.open_findings(entry, desk.decisions())}
        for check in sorted(found):
            key = key_of(workspace)
            decide.waive(desk, entry, check=check, reason="A test of shapes.", key=key)
        decide.approve_entries(desk, [entry])


def paths(workspace, locale):
    """Return a page of each kind."""
    return {
        "index": workspace.site / locale / "index.html",
        "article": workspace.site / locale / "fever" / "index.html",
        "how": workspace.site / locale / "fever" / "how.html",
        "notice": workspace.site / locale / "cough" / "index.html",
        "preview": workspace.preview / locale / "waiting" / "index.html",
    }


@pytest.fixture(scope="module")
def axe():
    """Return the accessibility rules, and how to run them on a page."""
    module = pytest.importorskip("axe_playwright_python.sync_playwright")
    return module.Axe()


def opened(chromium, path, *, width, scheme="light"):
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("locale", LOCALES)
def test_the_rules_of_wcag_find_nothing(chromium, axe, site, locale, width, scheme):
    everything = paths(site, locale)
    page = opened(chromium, everything["index"], width=width, scheme=scheme)
    for kind, path in everything.items():
        page.goto(path.as_uri())
        options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
        found = axe.run(page, options=options).response["violations"]

        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], (kind, path)


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_scrolls_sideways_at_320_pixels_which_is_400_percent_of_1280(
    chromium, site, locale
):
    everything = paths(site, locale)
    page = opened(chromium, everything["index"], width=320)
    for kind, path in everything.items():
        page.goto(path.as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")

        assert wide <= 320, kind


def test_the_menu_keeps_the_reader_at_the_same_heading(chromium, site):
    page = opened(chromium, paths(site, "es")["article"], width=400)
    page.evaluate("document.querySelector('#how-much').scrollIntoView()")
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    link = page.locator("nav a[hreflang=ar]")
    link.dispatch_event("click")
    address = link.get_attribute("href")
    page.context.close()

    assert address.endswith("/ar/fever/#how-much")


def test_right_to_left_pages_are_the_mirror_of_the_others(chromium, site):
    left, right = (
        opened(chromium, paths(site, locale)["article"], width=800).evaluate(
            "[...document.querySelectorAll('blockquote, ol, .signed')].map("
            "(box) => {const s = getComputedStyle(box);"
            " return [s.paddingLeft, s.paddingRight, s.borderLeftWidth, s.borderRightWidth]})"
        )
        for locale in ("es", "ar")
    )

    assert [[b, a, d, c] for a, b, c, d in right] == left


def test_a_title_in_the_source_language_begins_where_the_page_does(chromium, site):
    for kind, selector in (("index", ".site"), ("index", "h1"), ("notice", "h1")):
        page = opened(chromium, paths(site, "ar")[kind], width=800)
        gap = page.locator(selector).evaluate(
            "node => { const range = document.createRange(); range.selectNodeContents(node);"
            " return node.getBoundingClientRect().right - range.getBoundingClientRect().right }"
        )
        page.context.close()

        assert gap < 2, (kind, selector)


def test_a_notice_comes_before_the_first_heading_and_is_printed(chromium, site):
    for kind in ("notice", "preview"):
        page = opened(chromium, paths(site, "ar")[kind], width=800)
        page.emulate_media(media="print")
        notice = page.locator("main > [role=note]")
        order = page.evaluate(
            "document.querySelector('[role=note]').compareDocumentPosition("
            "document.querySelector('h1')) & Node.DOCUMENT_POSITION_FOLLOWING"
        )
        assert notice.is_visible()
        assert order
        assert notice.locator("[lang=en]").count() >= 1
        page.context.close()


def test_pages_need_no_script(chromium, site):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(paths(site, "es")["article"].as_uri())

    assert page.locator("nav a").count() == 4
    assert page.locator("article h2").first.is_visible()
    context.close()


@pytest.mark.parametrize("locale", ["es", "ar"])
def test_footnotes_are_named_and_lead_there_and_back(chromium, axe, tmp_path, locale):
    path = tmp_path / "page.html"
    path.write_text(genuine("md", locale)[0], "utf-8")
    page = opened(chromium, path, width=400)
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = axe.run(page, options=options).response["violations"]
    page.locator("[role=doc-noteref]").click()
    there = page.url
    page.locator("[role=doc-backlink]").click()
    back = page.url
    page.context.close()

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert there.endswith("#fn1")
    assert back.endswith("#fnref1")
