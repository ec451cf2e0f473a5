import pytest

from salerno.checks import characters
from salerno.model import Severity, Unit


def found(target, locale, source="The source."):
    return list(characters.check(Unit(source), target, locale))


@pytest.mark.parametrize(
    ("target", "locale", "message"),
    [
        ("Прием лекaрства", "ru", "look-alike letters"),  # the a of лекaрства is Latin
        ("Аspirina 100 mg", "es", "look-alike letters"),  # the A is Cyrillic
        ("Tome νitamina", "es", "look-alike letters"),  # the v is Greek
        ("pН крові", "uk", "look-alike letters"),
        ("يک قرص", "fa", "writes otherwise"),
        ("قرص كوچک", "fa", "writes otherwise"),
        ("دوا كھائیں", "ur", "writes otherwise"),
        ("الدواء یوميًا", "ar", "writes otherwise"),
        ("Luaţi medicamentul", "ro", "writes otherwise"),
        ("دارو را می خورید", "fa", "non-joiner"),
        ("服用藥物后请休息", "zh-Hans", "other way of writing Chinese"),
        ("請服用药物", "zh-Hant", "other way of writing Chinese"),
        ("medicacio\u0301n", "es", "no NFC"),
        ("Tome\u200b dos", "es", "invisible sign (U+200B)"),
        ("दवा\ufeff लें", "hi", "invisible sign (U+FEFF)"),
        ("ve\u200cinte", "es", "invisible sign (U+200C)"),
        ("ﻻ تأخذ", "ar", "old form"),
        ("eﬁcaz", "es", "old form"),
    ],
)
def test_what_only_looks_right_is_minor(target, locale, message):
    findings = found(target, locale)

    assert [finding.severity for finding in findings] == [Severity.MINOR]
    assert message in findings[0].message


@pytest.mark.parametrize(
    ("target", "locale", "message"),
    [
        ("Tome su medicaci\ufffdn", "es", "no font"),
        ("每天\ue001一次", "zh-Hans", "no font"),
        ("दवा \ud800 लें", "hi", "no font"),
        ("Tome su medicaciÃ³n", "es", "mojibake"),
        ("Donâ€™t", "fr", "mojibake"),
        ("Ð¿Ñ\u0080Ð¸ÐµÐ¼", "ru", "mojibake"),
    ],
)
def test_what_nobody_can_read_is_major(target, locale, message):
    findings = found(target, locale)

    assert findings[0].severity is Severity.MAJOR
    assert message in findings[0].message


@pytest.mark.parametrize(
    ("target", "locale"),
    [
        ("Tome la medicación con agua, ¿sí?", "es"),
        ("ИФН-α и β-блокаторы, витамин C, УФ-B", "ru"),
        ("Интерферон γ, 5 мкг", "ru"),
        ("دارو را نمی‌خورید", "fa"),
        ("खाने के बाद क़रीब दो गोलियाँ लें।", "hi"),
        ("क्\u200dष", "hi"),
        ("服用药物后请休息。", "zh-Hans"),
        ("服用藥物後請休息。", "zh-Hant"),
        ("خذ الدواء يوميًا على معدة فارغة.", "ar"),
        ("روزانہ دوا کھائیں۔", "ur"),
        ("ກິນຢາ\u200bທຸກມື້", "lo"),
        ("São três comprimidos por dia. ÂMBAR, MAÇÃ", "pt-BR"),
        ("Τρεις φορές την ημέρα", "el"),
        ("Lựa chọn thuốc", "vi"),
        ("👩‍⚕️ 🇪🇸", "es"),
    ],
)
def test_good_letters_are_silent(target, locale):
    assert found(target, locale) == []


def test_a_sign_of_the_source_may_be_kept():
    assert found("a\u200bб", "ru", source="a\u200bb") == []
