"""What waits is riskiest first."""

import pytest

from salerno.model import Finding, Severity, Unit
from salerno.review import Risk, risk_of


def finding(severity):
    return Finding("numbers", severity, "42 is missing")


def test_risks_come_in_this_order():
    assert list(Risk) == ["critical-finding", "number", "negation", "unknown-words", "other"]


@pytest.mark.parametrize(
    ("source", "severities", "unknown", "risk"),
    [
        ("Rest.", [], (), Risk.OTHER),
        ("Rest.", [], ("drip",), Risk.UNKNOWN_WORDS),
        ("Do not rest.", [], ("drip",), Risk.NEGATION),
        ("Do not take 5.", [], ("drip",), Risk.NUMBER),
        ("Do not take 5.", [Severity.CRITICAL], ("drip",), Risk.CRITICAL),
        ("Rest.", [Severity.CRITICAL], (), Risk.CRITICAL),
        ("Rest.", [Severity.INFO, Severity.CRITICAL], (), Risk.CRITICAL),
        ("Rest.", [Severity.MAJOR, Severity.MINOR, Severity.INFO], (), Risk.OTHER),
        ("Take two a day.", [], (), Risk.NUMBER),
        ("TWICE", [], (), Risk.NUMBER),
        ("Once is enough.", [], (), Risk.NUMBER),
        ("It is weekly.", [], (), Risk.NUMBER),
        ("B12", [], (), Risk.NUMBER),
        ("ثلاثة ٣", [], (), Risk.NUMBER),
        ("Everyone oftener weighs", [], (), Risk.OTHER),
        ("Never mind.", [], (), Risk.NEGATION),
        ("Don't.", [], (), Risk.NEGATION),
        ("Don’t.", [], (), Risk.NEGATION),
        ("STOP it", [], (), Risk.NEGATION),
        ("You cannot.", [], (), Risk.NEGATION),
        ("Notice the knot, nonetheless.", [], (), Risk.OTHER),
        ("", [], (), Risk.OTHER),
    ],
)
def test_the_worst_reason_counts(source, severities, unknown, risk):
    found = [finding(severity) for severity in severities]

    assert risk_of(Unit(source), found, unknown) is risk


NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve once twice half dozen hundred "
    "thousand hourly daily weekly monthly"
)
NEGATIONS = "no not never none nor neither without cannot unless except avoid stop"


@pytest.mark.parametrize("word", NUMBERS.split())
def test_a_number_in_words_is_a_number(word):
    assert risk_of(Unit(f"Take {word}, then rest."), [], ()) is Risk.NUMBER
    assert risk_of(Unit(f"x{word}"), [], ()) is risk_of(Unit(f"{word}x"), [], ()) is Risk.OTHER


@pytest.mark.parametrize("word", NEGATIONS.split())
def test_a_word_that_turns_a_sentence_round_is_a_negation(word):
    assert risk_of(Unit(f"Rest, {word} drink."), [], ()) is Risk.NEGATION
    assert risk_of(Unit(f"x{word}"), [], ()) is risk_of(Unit(f"{word}x"), [], ()) is Risk.OTHER
