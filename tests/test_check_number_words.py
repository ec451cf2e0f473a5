"""Numbers in words, in 26 languages: `numbers` on words alone and on words against figures."""

import pytest

from salerno.checks import numbers
from salerno.model import Severity, Unit

THREE = {
    "es": "Tome tres comprimidos.",
    "fr": "Prenez trois comprimés.",
    "de": "Nehmen Sie drei Tabletten.",
    "it": "Prenda tre compresse.",
    "pt-BR": "Tome três comprimidos.",
    "ca": "Prengui tres comprimits.",
    "gl": "Tome tres comprimidos.",
    "nl": "Neem drie tabletten.",
    "pl": "Należy wziąć trzy tabletki.",
    "ru": "Примите три таблетки.",
    "uk": "Прийміть три таблетки.",
    "tr": "Üç tablet alın.",
    "ar": "تناول ثلاثة أقراص.",
    "fa": "سه قرص بخورید.",
    "he": "קחו שלוש טבליות.",
    "hi": "तीन गोलियाँ लें।",
    "ur": "تین گولیاں لیں۔",
    "bn": "তিনটি বড়ি নিন।",
    "zh-Hans": "服用三片。",
    "zh-Hant": "服用三片。",
    "ja": "三錠飲んでください。",
    "ko": "세 알을 드세요.",
    "vi": "Uống ba viên.",
    "id": "Minum tiga tablet.",
    "fil": "Uminom ng tatlong tableta.",
    "sw": "Meza vidonge vitatu.",
}
FIVE = {
    "es": "Tome cinco comprimidos.",
    "fr": "Prenez cinq comprimés.",
    "de": "Nehmen Sie fünf Tabletten.",
    "it": "Prenda cinque compresse.",
    "pt-BR": "Tome cinco comprimidos.",
    "ca": "Prengui cinc comprimits.",
    "gl": "Tome cinco comprimidos.",
    "nl": "Neem vijf tabletten.",
    "pl": "Należy wziąć pięć tabletek.",
    "ru": "Примите пять таблеток.",
    "uk": "Прийміть п'ять таблеток.",
    "tr": "Beş tablet alın.",
    "ar": "تناول خمسة أقراص.",
    "fa": "پنج قرص بخورید.",
    "he": "קחו חמש טבליות.",
    "hi": "पाँच गोलियाँ लें।",
    "ur": "پانچ گولیاں لیں۔",
    "bn": "পাঁচটি বড়ি নিন।",
    "zh-Hans": "服用五片。",
    "zh-Hant": "服用五片。",
    "ja": "五錠飲んでください。",
    "ko": "다섯 알을 드세요.",
    "vi": "Uống năm viên.",
    "id": "Minum lima tablet.",
    "fil": "Uminom ng limang tableta.",
    "sw": "Meza vidonge vitano.",
}
SAME = [
    ("for twenty-four hours", "durante veinticuatro horas", "es"),
    ("for thirty-six hours", "durante treinta y seis horas", "es"),
    ("for forty-eight hours", "pendant quarante-huit heures", "fr"),
    ("for seventy-two hours", "zweiundsiebzig Stunden lang", "de"),
    ("for forty-eight hours", "per quarantotto ore", "it"),
    ("for twenty-four hours", "vierentwintig uur lang", "nl"),
    ("for 24 hours", "в течение двадцати четырех часов", "ru"),
    ("for 24 hours", "yirmi dört saat", "tr"),
    ("for 24 hours", "لمدة أربع وعشرين ساعة", "ar"),
    ("for 24 hours", "चौबीस घंटे", "hi"),
    ("for 24 hours", "masaa ishirini na nne", "sw"),
    ("for 24 hours", "selama dua puluh empat jam", "id"),
    ("for 24 hours", "trong hai mươi bốn giờ", "vi"),
    ("for 24 hours", "二十四時間", "ja"),
    ("Half a tablet", "Полтаблетки", "ru"),
    ("1.5 liters", "полтора литра", "ru"),
    ("1.5 liters", "półtora litra", "pl"),
    ("2.5 liters", "ڈھائی لیٹر", "ur"),
    ("1.5 hours", "দেড় ঘণ্টা", "bn"),
    ("for two days", "לפי הצורך, יומיים", "he"),
    ("two kinds", "نوعان", "ar"),
    ("at 7:30", "um halb acht", "de"),
    ("at 7:30", "om half acht", "nl"),
    ("at 7:30", "o wpół do ósmej", "pl"),
    ("at 10 a.m.", "a las 10:00 a. m.", "es"),
    ("within two weeks", "en quince días", "es"),
    ("one week later", "huit jours plus tard, soit 7 jours", "fr"),
    ("half a million people", "50 万人", "zh-Hans"),
    ("Two-thirds of people", "La mayoría", "es"),
    ("a fever of 104 °F", "高热 40 °C", "zh-Hans"),
    ("On 3 April 2026", "۱۴ فروردین ۱۴۰۵", "fa"),
    ("On April 3, 2026", "۱۴۰۵/۱/۱۴", "fa"),
    ("On 3 April 2026", "3 เมษายน 2569", "th"),
    ("at 10 p.m.", "saa 4 usiku", "sw"),
    ("6 tablets a day", "1日6錠", "ja"),
    ("Take it once daily", "1일 1회", "ko"),
    ("Once a day", "1日1回", "ja"),
    ("11,000 people", "１万１０００人", "ja"),
    ("350,500,000 people", "3亿5050万人", "zh-Hans"),
    ("One hundred and thirty-six children", "136 niños", "es"),
    ("About thirty patients", "une trentaine de patients", "fr"),
    ("the guide of (2020-2021)", "《指南（2020—2021年）》", "zh-Hans"),
    ("thousands of people", "miles de personas", "es"),
]
CHANGED = [
    ("for 24 hours", "durante veinticinco horas", "es"),
    ("at 7:30", "um halb neun", "de"),
    ("within two weeks", "en tres semanas", "es"),
    ("a fever of 104 °F", "高热 45 °C", "zh-Hans"),
    ("On 3 April 2026", "۱۴ اردیبهشت ۱۴۰۵", "fa"),
    ("On 3 April 2026", "3 เมษายน 2568", "th"),
    ("at 10 p.m.", "saa 5 usiku", "sw"),
    ("6 tablets a day", "2日6錠", "ja"),
    ("Take half a tablet.", "Prenez un comprimé.", "fr"),
    ("11,000 people", "１万２０００人", "ja"),
    ("110 feet", "100 feet", "de"),
    ("for two weeks", "14 Wochen", "de"),
]


