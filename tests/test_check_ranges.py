import pytest

from salerno.checks import ranges
from salerno.model import Severity, Unit

KEPT = [
    ("5 to 10 times", "de 5 a 10 veces", "es"),
    ("5 to 10 times", "zwischen 5 und 10 Mal", "de"),
    ("5–10 times", "5 至 10 次", "zh-Hans"),
    ("5–10 times", "5～10回", "ja"),
    ("5–10 times", "من 5 إلى 10 مرات", "ar"),
    ("between 5 and 10", "५ से १० के बीच", "hi"),
    ("10 and 5", "5 y 10", "es"),
    ("10 to 5", "10 a 5", "es"),
    ("2019-20", "2019-2020", "es"),
]

TURNED = [
    ("5 to 10 times", "de 10 a 5 veces", "es"),
    ("5–10 times", "10 至 5 次", "zh-Hans"),
    ("5–10 times", "10–5回", "ja"),
    ("between 5 and 10 mg", "10 से 5 मि.ग्रा.", "hi"),
    ("0.5–1.5 mg", "1,5–0,5 mg", "de"),
    ("60 to 100", "от 100 до 60", "ru"),
]


def found(source, target, locale):
    return list(ranges.check(Unit(source), target, locale))


@pytest.mark.parametrize(("source", "target", "locale"), KEPT)
def test_a_range_in_its_order_is_silent(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(("source", "target", "locale"), TURNED)
def test_a_range_the_other_way_round_is_critical(source, target, locale):
    (finding,) = found(source, target, locale)

    assert finding.severity is Severity.CRITICAL


def test_from_right_to_left_a_range_that_is_turned_needs_a_reader():
    (finding,) = found("5–10 times", "10–5 مرات", "ar")

    assert finding.severity is Severity.MAJOR
