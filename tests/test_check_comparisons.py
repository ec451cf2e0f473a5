import pytest

from salerno.checks import comparisons
from salerno.model import Severity, Syntax, Unit

KEPT = [
    ("Wait at least 6 hours.", "Espere al menos 6 horas.", "es"),
    ("Wait at least 6 hours.", "Attendez 6 heures au minimum.", "fr"),
    ("Wait at least 6 hours.", "Подождите не менее 6 часов.", "ru"),
    ("Wait at least 6 hours.", "انتظر 6 ساعات على الأقل.", "ar"),
    ("Wait at least 6 hours.", "कम से कम 6 घंटे रुकें।", "hi"),
    ("Wait at least 6 hours.", "至少等待 6 小时。", "zh-Hans"),
    ("Wait at least 6 hours.", "6時間以上待ってください。", "ja"),
    ("Wait at least 6 hours.", "En az 6 saat bekleyin.", "tr"),
    ("No more than 8 tablets a day.", "Non più di 8 compresse al giorno.", "it"),
    ("No more than 8 tablets a day.", "Maximaal 8 tabletten per dag.", "nl"),
    ("No more than 8 tablets a day.", "하루 최대 8정.", "ko"),
    ("No more than 8 tablets a day.", "每天不要超过 8 片。", "zh-Hans"),
    ("No more than 8 tablets a day.", "দিনে সর্বোচ্চ 8 টি।", "bn"),
    ("Do not use for more than 5 days.", "Nehmen Sie es höchstens 5 Tage.", "de"),
    ("Do not use for more than 5 days.", "Não use por mais de 5 dias.", "pt-BR"),
    ("Do not use for more than 5 days.", "5 günden fazla kullanmayın.", "tr"),
    ("Do not use for more than 5 days.", "5 दिन से ज़्यादा इस्तेमाल न करें।", "hi"),
    ("Do not drive if you take more than 2.", "No conduzca si toma más de 2.", "es"),
    ("Men over 50", "גברים מעל גיל 50", "he"),
    ("Children under 12", "12 साल से कम उम्र के बच्चे", "hi"),
    ("Children under 12", "کودکان زیر 12 سال", "fa"),
    ("Take it before meals.", "Tomar antes das refeições.", "pt-PT"),
    ("Take it before meals.", "饭前服用。", "zh-Hans"),
    ("Take it after meals.", "Зажыць после еды.", "ru"),
    ("Take it after meals.", "खाना खाने के बाद लें।", "hi"),
    ("Wash your hands before and after.", "Lávese las manos antes y después.", "es"),
    ("Put it under the skin.", "Colóquelo debajo de la piel.", "es"),
    ("It is sold over the counter.", "Se vende sin receta.", "es"),
    ("Go on for more than 5 days.", "whatever", "xx"),
]

TURNED = [
    ("Wait at least 6 hours.", "Espere como máximo 6 horas.", "es", "como máximo"),
    ("Wait at least 6 hours.", "Подождите не более 6 часов.", "ru", "не более"),
    ("Wait at least 6 hours.", "انتظر 6 ساعات على الأكثر.", "ar", "على الأكثر"),
    ("Wait at least 6 hours.", "ज़्यादा से ज़्यादा 6 घंटे रुकें।", "hi", "ज़्यादा से ज़्यादा"),
    ("Wait at least 6 hours.", "最多等待 6 小时。", "zh-Hans", "最多"),
    ("Wait at least 6 hours.", "En fazla 6 saat bekleyin.", "tr", "En fazla"),
    ("Wait at least 6 hours.", "Poczekaj najwyżej 6 godzin.", "pl", "najwyżej"),
    ("Wait at least 6 hours.", "Chờ tối đa 6 giờ.", "vi", "tối đa"),
    ("No more than 8 tablets a day.", "Au moins 8 comprimés par jour.", "fr", "Au moins"),
    ("No more than 8 tablets a day.", "Minimal 8 tablet sehari.", "id", "Minimal"),
    ("No more than 8 tablets a day.", "每天不要少于 8 片。", "zh-Hans", "不要少于"),
    ("Do not use for more than 5 days.", "No lo use menos de 5 días.", "es", "menos de"),
    ("Do not use for more than 5 days.", "لا تستخدمه لأقل من 5 أيام.", "ar", "أقل من"),
    ("Do not use for more than 5 days.", "Usare almeno 5 giorni.", "it", "almeno"),
    ("If it is above 39 °C, call.", "Rufen Sie bei unter 39 °C an.", "de", "unter"),
    ("If it is above 39 °C, call.", "39 °C未満なら電話してください。", "ja", "未満"),
    ("If it is above 39 °C, call.", "اگر کمتر از 39 درجه بود زنگ بزنید.", "fa", "کمتر از"),
    ("Children under 12", "גברים מעל גיל 12", "he", "מעל"),
    ("Take it before meals.", "Tome depois das refeições.", "pt-BR", "depois"),
    ("Take it before meals.", "খাওয়ার পরে নিন।", "bn", "পরে"),
    ("Take it after meals.", "饭前服用。", "zh-Hans", "前"),
    ("Take it after meals.", "खाना खाने से पहले लें।", "hi", "से पहले"),
    ("Take it after meals.", "식사 전에 복용하세요.", "ko", "전에"),
    ("BMI ≥ 30", "IMC ≤ 30", "es", "≤"),
]


def found(source, target, locale, **of_unit):
    return list(comparisons.check(Unit(source, **of_unit), target, locale))


@pytest.mark.parametrize(("source", "target", "locale"), KEPT)
def test_a_limit_on_its_side_of_the_number_is_silent(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(("source", "target", "locale", "words"), TURNED)
def test_a_limit_on_the_other_side_is_critical_and_shows_its_words(source, target, locale, words):
    (finding,) = found(source, target, locale)

    assert finding.severity is Severity.CRITICAL
    assert target[slice(*finding.target_span)] == words


def test_spans_are_those_of_the_text_with_its_markup():
    (finding,) = found(
        "Wait **at least** 6 hours.",
        "Espere **como máximo** 6 horas.",
        "es",
        syntax=Syntax.MARKDOWN,
    )

    assert (finding.source_span, finding.target_span) == ((7, 15), (9, 20))


def test_two_limits_of_two_sides_are_left_to_a_reader():
    assert found("At least 2 and at most 5.", "Al menos 2 y al menos 5.", "es") == []
