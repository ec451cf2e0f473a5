import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.checks import untranslated
from salerno.model import Severity, Syntax, Unit

SILENT = [
    ("Take it with food.", "Tómelo con alimentos.", "es"),
    ("Take it with food.", "تناوله مع الطعام.", "ar"),
    ("Take it with food.", "与食物同服。", "zh-Hans"),
    ("Take it with food.", "इसे भोजन के साथ लें।", "hi"),
    # what stays
    ("Mayo Clinic", "Mayo Clinic", "es"),
    ("Ketamine", "Ketamine", "nl"),
    ("500 mg", "500 mg", "fr"),
    ("COVID-19", "COVID-19", "zh-Hans"),
    ("https://example.org/the-and-of", "https://example.org/the-and-of", "ar"),
    ("Food and Drug Administration", "Food and Drug Administration", "fr"),
    ("The WHO says so.", "كما تقول WHO.", "ar"),
    ("Call Dr. Peck", "Llame al Dr. Peck", "es"),
    ("Ask Doctors Without Borders now.", "Pregunte ya a Doctors Without Borders.", "es"),
    ("The Lancet wrote about it.", "The Lancet a écrit à ce sujet.", "fr"),
    ("grown in vitro", "वृद्धि in vitro", "hi"),
    ("Brown et al. found it.", "Brown et al. 发现了它。", "zh-Hans"),
    (
        "in chronic obstructive pulmonary disease",
        "COPD（chronic obstructive pulmonary disease）",
        "zh-Hans",
    ),
    ("help with activities of daily living", "AVD (activities of daily living)", "es"),
    ("the hospital in Berlin", "das Hospital in Berlin", "de"),
    ("a lot of water", "een beker of water", "nl"),
    ("Take it with food.", "Take it with food.", "en-GB"),
    ("Take metformin at noon.", "请在中午服用 metformin。", "zh-Hans"),
    ("Infection with candida", "عدوى candida", "ar"),
    ("Ask Google first.", "पहले Google से पूछें।", "hi"),
    ("Do you have diabetes mellitus?", "¿Tiene diabetes mellitus?", "es"),
    ("You have taken it.", "Lo has tomado.", "es"),
    ("The New York Times says it.", "Lo dice The New York Times.", "es"),
    ("a dose of 5 mg per day", "доза 5 mg", "ru"),
]

COPIED = [
    ("Side effects", "Side effects", "es"),
    ("How Ketamine Works", "How Ketamine Works", "ar"),
    ("Take **two** tablets.", "Take two tablets.", "zh-Hans"),
    ("Drink more water.", "DRINK MORE WATER.", "hi"),
]

LEFT = [
    (
        "Rest and drink plenty of water.",
        "Descanse y drink plenty of water.",
        "es",
        "drink plenty of water",
    ),
    ("Rest with your leg up.", "استرح with your leg مرفوعة.", "ar", "with your leg"),
    ("Rest in a dark room.", "请在 dark room 休息。", "zh-Hans", "dark room"),
    ("Rest in a dark room.", "dark room में आराम करें।", "hi", "dark room"),
    ("Call if you feel dizzy.", "Llame if you se marea.", "es", "if you"),
    ("a slow heart beat", "un slow heart beat", "es", "slow heart beat"),
    ("Stop (if you bleed).", "Pare (if you bleed).", "es", "if you bleed"),
    ("Use ice packs.", "Ponga ice packs.", "es", "ice packs"),
    ("Use ice packs.", "Pakua ice packs.", "sw", "ice packs"),
    ("Take it when you eat.", "Tómelo when coma.", "es", "when"),
    ("Take it when you eat.", "Bunu when yerken alın.", "tr", "when"),
    ("Take it when you eat.", "Uống thuốc when ăn.", "vi", "when"),
    ("Take a tablet.", "Примите одну tablet.", "ru", "tablet"),
    ("Check your weight.", "weight 체크하세요.", "ko", "weight"),
    ("Check your weight.", "আপনার weight দেখুন।", "bn", "weight"),
    ("Check your weight.", "בדקו את weight שלכם.", "he", "weight"),
    ("Check your weight.", "weightを測ってください。", "ja", "weight"),
    ("Check your weight.", "weight خود را بسنجید.", "fa", "weight"),
]


def found(source, target, locale, syntax=Syntax.MARKDOWN):
    return list(untranslated.check(Unit(source, syntax=syntax), target, locale))


@pytest.mark.parametrize(("source", "target", "locale"), SILENT)
def test_a_translation_and_what_any_language_keeps_are_silent(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(("source", "target", "locale"), COPIED)
def test_a_copy_of_the_source_is_major(source, target, locale):
    (finding,) = found(source, target, locale)

    assert finding.severity is Severity.MAJOR
    assert finding.message == "the translation is the same as the source"


@pytest.mark.parametrize(("source", "target", "locale", "words"), LEFT)
def test_a_piece_left_in_english_is_major_and_is_quoted(source, target, locale, words):
    (finding,) = found(source, target, locale)

    assert finding.severity is Severity.MAJOR
    assert finding.message == f"left in English: {words}"


def test_the_span_shows_what_was_left():
    target = "Descanse y drink plenty of water."

    (finding,) = found("Rest and drink plenty of water.", target, "es")

    assert target[slice(*finding.target_span)] == "drink plenty of water"


def test_two_pieces_are_two_findings():
    findings = found(
        "Rest if you can, and call if you bleed.", "Rest if you, e if you bleed.", "pt-BR"
    )

    assert len(findings) == 2


@given(st.text(alphabet="àéïõû äñç .,", max_size=80))
def test_words_that_are_not_of_the_source_are_silent(target):
    assert found("Take it with food and water.", target, "fr") == []
