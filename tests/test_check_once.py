"""No English word of how often is left, least of all `once` where it is eleven."""

import pytest

from salerno.checks import once
from salerno.model import Severity, Syntax, Unit


def found(source, target, locale):
    return list(once.check(Unit(source, syntax=Syntax.MARKDOWN), target, locale))


@pytest.mark.parametrize(
    ("source", "target", "locale", "word"),
    [
        ("Take it once a day.", "Tómelo once al día.", "es-MX", "once"),
        ("Once daily", "Once comprimidos once ao día", "gl", "once"),
        ("Take it once a day.", "Tome once ao dia.", "pt-BR", "once"),
        ("Take it once a day.", "Lo prenda once al giorno.", "it", "once"),
        ("Take it twice a day.", "تناوله twice في اليوم.", "ar", "twice"),
        ("Take it thrice.", "Tómelo thrice.", "es", "thrice"),
        ("Take it daily.", "daily 服用。", "zh-Hans", "daily"),
        ("3 times a day", "3 times a day लें", "hi", "times a day"),
        ("every 8 hours", "every 8 hours 服用", "ja", "every 8 hours"),
        ("at 11 take once", "a las once tome once", "es", "once"),
    ],
)
def test_an_english_frequency_in_the_target_is_critical(source, target, locale, word):
    (finding,) = found(source, target, locale)

    assert (finding.check, finding.severity) == ("once", Severity.CRITICAL)
    assert source[slice(*finding.source_span)].casefold() == word
    assert target[slice(*finding.target_span)] == word


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Eleven sessions, once a week.", "Once sesiones, una vez por semana.", "es"),
        ("11 days, once a day", "once días, una vez al día", "es"),
        ("Take it once a day.", "Tómelo una vez al día.", "es"),
        ("Read the Daily News daily.", "Lea a diario el Daily News.", "es"),
        ("Write `once` once.", "`once` 写一次。", "zh-Hans"),
        ("once", "https://a.example/once", "ar"),
        ("Take it once.", "Take it once.", "en"),
        ("Rest.", "Descanse once días.", "es"),
    ],
)
def test_what_only_looks_so_is_silent(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(
    ("word", "locale", "said"),
    [
        ("once", "es", "‘once’ reads as eleven here; the source’s ‘once’ is one time"),
        ("once", "gl", "‘once’ reads as eleven here; the source’s ‘once’ is one time"),
        ("once", "it", "the English ‘once’ was left in the translation"),
        ("twice", "es", "the English ‘twice’ was left in the translation"),
    ],
)
def test_the_message_says_what_it_reads_as(word, locale, said):
    (finding,) = found(f"Take it {word}.", f"Tome {word}.", locale)

    assert finding.message == said


def test_a_flood_is_cut_short():
    assert len(found("Take it once.", "once " * 40, "es")) == 20
