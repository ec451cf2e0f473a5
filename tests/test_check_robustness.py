import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salerno import plugins
from salerno.checks import findings_of
from salerno.model import Entry, Syntax, Unit

NAMES = plugins.names("checks")
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
    "Chinese": "剂" * 500_000,
    "one word": "word " * 200_000,
    "a loop that never closes": "a b c d e " * 100_000,
    "mixed alphabets": "aа" * 500_000,
    "Latin letters": "é" * 1_000_000,
    "Cyrillic letters": "я" * 1_000_000,
    "Arabic letters": "ب" * 1_000_000,
    "Greek letters": "α β " * 200_000,
    "parts of letters": "e\u0301" * 300_000,
    "double spaces": "a  " * 300_000,
    "list items": "1. a\n" * 100_000,
    "blank lines": " \t" * 300_000 + "\n- ",
    "half a surrogate": "\ud800" * 1_000,
    "a scale upon a scale": "1 million " * 5_000,
    "comparisons": "más de menos de 5 " * 5_000,
    "phone numbers": "1-800-222-1222 " * 5_000,
    "digits and gaps": "1 - (2) . " * 10_000,
    "ranges": "5-10 to 3 - " * 5_000,
    "parts of the day": "mañana 8 p.m. " * 5_000,
    "dates": "3 de mayo 1.2.3 " * 5_000,
    "number words": "veinte y dos " * 5_000,
    "amounts": "2 days, " * 20_000,
    "frequencies": "twice a day every 8 hours " * 5_000,
    "times without a stretch": "dos veces " * 20_000,
    "signs of a unit": "5 /mg/" * 20_000,
    "decimals": ".5 mg " * 30_000,
    "an amount and spaces": f"5{' ' * 200_000}mg",
    "one letter of a unit": "tablett" * 100_000,
    "Markdown that costs time": "![a](b) **c** " * 1_400,
    "HTML that costs time": "<a b='>' " * 2_000,
}


SOURCE = (
    "Take **5 mg** of {name} {{ twice }} a day, at least two 8 p.m. to 10 p.m. before Monday, May 3, "
    "or 5 to 10; call 1-800-222-1222."
)


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

    findings(SOURCE, HOSTILE[name], "es", syntax)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_source_ends_soon(name):
    findings(HOSTILE[name], "Tome 5 mg antes de las 8.", "es", Syntax.PLAIN)


def test_two_texts_of_many_doses_are_compared_soon():
    doses = [f"{number} mg {number} times a day, every {number} hours" for number in range(3_000)]

    findings("; ".join(doses), "; ".join(doses).replace("mg", "g"), "en", Syntax.PLAIN)


@given(ANY_TEXT, ANY_TEXT, st.sampled_from(Syntax))
@settings(max_examples=300)
def test_spans_lie_within_their_texts(source, target, syntax):
    for finding in findings(source, target, "fr", syntax):
        for span, text in ((finding.source_span, source), (finding.target_span, target)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
