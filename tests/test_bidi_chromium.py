"""Table K2 of the requirements, in a real browser: the order in which characters stand on the line.

Each text stands between two right-to-left words on a page that `render_page` made; every character's
place is measured. `warned` is what the table says of the same text without isolation.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from salerno.model import Document, Metadata
from salerno.page import isolation
from salerno.page.chrome import Chrome
from salerno.page.render import Frame, SitePage, render_page
from salerno.page.theme import plain

pytestmark = pytest.mark.chromium

WORDS = {"ar": "كلمة", "fa": "واژه", "ur": "لفظ", "he": "מילה"}
NATIVE = {"ar": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹", "ur": "۰۱۲۳۴۵۶۷۸۹", "he": "٠١٢٣٤٥٦٧٨٩"}
"""Hebrew has no digits of its own; the table has Arabic-Indic ones there too."""


@dataclass(frozen=True)
class Row:
    text: str
    warned: str
    """From left to right, in ar, fa and ur with Latin digits."""
    warned_he: str


ROWS = [
    Row("1-800-222-1222", "1222-222-800-1", "1-800-222-1222"),
    Row("≥38.5°C", "C°38.5≤", "38.5°C≤"),
    Row("<120", "120>", "120>"),
    Row("2-3", "3-2", "2-3"),
    Row("2–3", "3–2", "3–2"),
    Row("55–70%", "%70–55", "70%–55"),
    Row("55-70%", "%70-55", "55-70%"),
    Row("2.5–5 mL", "mL 5–2.5", "mL 5–2.5"),
    Row("2.5-5 mL", "mL 5-2.5", "mL 2.5-5"),
    Row("5 mg", "mg 5", "mg 5"),
    Row("-5", "5-", "5-"),
    Row("+44 20 7946", "7946 20 44+", "7946 20 44+"),
    Row("120/80", "120/80", "120/80"),
    Row("1/2", "1/2", "1/2"),
    Row("03/04/2026", "03/04/2026", "03/04/2026"),
    # Beyond the table: a drug with its dose, a range between spaces, a phone number in parentheses,
    # a service code, a blood group, an extension.
    Row("Ketamine HCl 10 mg", "Ketamine HCl 10 mg", "Ketamine HCl 10 mg"),
    Row("2 – 3", "3 – 2", "3 – 2"),
    Row("(555) 123-4567", "4567-123 (555)", "123-4567 (555)"),
    Row("*123#", "#123*", "123#*"),
    Row("1-800-222-1222 ext. 5", "ext. 5 1222-222-800-1", "ext. 5 1-800-222-1222"),
    Row("1-800-222-1222 (ext. 5)", "(ext. 5) 1222-222-800-1", "(ext. 5) 1-800-222-1222"),
    Row("A-", "-A", "-A"),
]
MIRRORED = str.maketrans("<>≤≥()", "><≥≤)(")
LOCALES = ("ar", "fa", "ur", "he")

_MEASURE = """() => [...document.querySelectorAll("article p")].map(paragraph => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange();
      range.setStart(node, at); range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      found.push([node.data[at], box.left + box.width / 2, box.width, box.top + box.height / 2]);
    }
  }
  return found;
})"""


def rendered(locale, texts):
    body = "".join(
        f"<p>{WORDS[locale]} {text.replace('<', '&lt;')} {WORDS[locale]}</p>" for text in texts
    )
    document = Document(body, Metadata(title=WORDS[locale]))
    page = SitePage(Frame(locale, "en", "Health"), document)
    return render_page(page, Chrome(locale, lambda number: int(number != 1)), plain())


def without_isolation(html):
    before, opening, article = html.partition("<article>")
    return before + opening + article.replace('<bdi dir="ltr">', "").replace("</bdi>", "")


def orders(browser, html, locale):
    """Return, for each paragraph, its characters between the two words, from left to right."""
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    try:
        page.set_content(html)
        paragraphs = page.evaluate(_MEASURE)
    finally:
        page.close()
    return [_order(characters, len(WORDS[locale])) for characters in paragraphs]


def _order(characters, word):
    inside = [c for c in characters[word + 1 : -word - 1] if c[0].strip() and c[2] > 0]
    heights = [c[3] for c in inside]
    assert max(heights) - min(heights) < 12, "the text stands on two lines"
    assert min(c[1] for c in characters[:word]) > max(c[1] for c in inside), "the word goes first"
    assert max(c[1] for c in characters[-word:]) < min(c[1] for c in inside)
    return "".join(c[0] for c in sorted(inside, key=lambda c: c[1]))


def native(text, locale):
    return text.translate(str.maketrans("0123456789", NATIVE[locale]))


def logical(text):
    return "".join(text.split())


@pytest.fixture(scope="module")
def measured(chromium):
    """Measure all rows of a locale on one page, isolated or not, in either kind of digits."""

    @cache
    def measure(locale, digits, *, is_isolated=True):
        texts = [row.text if digits == "latin" else native(row.text, locale) for row in ROWS]
        html = rendered(locale, texts)
        found = orders(chromium, html if is_isolated else without_isolation(html), locale)
        return dict(zip([row.text for row in ROWS], found, strict=True))

    return measure


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
@pytest.mark.parametrize("digits", ["latin", "native"])
@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_isolated_reads_from_left_to_right(measured, locale, digits, row):
    text = row.text if digits == "latin" else native(row.text, locale)

    assert measured(locale, digits)[row.text] == logical(text)


@pytest.mark.parametrize("digits", ["latin", "native"])
@pytest.mark.parametrize(
    ("locale", "word"), [("ar", "تحويلة"), ("fa", "اکس."), ("ur", "ایکسٹینشن"), ("he", "שלוחה")]
)
def test_an_extension_in_the_language_of_the_page_is_read_after_its_number(
    chromium, locale, word, digits
):
    number, extension = "1-800-222-1222", "5"
    if digits == "native":
        number, extension = native(number, locale), native(extension, locale)

    found = orders(chromium, rendered(locale, [f"{number} {word} {extension}"]), locale)
    assert found == [f"{extension}{word[::-1]}{number}"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
@pytest.mark.parametrize("locale", LOCALES)
def test_without_isolation_it_reads_as_the_table_warns(measured, locale, row):
    """The browser draws < and ( mirrored where they run to the left; a place has only a character."""
    warned = row.warned_he if locale == "he" else row.warned
    found = measured(locale, "latin", is_isolated=False)[row.text]

    assert found in {logical(warned), logical(warned).translate(MIRRORED)}


@pytest.mark.parametrize("text", ["2-3", "2–3"])
@pytest.mark.parametrize("locale", LOCALES)
def test_without_isolation_a_range_in_native_digits_turns_round(measured, locale, text):
    found = measured(locale, "native", is_isolated=False)[text]

    assert found == native(text, locale)[::-1]


@pytest.mark.parametrize("locale", ["ar", "he"])
def test_one_isolate_alone_does_not_hold_an_arabic_indic_range(chromium, locale):
    html = rendered(locale, ["٢–٣"])
    alone = html.replace('<bdi dir="ltr">٢</bdi>–<bdi dir="ltr">٣</bdi>', "٢–٣")

    assert alone != html
    assert orders(chromium, alone, locale) == ["٣–٢"]


@pytest.mark.parametrize("digits", ["latin", "native"])
@pytest.mark.parametrize("locale", LOCALES)
def test_where_the_policy_says_so_ranges_read_from_right_to_left(
    chromium,
    monkeypatch,
    locale,
    digits,
):
    monkeypatch.setitem(isolation.RANGE_DIRECTIONS, locale, "rtl")
    texts = ["2-3", "2–3", "2 – 3", "55–70%", "2.5-5 mL", "1-800-222-1222", "120/80"]
    wanted = ["3-2", "3–2", "3–2", "70%–55", "5mL-2.5", "1-800-222-1222", "120/80"]
    if digits == "native":
        texts, wanted = ([native(text, locale) for text in each] for each in (texts, wanted))

    assert orders(chromium, rendered(locale, texts), locale) == wanted
