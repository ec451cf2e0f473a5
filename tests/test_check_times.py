import pytest

from salerno.checks import times
from salerno.model import Severity, Unit

KEPT = [
    ("at 9 p.m.", "a las 9 de la noche", "es"),
    ("at 9 p.m.", "a las 21:00", "es"),
    ("at 9 p.m.", "um 21 Uhr", "de"),
    ("at 9 p.m.", "晚上 9 点", "zh-Hans"),
    ("at 9 p.m.", "午後9時", "ja"),
    ("at 9 p.m.", "오후 9시", "ko"),
    ("at 9 p.m.", "الساعة 9 مساءً", "ar"),
    ("at 9 p.m.", "रात 9 बजे", "hi"),
    ("at 9 p.m.", "ساعت ۹ شب", "fa"),
    ("at 3 p.m.", "下午3点", "zh-Hans"),
    ("at 1 a.m.", "a la 1 de la madrugada", "es"),
    ("at 8 a.m.", "à 8 h", "fr"),
    ("in the morning", "por la mañana", "es"),
    ("in the morning", "সকালে", "bn"),
    ("in the evening", "вечером", "ru"),
    ("in the evening", "akşam", "tr"),
    ("at midnight", "à minuit", "fr"),
    ("in the morning and at night", "早晚各一次", "zh-Hans"),
    ("See you tomorrow morning.", "Hasta mañana por la mañana.", "es"),
]

CHANGED = [
    ("at 9 p.m.", "a las 9 de la mañana", "es"),
    ("at 9 p.m.", "الساعة 9 صباحًا", "ar"),
    ("at 9 p.m.", "सुबह 9 बजे", "hi"),
    ("at 9 p.m.", "上午 9 点", "zh-Hans"),
    ("at 9 p.m.", "godz. 9 rano", "pl"),
    ("at 8 a.m.", "오후 8시", "ko"),
    ("at 8 a.m.", "ساعت ۸ شب", "fa"),
    ("at 8 a.m.", "kl 8 jioni saa 8", "sw"),
    ("at 8 p.m.", "a las 8", "es"),
    ("at 8 p.m.", "um 8 Uhr", "de"),
    ("at 8 p.m.", "8 点", "zh-Hans"),
    ("at 8 p.m.", "الساعة 8", "ar"),
    ("at 8:30 p.m.", "8:30'da", "tr"),
    ("in the morning", "вечером", "ru"),
    ("in the morning", "संध्या को नहीं, शाम को", "hi"),
    ("in the evening", "בבוקר", "he"),
    ("at midnight", "à midi", "fr"),
    ("at noon", "a medianoche", "es"),
]


def found(source, target, locale):
    return list(times.check(Unit(source), target, locale))


@pytest.mark.parametrize(("source", "target", "locale"), KEPT)
def test_the_same_part_of_the_day_is_silent(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(("source", "target", "locale"), CHANGED)
def test_another_part_of_the_day_or_none_is_critical(source, target, locale):
    (finding,) = found(source, target, locale)

    assert finding.severity is Severity.CRITICAL
    assert finding.source_span
