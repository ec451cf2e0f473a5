"""Figures on narrow telephones, in a real browser: none breaks over two lines, and nothing scrolls."""

from __future__ import annotations

import re

import pytest

from salerno.model import Document, Metadata
from salerno.page.chrome import Chrome
from salerno.page.render import Frame, SitePage, render_page
from salerno.page.theme import plain

pytestmark = pytest.mark.chromium

WIDTHS = (320, 360, 390, 412)
FIGURES = {
    "es": ("2.5 mg", "1 000 mg", "4–6 horas", "1-800-222-1222", "≥ 38,5 °C", "8:00 a. m.", "5 %"),
    "fr": ("2,5 mg", "1 000 mg", "4 à", "01 23 45 67 89", "10 h 30", "1/2 comprimé", "5&nbsp;%"),
    "hi": ("2.5 mg", "१ ००० मि.ग्रा", "4–6 घंटे", "1-800-222-1222 ext. 5", "२.५ मिलीग्राम", "10:30–11:45"),
    "zh-Hans": ("2.5毫克", "1 000 毫克", "4–6小时", "1-800-222-1222", "≥ 38.5 °C", "2到3天", "5 %"),
    "ar": ("2.5 mg", "1 000 mg", "4–6 mg", "1-800-222-1222 ext. 5", "≥38.5 °C", "٢–٣", "5%–10%"),
    "ur": ("2.5 mg", "1 000 mg", "4–6 mL", "(555) 123-4567", "۴–۶", "<strong>5</strong> mg"),
}  # fmt: skip
FILLERS = {"es": "y", "fr": "et", "hi": "और", "zh-Hans": "每", "ar": "ثم", "ur": "اور"}

_BROKEN = """(figures) => [...document.querySelectorAll("p, td, h1, h2, li")].flatMap(block => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = "";
  const places = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let at = 0; at < node.length; at++) places.push([node, at]);
    text += node.data;
  }
  const top = ([node, at]) => {
    const range = document.createRange();
    range.setStart(node, at); range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    return box.width ? [box.top + box.height / 2] : [];
  };
  return figures.filter(figure => {
    for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
      const tops = places.slice(at, at + figure.length).flatMap(top);
      if (Math.max(...tops) - Math.min(...tops) > 9) return true;
    }
    return false;
  });
})"""


def rendered(locale, body):
    page = SitePage(Frame(locale, "en", "Health"), Document(body, Metadata(title="x")))
    return render_page(page, Chrome(locale, lambda number: int(number != 1)), plain())


def paragraphs(locale):
    """Return the figures at every place of a line."""
    space = "" if locale == "zh-Hans" else " "
    filler = FILLERS[locale]
    return "".join(
        f"<p>{'ب' * count if locale in {'ar', 'ur'} else 'x' * count} ({figure}), {space.join(filler for _ in range(count % 7))}"
        f"{space}{figure}{space}{filler}.</p>"
        for figure in FIGURES[locale]
        for count in range(1, 26)
    )


def plain_words(figure):
    return re.sub("<[^>]*>", "", figure).replace("&nbsp;", "\u00a0")


@pytest.fixture
def broken(chromium):
    """Return what tells which figures break on a page, and how wide it is, at a width."""

    def look(html, locale, width, size="100%"):
        page = chromium.new_page(viewport={"width": width, "height": 800})
        try:
            page.set_content(html.replace("<html ", f'<html style="font-size: {size}" '))
            figures = [plain_words(figure) for figure in FIGURES[locale]]
            found = page.evaluate(_BROKEN, figures)
            return set(found), page.evaluate("document.documentElement.scrollWidth")
        finally:
            page.close()

    return look


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("locale", FIGURES)
def test_no_figure_breaks_over_two_lines_and_nothing_scrolls_sideways(broken, locale, width):
    figures, wide = broken(rendered(locale, paragraphs(locale)), locale, width)

    assert figures == set()
    assert wide <= width


@pytest.mark.parametrize("locale", FIGURES)
def test_without_isolates_they_do_break(broken, locale):
    html = rendered(locale, paragraphs(locale))
    bare = re.sub("</?bdi[^>]*>", "", html)
    steady = {"5\u00a0%", "٢–٣", "۴–۶"}

    assert broken(bare, locale, 320)[0] >= {*map(plain_words, FIGURES[locale])} - steady


@pytest.mark.parametrize("locale", FIGURES)
def test_in_headings_lists_quotes_and_tables_figures_break_only_where_they_must(broken, locale):
    figures = " · ".join(FIGURES[locale])
    body = (
        f"<h1>{figures}</h1><h2>{figures}</h2><ul><li>{figures}<ul><li>{figures}<ol>"
        f"<li>{figures}</li></ol></li></ul></li></ul><blockquote><p>{figures}</p></blockquote>"
        f"<table><tr>{''.join(f'<td>x {figure} x</td>' for figure in FIGURES[locale])}</tr></table>"
    )
    found, wide = broken(rendered(locale, body), locale, 320)

    assert wide <= 320
    assert found <= {figure for figure in map(plain_words, FIGURES[locale]) if len(figure) > 11}


def test_what_is_too_long_for_a_line_wraps(broken):
    long = [
        "<bdi>a long name in an unusual language that its author set apart</bdi>",
        "+34 900 123 456 789 012 345 678 901 234 567 890",
        "1000000000 mg/1000000000 mg–2000000000 mg/1000000000 mg",
    ]
    body = "".join(f"<h1>{text}</h1><p>{text}</p>" for text in long)

    assert broken(rendered("es", body), "es", 320)[1] <= 320
    assert broken(rendered("ar", body), "ar", 320)[1] <= 320


def test_what_is_crossed_out_or_leads_somewhere_looks_so_in_a_figure_too(chromium):
    words = "{0} <s>5–10 mg</s> {0} <a href='x'>1-800-222-1222</a>"
    for locale in ("es", "ar"):
        page = chromium.new_page(viewport={"width": 800, "height": 600})
        body = "".join(f"<{tag}>{words.format(FILLERS[locale])}</{tag}>" for tag in ("p", "h2"))
        page.set_content(rendered(locale, body))
        lines = page.evaluate(
            "[...document.querySelectorAll('article bdi')].map(bdi => { const style = getComputedStyle(bdi);"
            " return style.display === 'inline' ? 'inline' : style.textDecorationLine })"
        )
        page.close()

        assert lines == ["inline", "inline", "line-through", "underline"]
