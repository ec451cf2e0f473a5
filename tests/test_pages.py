import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from salerno.model import Catalog, Document, Entry, Metadata, Unit
from salerno.page.chrome import Chrome
from salerno.page.render import Frame, NoticePage, Published, SitePage, render_notice, render_page
from salerno.page.sanitise import sanitised
from salerno.page.theme import plain
from salerno.pipeline.build import build
from salerno.pipeline.pages import pages
from salerno.store import catalogs
from salerno.store.chrome import shipped
from tests_support import make_workspace, write

ARTICLE = """---
title: Fever
description: What to do.
date: 2026-11-22
reading_time: 3 minutes
reviewed_by: Dr. A. Example
---

# Fever

Take **two** tablets.

## When to call

| Age | Call at |
|:----|--------:|
| 1   | 38 °C   |
"""


@pytest.fixture
def built(workspace):
    write(workspace, "source/fever.md", ARTICLE)
    build(workspace)
    return workspace


def page(workspace, locale="es", folder="preview", slug="fever"):
    path = workspace.root / "output" / folder / locale / slug / "index.html"
    return path.read_text(encoding="utf-8")


def translate(workspace, source, target, locale="es"):
    path = workspace.catalog("fever", locale)
    catalog = catalogs.read(workspace, path)
    entries = [
        replace(entry, targets=(target,), fuzzy=False) if entry.unit.source == source else entry
        for entry in catalog.entries
    ]
    catalogs.write(workspace, path, replace(catalog, entries=tuple(entries)))
    pages(workspace)


def test_only_the_source_is_published(built):
    site = built.root / "output" / "site"
    lists = ["404.html", "en/index.html", "index.html"]

    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert found == sorted(["en/fever/index.html", *lists])


def test_every_preview_says_what_it_is(built):
    html = page(built)

    assert '<meta name="robots" content="noindex, nofollow">' in html
    assert 'role="note"' in html
    assert "Esto es una vista previa" in html
    assert "This is a preview, not health information." in html
    assert html.index('role="note"') < html.index("<h1")


def test_the_source_page_has_no_preview_notice(built):
    html = page(built, "en", "site")

    assert "noindex" not in html
    assert "preview" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)


def test_language_and_direction_are_those_of_the_page(built):
    assert '<html lang="es" dir="ltr">' in page(built)
    assert '<html lang="ar" dir="rtl">' in page(built, "ar")


def test_a_block_without_translation_shows_the_source_marked(tmp_path):
    workspace = make_workspace(tmp_path / "w", locales=("ar",), engines=("memory",))
    write(workspace, "source/fever.md", ARTICLE)
    build(workspace)

    assert '<span class="unit missing" lang="en" dir="ltr">' in page(workspace, "ar")
    assert "Take <strong>two</strong> tablets." in page(workspace, "ar")


def test_the_state_of_every_block_is_said_in_words(built):
    html = page(built)

    assert len(re.findall(r'<small class="state" lang="es" dir="ltr">borrador</small>', html)) == 7


def test_dates_and_reading_time_are_in_the_language_of_the_page(built):
    html = page(built)

    assert "22 de noviembre de 2026" in html
    assert "Tiempo de lectura: 3 minutos" in html
    assert "3 دقائق" in page(built, "ar")


def test_a_reviewer_of_the_source_is_shown_as_reviewer_of_the_original(built):
    assert "Dr. A. Example hizo la revisión médica del texto original." in page(built)
    assert "Medically reviewed by Dr. A. Example." in page(built, "en", "site")


def test_the_language_menu_has_autonyms(built):
    assert (
        '<a href="../../ar/fever/index.html" lang="ar" dir="rtl" hreflang="ar">العربية</a>'
        in page(built)
    )


def test_doses_are_isolated_in_headings_text_and_tables_of_a_preview(workspace):
    write(
        workspace,
        "source/fever.md",
        "# Up to 5 mg\n\n| Dose |\n|:--|\n| 2–3 mL |\n\nTake 5–10 mg.\n",
    )
    build(workspace)
    for source in ("Up to 5 mg", "2–3 mL", "Take 5–10 mg."):
        translate(workspace, source, re.sub("Up to|Take", "خذ", source), "ar")
    html = page(workspace, "ar").partition("<article>")[2]

    assert 'خذ <bdi dir="ltr">5 mg</bdi></span></h1>' in html
    assert '<bdi dir="ltr">2–3 mL</bdi></span></td>' in html
    assert 'خذ <bdi dir="ltr">5–10 mg</bdi>.</span>' in html
    assert "<bdi>5–10 " in page(workspace, "es")