def found(source, target, locale):
    return [f for f in numbers.check(Unit(source), target, locale) if f.severity.blocks]


@pytest.mark.parametrize("locale", THREE)
def test_the_same_number_in_words_or_figures_is_silent(locale):
    for three in ("Take three tablets.", "Take 3 tablets."):
        assert found(three, THREE[locale], locale) == []
    for five in ("Take five tablets.", "Take 5 tablets."):
        assert found(five, FIVE[locale], locale) == []


@pytest.mark.parametrize("locale", THREE)
def test_another_number_in_words_is_critical(locale):
    for source in ("Take three tablets.", "Take 3 tablets."):
        assert found(source, FIVE[locale], locale)[0].severity is Severity.CRITICAL
    for source in ("Take five tablets.", "Take 5 tablets."):
        assert found(source, THREE[locale], locale)[0].severity is Severity.CRITICAL


def test_what_became_of_a_number_in_words_is_shown():
    (finding,) = found("Take three tablets.", "Tome cinco comprimidos.", "es")

    assert finding.message == "the source says three, the translation says cinco"
    assert (finding.source_span, finding.target_span) == ((5, 10), (5, 10))


def test_a_number_in_words_that_is_gone_is_critical():
    (finding,) = found("Take three tablets.", "Tome comprimidos.", "es")

    assert finding.severity is Severity.CRITICAL
    assert finding.message == "three of the source is missing in the translation"


def test_where_no_words_are_known_a_number_in_words_is_not_missed():
    assert found("Take three tablets.", "Ota kolme tablettia.", "fi") == []


@pytest.mark.parametrize(("source", "target", "locale"), SAME)
def test_other_ways_to_say_a_number_are_silent(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(("source", "target", "locale"), CHANGED)
def test_another_amount_is_critical(source, target, locale):
    assert found(source, target, locale)[0].severity is Severity.CRITICAL
