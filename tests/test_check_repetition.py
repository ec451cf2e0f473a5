import pytest

from salerno.checks import repetition
from salerno.model import Severity, Syntax, Unit


def found(target, locale, source="The source.", syntax=Syntax.PLAIN):
    return list(repetition.check(Unit(source, syntax=syntax), target, locale))


@pytest.mark.parametrize(
    ("target", "locale"),
    [
        ("Tome la la pastilla.", "es"),
        ("Nehmen Sie jeden jeden Tag eine Tablette.", "de"),
        ("Принимайте по по одной таблетке.", "ru"),
        ("Weź jedną jedną tabletkę.", "pl"),
        ("Приймайте по по одній таблетці.", "uk"),
        ("Prenez le le comprimé.", "fr"),
    ],
)
def test_a_doubled_word_is_minor(target, locale):
    (finding,) = found(target, locale)

    assert (finding.severity, finding.message.partition(":")[0]) == (
        Severity.MINOR,
        "a word stands there twice",
    )


@pytest.mark.parametrize(
    ("target", "locale"),
    [
        ("Vous vous sentez mieux et nous nous en réjouissons.", "fr"),
        ("Kinder, die die Tabletten nehmen", "de"),
        ("Minum obat pelan pelan", "id"),
        ("धीरे धीरे साँस लें", "hi"),
        ("ধীরে ধীরে শ্বাস নিন", "bn"),
        ("Yavaş yavaş nefes alın", "tr"),
        ("Polepole polepole", "sw"),
        ("לאט לאט", "he"),
        ("慢慢慢慢地呼吸", "zh-Hans"),
        ("Con calma, calma", "es"),
        ("Duran Duran", "es"),
    ],
)
def test_words_that_grammar_doubles_are_silent(target, locale):
    assert found(target, locale) == []


@pytest.mark.parametrize(
    ("target", "locale"),
    [
        ("Tome agua, agua, agua, agua, agua.", "es"),
        ("दवा लें, दवा लें, दवा लें, दवा लें।", "hi"),
        ("خذ الدواء خذ الدواء خذ الدواء خذ الدواء", "ar"),
        ("服用，服用，服用，服用", "zh-Hans"),
        ("Минздрав Минздрав Минздрав Минздрав", "ru"),
    ],
)
def test_what_goes_on_and_on_is_major(target, locale):
    (finding,) = found(target, locale)

    assert finding.severity is Severity.MAJOR


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("No, no, no, no!", "¡No, no, no, no!", "es"),
        ("1 2 1 2 1 2 1 2", "1 2 1 2 1 2 1 2", "es"),
        ("a a a a", "а а а а", "ru"),
    ],
)
def test_what_the_source_repeats_may_be_repeated(source, target, locale):
    assert found(target, locale, source) == []


@pytest.mark.parametrize(
    ("target", "locale"),
    [("Tome  dos", "es"), ("दो  गोली", "hi"), ("قرصان  يوميًا", "ar"), ("每天  一次", "zh-Hans")],
)
def test_two_spaces_are_minor(target, locale):
    (finding,) = found(target, locale)

    assert (finding.severity, finding.message) == (Severity.MINOR, "two spaces in a row")


def test_two_spaces_after_a_full_stop_are_a_habit():
    assert found("Tome dos.  Descanse.", "es") == []


def test_markup_between_two_words_does_not_make_them_one():
    assert found("**la** la", "es", syntax=Syntax.MARKDOWN) != []
