import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salerno.checks import findings_of
from salerno.model import Entry, Syntax, Unit

NAMES = ("length", "markup", "numbers", "placeholders", "untranslated")
LOCALES = ("es", "ar", "zh-Hans", "hi", "hmn", "en-XA", "xx", "", "not a tag", "\ud800")

ANY_TEXT = st.one_of(
    st.text(alphabet=st.characters()),
    st.text(alphabet="\ud800\udfff ab1²½٣४一万.,:/'-–%{}<>&;!?[]()*_`\\\n\u00a0\u202e\u2067\u200f"),
    st.text(alphabet="0123456789.,/: ½", max_size=400),
)

HOSTILE = {
    "400 digits": "9" * 400,
    "many numbers": "12345, " * 10_000,
    "one number": "1" * 1_000_000,
    "only spaces": " " * 1_000_000,
    "backticks": "`" * 1_000_000,
    "brackets": "[" * 1_000_000,
    "open tags": "<a " * 30_000,
    "open attributes": '<a href="' * 20_000,
    "attribute names": f"<a {'b' * 1_000_000}>",
    "comments": "<!--" * 30_000,
    "sections": "<![x[" * 30_000,
    "braces": "{{" * 500_000,
    "fractions": "1/" * 100_000,
    "stops": f"{'.' * 1_000_000}x",
    "letters": "a" * 1_000_000,
    "words": "the of " * 20_000,
    "big numerals": "亿" * 500_000,
    "half a surrogate": "\ud800" * 1_000,
    "a scale upon a scale": "1 million " * 5_000,
    "Markdown that costs time": "![a](b) **c** " * 1_400,
    "HTML that costs time": "<a b='>' " * 2_000,
}


def unit(source, syntax):
    return Unit(source, syntax=syntax, flags=("python-format",))


def findings(source, target, locale, syntax):
    entry = Entry(unit(source, syntax), (target,))
    return [finding for _, finding in findings_of(entry, locale, NAMES)]


@given(ANY_TEXT, ANY_TEXT, st.sampled_from(LOCALES), st.sampled_from(Syntax))
@settings(max_examples=300)
def test_no_text_makes_a_check_raise(source, target, locale, syntax):
    for finding in findings(source, target, locale, syntax):
        assert finding.check in NAMES
        assert finding.message


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_ends_soon(name):
    syntax = Syntax.HTML if "<" in HOSTILE[name] else Syntax.MARKDOWN

    findings("Take **5 mg** of {name} {{ twice }} a day.", HOSTILE[name], "es", syntax)


@given(ANY_TEXT, ANY_TEXT, st.sampled_from(Syntax))
@settings(max_examples=300)
def test_spans_lie_within_their_texts(source, target, syntax):
    for finding in findings(source, target, "fr", syntax):
        for span, text in ((finding.source_span, source), (finding.target_span, target)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
