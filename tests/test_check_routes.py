"""A medicine goes where the source says: into the ear and not into the eye."""

import pytest

from salerno.checks import routes
from salerno.model import Severity, Unit

MOUTH, EAR = "Take it by mouth.", "Put 2 drops into your ear."

WAYS = {
    "es": ("Tómelo por la boca.", "Póngase 2 gotas en el oído.", "Se inyecta.", "en el ojo"),
    "fr": ("À prendre par voie orale.", "2 gouttes dans l’oreille", "À injecter.", "dans l’œil"),
    "de": ("Zum Einnehmen durch den Mund.", "2 Tropfen ins Ohr", "Zur Injektion.", "ins Auge"),
    "it": ("Da prendere per bocca.", "2 gocce nell'orecchio", "Per iniezione.", "nell'occhio"),
    "pt-BR": ("Tome pela boca.", "2 gotas no ouvido", "Injete.", "no olho"),
    "ca": ("Preneu-lo per la boca.", "2 gotes a l'orella", "Cal injectar-lo.", "a l'ull"),
    "gl": ("Tómeo pola boca.", "2 pingas no oído", "Debe inxectalo.", "no ollo"),
    "nl": ("Neem het via de mond in.", "2 druppels in het oor", "Per injectie.", "in het oog"),
    "pl": ("Przyjmować doustnie.", "2 krople do ucha", "Wstrzyknąć.", "do oka"),
    "ru": ("Принимать внутрь.", "2 капли в ухо", "Для инъекций.", "в глаз"),
    "uk": ("Приймати перорально.", "2 краплі у вухо", "Для ін'єкцій.", "в око"),
    "tr": ("Ağızdan alın.", "Kulağınıza 2 damla", "Enjeksiyon yapın.", "gözünüze"),
    "ar": ("تناوله عن طريق الفم.", "ضع قطرتين في أذنك.", "يعطى بالحقن.", "في العين"),
    "fa": ("از راه دهان مصرف کنید.", "۲ قطره در گوش", "تزریق کنید.", "در چشم"),
    "he": ("יש ליטול דרך הפה.", "2 טיפות לאוזן", "בזריקה.", "לעין"),
    "hi": ("इसे मुँह से लें।", "कान में 2 बूँदें डालें।", "इंजेक्शन लें।", "आँख में"),
    "ur": ("منہ سے لیں۔", "کان میں 2 قطرے", "انجیکشن لگائیں۔", "آنکھ میں"),
    "bn": ("মুখে খান।", "কানে ২ ফোঁটা দিন।", "ইনজেকশন দিন।", "চোখে"),
    "zh-Hans": ("口服。", "滴入耳内 2 滴。", "注射给药。", "眼内"),
    "zh-Hant": ("口服。", "滴入耳內 2 滴。", "注射給藥。", "眼內"),
    "ja": ("経口で服用してください。", "耳に2滴", "注射してください。", "点眼"),
    "ko": ("경구로 복용하십시오.", "귀에 2방울", "주사하십시오.", "눈에"),
    "vi": ("Dùng đường uống.", "nhỏ 2 giọt vào tai", "Tiêm.", "vào mắt"),
    "id": ("Minum melalui mulut.", "2 tetes ke telinga", "Disuntikkan.", "ke mata"),
    "fil": ("Inumin sa bibig.", "2 patak sa tainga", "Ituturok: iniksyon.", "sa mata"),
    "sw": ("Meza kwa mdomo.", "matone 2 sikioni", "Chomwa sindano.", "jichoni"),
}


def found(source, target, locale):
    return list(routes.check(Unit(source), target, locale))


@pytest.mark.parametrize("locale", WAYS)
def test_the_same_way_is_silent(locale):
    mouth, ear, _, _ = WAYS[locale]

    assert found(MOUTH, mouth, locale) == []
    assert found(EAR, ear, locale) == []


@pytest.mark.parametrize("locale", WAYS)
def test_another_way_is_critical(locale):
    _, _, injection, eye = WAYS[locale]

    (injected,) = found(MOUTH, injection, locale)
    (dropped,) = found(EAR, eye, locale)

    assert injected.severity is dropped.severity is Severity.CRITICAL
    assert injected.message == "by mouth in the source became by injection in the translation"


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Take it by mouth.", "Tómelo.", "es"),
        ("Take it.", "口服。", "zh-Hans"),
        ("It is injected into a muscle.", "Se inyecta en un músculo.", "es"),
        ("It is injected into a muscle.", "Es wird gespritzt.", "de"),
        ("for the skin around the eyes", "للجلد حول العينين", "ar"),
        ("Take it by mouth.", "Inject.", "xx"),
        ("Swallow it.", "À injecter.", "fr"),
    ],
)
def test_a_way_that_is_only_lost_or_only_new_is_silent(source, target, locale):
    assert found(source, target, locale) == []


PLACES = [
    ("by mouth", "por la boca", "口服", "by mouth"),
    ("as an injection", "como inyección", "注射", "by injection"),
    ("into a vein", "en una vena", "静脉", "into a vein"),
    ("into a muscle", "en un músculo", "肌肉", "into a muscle"),
    ("into the ear", "en el oído", "耳内", "into the ear"),
    ("into the eye", "en el ojo", "眼内", "into the eye"),
    ("into the nose", "en la nariz", "鼻内", "into the nose"),
    ("into the rectum", "por vía rectal", "直肠", "into the rectum"),
    ("into the vagina", "en la vagina", "阴道", "into the vagina"),
    ("Inhale it.", "Inhálelo: inhalación.", "吸入", "by breathing in"),
    ("on the skin", "en la piel", "皮肤", "on the skin"),
    ("under the tongue", "debajo de la lengua", "舌下", "under the tongue"),
]
KINDS_OF = {
    ("into a vein", "by injection"),
    ("into a muscle", "by injection"),
    ("under the tongue", "by mouth"),
}


@pytest.mark.parametrize("said", PLACES, ids=lambda place: place[0])
def test_each_way_is_told_from_each_other_one(said):
    for answered in PLACES:
        for target, locale in ((answered[1], "es"), (answered[2], "zh-Hans")):
            for finding in found(said[0], target, locale):
                assert finding.check == "routes"
                assert finding.message == (
                    f"{said[3]} in the source became {answered[3]} in the translation"
                )
        general = {(said[3], answered[3]), (answered[3], said[3])} & KINDS_OF
        apart = said is not answered and not general
        assert bool(found(said[0], answered[1], "es")) or not apart


@pytest.mark.parametrize(
    ("source", "target"),
    [("into a vein", "inyectado"), ("into a muscle", "inyección"), ("under the tongue", "boca")],
)
def test_a_more_general_word_is_another_way_in_no_more_than_the_source(source, target):
    assert found(f"{source}, by mouth and injected", target, "es") == []


def test_a_finding_shows_both_places():
    (finding,) = found("Use it in the ear.", "在眼内使用。", "zh-Hans")

    assert (finding.source_span, finding.target_span) == ((14, 17), (1, 2))
