"""What in a source text is hard to read or to translate, and what is not."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.lint import RULES, grades, remarks
from salerno.lint.syllables import english, spanish
from salerno.model import Kind, Severity, Syntax, Translate
from tests_support import write

LONG = "Drink " + " ".join(["a glass of water and"] * 5) + " rest"


def piece(text, kind=Kind.PARAGRAPH, path=(), line=1):
    return Translate(text, text, kind, Syntax.MARKDOWN, line, path=path)


def found(text, rule, locale="en", **details):
    """Return what a rule marks in a text, with its severity."""
    return [
        (text[slice(*each.finding.source_span)], each.finding.severity)
        for each in remarks([piece(text, **details)], locale)
        if each.finding.check == rule
    ]


def marked(text, rule, locale="en"):
    return [words for words, _ in found(text, rule, locale)]


@pytest.mark.parametrize("date", ["03/04/2026", "3/4/26", "03.04.2026", "3-4-2026", "12/11/2026"])
def test_a_date_that_is_two_dates_is_named(date):
    assert found(f"Come on {date}.", "date") == [(date, Severity.MAJOR)]


@pytest.mark.parametrize(
    "text",
    ["on 13/04/2026", "on 4/4/2026", "on 2026-03-04", "on 3 April 2026", "3/4 of a cup", "ratio 1/2/3/4",
     "version 1.2.2026.3", "0/4/2026", "`03/04/2026`", "call 03-04-2026-7", "15/16/2026"],
)  # fmt: skip
def test_what_is_one_date_or_none_is_not(text):
    assert marked(text, "date") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ask about COPD.", ["COPD"]),
        ("Two MRIs and an MRI.", ["MRI"]),
        ("COPD (chronic obstructive pulmonary disease) is", []),
        ("chronic obstructive pulmonary disease (COPD) is", []),
        ("Take 5 IU in the AM in the UK, type II.", []),
        ("CALL YOUR DOCTOR NOW", []),
        ("Do NOT take it: NEVER.", []),
        ("See `NASA` and https://WHO.int and a@CDC.gov", []),
        ("A COVID-19 test", ["COVID-19"]),
        ("HbA1c and pH and iPhone", []),
    ],
)
def test_acronyms_are_named_where_nobody_explains_them(text, wanted):
    shown = [words.rstrip("s") for words in marked(text, "acronym")]
    assert shown == wanted


def test_an_acronym_is_named_once_in_an_article():
    pieces = [piece("COPD is.", line=1), piece("COPD was.", line=5)]

    assert [
        each.piece.line for each in remarks(pieces, "en") if each.finding.check == "acronym"
    ] == [1]


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("Take it biweekly.", "biweekly", Severity.MAJOR),
        ("A bi-monthly visit", "bi-monthly", Severity.MAJOR),
        ("Take it once.", "once", Severity.MINOR),
        ("Take it once daily.", "once", Severity.MINOR),
        ("Take it every other day.", "every other day", Severity.MINOR),
        ("You may not drive.", "may not", Severity.MINOR),
        ("You may drive.", "may", Severity.INFO),
        ("Let it run its course.", "run its course", Severity.MINOR),
        ("You feel under the weather.", "under the weather", Severity.MINOR),
    ],
)
def test_what_means_two_things_is_named(text, words, severity):
    assert found(text, "ambiguous") == [(words, severity)]


@pytest.mark.parametrize(
    "text",
    ["The second-once removed", "in May and Mayo", "weekly", "onceuponatime", "`once`",
     "[x](https://example.org/once)", "{once}"],
)  # fmt: skip
def test_other_words_are_not(text):
    shown = [words for words in marked(text, "ambiguous") if words.lower() != "may"]
    assert shown == []


@pytest.mark.parametrize("locale", ["es", "de", "ar", "zh-Hans"])
def test_rules_of_english_say_nothing_of_other_languages(locale):
    text = "Take it once biweekly; it is given in a nutshell."

    assert marked(text, "ambiguous", locale) == []
    assert marked(text, "passive", locale) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The dose is given by a nurse.", ["is given"]),
        ("It was carefully measured.", ["was carefully measured"]),
        ("You are tired and it is located here.", []),
        ("This is red and was bed rest.", []),
        ("Give the dose.", []),
    ],
)
def test_a_passive_is_named(text, wanted):
    assert [
        words for words in marked(text, "passive") if words not in {"is red", "was bed"}
    ] == wanted


@pytest.mark.parametrize(
    ("words", "severity"),
    [(20, None), (21, Severity.MINOR), (30, Severity.MINOR), (31, Severity.MAJOR)],
)
def test_a_long_sentence_is_named_by_its_words(words, severity):
    text = " ".join(["sip"] * words) + "."
    shown = found(f"Short one. {text} Short two.", "sentence")

    assert shown == ([(text, severity)] if severity else [])


@pytest.mark.parametrize("locale", ["es", "ru", "ar", "hi"])
def test_sentences_are_measured_in_every_script_with_spaces(locale):
    assert len(found("один " * 25, "sentence", locale)) == 1


def test_where_words_have_no_spaces_sentences_are_not_measured():
    assert found("每天喝水并休息" * 20, "sentence", "zh-Hans") == []


@pytest.mark.parametrize("kind", [Kind.HEADING, Kind.TABLE_CELL, Kind.TITLE])
def test_headings_and_cells_are_no_sentences(kind):
    assert found(LONG, "sentence", kind=kind) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("take", 1), ("table", 2), ("wanted", 2), ("moved", 1), ("times", 1), ("doses", 2), ("medicine", 3),
     ("radio", 3), ("being", 2), ("obvious", 3), ("safely", 2), ("treatment", 2), ("rhythm", 1), ("a", 1)],
)  # fmt: skip
def test_syllables_of_english_words(word, count):
    assert english(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("agua", 2), ("día", 2), ("ciudad", 2), ("tiene", 2), ("paranoia", 4), ("que", 1), ("guerra", 2),
     ("pingüino", 3), ("hoy", 1), ("mayo", 2), ("aéreo", 4), ("medicamento", 5), ("poesía", 4), ("y", 1)],
)  # fmt: skip
def test_syllables_of_spanish_words(word, count):
    assert spanish(word) == count


EASY = "Drink some water. Then go to bed. Call us if you feel ill. We can help you. " * 3
HARD = "Pharmacological administration necessitates continuous cardiovascular observation throughout hospitalization. " * 5  # fmt: skip


def graded(text, locale="en"):
    return {each.formula: each for each in grades([piece(text)], locale)}


def test_an_easy_text_has_a_low_grade_and_a_hard_one_a_high():
    assert graded(EASY)["Flesch–Kincaid"].value < 2
    assert graded(HARD)["Flesch–Kincaid"].severity is Severity.MAJOR
    assert marked(EASY, "reading-level") == []
    assert marked(HARD, "reading-level")


def test_the_formulas_are_those_of_their_authors():
    text = "The cat sat on the mat. " * 10  # 6 words, 6 syllables a sentence
    assert round(graded(text)["Flesch–Kincaid"].value, 2) == round(0.39 * 6 + 11.8 - 15.59, 2)
    assert round(graded(text)["SMOG"].value, 4) == 3.1291
    text = "La casa es muy grande. " * 8  # 5 words, 7 syllables
    assert round(graded(text, "es")["Fernández-Huerta"].value, 1) == round(206.84 - 84 - 5.1, 1)
    text = "Il gatto dorme qui. " * 8  # 4 words, 15 letters
    assert round(graded(text, "it")["Gulpease"].value, 2) == round(89 + (300 - 150) / 4, 2)
    text = "Katten sover fortfarande. " * 12  # 3 words, one of more than six letters
    assert round(graded(text, "sv")["LIX"].value, 2) == round(3 + 100 / 3, 2)


@pytest.mark.parametrize("locale", ["fr", "ar", "zh-Hans", "pl", "tlh"])
def test_no_formula_is_applied_to_a_language_that_it_was_not_made_for(locale):
    assert graded(HARD, locale) == {}


def test_a_section_is_graded_by_itself_and_a_short_one_not_at_all():
    pieces = [
        piece(EASY, path=("One",)),
        piece("Short.", path=("Two",), line=5),
        piece(HARD, path=("Three",), line=9),
    ]
    shown = [(each.section, each.first.line) for each in grades(pieces, "en")]

    assert dict.fromkeys(shown) == dict.fromkeys([("One", 1), ("Three", 9)])


@given(st.text(max_size=200), st.sampled_from(["en", "es", "ar", "zh-Hans", "xx"]))
def test_a_span_is_always_in_the_text(text, locale):
    for each in remarks([piece(text)], locale):
        start, end = each.finding.source_span
        assert 0 <= start < end <= len(text)
        assert each.finding.check in RULES


@pytest.mark.parametrize(
    "text",
    ["a" * 500_000, "A" * 500_000, "1/" * 250_000, "is " * 150_000, "A-" * 250_000, "once " * 100_000,
     "(" * 300_000, "is not " * 70_000, "\ud800" * 1000, "A " * 100_000],
)  # fmt: skip
def test_hostile_texts_end_soon(text):
    began = time.process_time()
    list(remarks([piece(text)], "en"))

    assert time.process_time() - began < 30


def test_the_command_names_file_line_rule_and_what_helps(salerno, workspace):
    write(
        workspace, "source/fever.md", f"# Fever\n\nTake it biweekly from 03/04/2026.\n\n{LONG}.\n"
    )
    done = salerno("-C", workspace.root, "lint-source")

    assert done.status == 1
    assert "source/fever.md:3: major [ambiguous] “biweekly” means twice" in done.out
    assert "source/fever.md:3: major [date] 03/04/2026 is two dates" in done.out
    assert "source/fever.md:5: minor [sentence] a sentence of 27 words" in done.out


def test_the_command_prints_one_json_document(salerno, workspace):
    write(workspace, "source/fever.md", f"# Fever\n\nTake it biweekly.\n\n## More\n\n{EASY}\n")
    done = salerno("-C", workspace.root, "lint-source", "fever", "--json")
    said = json.loads(done.out)

    first = said["findings"][0]
    assert (first["rule"], first["severity"], first["line"]) == ("ambiguous", "major", 3)
    assert first["source"][slice(*first["span"])] == "biweekly"
    assert said["grades"][0]["section"] == "More"
    assert said["grades"][0]["formula"] == "Flesch–Kincaid"


def test_a_text_with_nothing_to_mend_ends_well(salerno, workspace):
    write(workspace, "source/fever.md", f"# Fever\n\n{EASY}\n")

    assert salerno("-C", workspace.root, "lint-source").status == 0


def test_an_article_that_is_not_there_is_named(salerno, workspace):
    done = salerno("-C", workspace.root, "lint-source", "nothing")

    assert done.status == 2
    assert "nothing" in done.err
