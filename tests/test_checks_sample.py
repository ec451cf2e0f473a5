"""The sample's Spanish catalog has nothing to answer for; each error that is planted in it has."""

from dataclasses import replace
from pathlib import Path

import pytest

import salerno
from salerno.checks import findings_of
from salerno.languages import tag_of_gettext
from salerno.model import Syntax
from salerno.store import catalogs

CATALOG = Path(__file__).parent.parent / "locales/es/LC_MESSAGES/ketamine-for-anxiety.po"
CHROME = Path(salerno.__file__).parent / "chrome"
PLANTED = [
    ("numbers", "entre 55 y 70 por ciento", "entre 55 y 7 por ciento"),
    ("numbers", "entre 55 y 70 por ciento", "un 55 por ciento"),
    ("numbers", "tres a cuatro meses", "tres a catorce meses"),
    ("ranges", "30 a 40 minutos", "40 a 30 minutos"),
    ("units", "30 a 40 minutos", "30 a 40 horas"),
    ("units", "tres a cuatro meses", "tres a cuatro años"),
    ("negation", "No toma ketamine", "Toma ketamine"),
    ("negation", "No es consejo médico", "Es consejo médico"),
    ("negation", "si no ayuda?", "si ayuda?"),
    ("markup", "**dosis muy baja**", "dosis muy baja"),
    ("markup", "Qué hacemos", "<script>x</script> Qué hacemos"),
    ("untranslated", "cuánto tiempo toma y cuánto tiempo ayuda", "how long it takes and how long it helps"),
    ("completeness", ", por personal entrenado, en una clínica. No toma ketamine por tu cuenta", ""),
    ("language", "sustancia", "sustаncia"),
    ("language", "Cuánto tiempo el alivio dura depende encima qué fuerte vuestra ansia es. No es igual para cada persona.",
     "Quanto tempo o alívio dura depende de quão forte a sua ansiedade é. Não é igual para todas as pessoas."),
]  # fmt: skip


def entries():
    found = catalogs.read_anywhere(CATALOG).entries
    return [replace(each, unit=replace(each.unit, syntax=Syntax.MARKDOWN)) for each in found]


def blocking(entry):
    return {finding.check for _, finding in findings_of(entry, "es") if finding.severity.blocks}


def test_the_sample_has_nothing_to_answer_for():
    assert [entry.targets for entry in entries() if blocking(entry)] == []


@pytest.mark.parametrize(("check", "before", "after"), PLANTED)
def test_each_planted_error_is_named(check, before, after):
    (entry,) = [each for each in entries() if before in each.targets[0]]
    planted = replace(entry, targets=(entry.targets[0].replace(before, after),))

    assert check in blocking(planted)


@pytest.mark.parametrize("path", sorted(CHROME.glob("*.po")), ids=lambda path: path.stem)
def test_the_words_of_the_page_itself_have_nothing_to_answer_for(path):
    catalog = catalogs.read_anywhere(path)
    locale = tag_of_gettext(catalog.header("Language"))
    found = [finding for each in catalog.entries for _, finding in findings_of(each, locale)]

    assert [finding for finding in found if finding.severity.blocks] == []
