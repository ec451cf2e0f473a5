"""No page reads in another order than was signed, and other versions' isolates are no forgery."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from page_support import edition_of, evidence_of, page_of, problems
from salerno.page import isolation
from salerno.page.order import bare, settled
from salerno.page.reading import read_fragment

SOURCE = (
    "---\ntitle: Take 4-6\ndescription: About 4-6.\nrisk: standard\n---\n\nTake 4-6 mg of it.\n"
)
TARGETS = {
    "es": {"Take 4-6 mg of it.": "Tome 4-6 mg **de** eso (الاسم) <bdo dir='rtl'>1-2</bdo>."},
    "ar": {
        "Take 4-6": "خذ 4-6",
        "About 4-6.": "عن 4-6.",
        "Take 4-6 mg of it.": "خذ 4-6 mg قبل **النوم** ثم Ketamine.",
    },
}


@pytest.fixture(scope="module")
def published():
    """Return the genuine page of a locale, and its evidence."""

    def make(locale):
        targets = TARGETS[locale]
        made = edition_of(SOURCE, "md", locale, lambda source: targets.get(source, source))
        return page_of(made), evidence_of(made)

    return {locale: make(locale) for locale in TARGETS}


def forged(page, old, new):
    html, proof = page
    assert re.search(old, html)
    return problems(re.sub(old, new, html, count=1), proof)


@pytest.mark.parametrize("locale", TARGETS)
def test_a_genuine_page_proves_itself(published, locale):
    html, proof = published[locale]

    assert "<bdi" in html
    assert problems(html, proof) == []


@pytest.mark.parametrize(
    "new",
    [
        '<bdi dir="rtl">4-6</bdi>',
        '<bdi dir="RTL">4-6</bdi>',
        '<span dir="rtl">4-6</span>',
        '<span dir="rtl" lang="es">4-6</span>',
        '<bdi dir="ltr"><span dir="rtl">4-6</span></bdi>',
        '<bdo dir="rtl">4-6</bdo>',
        "\u20674-6\u2069",
        "\u2068\u20674-6\u2069\u2069",
        "\u202e4-6\u202c",
        "4\u200f-\u200f6",
        "4\u2069-6",
        "\u20664-6",
    ],
)
def test_a_range_that_is_turned_round_is_refused(published, new):
    for locale in TARGETS:
        assert forged(published[locale], "(?<= )4-6(?= mg)|(?<=>)4-6(?= mg)", new)


@pytest.mark.parametrize(
    ("locale", "old", "new"),
    [
        # A sentence with its order as that of the other script: `4 before 6` becomes `6 before 4`.
        ("ar", "خذ (.*)ثم", r'<span dir="ltr">خذ \1ثم</span>'),
        ("ar", "خذ (.*)ثم", r"<bdi>Ketamine خذ \1ثم</bdi>"),
        ("es", "Tome (.*)eso", r'<span dir="rtl">Tome \1eso</span>'),
        ("es", r"\(الاسم\)", "<bdi>(الاسم)</bdi>"),
        ("es", r'<bdo dir="rtl">1-2</bdo>', "1-2"),
        ("es", "<p>", '<p dir="rtl">'),
        ("es", "<article>", '<article dir="rtl">'),
        ("es", "<h1>", '<h1 dir="rtl">'),
        ("es", "<h1>Take 4-6", '<h1><span dir="rtl">Take 4-6</span>'),
        ("es", "<h1>Take 4-6", "<h1><bdo dir=rtl>Take 4-6</bdo>"),
        ("es", "<h1>Take 4-6</h1>", "<div dir=rtl><h1>Take 4-6</h1></div>"),
        ("es", "<title>Take 4-6", "<title>Take \u20674-6\u2069"),
        ("es", 'content="About 4-6', 'content="About \u20674-6\u2069'),
        ("ar", "<title>خذ \u20664-6\u2069", "<title>خذ \u20674-6\u2069"),
    ],
)
def test_nothing_that_was_signed_is_read_the_other_way_round(published, locale, old, new):
    assert forged(published[locale], old, new)


@pytest.mark.parametrize("locale", TARGETS)
def test_pages_of_versions_that_isolate_otherwise_are_no_forgery(published, locale):
    html, proof = published[locale]
    none = re.sub("</?bdi[^>]*>", "", html)
    spans = re.sub("<(/?)bdi", r"<\1span", html)
    others = re.sub("4-6 mg", '<span><bdi dir="auto">4</bdi>-<bdi>6</bdi></span> mg', html)
    characters = none.replace("4-6 mg", "\u20664-6 mg\u2069")

    for page in (none, spans, others, bare(html), characters):
        assert problems(page, proof) == []


def test_a_number_with_a_unit_of_the_page_may_be_isolated_too():
    said = read_fragment("خذ 5 ملغ ثم", "ar")

    assert read_fragment("خذ <bdi>5 ملغ</bdi> ثم", "ar") == said
    assert read_fragment('خذ <bdi dir="rtl">5 ملغ</bdi> ثم', "ar") == said
    assert read_fragment("خذ <bdi>5 ملغ</bdi> ثم", "es") != said


def test_where_the_policy_says_so_a_range_may_read_from_right_to_left(monkeypatch):
    turned = '<bdi dir="rtl"><bdi dir="ltr">4</bdi>–<bdi dir="ltr">6</bdi></bdi>'
    assert read_fragment(turned, "fa-AF") != read_fragment("4–6", "fa-AF")

    monkeypatch.setitem(isolation.RANGE_DIRECTIONS, "fa", "rtl")
    assert read_fragment(turned, "fa-AF") == read_fragment("4–6", "fa-AF")


def test_an_author_may_turn_words_round_and_nobody_else():
    signed = 'x <span dir="rtl">(4-6)</span> <bdi>שלום</bdi> y'

    assert read_fragment(signed, "es") == read_fragment(signed, "es")
    for tag in ('<span dir="rtl">', "<bdi>"):
        assert read_fragment(signed.replace(tag, "<i>"), "es") != read_fragment(signed, "es")
        assert read_fragment(signed.replace(tag, "<span>"), "es") != read_fragment(signed, "es")


def test_what_a_reviewer_signed_for_all_its_signs_is_shown_with_them_and_proved():
    """The check `markup` asks for a waiver, which stands in the evidence with its reason."""
    made = edition_of(
        SOURCE, "md", "es", lambda source: source.replace("4-6 mg", "\u202e4-6\u202c mg")
    )
    page = page_of(made), evidence_of(made)

    assert "\u202e" in page[0]
    assert problems(*page) == []
    assert forged(page, "[\u202e\u202c]", "")


SIGNS = st.text(st.sampled_from("ab4-6 אב\u2066\u2067\u2068\u2069"), max_size=20)


@given(SIGNS, st.sampled_from(["es", "he"]))
def test_only_isolates_are_dropped_and_dropping_them_twice_drops_no_more(text, locale):
    once = settled(text, locale)

    assert bare(once) == bare(text)
    assert settled(once, locale) == once


@given(SIGNS)
def test_no_isolate_is_dropped_that_a_reader_would_see(text):
    """In a text without letters that run to the left, an RLI is all that could turn it round."""
    words = text.translate(dict.fromkeys(map(ord, "אב")))

    assert ("\u2067" in settled(words, "es")) == ("\u2067" in words)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece", ["\u2066", "\u2069", "\u2066a", "\u2067א", "\u2066a\u2069", "\u2068\u2067a\u2069"]
)
def test_a_megabyte_of_isolates_is_gone_through(piece):
    assert bare(settled(piece * (1_000_000 // len(piece)), "es")) == bare(piece) * (
        1_000_000 // len(piece)
    )
