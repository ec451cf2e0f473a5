import pytest

from salerno.checks import length
from salerno.model import Severity, Syntax, Unit

LONG_SOURCE = (
    "Call your doctor at once if you have a fever, if the wound turns red or warm, or if the pain"
    " gets worse instead of better."
)

SPANISH = (
    "Llame de inmediato a su médico si tiene fiebre, si la herida se pone roja o caliente, o si el"
    " dolor empeora en vez de mejorar."
)
HINDI = (
    "अगर आपको बुखार हो, घाव लाल या गर्म हो जाए, या दर्द कम होने के बजाय बढ़ जाए, तो तुरंत अपने"
    " डॉक्टर को फ़ोन करें।"
)

USUAL = [
    (SPANISH, "es"),
    ("如果您发烧，伤口发红或发热，或者疼痛加重而没有好转，请立即给医生打电话。", "zh-Hans"),
    ("اتصل بطبيبك فورًا إذا أصبت بالحمى، أو احمر الجرح أو أصبح دافئًا، أو ازداد الألم سوءًا.", "ar"),
    (HINDI, "hi"),
]

SHORT = [
    ("Llame de inmediato a su médico si tiene fiebre.", "es"),
    ("如果发烧，请打电话。", "zh-Hans"),
    ("اتصل بطبيبك فورًا.", "ar"),
    ("बुखार हो तो डॉक्टर को फ़ोन करें।", "hi"),
]


def found(source, target, locale, syntax=Syntax.MARKDOWN):
    return list(length.check(Unit(source, syntax=syntax), target, locale))


@pytest.mark.parametrize(("target", "locale"), USUAL)
def test_a_translation_of_the_usual_length_is_silent(target, locale):
    assert found(LONG_SOURCE, target, locale) == []


@pytest.mark.parametrize(("target", "locale"), SHORT)
def test_a_translation_that_is_far_too_short_is_major(target, locale):
    (finding,) = found(LONG_SOURCE, target, locale)

    assert finding.severity is Severity.MAJOR
    assert "unusually short" in finding.message


@pytest.mark.parametrize(("target", "locale"), USUAL)
def test_a_translation_that_is_far_too_long_is_major(target, locale):
    (finding,) = found("Call if you have a fever or more pain.", f"{target} {target}", locale)

    assert finding.severity is Severity.MAJOR
    assert "unusually long" in finding.message


def test_a_missing_sentence_makes_a_shorter_text_suspicious():
    source = "Clean the wound with warm water and with soap. Then put a cloth on it."

    (finding,) = found(source, "Limpie bien la herida con agua tibia y jabón.", "es")

    assert "1 of 2 sentences" in finding.message


@pytest.mark.parametrize("target", [" ", "—", "**", "\u200f", "。", "5", "<br>", "…"])
def test_a_target_without_words_is_critical(target):
    (finding,) = found("Take 5 tablets.", target, "es")

    assert (finding.severity, finding.message) == (
        Severity.CRITICAL,
        "the translation has no words",
    )


@pytest.mark.parametrize("source", ["5 %", "—", "https://example.org", "`code`", "{name}"])
def test_a_source_without_words_asks_for_none(source):
    assert found(source, source, "es") == []


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Do not drink alcohol.", "勿饮酒", "zh-Hans"),
        ("Side effects", "آثار", "ar"),
        ("Overview", "Descripción general del tratamiento", "es"),
        ("Emergency room", "आपातकालीन चिकित्सा कक्ष", "hi"),
    ],
)
def test_a_short_label_may_have_any_length(source, target, locale):
    assert found(source, target, locale) == []


def test_markup_and_addresses_do_not_count():
    source = "Read [the leaflet](https://example.org/a/very/long/address/that/nobody/reads)."

    assert found(source, "Lea el folleto.", "es") == []


def test_a_script_that_was_not_measured_has_a_wide_band():
    assert found(LONG_SOURCE, "ጎ" * 40, "am") == []
