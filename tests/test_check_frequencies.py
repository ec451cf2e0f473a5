"""How often stays how often, however a language says it."""

import pytest

from salerno.checks import frequencies
from salerno.model import Severity, Syntax, Unit


def found(source, target, locale, syntax=Syntax.PLAIN):
    return list(frequencies.check(Unit(source, syntax=syntax), target, locale))


SAME = [
    ("Take it twice a day.", "Tómelo cada 12 horas.", "es"),
    ("Take it every 12 hours.", "Prenez-le deux fois par jour.", "fr"),
    ("Take it 3 times daily.", "8時間ごとに服用。", "ja"),
    ("Take it every 8 hours.", "تناوله ثلاث مرات في اليوم.", "ar"),
    ("Take it every other day.", "Nehmen Sie es jeden zweiten Tag ein.", "de"),
    ("Take it every other day.", "隔日服用。", "zh-Hans"),
    ("Take it every other day.", "एक दिन छोड़कर लें।", "hi"),
    ("every two weeks", "каждые 14 дней", "ru"),
    ("once a day", "diariamente", "pt-BR"),
    ("every day", "一日一回", "ja"),
    ("Take 3 tablets daily.", "Tome 3 comprimidos al día.", "es"),
    ("Take 1 tablet 3 times daily.", "每日 3 次，每次 1 片。", "zh-Hans"),
    ("Take it twice a day.", "Morgens und abends einnehmen.", "de"),
    ("Take it twice a day for 3 days.", "Tómelo 2 veces, durante 3 días.", "es"),
    ("60 beats per minute", "60 fois par minute", "fr"),
    ("once a month", "cada 4 semanas", "es"),
    ("every 4 to 6 hours", "toutes les 4 à 6 heures", "fr"),
    ("every 4 to 6 hours", "cada 4-6 horas", "es"),
    ("every 4 to 6 hours", "كل 4 إلى 6 ساعات", "ar"),
    ("every 8 hours", "de 8 en 8 horas", "es"),
    ("every 8 hours", "de 8 em 8 horas", "pt-PT"),
    ("b.i.d.", "zweimal täglich", "de"),
    ("every 8 hours", "nach 8 Stunden", "de"),
    ("once a year", "cada 365 días", "es"),
    ("12 times a year", "una vez al mes", "es"),
    ("Take it once daily.", "Tómelo al día.", "es"),
    ("Take it daily.", "Tómelo una vez al día.", "es"),
    ("Once it heals, come back in a week.", "Wenn es heilt, kommen Sie in einer Woche.", "de"),
    ("Rest for a day.", "休息一天。", "zh-Hans"),
    ("Take it twice a day.", "jatlh cha'logh.", "tlh"),
]

CHANGED = [
    ("Take it every 8 hours.", "Tómelo 8 veces al día.", "es", "every 8 hours", "8 veces al día"),
    ("Take it 8 times a day.", "Alle 8 Stunden.", "de", "8 times a day", "Alle 8 Stunden"),
    ("Take it daily.", "Prenez-le chaque semaine.", "fr", "daily", "chaque semaine"),
    ("Take it daily.", "Prenez-le trois fois par jour.", "fr", "daily", "trois fois par jour"),
    ("once a year", "cada mes", "es", "once a year", "cada mes"),
    ("5 times a year", "cada mes", "es", "5 times a year", "cada mes"),
    ("every 2 days", "cada día, durante 1 día", "es", "every 2 days", "cada día"),
    ("Take it 3 times a day.", "Alle 3 Tage", "de", "3 times a day", "Alle 3 Tage"),
    ("Take 3 a day.", "2 veces al día", "es", "a day", "2 veces al día"),
    ("twice a week", "يوميًا مرتين", "ar", "twice a week", "يوميًا مرتين"),
    ("every 6 hours", "每天服用 6 次", "zh-Hans", "every 6 hours", "每天服用 6 次"),
    ("every 12 hours", "दिन में 12 बार", "hi", "every 12 hours", "दिन में 12 बार"),
    ("every other day", "каждый день", "ru", "every other day", "каждый день"),
    ("every 2 days", "隔週で2日に3回", "ja", "every 2 days", "2日に3回"),
    ("once every 3 months", "3개월마다 2회", "ko", "once every 3 months", "3개월마다 2회"),
]


@pytest.mark.parametrize(("source", "target", "locale"), SAME)
def test_the_same_frequency_is_silent(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(("source", "target", "locale", "said", "answered"), CHANGED)
def test_another_frequency_is_critical_and_shown(source, target, locale, said, answered):
    (finding,) = found(source, target, locale)

    assert (finding.check, finding.severity) == ("frequencies", Severity.CRITICAL)
    assert source[slice(*finding.source_span)] == said
    assert target[slice(*finding.target_span)] == answered


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Take it 3 times a day.", "Tómelo.", "es"),
        ("Take it every 8 hours.", "اشرب الدواء.", "ar"),
        ("Take it once a week.", "服药。", "zh-Hans"),
        ("Take it 3 times a day.", "यह लें।", "hi"),
        ("Take it 3 times a day.", "Tómelo durante 3 días.", "es"),
        ("Take it twice a week.", "Tómelo.", "es"),
        ("Take it every 2 days.", "Tómelo 2 semanas.", "es"),
    ],
)
def test_a_frequency_that_is_gone_is_major(source, target, locale):
    (finding,) = found(source, target, locale)

    assert finding.severity is Severity.MAJOR
    assert finding.message.endswith("the translation says nothing of how often")


def test_a_message_says_both_in_plain_words():
    (finding,) = found("Take it every 8 hours.", "Tómelo 8 veces al día.", "es")

    assert finding.message == (
        "the source says every 8 hours (1 time in 8 hours),"
        " the translation 8 veces al día (8 times in 1 day)"
    )


def test_a_message_says_which_words_are_not_counted():
    (finding,) = found("Take it daily.", "Tómelo cada semana.", "es")

    assert "daily (in 1 day)" in finding.message
    assert "cada semana (in 1 week)" in finding.message


def test_a_long_frequency_is_quoted_from_its_beginning():
    far = "3 times, with a meal and some water, each day"
    (finding,) = found(far, "cada semana", "es")

    assert far[:40] + "… (3 times" in finding.message


def test_a_flood_of_differences_is_cut_short():
    source = "; ".join(f"{number} times a day" for number in range(3, 40))

    assert len(found(source, source.replace("a day", "a week"), "en")) == 20
    assert len(found(source, "Nada.", "es")) == 20


def test_markup_stands_between_nothing():
    assert found("Take it **twice** a _day_.", "**Deux** fois _par jour_.", "fr") == []
