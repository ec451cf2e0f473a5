import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.checks import numbers, phones
from salerno.model import Severity, Unit

KEPT = [
    ("Call 1-800-222-1222.", "Llame al 1 800 222 1222.", "es"),
    ("Call 1-800-222-1222.", "اتصل بالرقم \u20661-800-222-1222\u2069.", "ar"),
    ("Call 1-800-222-1222.", "١-٨٠٠-٢٢٢-١٢٢٢ پر کال کریں۔", "ur"),
    ("Call 1-800-222-1222.", "१-८००-२२२-१२२२ पर फ़ोन करें।", "hi"),
    ("Call (555) 010-0199.", "请拨打 555-010-0199。", "zh-Hans"),
    ("Call 555-0142.", "Tel. 555 01 42", "fr"),
    ("Call +44 20 7946 0958.", "Ring +44 (0)20 7946 0958.", "xx"),
    ("Call or text 988.", "تحدث: 988", "ar"),
    ("From 2020-2021 on", "A partir de 2021", "es"),
    ("It cost 1,200,000 in all", "Costó 1,3 millones", "es"),
    ("Born on 12-05-1980", "Nacido el 5 de diciembre", "es"),
]

CHANGED = [
    ("Call 1-800-222-1222.", "Llame al 1-800-222-1122.", "es"),
    ("Call 1-800-222-1222.", "اتصل بالرقم 1-800-222-1223.", "ar"),
    ("Call 1-800-222-1222.", "१-८००-२२२-१२२३ पर फ़ोन करें।", "hi"),
    ("Call 555-0117.", "请拨打 555-0177。", "zh-Hans"),
    ("Call 911.", "Llame al 991.", "es"),
    ("For an ambulance, call 15 or 112.", "Appelez le 15 ou le 122.", "fr"),
    ("Dial 108 in an emergency.", "180 डायल करें।", "hi"),
    ("Text 988 now.", "立即发短信。", "zh-Hans"),
    ("Call +44 20 7946 0958.", "Anruf: +44 20 7946 0985.", "de"),
]


def found(source, target, locale):
    return list(phones.check(Unit(source), target, locale))


@pytest.mark.parametrize(("source", "target", "locale"), KEPT)
def test_the_same_digits_are_silent_however_they_are_grouped(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(("source", "target", "locale"), CHANGED)
def test_another_digit_is_critical(source, target, locale):
    (finding,) = found(source, target, locale)

    assert finding.severity is Severity.CRITICAL


def test_a_phone_number_in_other_groups_is_no_other_number():
    assert list(numbers.check(Unit("Call 1-800-222-1222."), "Llame al 1 800 222 1222.", "es")) == []


@given(st.from_regex(r"[2-9][0-9]{2}-[2-9][0-9]{2}-[0-9]{4}", fullmatch=True), st.data())
def test_any_changed_digit_of_a_phone_number_is_found(number, data):
    place = data.draw(st.sampled_from([match.start() for match in re.finditer(r"\d", number)]))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != number[place]]))
    changed = f"{number[:place]}{digit}{number[place + 1 :]}"

    assert found(f"Call {number} now.", f"Llame al {number} ya.", "es") == []
    assert found(f"Call {number} now.", f"Llame al {changed} ya.", "es")
