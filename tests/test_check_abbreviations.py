"""Ways to write a dose that are read as ten times as much, or as another frequency."""

import pytest

from salerno.checks import abbreviations
from salerno.model import Severity, Unit


def found(source, target, locale):
    return list(abbreviations.check(Unit(source), target, locale))


@pytest.mark.parametrize(
    ("source", "target", "locale", "shown"),
    [
        ("Inject 10 units.", "Inyecte 10 U de insulina.", "es", "10 U"),
        ("Inject 10 units.", "注射 10U。", "zh-Hans", "10U"),
        ("Give 5 mL.", "5 cc geben", "de", "5 cc"),
        ("Take 5 mg.", "Tome 5,0 mg.", "es", "5,0"),
        ("Take 5 mg.", "تناول ٥٫٠ ملغ.", "ar", "٥٫٠"),
        ("Take 5 mg.", "服用 5.00 毫克。", "zh-Hans", "5.00"),
        ("Take 5 mg.", "5.0 मि.ग्रा. लें।", "hi", "5.0"),
        ("Take 0.5 mg.", "Tome ,5 mg.", "es", ",5"),
        ("Take 0.5 mg.", ".5 মিলিগ্রাম খান", "bn", ".5"),
        ("Take it daily.", "q.d. 服用", "zh-Hans", "q.d."),
        ("Take it bid.", "Nehmen Sie es bid ein.", "de", "bid"),
        ("Take it q8h.", "Tómelo q8h.", "es", "q8h"),
    ],
)
def test_what_is_read_wrong_is_critical_in_the_target(source, target, locale, shown):
    critical = [f for f in found(source, target, locale) if f.severity is Severity.CRITICAL]

    assert [target[slice(*finding.target_span)] for finding in critical] == [shown]


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("a level of 7.0 g/dL", "un nivel de 7,0 g/dl", "es"),
        ("1,000 mg", "1.000 mg", "de"),
        ("2.5 mg", "2,5 mg", "es"),
        ("0.5 mg", "٠٫٥ ملغ", "ar"),
        ("10 units", "10 UI", "fr"),
        ("the 3 U.S. states", "los 3 estados de EE. UU.", "es"),
        ("The bank paid.", "El BID pagó.", "es"),
        ("version 5.0", "5.0 版", "zh-Hans"),
        ("2.50 mg", "2.50 मि.ग्रा.", "hi"),
    ],
)
def test_what_is_read_right_is_silent(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("10 units", "10 U", "‘10 U’ is read as a zero or a four; write ‘units’ in words"),
        ("5 mL", "5 cc", "‘5 cc’ is read as units; write mL"),
        ("daily", "q.d.", "‘q.d.’ is read as another frequency; write it in words"),
        (
            "5 g",
            "5,0 g",
            "‘5,0’ is read as ten times as much; leave the zero behind the decimal sign out",
        ),
        (
            "0.5 tablet",
            ",5 comprimido",
            "‘,5’ is read as a whole number; write a zero before the decimal sign",
        ),
    ],
)
def test_a_message_says_how_it_is_read_and_what_helps(source, target, said):
    (finding,) = found(source, target, "es")

    assert (finding.check, finding.message) == ("abbreviations", said)


@pytest.mark.parametrize("unit", ["mcg", "mg", "g", "ml", "UI", "unidades", "comprimidos"])
def test_a_dose_is_one_in_each_of_its_units(unit):
    (finding,) = found("Rest.", f"Tome 5,0 {unit}.", "es")

    assert finding.severity is Severity.CRITICAL


def test_a_flood_is_cut_short():
    assert len(found("Rest.", "5 cc, " * 40, "es")) == 20
    assert len(found("5 cc, " * 40, "Descanse.", "es")) == 20


def test_what_only_the_source_has_is_minor():
    (finding,) = found("Take .5 mg.", "Tome 0,5 mg.", "es")

    assert (finding.severity, finding.source_span, finding.target_span) == (
        Severity.MINOR,
        (5, 7),
        None,
    )
    assert "write a zero before the decimal sign" in finding.message
