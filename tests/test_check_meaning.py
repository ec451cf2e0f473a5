"""Negations, exceptions, strength, sides, people, directions and meals stay what they are."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.checks import _lexicon as lexicon
from salerno.checks import (
    direction,
    exceptions,
    findings_of,
    laterality,
    meals,
    modality,
    negation,
    population,
)
from salerno.checks._negation_words import NEGATIONS
from salerno.engines.pseudo import Pseudo
from salerno.model import Entry, Severity, Syntax, Unit

CHECKS = {
    module.NAME: module
    for module in (direction, exceptions, laterality, meals, modality, negation, population)
}
with (Path(__file__).parent / "golden" / "meaning.tsv").open(encoding="utf-8") as file:
    CASES = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
LANGUAGES = sorted(set(NEGATIONS) - {"en"})


def found(check, source, target, locale, syntax=Syntax.MARKDOWN):
    return list(CHECKS[check].check(Unit(source, syntax=syntax), target, locale))


def all_found(source, target, locale):
    return [each for check in CHECKS for each in found(check, source, target, locale)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['locale']}-{case['check']}")
def test_a_good_translation_is_silent_and_a_turned_one_is_not(case):
    assert not all_found(case["source"], case["good"], case["locale"])
    assert found(case["check"], case["source"], case["bad"], case["locale"])


def test_each_check_has_cases_in_each_language_and_they_in_many_scripts():
    locales = {case["locale"] for case in CASES}

    assert {locale.partition("-")[0] for locale in locales} >= set(LANGUAGES) - {"cs"}
    for check in CHECKS:
        assert {case["locale"] for case in CASES if case["check"] == check} == locales


@pytest.mark.parametrize("locale", ["de", "eu", "th", "xx", "", "not a tag", "\ud800", "en-GB"])
def test_a_language_without_tables_is_silent(locale):
    if locale != "de":
        assert not all_found("Do not take it.", "Take it.", locale)
    assert not all_found("", "", locale)


SILENT = [
    # what stands for a negation
    ("Avoid alcohol for 24 hours.", "Ne buvez pas d’alcool pendant 24 heures.", "fr"),
    ("Keep this out of the reach of children.", "Für Kinder unzugänglich aufbewahren.", "de"),
    ("Do not use more than 4 tablets.", "Use como máximo 4 comprimidos.", "es"),
    ("Do not wait.", "避免等待。", "zh-Hans"),
    ("It does not hurt.", "يحدث دون ألم.", "ar"),
    ("You cannot drive.", "आप गाड़ी चलाने में असमर्थ हैं।", "hi"),
    ("Stop smoking.", "Hør ikke.", "xx"),
    # what looks like one
    ("However, it may help.", "Sin embargo, puede ayudar.", "es"),
    ("It is very safe, whatever you eat.", "非常安全，无论吃什么。", "zh-Hans"),
    ("You must rest.", "休まなければなりません。", "ja"),
    ("It may help.", "役立つかもしれません。", "ja"),
    ("He is still ill.", "لا يزال مريضا.", "ar"),
    ("Drink water and sugar.", "পানি ও চিনি খান।", "bn"),
    # concord, expletives, halves
    ("Do not eat anything.", "No coma nada.", "es"),
    ("Nobody ever knows.", "Никто никогда не знает.", "ru"),
    ("Stay until the nurse comes.", "Quédese hasta que no venga la enfermera.", "es"),
    ("Stay in bed until the nurse comes.", "जब तक नर्स न आए, बिस्तर में रहें।", "hi"),
    ("Only use the cream on healthy skin.", "لا تستخدم الكريم إلا على الجلد السليم.", "ar"),
    ("Only drink water.", "Ne buvez que de l’eau.", "fr"),
    ("Eat nothing but soup.", "只喝汤。", "zh-Hans"),
    # exceptions in other words
    ("Do not drive unless you feel well.", "No conduzca si no se siente bien.", "es"),
    ("Take it only if it hurts.", "Nehmen Sie es nur bei Schmerzen ein.", "de"),
    ("Do not stop unless your doctor says so.", "未经医生同意，请勿停药。", "zh-Hans"),
    # sides, people, strength
    ("What is left of it is all right.", "Lo que queda está bien.", "es"),
    ("Rest right away.", "Descanse de inmediato.", "es"),
    ("You have the right to ask.", "Tiene derecho a preguntar.", "es"),
    ("Both knees, left and right", "Les deux genoux", "fr"),
    ("Toddlers may take it.", "Les jeunes enfants peuvent le prendre.", "fr"),
    ("In May 2020 it was new.", "В мае 2020 года это было нужно.", "ru"),
    ("You must not drive.", "Sie dürfen nicht fahren.", "de"),
    ("Reduce the dose a little more.", "Reduzca la dosis un poco más.", "es"),
    ("Take it on an empty stomach.", "饭前服用。", "zh-Hans"),
]


@pytest.mark.parametrize(("source", "target", "locale"), SILENT)
def test_what_says_the_same_in_other_words_is_silent(source, target, locale):
    assert not all_found(source, target, locale)


TURNED = [
    ("negation", "Do not stop taking it.", "Deje de tomarlo.", "es"),
    ("negation", "He is not well and does not eat.", "Er ist nicht wohl und isst.", "de"),
    ("negation", "Not only children get it.", "Nur Kinder bekommen es.", "de"),
    ("negation", "It works without surgery.", "Cela marche avec une opération.", "fr"),
    ("negation", "Tell us if you are dizzy.", "Avísenos si no está mareado.", "es"),
    ("negation", "Rest. Do not drive.", "Ruhen Sie sich aus. Fahren Sie.", "de"),
    ("negation", "I can't swallow.", "أستطيع البلع.", "ar"),
    ("negation", "You don’t need it.", "आपको इसकी ज़रूरत है।", "hi"),
    ("exceptions", "Rest until the fever is gone.", "Descanse con fiebre.", "es"),
    ("exceptions", "Stop if it bleeds.", "Hören Sie auf, es sei denn, es blutet.", "de"),
    ("laterality", "Pain in the left arm", "Dolor en el brazo derecho", "es"),
    ("laterality", "Pain in the left arm", "Dolor en el brazo", "es"),
    ("laterality", "Your right lung", "您的左肺", "zh-Hans"),
    ("population", "It is not for children.", "Es ist nichts für Erwachsene.", "de"),
    ("population", "Nursing mothers may take it.", "يمكن للحوامل تناوله.", "ar"),
    ("population", "Men need less.", "Женщинам нужно меньше.", "ru"),
    ("modality", "You must not take it.", "Sie müssen es nicht nehmen.", "de"),
    ("modality", "You may wash it.", "Debe lavarlo.", "es"),
    ("direction", "Use a cold compress.", "Use una compresa caliente.", "es"),
    ("direction", "the first dose", "最后一次剂量", "zh-Hans"),
    ("meals", "Take it after dinner.", "Prenez-le avant le dîner.", "fr"),
    ("meals", "Take it with food.", "空腹服用。", "zh-Hans"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "source", "target", "locale"), TURNED)
def test_what_says_something_else_is_found(check, source, target, locale):
    assert found(check, source, target, locale)


def test_the_opposite_is_critical_and_what_is_merely_lost_is_major():
    source = "Hold your left arm."

    assert severities("laterality", source, "Halten Sie den rechten Arm.") == [Severity.CRITICAL]
    assert severities("laterality", source, "Halten Sie den Arm.") == [Severity.MAJOR]
    assert severities("population", "For children", "Für Erwachsene") == [Severity.CRITICAL]
    assert severities("population", "Nursing mothers", "Schwangere") == [Severity.CRITICAL]
    assert severities("population", "For children", "Für alle") == [Severity.MAJOR]
    assert severities("modality", "You must rest.", "Sie können ruhen.") == [Severity.MAJOR]


def severities(check, source, target):
    return [each.severity for each in found(check, source, target, "de")]


def test_findings_name_their_words_on_both_sides():
    source, target = "**Raise** your left arm.", "Levante **el** brazo derecho."
    (finding,) = found("laterality", source, target, "es")

    assert source[slice(*finding.source_span)] == "left"
    assert target[slice(*finding.target_span)] == "derecho"


def test_markup_addresses_and_placeholders_say_nothing():
    assert not found("negation", "See https://no.example {not}.", "Ver {x}.", "es")


def test_a_make_believe_translation_says_nothing():
    (draft,) = Pseudo({}).translate(["Do not take it."], source="en", target="es")

    assert list(findings_of(Entry(Unit("Do not take it."), (draft.text,)), "es")) == []


def test_sentences_are_judged_one_by_one():
    source = "Do not drive. You can eat. Do not smoke."
    (finding,) = found(
        "negation", source, "Fahren Sie nicht. Essen Sie nicht. Rauchen Sie nicht.", "de"
    )

    assert finding.target_span == (28, 33)


words = st.sampled_from(
    sorted({word for line in NEGATIONS["en"].values() for word in line.split("/")[0].split(", ")}),
)


@given(st.lists(words, max_size=6), st.sampled_from(LANGUAGES))
def test_a_text_without_cues_of_the_target_is_never_said_to_add_any(said, language):
    assert all(each.target_span is None for each in found("negation", " ".join(said), "", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_only_negation_that_is_taken_away_is_missed(language):
    for case in CASES:
        if case["locale"].partition("-")[0] == language and case["check"] == "negation":
            spans = list(negation.cues(case["good"], language))
            without = cut(case["good"], spans)
            if case["source"].startswith(("Do not", "Never")):
                assert found("negation", case["source"], without, case["locale"])


def cut(text, spans):
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_tables_is_found(language):
    for table in lexicon._TABLES:
        for sense, line in table.get(language, {}).items():
            for word in filter(None, line.split("/")[0].split(", ")):
                shown = word.strip().removesuffix("*")
                said = {
                    each
                    for hit in lexicon.hits(shown, Syntax.PLAIN, language)
                    for each in hit.senses
                }
                assert said, (sense, word)


HOSTILE = ["not ", "no", "n", "un", "a", "ma", "meden ", "不", "ない", "지 않", "ن", "না ", "не", "left ", "müssen ", " ", "ha", "usi"]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("language", ["en", "de", "tr", "sw", "ja", "ko", "fa", "hi", "he", "fr"])
def test_hostile_texts_take_time_in_proportion_to_their_length(piece, language):
    text = piece * (100_000 // len(piece))

    begun = time.process_time()
    lexicon.hits(text, Syntax.PLAIN, language)

    assert time.process_time() - begun < 5


def test_signs_of_make_believe_do_not_hide_what_somebody_wrote():
    unit = Unit("Do not drive.", syntax=Syntax.PLAIN)

    def said(unit, target, locale):
        return list(findings_of(Entry(unit, (target,)), locale, ("negation",)))

    assert not said(unit, "⟦Đöö ñööţ đŕîîṽé.⟧", "es")
    assert said(unit, "Conduzca. ⟦⟧", "es")
    assert said(unit, "⟦Đö⟧ Conduzca.", "es")
    assert said(unit, "⟦Conduzca.⟧", "es")
    assert said(unit, "⟦服药后开车。⟧", "zh-Hans")
