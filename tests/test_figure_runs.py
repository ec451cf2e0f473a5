"""Which figures stay on one line in left-to-right text, and that nothing else of it changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.page.isolation import isolated
from salerno.page.reading import read_fragment
from salerno.page.sanitise import sanitised


def shown(text, locale="es"):
    """Isolate a paragraph; show `<bdi>` as ⟨…⟩."""
    html = isolated(sanitised(f"<p>{text}</p>"), locale)[3:-4]
    html = html.replace("<bdi>", "⟨").replace("</bdi>", "⟩").replace("&nbsp;", "~")
    return html.replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tome 2.5 mg y 1 000 mg.", "Tome ⟨2.5 mg⟩ y ⟨1 000 mg⟩."),
        ("o 4–6 horas, 5-10 mg, 5 – 10 mg", "o ⟨4–6 horas⟩, ⟨5-10 mg⟩, ⟨5 – 10 mg⟩"),
        ("Llame al 1-800-222-1222.", "Llame al ⟨1-800-222-1222⟩."),
        ("(555) 123-4567, 1 (800) 222-1222", "⟨(555) 123-4567⟩, ⟨1 (800) 222-1222⟩"),
        ("+44 20 7946 0958; +44 (0)20 7946", "⟨+44 20 7946 0958⟩; ⟨+44 (0)20 7946⟩"),
        ("≥ 38,5 °C o &lt; 120 mg", "⟨≥ 38,5 °C⟩ o ⟨< 120 mg⟩"),
        ("5 %, 5%–10%, %55 – %70", "⟨5 %⟩, ⟨5%–10%⟩, ⟨%55 – %70⟩"),
        ("10:30 h, 8:00 a. m., 10 h 30", "⟨10:30 h⟩, ⟨8:00 a. m.⟩, ⟨10 h 30⟩"),
        ("120/80 mmHg, 1/2 taza, 2½ tazas", "⟨120/80 mmHg⟩, ⟨1/2 taza⟩, ⟨2½ tazas⟩"),
        ("5 mg/kg/día, 5 mg/10 mL, 1 mg–2 mg", "⟨5 mg/kg/día⟩, ⟨5 mg/10 mL⟩, ⟨1 mg–2 mg⟩"),
        ("$5–$10, 5 €, € 5", "⟨$5–$10⟩, ⟨5 €⟩, ⟨€ 5⟩"),
        ("-5 °C, (–5 mg)", "⟨-5 °C⟩, (⟨–5 mg⟩)"),
        ("2 x 500 mg, 5 ± 2 mg", "⟨2 x 500 mg⟩, ⟨5 ± 2 mg⟩"),
        ("el 22 de mayo, 2026-11-23", "el ⟨22 de⟩ mayo, ⟨2026-11-23⟩"),
        ("(5 mg); (tome 5 mg)", "(⟨5 mg⟩); (tome ⟨5 mg⟩)"),
        ("24-Stunden-Dosis", "⟨24-Stunden⟩-Dosis"),
        ("5 mg. 6", "⟨5 mg⟩. 6"),
    ],
)
def test_a_figure_stays_whole_with_its_sign_and_unit(text, wanted):
    assert shown(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("每次2.5毫克，每4–6小时", "每次⟨2.5毫克⟩，每⟨4–6小时⟩"),
        ("服用 15 毫升，2到3天，5毫克/千克", "服用 ⟨15 毫升⟩，⟨2到3天⟩，⟨5毫克/千克⟩"),
        ("5ミリグラム、2錠、5つ、3か月", "⟨5ミリグラム⟩、⟨2錠⟩、⟨5つ⟩、⟨3か月⟩"),
        ("५ मि.ग्रा. और २.५ मिलीग्राम", "⟨५ मि.ग्रा⟩. और ⟨२.५ मिलीग्राम⟩"),
        ("৫–১০ মিলি", "⟨৫–১০ মিলি⟩"),
        ("по 5 мг, 3 раза", "по ⟨5 мг⟩, ⟨3 раза⟩"),
        ("5 มก. ทุก 6 ชั่วโมง", "⟨5 มก⟩. ทุก ⟨6 ชั่วโมง⟩"),
        ("2시간, 5 mg씩", "2시간, ⟨5 mg씩⟩"),
    ],
)
def test_units_and_digits_of_any_script_belong_to_their_figure(text, wanted):
    assert shown(text) == wanted


@pytest.mark.parametrize(
    "words",
    [
        *(
            "ext. 5",
            "ext 5",
            "(ext. 5)",
            "x5",
            "#5",
            "extension 55",
            "poste 5",
            "anexo 5",
            "ramal 5",
        ),
        *("int. 5", "Durchwahl 5", "wew. 5", "dahili 5", "доб. 5", "вн. 5", "分机 5", "內線 5"),
    ],
)
def test_an_extension_belongs_to_its_telephone_number(words):
    assert shown(f"a 222-1222 {words}.") == f"a ⟨222-1222 {words}⟩."


@pytest.mark.parametrize(
    "text",
    [
        "Tome 5, o 1.500; 38,5",
        "B12 y H1N1",
        "5&nbsp;mg",
        "38°C",
        "<code>5 mg</code> <bdi>5 mg</bdi> <bdo dir='rtl'>5 mg</bdo>",
        '<img src="5 mg.png" alt="5 mg"> <a href="tel:1-800" title="5 mg">x</a>',
        "1 2 3 4 5 6 7 8 9 10 11 12 13",
    ],
)
def test_what_cannot_break_or_is_no_text_is_left_alone(text):
    html = sanitised(f"<p>{text}</p><pre>5 mg</pre>")

    assert isolated(html, "es") == html


def test_references_to_characters_are_no_numbers():
    assert isolated("O&#39;B &#34;5 mg&#34; &amp;", "es") == (
        "O&#39;B &#34;<bdi>5 mg</bdi>&#34; &amp;"
    )


def test_a_figure_may_go_through_emphasis():
    assert shown("<strong>5</strong> mg") == "⟨<strong>5</strong> mg⟩"
    assert shown("<b>2</b>–<i>3</i> <u>mg</u>") == "⟨<b>2</b>–<i>3</i> <u>mg</u>⟩"
    assert shown("<b>Tome 2 500</b> mg") == "<b>Tome ⟨2 500⟩</b> mg"
    assert shown("<b>5 mg</b>, <b>5 mg y más</b>") == "⟨<b>5 mg</b>⟩, <b>⟨5 mg⟩ y más</b>"
    assert shown("<em>5 <b>mg</em></b>") == "<em>5 <b>mg</b></em>"


def test_a_long_figure_may_break_between_its_parts():
    assert shown("+34 900 123 456 / 900 654 321") == "⟨+34 900 123 456⟩ / ⟨900 654 321⟩"
    assert shown("22222 mg/kg/día–33333 mg/kg/día") == "⟨22222 mg/kg/día⟩–⟨33333 mg/kg/día⟩"
    assert shown("1-800-222-1222 extension 12345") == "⟨1-800-222-1222⟩ extension 12345"


def test_a_table_holds_only_short_figures_together_so_that_it_need_not_scroll():
    html = "<table><tbody><tr><td>{}</td></tr></tbody></table><p>{}</p>"
    cell = html.format("2.5 mg, 1-800-222-1222, 1 000–2 000 mg", "1-800-222-1222")

    assert isolated(cell, "es") == html.format(
        '<bdi>2.5 mg</bdi>, <bdi dir="auto">1-800-222-1222</bdi>, '
        '<bdi dir="auto"><bdi>1 000–2 000</bdi> mg</bdi>',
        "<bdi>1-800-222-1222</bdi>",
    )
    assert isolated(html.format("خذ 1-800-222-1222", "1-800-222-1222"), "ar") == html.format(
        'خذ <span dir="ltr"><bdi dir="auto">1-800-222-1222</bdi></span>',
        '<bdi dir="ltr">1-800-222-1222</bdi>',
    )


def test_an_authors_own_isolate_wraps_where_it_is_long():
    long = "a name that somebody set apart</bdi></p>"
    for locale in ("es", "ar"):
        assert isolated(f"<p><bdi>{long}", locale) == f'<p><bdi dir="auto">{long}'
        assert isolated("<p><bdi>short</bdi></p>", locale) == "<p><bdi>short</bdi></p>"


@pytest.mark.parametrize(
    "text", ["خذ 5–10 ملغ", "Tome 5 mg (ب)", "5 mg\u200f", "5 mg <span dir='rtl'>5 mg</span>"]
)
def test_where_letters_run_to_the_left_nothing_is_set_apart(text):
    """A `<bdi>` could change the order there; what stands in other blocks has its own."""
    html = sanitised(f"<ul><li>{text}</li><li>Tome 5 mg</li></ul>")
    found = isolated(html, "es")

    if "span" not in text:
        assert found == html.replace("Tome 5 mg</li></ul>", "Tome <bdi>5 mg</bdi></li></ul>")
    assert '<span dir="rtl">5 mg</span>' in found or "span" not in text


WORDS = st.text(st.sampled_from("abx5209½ .,-–/%°+<>&()≥€\u00a0मक५毫克到'\"\n"), max_size=14)
INLINE = st.sampled_from(
    ["b", "i", "strong", "a href='5 mg'", "sup", "code", "bdi", "br", "u", "small"]
)
HTML = st.recursive(
    WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: st.lists(
        st.one_of(
            inner,
            st.tuples(INLINE, inner).map(lambda p: f"<{p[0]}>{p[1]}</{p[0].split()[0]}>"),
            inner.map(lambda html: f"<p>{html}</p>"),
        ),
        max_size=5,
    ).map("".join),
    max_leaves=20,
)


@given(HTML)
def test_nothing_but_bdi_is_added_and_the_page_says_the_same(html):
    clean = sanitised(html)
    found = isolated(clean, "es")

    assert re.sub("</?bdi[^>]*>", "", found) == re.sub("</?bdi[^>]*>", "", clean)
    assert sanitised(found) == found
    assert read_fragment(found) == read_fragment(clean)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece",
    ["Tome 2.5 mg con agua. ", "1 ", "12 345 ", "1-", "(5) ", "(", "5", "<b>5</b> ", "5 a", "5 x ", "≥", "&lt;",
     "5 mg–", "5毫", "-5 ", "5/a/", "<i>5", "ext. ", "222-1222 x", "5 <b>"],
)  # fmt: skip
def test_a_megabyte_of_anything_is_gone_through(piece):
    html = sanitised(f"<p>{piece * (1_000_000 // len(piece))}</p>")

    assert re.sub("</?bdi[^>]*>", "", isolated(html, "es")) == html