def test_a_block_in_the_source_language_is_isolated_as_a_whole(tmp_path):
    workspace = make_workspace(tmp_path / "w", locales=("ar",), engines=("memory",))
    write(workspace, "source/fever.md", "Take 5 mg.\n")
    build(workspace)
    html = page(workspace, "ar").partition("<article>")[2]

    assert "Take 5 mg.</span>" in html
    assert "<bdi" not in html.partition("</article>")[0]


def test_an_article_that_is_written_from_right_to_left_is_isolated_too():
    document = Document("<p>خذ 5 mg</p>", Metadata(title="دواء 5 mg"))
    page = SitePage(Frame("ar", "ar", "صحة"), document)
    html = render_page(page, Chrome("ar", lambda number: 0), plain())

    assert '<p>خذ <bdi dir="ltr">5 mg</bdi></p>' in html
    assert "<title>دواء \u20665 mg\u2069</title>" in html


def test_names_and_the_title_of_the_site_are_marked_or_isolated(built):
    html = page(built, "ar")

    assert '<p class="site" lang="en" dir="ltr">' in html
    assert '<bdi dir="ltr">Dr. A. Example</bdi>' in html
    assert '<p><bdi dir="ltr">Example Clinic</bdi></p>' in html


def test_a_fallback_to_english_says_so_and_marks_what_is_not_english():
    shown = Chrome("ar", lambda number: 0).text("Text of %(date)s", date="22 نوفمبر 2026")

    assert shown == ('<span lang="en" dir="ltr">Text of <bdi lang="ar">22 نوفمبر 2026</bdi></span>')


def test_the_language_of_the_original_is_named_in_itself():
    page = SitePage(
        Frame("ar", "en", "Health"),
        Document("<p>نص</p>", Metadata(title="حمى")),
        published=Published([], "../../en/fever/", is_outdated=True),
    )
    html = render_page(page, Chrome("ar", lambda number: 0), plain())

    assert html.count('(<bdi lang="ar"><span lang="en" dir="ltr">English</span></bdi>)') == 2


def test_a_notice_marks_the_title_of_the_original():
    notice = NoticePage(Frame("ar", "en", "Health"), "Fever", "../../en/fever/")
    html = render_notice(notice, Chrome("ar", lambda number: 0), plain())

    assert '<title lang="en" dir="ltr">Fever</title>' in html
    assert '<h1 lang="en" dir="ltr"><a href="../../en/fever/" hreflang="en">Fever</a></h1>' in html


def test_heading_ids_are_the_same_in_every_locale(built):
    ids = [
        re.findall(r'<h\d id="([^"]+)"', page(built, *where).partition("<article>")[2])
        for where in [("en", "site"), ("es",), ("ar",)]
    ]

    assert ids == [["fever", "when-to-call"]] * 3


def test_columns_are_aligned_by_start_and_end(built):
    assert '<td class="align-end">' in page(built)


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    '<a href="java\tscript:alert(1)">x</a>',
    "<iframe src='https://evil.example'></iframe>",
    "</span></p></article><script>alert(1)</script>",
    "<style>*{display:none}</style>",
    '<p onclick="alert(1)">x</p>',
    "<svg onload=alert(1)>",
    "<!-- <script>alert(1)</script> -->",
    '<span data-salerno="0">forged</span>',
    "<base href='https://evil.example/'>",
    "{{ 7 * 7 }}{% for x in y %}",
    "<details open ontoggle=alert(1)>",
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
]


@pytest.mark.parametrize("target", HOSTILE)
@pytest.mark.parametrize("source", ["Take **two** tablets.", "Fever", "What to do.", "38 °C"])
def test_no_code_in_a_translation_reaches_a_page_as_code(built, source, target):
    translate(built, source, target)
    html = page(built)
    tags = tags_of(html.partition("<body")[2])

    assert not {name for name, _ in tags} & {
        "script",
        "iframe",
        "style",
        "svg",
        "base",
        "object",
        "form",
    }
    assert not [key for _, attributes in tags for key, _ in attributes if key.startswith("on")]
    assert not [
        url
        for _, attributes in tags
        for key, url in attributes
        if key in {"href", "src"} and runs(url)
    ]
    assert html.count("</article>") == 1
    assert "49" not in html.partition("<article>")[2]


