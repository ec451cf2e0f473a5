import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salerno.checks import numbers
from salerno.model import Severity, Syntax, Unit

AGREE = [
    # grouping and decimals by locale
    ("Drink 2,000 mL of water.", "Beba 2.000 ml de agua.", "es"),
    ("Drink 2,000 mL of water.", "Beba 2000 ml de agua.", "es"),
    ("Drink 2,000 mL of water.", "Beba 2 000 ml de agua.", "es"),
    ("Drink 2,000 mL of water.", "Beba 2,000 ml de agua.", "es-MX"),
    ("Drink 2,000 mL of water.", "Buvez 2\u202f000 ml d’eau.", "fr"),
    ("Drink 2,000 mL of water.", "Buvez 2\u00a0000 ml d’eau.", "fr"),
    ("Drink 2,000 mL of water.", "Trinken Sie 2’000 ml Wasser.", "de-CH"),
    ("Drink 2,000 mL of water.", "اشرب ٢٬٠٠٠ مل من الماء.", "ar"),
    ("Drink 2,000 mL of water.", "喝 2000 毫升水。", "zh-Hans"),
    ("Drink 2,000 mL of water.", "२,००० मि.ली. पानी पिएँ।", "hi"),
    ("Give 0.75 mL.", "Administre 0,75 ml.", "es"),
    ("Give 0.75 mL.", "أعطِ ٠٫٧٥ مل.", "ar"),
    ("Give .75 mL.", "给 0.75 毫升。", "zh-Hans"),
    ("A dose of 12.50 mg", "Una dosis de 12,5 mg", "es"),
    ("1,234,567.5 units", "1.234.567,5 Einheiten", "de"),
    ("about 300,000 babies", "लगभग 3,00,000 शिशु", "hi"),
    ("about 300,000 babies", "लगभग 3 लाख शिशु", "hi"),
    ("1.4 million cases", "140万病例", "zh-Hans"),
    ("1.4 million cases", "1,4 millones de casos", "es"),
    ("1.4 million cases", "visa milioni 1.4", "sw"),
    ("3 to 5 million cases", "300万至500万例", "zh-Hans"),
    ("2,000 people", "2 mil pessoas", "pt-BR"),
    # words
    ("Take 3 tablets.", "Tome tres comprimidos.", "es"),
    ("Take three tablets.", "Tome 3 comprimidos.", "es"),
    ("Take 1 tablet.", "Prenez un comprimé.", "fr"),
    ("Once a day", "1 vez ao dia", "pt-BR"),
    ("Twice a day", "2 volte al giorno", "it"),
    ("for 4 days", "durant quatre dies", "ca"),
    ("for 4 days", "durante catro días", "gl"),
    ("for 12 weeks", "zwölf Wochen lang", "de"),
    ("for 2 days", "لمدة يومين", "ar"),
    ("for 5 days", "لخمسة أيام", "ar"),
    ("for 24 hours", "二十四小时", "zh-Hans"),
    ("for 2 days", "两天", "zh-Hant"),
    ("for 6 days", "छह दिन तक", "hi"),
    ("for 3 days", "kwa siku tatu", "sw"),
    ("Half a tablet", "½ Tablette", "de"),
    ("Half a tablet", "0,5 comprimido", "pt-PT"),
    ("in the 19th century", "au XIXe siècle", "fr"),
    ("type 2 diabetes", "II 型糖尿病", "zh-Hans"),
    # kept as they are
    ("1/2 tablet", "½ comprimido", "es"),
    ("1 1/2 tablets", "1,5 comprimidos", "es"),
    ("between 40–60%", "entre el 40 % y el 60 %", "es"),
    ("40 to 60 percent", "40–60 %", "fr"),
    ("Call 1-888-555-0100.", "Llame al 1-888-555-0100.", "es"),
    ("Call 888-555-0100.", "اتصل بالرقم \u2066888-555-0100\u2069.", "ar"),
    ("a reading of 140/90", "una lectura de 140/90", "es"),
    ("at 9:15", "à 9 h 15", "fr"),
    ("at 9:00", "a las 9", "es"),
    ("at 7 p.m.", "um 19 Uhr", "de"),
    ("from 8 to 10 p.m.", "de 20 h à 22 h", "fr"),
    ("at 12:30 a.m.", "a las 0:30", "es"),
    ("on May 3, 2025", "am 03.05.2025", "de"),
    ("on May 3, 2025", "2025 年 5 月 3 日", "zh-Hans"),
    ("in the 1970s", "20世纪70年代", "zh-Hans"),
    ("the 2014-15 season", "la temporada 2014-2015", "es"),
    ("a 24-hour line, 7 days a week", "une ligne 24 h/24 et 7 j/7", "fr"),
    ("Version 2.1.3", "Versión 2.1.3", "es"),
    ("the 1st day", "el 1.º día", "es"),
    ("COVID-19", "新冠肺炎", "zh-Hans"),
    ("COVID-19 is spreading.", "كوفيد 19 ينتشر.", "ar"),
    ("1. Wash your hands.", "1. Lávese las manos.", "es"),
    ("Wash your hands. You may eat.", "اغسل يديك. يمكنك الأكل.", "ar"),
]

