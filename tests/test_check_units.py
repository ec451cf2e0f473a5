"""The unit of a number stays what it is, in the words of the target's language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen_support import LINES, SOURCES, bads, goods
from salerno.checks import frequencies, units
from salerno.languages import unit_patterns
from salerno.model import Severity, Syntax, Unit


def found(source, target, locale, syntax=Syntax.PLAIN):
    return list(units.check(Unit(source, syntax=syntax), target, locale))


def messages(source, target, locale):
    return [finding.message for finding in found(source, target, locale)]


SAME = [
    # conversions within what translators round
    ("A fever of 100.4 °F or more", "Fieber ab 38 °C", "de"),
    ("A fever of 100.4 °F (38 °C)", "38 °C (100.4 °F) के बुखार में", "hi"),
    ("Stay 6 feet apart.", "保持 2 米的距离。", "zh-Hans"),
    ("Stay 6 feet apart.", "ابقَ على مسافة 2 متر.", "ar"),
    ("if you weigh 110 pounds", "si pesa 50 kg", "es"),
    ("Leave 2 inches free.", "Оставьте 5 см.", "ru"),
    ("for 2 weeks", "14 日間", "ja"),
    ("for two weeks", "pendant quinze jours", "fr"),
    ("in one week", "dans huit jours", "fr"),
    ("for 24 hours", "por un día", "es"),
    ("Wait 1,000 mg", "1 g", "es"),
    # other words for the same
    ("Take 2 tablets.", "Tome 2 pastillas.", "es"),
    ("Take 2 pills.", "2 capsules à prendre", "fr"),
    ("400 units", "400 UI", "es"),
    ("2 tablespoons of sugar", "2 cucharas de azúcar", "es"),
    ("2 teaspoons of salt", "2 चम्मच नमक", "hi"),
    ("2 teaspoons of salt", "2 چمچ نمک", "ur"),
    ("2 teaspoons of salt", "2 চামচ লবণ", "bn"),
    ("2 teaspoons of salt", "2 sendok garam", "id"),
    ("2 teaspoons of salt", "2 勺盐", "zh-Hans"),
    ("10 mg for each kilogram", "10 mg/kg", "es"),
    ("10 mg/kg", "10 mg por kilo", "es"),
    ("70 mg/dL", "70 mg pro dl", "de"),
    # numbers that words or duals hold
    ("for 2 days", "لمدة يومين", "ar"),
    ("for 2 weeks", "שבועיים", "he"),
    ("for two days", "이틀 동안", "ko"),
    ("a week", "un mois et une semaine", "fr"),
    ("in a week", "через неделю", "ru"),
    ("in a week", "بعد أسبوع", "ar"),
    ("in a week", "一周后", "zh-Hans"),
    ("in a year", "за рік", "uk"),
    # what may stand between number and unit
    ("Take 5&nbsp;mg.", "Prenez 5&#8239;mg.", "fr"),
    ("Take **5** mg.", "تناول \u20665\u2069 ملغ.", "ar"),
    ("three (3) weeks", "tres (3) semanas", "es"),
    ("a 6-month-old child", "ein 6-monatiges Kind", "de"),
    ("2 tablets", "২টি ট্যাবলেট", "bn"),
    # things that have no more than their number in common
    ("Take 1 tablet.", "Tome 1 al día.", "es"),
    ("Take 1 tablet.", "Tome durante un día.", "es"),
    ("a tablet", "1 semana", "es"),
    ("Repeat it 3 times.", "Repítalo durante 3 días.", "es"),
    ("Repeat it for 3 days.", "Repítalo 3 veces.", "es"),
    # no unit that is known
    ("Walk 5 laps.", "Camine 5 vueltas.", "es"),
    ("in 5 days", "5 foos", "tlh"),
]

SWAPPED = [
    ("Give 5 mL.", "Administre 5 l.", "es", "milliliter became liter"),
    ("a fever of 100.4 °F", "38 °C", "es", None),
    ("a fever of 100.4 °F", "100,4 °C", "es", "fahrenheit became celsius"),
    ("75 mcg", "75 मि.ग्रा.", "hi", "microgram became milligram"),
    ("400 units", "400 ملغ", "ar", "unit became milligram"),
    ("6 months old", "6岁", "zh-Hans", "month became year"),
    ("a 6-month-old child", "ein 6-jähriges Kind", "de", "month became year"),
    ("for two days", "لمدة أسبوعين", "ar", "day became week"),
    ("for two weeks", "יומיים", "he", "week became day"),
    ("70 mg/dL", "70 mmol/L", "ja", "milligram per deciliter became millimole per liter"),
    ("10 mg/kg", "10 mg/lb", "es", "milligram per kilogram became milligram per pound"),
    ("1 teaspoon", "1 cuchara", "es", "teaspoon became spoon"),
    ("1 teaspoon", "1 столовая ложка", "ru", "teaspoon became tablespoon"),
    ("Come back in a week.", "Vuelva en un mes.", "es", "week became month"),
    ("Come back in a week.", "Vuelva en 1 mes.", "es", "week became month"),
    ("Come back in 1 week.", "Vuelva en un mes.", "es", "week became month"),
    ("Come back in a week.", "Приходите через месяц.", "ru", "week became month"),
    ("Come back in a week.", "ارجع بعد شهر.", "ar", "week became month"),
    ("Come back in a week.", "חזרו בעוד חודש.", "he", "week became month"),
    ("Come back in a week.", "एक महीने बाद आएँ।", "hi", "week became month"),
    ("Come back in a week.", "一个月后复诊。", "zh-Hans", "week became month"),
    ("Come back in a week.", "Kembali dalam sebulan.", "id", "week became month"),
    ("10 pounds", "10 公斤", "zh-Hans", "pound became kilogram"),
    ("2 drops", "2 ফোঁটা", "bn", None),
    ("2 drops", "2 চা চামচ", "bn", "drop became teaspoon"),
    ("for 3 days and 5 hours", "durante 3 horas y 5 horas", "es", "day became hour"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target", "locale"), SAME)
def test_the_same_amount_is_silent(source, target, locale):
    assert found(source, target, locale, Syntax.MARKDOWN) == []


@pytest.mark.parametrize(("source", "target", "locale", "said"), SWAPPED)
def test_the_same_number_of_another_unit_is_critical(source, target, locale, said):
    shown = found(source, target, locale)

    assert [finding.severity for finding in shown] == [Severity.CRITICAL] * bool(said)
    assert all(finding.message.endswith(said) for finding in shown)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Take 5 mg.", "Tome 5.", "es"),
        ("Give 2.5 mL.", "২.৫ খাওয়ান।", "bn"),
        ("over 38 °C", "أكثر من 38", "ar"),
        ("12 kg", "12", "zh-Hant"),
    ],
)
def test_a_measure_without_its_unit_is_major(source, target, locale):
    (finding,) = found(source, target, locale)

    assert finding.severity is Severity.MAJOR
    assert finding.message.endswith("the translation has the number without its unit")


def test_a_finding_shows_the_amount_in_both_texts():
    (finding,) = found("Take 75 mcg now.", "Tome 75 mg ahora.", "es")

    assert (finding.check, finding.source_span, finding.target_span) == ("units", (5, 11), (5, 10))
    assert finding.message == (
        "the source says 75 mcg, the translation 75 mg: microgram became milligram"
    )


def test_a_lost_unit_shows_the_amount_of_the_source():
    (finding,) = found("Take 75 mcg now.", "Tome 75 ahora.", "es")

    assert (finding.source_span, finding.target_span) == ((5, 11), None)
    assert finding.message == (
        "the source says 75 mcg, the translation has the number without its unit"
    )


def test_a_long_amount_is_quoted_from_its_beginning():
    source, target = f"{'9' * 37} mg", f"{'9' * 38} mg"

    assert f" {source}, the translation" in messages(source, source.replace("mg", "g"), "en")[0]
    assert f" {'9' * 38} m…, the translation" not in messages(source, target, "en")
    assert f" {'9' * 38} m…," in messages(target, target.replace("mg", "kg"), "en")[0]


def test_a_flood_of_differences_is_cut_short():
    source = ", ".join(f"{number} mg" for number in range(10, 40))

    assert len(found(source, source.replace("mg", "kg"), "en")) == 20
    assert len(found(source, source.replace(" mg", ""), "es")) == 20


@pytest.mark.parametrize(("locale", "source", "target"), list(goods()))
def test_good_translations_are_silent(locale, source, target):
    shown = [*found(source, target, locale), *frequencies.check(Unit(source), target, locale)]

    assert shown == []


@pytest.mark.parametrize(("locale", "source", "target"), list(bads()))
def test_a_changed_unit_or_frequency_is_critical(locale, source, target):
    shown = [*found(source, target, locale), *frequencies.check(Unit(source), target, locale)]

    assert Severity.CRITICAL in {finding.severity for finding in shown}


@pytest.mark.parametrize("source", SOURCES)
def test_english_agrees_with_itself(source):
    assert found(source, source, "en") == []
    assert list(frequencies.check(Unit(source), source, "en")) == []


PATTERNS = {
    "micrograms": "mass-microgram",
    "milligrams": "mass-milligram",
    "grams": "mass-gram",
    "kilograms": "mass-kilogram",
    "milliliters": "volume-milliliter",
    "liters": "volume-liter",
    "centimeters": "length-centimeter",
    "minutes": "duration-minute",
    "hours": "duration-hour",
    "days": "duration-day",
    "weeks": "duration-week",
    "months": "duration-month",
    "years": "duration-year",
}
KINDS = {
    english: [other for other, like in PATTERNS.items() if like.split("-")[0] == name.split("-")[0]]
    for english, name in PATTERNS.items()
}


def written(number, english, locale):
    short, long = unit_patterns(locale)[PATTERNS[english]]
    return [pattern.format(number) for pattern in {*(long or short)}]


@given(st.integers(3, 999), st.sampled_from(sorted(LINES)), st.sampled_from(sorted(PATTERNS)))
def test_an_amount_agrees_with_itself_as_each_locale_writes_it(number, locale, english):
    for target in written(number, english, locale):
        assert messages(f"{number} {english}", target, locale) == []


@given(
    st.integers(3, 999),
    st.sampled_from(sorted(LINES)),
    st.sampled_from(sorted(PATTERNS)),
    st.data(),
)
def test_each_other_unit_of_the_kind_is_found(number, locale, english, data):
    other = data.draw(st.sampled_from([each for each in KINDS[english] if each != english] or [""]))
    for target in written(number, other, locale) if other else ():
        assert messages(f"{number} {english}", target, locale)