def tags_of(html):
    found = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.append((tag, attrs))

    Tags().feed(html)
    return found


def runs(url):
    """Say whether a browser, which drops tabs and line breaks in an address, would run it."""
    return (
        re.sub(r"[\t\r\n]", "", url or "")
        .strip()
        .lower()
        .startswith(("javascript:", "data:", "vbscript:"))
    )


def test_an_articles_own_script_stays_out_too(workspace):
    write(
        workspace,
        "source/fever.md",
        "# A\n\n<script>alert(1)</script>\n\nText <b onclick='x'>bold</b>.\n",
    )
    build(workspace)

    assert "alert" not in page(workspace, "en", "site")
    assert "<b>bold</b>" in page(workspace, "en", "site")


def test_quotes_and_tags_in_a_title_stay_text(workspace):
    write(
        workspace,
        "source/fever.md",
        "---\ntitle: 'A \"quoted\" <b>title</b> & more'\n---\n\nText.\n",
    )
    build(workspace)

    assert "<title>A &#34;quoted&#34; &lt;b&gt;title&lt;/b&gt; &amp; more</title>" in page(
        workspace, "en", "site"
    )


def test_a_second_run_changes_no_page(built):
    assert pages(built).changed == 0


def test_the_pages_of_an_article_that_is_gone_go_too(built):
    write(built, "source/cough.md", "Cough.\n")
    build(built)
    (built.source / "cough.md").unlink()
    pages(built)

    assert not list((built.root / "output").rglob("cough"))
    assert page(built)


def test_the_pages_of_a_locale_that_is_gone_go_too(built):
    settings = replace(built.settings, locales=["es"])
    pages(replace(built, settings=settings))

    assert not (built.root / "output" / "preview" / "ar").exists()
    assert built.catalog("fever", "ar").exists()


def test_a_page_that_somebody_else_put_there_stays(built):
    own = write(built, "output/site/en/about/index.html", "<p>Our own page</p>")
    pages(built)

    assert own.exists()


def test_pages_are_withheld_with_reasons(built):
    report = pages(built)

    assert {(held.article, held.locale) for held in report.withheld} == {
        ("fever", "es"),
        ("fever", "ar"),
    }
    assert "not signed: linguistic-review, medical-review" in report.withheld[0].reasons


def test_a_machines_words_are_never_page_chrome():
    draft = Catalog((Entry(Unit("Languages"), ("Idiomas",), fuzzy=True),))

    assert (
        str(Chrome.of(draft, "es").text("Languages"))
        == '<span lang="en" dir="ltr">Languages</span>'
    )


@pytest.mark.parametrize("target", ["%(other)s", "%", "%d %s", "%(name", "{name}", "<b>%(name)s"])
def test_a_broken_placeholder_in_the_chrome_breaks_no_page(target):
    chrome = Chrome.of(Catalog((Entry(Unit("By %(name)s"), (target,)),)), "es")

    assert "<b>" not in str(chrome.text("By %(name)s", name="<b>Ana"))


def test_an_unknown_plural_rule_falls_back_to_the_languages_own():
    headers = (("Plural-Forms", "nplurals=2; plural=__import__('os');"),)
    catalog = Catalog((Entry(Unit("a", source_plural="b"), ("uno", "dos")),), headers=headers)

    assert str(Chrome.of(catalog, "es").plural("a", "b", 2)) == "dos"


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p>a<b>b", "<p>a<b>b</b></p>"),
        ('<a href="tel:+441234">x</a>', '<a href="tel:+441234">x</a>'),
        ('<h2 id="x" style="color:red">y</h2>', '<h2 id="x">y</h2>'),
        ('<p class="evil">x</p>', '<p class="">x</p>'),
    ],
)
def test_html_is_cleaned_not_lost(html, clean):
    assert sanitised(html).replace(' class=""', "") == clean.replace(' class=""', "")


def test_a_notice_speaks_the_language_of_the_original_too():
    spanish = Chrome.of(shipped("es"), "es")
    notice = NoticePage(Frame("fr", "es", "Salud", original=spanish), "Fiebre", "../../es/fiebre/")
    html = render_notice(notice, Chrome.of(shipped("fr"), "fr"), plain())

    assert '<p lang="es" dir="ltr"><strong>Esta traducción no está disponible' in html
    assert '<span lang="en"' not in html