DISAGREE = [
    ("Take 15 mg.", "Tome 50 mg.", "es", "the source says 15, the translation says 50"),
    ("Take 15 mg.", "Tome mg.", "es", "15 of the source is missing in the translation"),
    ("Take it.", "Tome 20 mg.", "es", "20 of the translation is not in the source"),
    ("Take 15 mg.", "تناول ٥٠ مغ.", "ar", "the source says 15, the translation says ٥٠"),
    ("Take 15 mg.", "服用 50 毫克。", "zh-Hans", "the source says 15, the translation says 50"),
    ("Take 15 mg.", "५० मि.ग्रा. लें।", "hi", "the source says 15, the translation says ५०"),
    ("5 to 10 days", "5 días", "es", "10 of the source is missing in the translation"),
    (
        "1,000,000 doses",
        "10万剂",
        "zh-Hans",
        "the source says 1,000,000, the translation says 10万",
    ),
    (
        "1.4 million cases",
        "1,4 mil millones de casos",
        "es",
        "the source says 1.4 million, the translation says 1,4 mil millones",
    ),
    (
        "one of 5 mg",
        "uno de 6 mg",
        "es",
        "the source says 5, the translation says 6",
    ),
    (
        "five days of 5 mg",
        "cinco días de 6 mg",
        "es",
        "the source says 5, the translation says 6",
    ),
    ("vitamin B12", "vitamina B6", "es", "the source says B12, the translation says B6"),
    (
        "at 8:30",
        "a las 8:45",
        "es",
        "the source says 30 (in 8:30), the translation says 45 (in 8:45)",
    ),
    ("at 8 a.m.", "a las 20 h", "es", "the source says 8, the translation says 20"),
    ("1 February", "2 फ़रवरी", "hi", "the source says 1, the translation says 2"),
]

MISREAD = [
    (
        "Take 4,000 mg.",
        "Tome 4,000 mg.",
        "es",
        "'4,000' reads as 4 in Spanish; write 4.000 or 4000",
    ),
    ("Take 1.500 mg.", "Nehmen Sie 1.500 mg.", "de", "'1.500' reads as 1500 in German; write 1,5"),
    ("Take 1.25 g.", "Tome 1.250 g.", "es", "'1.250' reads as 1250 in Spanish; write 1,25"),
    (
        "Take 4,000 mg.",
        "Prenez 4,000 mg.",
        "fr",
        "'4,000' reads as 4 in French; write 4\u202f000 or 4000",
    ),
]


def found(source, target, locale, **of_unit):
    return list(numbers.check(Unit(source, **of_unit), target, locale))


def messages(source, target, locale):
    return [finding.message for finding in found(source, target, locale)]


@pytest.mark.parametrize(("source", "target", "locale"), AGREE)
def test_numbers_that_come_out_the_same_are_silent(source, target, locale):
    assert messages(source, target, locale) == []


@pytest.mark.parametrize(("source", "target", "locale", "message"), DISAGREE)
def test_another_value_is_critical(source, target, locale, message):
    (finding,) = found(source, target, locale)

    assert (finding.severity, finding.message) == (Severity.CRITICAL, message)


@pytest.mark.parametrize(("source", "target", "locale", "message"), MISREAD)
def test_a_form_that_reads_as_another_value_is_critical_and_says_what_to_write(
    source, target, locale, message
):
    (finding,) = found(source, target, locale)

    assert (finding.severity, finding.message) == (Severity.CRITICAL, message)


@pytest.mark.parametrize(
    ("target", "locale", "written"),
    [("Dé 2.5 ml", "es", "2,5"), ("给 2,5 毫升", "zh-Hans", "2.5"), ("2,5 मि.ली.", "hi", "2.5")],
)
def test_a_foreign_form_with_one_possible_value_is_minor(target, locale, written):
    (finding,) = found("Give 2.5 mL", target, locale)

    assert finding.severity is Severity.MINOR
    assert finding.message.endswith(f"write {written}")


def test_the_spanish_of_the_americas_may_write_a_decimal_comma():
    assert messages("Give 2.5 mL", "Dé 2,5 ml", "es-MX") == []


