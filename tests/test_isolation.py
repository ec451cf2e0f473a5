"""What is isolated in right-to-left text, and that nothing else of it changes."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from salerno.page import isolation
from salerno.page.isolation import isolated, isolated_text
from salerno.page.order import bare
from salerno.page.reading import read_fragment
from salerno.page.sanitise import sanitised


def shown(text, locale="ar"):
    """Isolate a paragraph; show `dir="ltr"` as ⟨…⟩ and `dir="rtl"` as ⟪…⟫, in `<bdi>` or `<span>`."""
    html = isolated(sanitised(f"<p>{text}</p>"), locale)[3:-4].replace("span", "bdi")
    html = re.sub("<bdi>([^<]*)</bdi>", r"\1", html)
    for direction, (opening, closing) in (("ltr", "⟨⟩"), ("rtl", "⟪⟫")):
        inner = rf'<bdi dir="{direction}">((?:(?!</?bdi).)*)</bdi>'
        while re.search(inner, html):
            html = re.sub(inner, rf"{opening}\1{closing}", html)
            html = re.sub(r'<bdi dir="rtl">((?:(?!</?bdi).)*)</bdi>', r"⟪\1⟫", html)
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "~")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("اتصل 1-800-222-1222 الآن", "اتصل ⟨1-800-222-1222⟩ الآن"),
        ("عند ≥38.5°C أو &lt;120", "عند ⟨≥38.5°C⟩ أو ⟨<120⟩"),
        ("من 2-3 و 2–3 و 2 – 3", "من ⟨2-3⟩ و ⟨2–3⟩ و ⟨2 – 3⟩"),
        ("55–70%", "⟨55–70%⟩"),
        ("5%–10%", "⟨5%–10%⟩"),
        ("2.5–5 mL و 5&nbsp;mg", "⟨2.5–5 mL⟩ و ⟨5~mg⟩"),
        ("-5 و −5 و +44 20 7946", "⟨-5⟩ و ⟨−5⟩ و ⟨+44 20 7946⟩"),
        ("120/80 و 1/2 و 03/04/2026", "⟨120/80⟩ و ⟨1/2⟩ و ⟨03/04/2026⟩"),
        ("2½ و 1 1/2 و 5 ± 2", "⟨2½⟩ و ⟨1 1/2⟩ و ⟨5 ± 2⟩"),
        ("120/80 1/2", "⟨120/80⟩ ⟨1/2⟩"),
        ("10 000 mg", "⟨10 000 mg⟩"),
        ("(555) 123-4567 و 01 23 45 67 89", "⟨(555) 123-4567⟩ و ⟨01 23 45 67 89⟩"),
        ("1 (800) 222-1222", "⟨1 (800) 222-1222⟩"),
        ("خذ Ketamine HCl 10 mg الآن", "خذ ⟨Ketamine HCl 10 mg⟩ الآن"),
        ("Ketamine (Ketalar) 10 mg/kg/day.", "⟨Ketamine (Ketalar) 10 mg/kg/day⟩."),
        ("الرنين (MRI) و COVID-19", "الرنين (⟨MRI⟩) و ⟨COVID-19⟩"),
        ("p &lt; 0.05 و 65+ و Na+", "⟨p < 0.05⟩ و ⟨65+⟩ و ⟨Na+⟩"),
        ("$5–$10 و 5 €", "⟨$5–$10⟩ و ⟨5 €⟩"),
        ("https://e.org/a?b=1 و https://e.org/", "⟨https://e.org/a?b=1⟩ و ⟨https://e.org/⟩"),
        ("kg/m<sup>2</sup>", "⟨kg/m<sup>2</sup>⟩"),
        ("1-800-222-1222 ext. 5 و 12", "⟨1-800-222-1222 ext. 5⟩ و 12"),
        ("1-800-222-1222 (ext. 5)", "⟨1-800-222-1222 (ext. 5)⟩"),
        ("(1-800-222-1222 ext. 5)", "(⟨1-800-222-1222 ext. 5⟩)"),
        ("1-800-222-1222, x5; #5", "⟨1-800-222-1222, x5⟩; ⟨#5⟩"),
        ("1-800-222-1222 اکس. 5", "⟨1-800-222-1222⟩ اکس. 5"),
    ],
)
def test_measures_and_latin_words_are_isolated_whole(text, wanted):
    assert shown(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("٢–٣", "⟨⟨٢⟩–⟨٣⟩⟩"),
        ("٢-٣", "⟨⟨٢⟩-⟨٣⟩⟩"),
        ("٥٥–٧٠٪", "⟨⟨٥٥⟩–⟨٧٠⟩٪⟩"),
        ("٢٫٥–٥ mL", "⟨⟨٢٫٥⟩–⟨٥⟩ mL⟩"),
        ("+٤٤ ٢٠ ٧٩٤٦", "⟨+⟨٤٤⟩ ⟨٢٠⟩ ⟨٧٩٤٦⟩⟩"),
        ("٢٢٢-١٢٢٢ ext. ٥", "⟨⟨٢٢٢⟩-⟨١٢٢٢⟩ ext. ⟨٥⟩⟩"),
        ("١٢٠/٨٠", "⟨١٢٠/٨٠⟩"),
        ("&lt;٣٨،٥", "⟨<٣٨،٥⟩"),
        ("۲–۳", "⟨۲–۳⟩"),
        ("2\u200f–\u200f3", "⟨⟨2⟩\u200f–\u200f⟨3⟩⟩"),
    ],
)
def test_each_number_is_isolated_where_an_isolate_alone_would_not_do(text, wanted):
    assert shown(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "خذ 5 حبات",
        "1,500 و 3.5 و ٣٫٥",
        "ב-5 ימים",
        "38 °م",
        "قبل النوم. ثم؛",
        "<code>5 mg</code> <bdi>5 mg</bdi>",
        '<span dir="ltr">5–10 <b>mg</b></span>',
        "\u20665–10 mg\u2069 و \u20672–3\u2069",
        '<img src="x.png" alt="5 mg">',
        '<a href="https://e.org/5-10" title="5–10 mg">هنا</a>',
    ],
)
def test_what_needs_no_isolation_or_has_it_is_left_alone(text):
    html = sanitised(f"<p>{text}</p><pre>5–10 mg</pre>")

    assert isolated(html, "ar") == html


def test_a_number_stays_with_the_noun_that_it_counts():
    assert shown("خذ Ketamine 5 ملغ") == "خذ ⟨Ketamine⟩ 5 ملغ"
    assert shown("خذ Ketamine 5 – 10 ملغ") == "خذ ⟨Ketamine⟩ ⟨5 – 10⟩ ملغ"
    assert shown("محلول Ketamine 5% معقم") == "محلول ⟨Ketamine 5%⟩ معقم"
    assert shown("خذ Ketamine 5–10 ملغ") == "خذ ⟨Ketamine⟩ ⟨5–10⟩ ملغ"


def test_a_list_of_doses_goes_on_to_the_left_but_foreign_text_does_not():
    assert shown("5 mg, 10 mg, 20 mg", "he") == "⟨5 mg⟩, ⟨10 mg⟩, ⟨20 mg⟩"
    assert shown("Smith J, Jones K. Lancet 2019;380:1-10.") == (
        "⟨Smith J, Jones K. Lancet 2019;380:1-10⟩."
    )


def test_a_measure_may_go_through_elements():
    assert shown("<strong>5</strong> mg") == "⟨<strong>5</strong> mg⟩"
    assert shown("<b>2</b>–<i>3</i>") == "⟨<b>2</b>–<i>3</i>⟩"
    assert shown("<b>٢</b>–<i>٣</i>") == "⟨<b>⟨٢⟩</b>–<i>⟨٣⟩</i>⟩"
    assert shown("<b>خذ <i>5 mg</i></b>") == "<b>خذ <i>⟨5 mg⟩</i></b>"


def test_a_measure_that_no_element_can_hold_is_isolated_in_pieces():
    assert shown("<b>أو 5–10</b> mg") == "<b>أو ⟨5–10⟩</b> ⟨mg⟩"


def test_a_dash_behind_what_is_left_alone_is_no_sign():
    assert (
        isolated("<p><bdi>x</bdi>-5 -5</p>", "ar")
        == '<p><bdi>x</bdi>-5 <bdi dir="ltr">-5</bdi></p>'
    )
    html = "<p><b>&lt;&lt;0</b><b>-</b>0</p>"
    assert isolated(isolated(html, "ar"), "ar") == isolated(html, "ar")


def test_blocks_do_not_run_into_each_other():
    html = "<ul><li>5</li><li>mg</li></ul><p>2<br>–3</p>"

    assert isolated(html, "ar") == html.replace("mg", '<bdi dir="ltr">mg</bdi>').replace(
        "–3", '<bdi dir="ltr">–3</bdi>'
    )


@pytest.mark.parametrize("locale", ["es", "en", "zh-Hans", "ku", "az"])
def test_text_that_runs_to_the_right_keeps_its_direction(locale):
    assert isolated("<p>5 mg of Ketamine</p>", locale) == "<p><bdi>5 mg</bdi> of Ketamine</p>"
    assert isolated_text("5 mg", locale) == "5 mg"


@pytest.mark.parametrize("locale", ["ar", "fa-AF", "ur", "he", "dv", "ku-Arab", "az-Arab"])
def test_the_order_of_a_range_is_from_left_to_right_where_nobody_has_decided(locale):
    assert shown("2–3", locale) == "⟨2–3⟩"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2–3", "⟪⟨2⟩–⟨3⟩⟫"),
        ("٢-٣", "⟪⟨٢⟩-⟨٣⟩⟫"),
        ("2.5–5 mL", "⟪⟨2.5⟩–⟨5 mL⟩⟫"),
        ("55–70%", "⟪⟨55⟩–⟨70%⟩⟫"),
        ("1-800-222-1222", "⟨1-800-222-1222⟩"),
        ("222-1222", "⟨222-1222⟩"),
        ("120/80", "⟨120/80⟩"),
    ],
)
def test_a_locale_may_order_ranges_from_right_to_left(monkeypatch, text, wanted):
    monkeypatch.setitem(isolation.RANGE_DIRECTIONS, "fa", "rtl")

    assert shown(text, "fa-AF") == wanted


def test_a_range_among_latin_words_follows_the_policy_too(monkeypatch):
    monkeypatch.setitem(isolation.RANGE_DIRECTIONS, "fa", "rtl")

    html = isolated("<p>Ketamine ۵–۱۰ mg</p>", "fa")

    ltr = '<bdi dir="ltr">{}</bdi>'.format
    inner = f'<bdi dir="rtl">{ltr("۵")}–{ltr("۱۰ mg")}</bdi>'
    assert html == f"<p>{ltr(f'Ketamine {inner}')}</p>"


def test_plain_text_gets_isolating_characters():
    assert isolated_text("خذ 5–10 mg", "ar") == "خذ \u20665–10 mg\u2069"
    assert isolated_text("٢–٣", "ar") == "\u2066\u2066٢\u2069–\u2066٣\u2069\u2069"
    assert isolated_text("خذ 5", "ar") == "خذ 5"


WORDS = st.text(
    st.sampled_from(
        "كلمةבx5٢۲0mgK .,،-–/%°+<>&()±½€\u00a0\u200e\u200f\u061c\u2066\u2067\u2069'\"\n"
    ),
    max_size=12,
)
INLINE = st.sampled_from(["b", "i", "a href='x'", "sup", "code", "bdi", "span dir=ltr", "br", "u"])
HTML = st.recursive(
    WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: st.lists(
        st.one_of(
            inner,
            st.tuples(INLINE, inner).map(
                lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"
            ),
            inner.map(lambda html: f"<p>{html}</p>"),
        ),
        max_size=5,
    ).map("".join),
    max_leaves=20,
)


@pytest.fixture(autouse=True, scope="module")
def _pashto_ranges_from_right_to_left():
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(isolation.RANGE_DIRECTIONS, "ps", "rtl")
        yield


def test_what_is_too_long_for_a_line_may_wrap_but_the_figures_in_it_do_not():
    html = isolated("<p>خذ Ketamine hydrochloride (Ketalar) 2 500 mg الآن</p>", "ar")

    inner = "Ketamine hydrochloride (Ketalar) <bdi>2 500 mg</bdi>"
    assert html == f'<p>خذ <span dir="ltr">{inner}</span> الآن</p>'


@given(HTML, st.sampled_from(["ar", "ps"]))
def test_nothing_but_isolates_is_added(html, locale):
    clean = sanitised(html)

    assert without_isolates(isolated(clean, locale)) == without_isolates(clean)


def without_isolates(html):
    return re.sub(r"</?(bdi|span)[^<>]*>", "", html)


ESCAPED = WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))
APART = st.lists(
    st.one_of(
        ESCAPED,
        st.tuples(INLINE, ESCAPED).map(lambda p: f"<{p[0]}>{p[1]}</{p[0].split()[0]}>"),
        st.sampled_from(["<b>5</b> mg", "<b>2</b>–<i>٣</i>", "<i>Ketamine</i> <b>5</b> <u>mg</u>"]),
    ),
    max_size=6,
).map(" و ".join)
"""Elements set apart by a word, so that no measure begins in one and ends in another."""


@given(APART, st.sampled_from(["ar", "ps"]))
def test_isolating_twice_is_isolating_once(html, locale):
    once = isolated(sanitised(html), locale)

    assert isolated(once, locale) == once


@given(HTML, st.sampled_from(["ar", "ps"]))
def test_the_result_is_the_same_tree_but_for_bdi(html, locale):
    clean = sanitised(html)

    assert outline(isolated(clean, locale)) == outline(clean)
    assert sanitised(isolated(clean, locale)) == isolated(clean, locale)
    assert read_fragment(isolated(clean, locale)) == read_fragment(clean)


def outline(html):
    """Return all but isolates of the tree that a browser builds: elements with depths, and words."""
    found = []

    def walk(node, depth):
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                words = child.text(deep=False)
                if found and isinstance(found[-1], str):
                    found[-1] += words
                else:
                    found.append(words)
            elif child.tag in {"bdi", "span"}:
                walk(child, depth)
            else:
                found.append((depth, child.tag, dict(child.attributes)))
                walk(child, depth + 1)
                found.append((depth, "/", {}))

    walk(LexborHTMLParser(f"<!doctype html><body>{html}").body, 0)
    return found


@given(WORDS, st.sampled_from(["ar", "ps"]))
def test_plain_text_says_the_same_and_its_isolates_balance(text, locale):
    result = isolated_text(text, locale)

    assert bare(result) == bare(text)
    added = {c: result.count(c) - text.count(c) for c in "\u2066\u2067\u2069"}
    assert added["\u2066"] + added["\u2067"] == added["\u2069"]


REPEATED = [
    "خذ 5–10 mg ٢–٣ من Ketamine ثم ", "1 ", "123 45 ", "+", "(", "a(", "-", "٢-", "5,", "abc ", "5\u2067a\u2069 ",
    "\u2066", "\u200e", "<b>5</b> mg ", "<b>5</b><i> mg</i>", "&lt;", "<b>5 </b>", "</b>5", "<b>٢</b>-",
]  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_the_steps_taken_grow_with_the_text_alone(piece):
    def steps(count):
        html = sanitised(f"<p>{piece * count}</p>")
        taken = 0

        def one_more(frame, event, arg):
            nonlocal taken
            taken += 1

        sys.setprofile(one_more)
        try:
            isolated(html, "ar")
        finally:
            sys.setprofile(None)
        return taken

    assert steps(800) < 2.2 * steps(400) + 50


@pytest.mark.timeout(60)
def test_a_paragraph_of_a_megabyte_is_isolated():
    text = "تناول الدواء بعد الطعام مع كوب من الماء ولا تتجاوز 5–10 mg في اليوم. " * 15_000

    assert isolated(f"<p>{text}</p>", "ar").count("<bdi") == 15_000
