import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno import inline, masking
from salerno.model import Syntax

MARKDOWN = [
    ("Take **two** tablets", ("**", "**")),
    ("at `8:00` sharp", ("`8:00`",)),
    ("see [the leaflet](https://a.org/b_(c) 'Title')", ("[", "](https://a.org/b_(c) 'Title')")),
    ("see [the leaflet][leaflet]", ("[", "][leaflet]")),
    ("![a drip](drip.png)", ("![", "](drip.png)")),
    ("<https://a.org> and <b>bold</b>", ("<https://a.org>", "<b>", "</b>")),
    ("5&nbsp;mg", ("&nbsp;",)),
    ("first\\\nsecond", ("\\\n",)),
    ("snake_case_word stays", ()),
    ("ask a@b.org or https://a.org/x.", ("a@b.org", "https://a.org/x")),
    (
        "keep <!-- salerno: skip -->Take Five<!-- salerno: /skip --> so",
        ("<!-- salerno: skip -->Take Five<!-- salerno: /skip -->",),
    ),
]


@pytest.mark.parametrize(("text", "marks"), MARKDOWN)
def test_markup_is_masked(text, marks):
    assert masking.mask(text, Syntax.MARKDOWN).marks == marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Call at 10:30 PM.", ("10:30 PM",)),
        ("at 8 a.m. and 10.30 p. m. daily", ("8 a.m.", "10.30 p. m.")),
        ("From 8am to 10 p.m. Then rest.", ("8am", "10 p.m")),
        ("Until 10 p.m.", ("10 p.m",)),
        ("5-HT2A receptors", ("5-HT2A",)),
        ("B12, COVID-19-related and SARS-CoV-2", ("B12", "COVID-19", "SARS-CoV-2")),
        ("HbA1c, BNT162b2, PM2.5, B.1.1.7", ("HbA1c", "BNT162b2", "PM2.5", "B.1.1.7")),
        ("a 24-hour day, the 2nd of 1990s type-2, 10mg", ()),
        ("10 amps, 3 pmol, 5 and 6, 2.5 mg, Day-1, a 24-HOUR day", ()),
        ("TAKE 2-3 TIMES A DAY, PHASE-2", ()),
    ],
)
def test_times_of_day_and_names_with_digits_are_masked(text, marks):
    for syntax in Syntax:
        masked = masking.mask(text, syntax)

        assert masked.marks == marks
        assert masking.unmask(masked.text, masked) == text


def test_markup_of_a_plain_text_is_text():
    assert masking.mask("2 * 3 < 7 [sic]", Syntax.PLAIN).marks == ()


@pytest.mark.parametrize("text", ["%(name)s has {count} of {{ total }}", "%1$s and %s"])
def test_format_placeholders_are_masked_in_every_syntax(text):
    for syntax in Syntax:
        assert not re.search("[%{}]", masking.mask(text, syntax).text)


@given(st.text(), st.sampled_from(Syntax))
def test_unmasking_gives_the_text_back(text, syntax):
    masked = masking.mask(text, syntax)

    assert masking.unmask(masked.text, masked) == text


@given(st.text(alphabet="ab *_`[]()<>\\&;{}%!\U000f0000\U000f0001"))
def test_unmasking_gives_any_markup_back(text):
    masked = masking.mask(text, Syntax.MARKDOWN)

    assert masking.unmask(masked.text, masked) == text


@pytest.mark.parametrize(
    "change", [lambda t: t[1:], lambda t: t + t[0], lambda t: t + "\U000f0009"]
)
def test_a_placeholder_that_is_lost_doubled_or_invented_is_noticed(change):
    masked = masking.mask("*a* b", Syntax.MARKDOWN)

    assert masking.unmask(change(masked.text), masked) is None


@given(st.text(alphabet="ab\U000f0000\U000f0001 "))
def test_runs_join_to_the_masked_text(text):
    assert "".join(masking.runs(text)) == text


def test_bold_that_a_space_keeps_from_being_bold_does_not_count():
    good = inline.skeleton("**dos** veces", Syntax.MARKDOWN)
    bad = inline.skeleton("** dos ** veces", Syntax.MARKDOWN)

    assert good != bad


def test_tags_that_do_not_balance_are_named():
    assert inline.skeleton("<b>uno</i>", Syntax.HTML).unbalanced == ("<b>", "</i>")


def test_links_by_label_count_where_the_source_has_the_label():
    source = "see [the leaflet][leaflet]"
    found = inline.skeleton("véase [el folleto][leaflet]", Syntax.MARKDOWN, inline.labels(source))

    assert found == inline.skeleton(source, Syntax.MARKDOWN, inline.labels(source))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 40_000,
        "<!--" * 20_000,
        "{{" * 20_000,
        "<a " * 20_000,
        "](" * 20_000,
        "](a " * 20_000,
        "]('" * 20_000,
        "((((" * 20_000,
        "`" * 20_000 + "a",
        " ".join("`" * n for n in range(200)),
        "_" * 40_000 + "a",
        "<![CDATA[" * 10_000,
        "&" * 40_000,
        "<!-- salerno: skip -->" * 5_000,
        "http://" * 10_000,
        "a@" * 20_000,
        "\\" * 40_000,
        "A1-" * 20_000,
        "1-" * 20_000 + "a",
        "aA" * 20_000,
        "Aa" * 20_000 + "1 ",
        "1.1" * 20_000 + " ",
        "10 p." * 10_000,
        "![" * 20_000,
    ],
    ids=lambda text: text[:12],
)
@pytest.mark.timeout(20)
def test_hostile_markup_takes_linear_time(text):
    for syntax in Syntax:
        masked = masking.mask(text, syntax)
        assert masking.unmask(masked.text, masked) == text


@pytest.mark.parametrize(
    "text", ["<![foo[", "<a " * 20_000, "<" * 50_000, "<b" * 20_000, "</" * 20_000]
)
@pytest.mark.timeout(20)
def test_the_skeleton_of_broken_html_is_found_in_time(text):
    assert inline.skeleton(text, Syntax.HTML).tags == ()


def test_two_kinds_of_ticks_are_one_code_span():
    assert masking.mask("a ``b ` c`` d", Syntax.MARKDOWN).marks == ("``b ` c``",)