@pytest.mark.parametrize(
    ("source", "target", "locale", "span"),
    [
        ("Call at 10:30 PM.", "Llame a las 10:30 AM.", "es", "10:30 AM"),
        ("Call at 8 am.", "Llame a las 8 p. m.", "es", "8 p. m"),
        ("Call at 8 a.m.", "8pm 请打电话。", "zh-Hans", "8pm"),
        ("Call at 8 a.m.", "اتصل الساعة 8 PM.", "ar", "8 PM"),
        ("From 8 AM to 8 PM", "सुबह 8 AM से 8 AM", "hi", "8 AM"),
    ],
)
def test_a_morning_that_became_an_evening_is_critical(source, target, locale, span):
    (finding,) = found(source, target, locale)

    assert finding.severity is Severity.CRITICAL
    assert target[slice(*finding.target_span)] == span


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("at 10:30 PM", "a las 10:30 p. m.", "es"),
        ("at 8 p.m.", "um 8 am Abend", "de"),
        ("at 8 p.m.", "20時", "ja"),
        ("from 8 to 10 p.m.", "de 8 p. m. a 10 p. m.", "es"),
        ("at 8 AM and 8 PM", "8 PM والساعة 8 AM", "ar"),
    ],
)
def test_the_same_half_of_the_day_is_silent(source, target, locale):
    assert found(source, target, locale) == []


def test_spans_show_the_figures_in_both_texts():
    (finding,) = found("Take 15 mg.", "Tome 50 mg.", "es")

    assert (finding.source_span, finding.target_span) == ((5, 7), (5, 7))


def test_a_small_number_in_a_language_without_word_list_is_major_and_says_why():
    (finding,) = found("Take 3 tablets.", "Ota kolme tablettia.", "fi")

    assert finding.severity is Severity.MAJOR
    assert "unless it is there as a word" in finding.message


def test_a_name_that_only_the_target_gives_is_minor():
    (finding,) = found("the virus", "el virus SARS-CoV-2", "es")

    assert finding.severity is Severity.MINOR


def test_a_plural_form_may_answer_to_the_singular_or_to_the_plural():
    assert found("{n} days", "un día", "es", source_plural="{n} days") == []
    assert found("1 day", "{n} 天", "zh-Hans", source_plural="{n} days") == []


def test_a_finding_on_the_other_plural_form_has_no_place_in_the_source():
    (finding,) = found("1 day of 5", "6", "zh-Hans", source_plural="of 5")

    assert (finding.message, finding.source_span) == (
        "the source says 5, the translation says 6",
        None,
    )


def test_character_references_are_no_numbers_but_may_group_digits():
    unit = Unit("Drink 2,000 mL, 55% of it.", syntax=Syntax.MARKDOWN)

    assert list(numbers.check(unit, "Buvez 2&#8239;000 ml, 55&#160;%.", "fr")) == []


def test_a_flood_of_differences_is_cut_short():
    target = ", ".join(str(number) for number in range(100, 200))

    assert messages("Rest.", target, "es")[-1].startswith("80 more numbers differ")


FIGURES = ("0", "1", "2", "9", "12", "19", "30", "55", "100", "1,500", "1.5", "0.25", "4,000,000")
COMPOUNDS = ("1/2", "1½", "½", "8:30", "10:00", "2019-20", "1990s", "٥", "۵", "५", "一", "万", "百")
SIGNS = ("–", "-", ",", ".", "٫", "٬", "(", ")", "COVID-", "B", "x", "h", "IV", "p.m.", "a.m.")
WORDS = ("half", "million", "thousand", "once", "two", "twelve", "first", "twenty-one")
OTHERS = ("to", "and", "of", "May", "march")

TEXTS = st.lists(
    st.sampled_from((*FIGURES, *COMPOUNDS, *SIGNS, *WORDS, *OTHERS)), max_size=12
).flatmap(lambda words: st.sampled_from(["", " "]).map(lambda joint: joint.join(words)))


@given(TEXTS)
def test_a_text_agrees_with_itself(text):
    assert messages(text, text, "en") == []


@given(TEXTS, st.data())
def test_any_changed_digit_is_found(text, data):
    places = [match.start() for match in re.finditer(r"[0-9]", text)]
    assume(places)
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != text[place]]))

    assert found(text, text[:place] + digit + text[place + 1 :], "en")


@given(st.text(), st.integers(min_value=0))
def test_a_whole_number_agrees_with_itself_in_every_locale(text, number):
    assume(not re.search(r"[\d.,'’٫٬]", text))
    sentence = f"{text} {number}"

    for locale in ("es", "fr", "ar", "zh-Hans", "hi", "fi"):
        assert [f for f in found(sentence, sentence, locale) if f.severity.blocks] == []
