import pytest

from salerno.checks import completeness
from salerno.model import Severity, Syntax, Unit

LONG_SOURCE = (
    "Call your doctor at once if you have a fever, if the wound turns red or warm, or if the pain"
    " gets worse instead of better."
)

SPANISH = (
    "Llame de inmediato a su médico si tiene fiebre, si la herida se pone roja o caliente, o si el"
    " dolor empeora en vez de mejorar."
)
HINDI = (
    "अगर आपको बुखार हो, घाव लाल या गर्म हो जाए, या दर्द कम होने के बजाय बढ़ जाए, तो तुरंत अपने"
    " डॉक्टर को फ़ोन करें।"
)

USUAL = [
    (SPANISH, "es"),
    ("如果您发烧，伤口发红或发热，或者疼痛加重而没有好转，请立即给医生打电话。", "zh-Hans"),
    ("اتصل بطبيبك فورًا إذا أصبت بالحمى، أو احمر الجرح أو أصبح دافئًا، أو ازداد الألم سوءًا.", "ar"),
    (HINDI, "hi"),
]

SHORT = [
    ("Llame de inmediato a su médico si tiene fiebre.", "es"),
    ("如果发烧，请打电话。", "zh-Hans"),
    ("اتصل بطبيبك فورًا.", "ar"),
    ("बुखार हो तो डॉक्टर को फ़ोन करें।", "hi"),
]


def found(source, target, locale, syntax=Syntax.MARKDOWN):
    return list(completeness.check(Unit(source, syntax=syntax), target, locale))


@pytest.mark.parametrize(("target", "locale"), USUAL)
def test_a_translation_of_the_usual_length_is_silent(target, locale):
    assert found(LONG_SOURCE, target, locale) == []


@pytest.mark.parametrize(("target", "locale"), SHORT)
def test_a_translation_that_is_far_too_short_is_major(target, locale):
    (finding,) = found(LONG_SOURCE, target, locale)

    assert finding.severity is Severity.MAJOR
    assert "unusually short" in finding.message


@pytest.mark.parametrize(("target", "locale"), USUAL)
def test_a_translation_that_is_far_too_long_is_major(target, locale):
    (finding,) = found("Call if you have a fever or more pain.", f"{target} {target}", locale)

    assert finding.severity is Severity.MAJOR
    assert "unusually long" in finding.message


def test_a_missing_sentence_makes_a_shorter_text_suspicious():
    source = "Clean the wound with warm water and with soap. Then put a cloth on it."

    (finding,) = found(source, "Limpie bien toda la herida con agua tibia y jabón suave.", "es")

    assert "1 of 2 sentences" in finding.message


@pytest.mark.parametrize("target", [" ", "—", "**", "\u200f", "。", "5", "<br>", "…"])
def test_a_target_without_words_is_critical(target):
    (finding,) = found("Take 5 tablets.", target, "es")

    assert (finding.severity, finding.message) == (
        Severity.CRITICAL,
        "the translation has no words",
    )


@pytest.mark.parametrize("source", ["5 %", "—", "https://example.org", "`code`", "{name}"])
def test_a_source_without_words_asks_for_none(source):
    assert found(source, source, "es") == []


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Do not drink alcohol.", "勿饮酒", "zh-Hans"),
        ("Side effects", "آثار", "ar"),
        ("Overview", "Descripción general del tratamiento", "es"),
        ("Emergency room", "आपातकालीन चिकित्सा कक्ष", "hi"),
    ],
)
def test_a_short_label_may_have_any_length(source, target, locale):
    assert found(source, target, locale) == []


def test_markup_and_addresses_do_not_count():
    source = "Read [the leaflet](https://example.org/a/very/long/address/that/nobody/reads)."

    assert found(source, "Lea el folleto.", "es") == []


def test_a_script_that_was_not_measured_has_a_wide_band():
    assert found(LONG_SOURCE, "ጎ" * 40, "am") == []


WOUND = "Clean the skin with warm water, dry it well, and put a clean cloth on the wound."
DIZZY = "If you feel dizzy, sit down and wait until it passes."

WHOLE = [
    (
        WOUND,
        "ca",
        "Netegi la pell amb aigua tèbia, eixugui-la bé i posi una gasa neta a la ferida.",
    ),
    (WOUND, "gl", "Limpe a pel con auga morna, séquea ben e poña unha gasa limpa sobre a ferida."),
    (
        WOUND,
        "nl",
        "Was de huid met warm water, droog haar goed af en leg een schone doek op de wond.",
    ),
    (WOUND, "pl", "Umyj skórę ciepłą wodą, dobrze ją osusz i połóż na ranę czystą gazę."),
    (
        WOUND,
        "uk",
        "Промийте шкіру теплою водою, добре висушіть її та накрийте рану чистою тканиною.",
    ),
    (
        WOUND,
        "tr",
        "Cildi ılık suyla temizleyin, iyice kurulayın ve yaranın üzerine temiz bez koyun.",
    ),
    (WOUND, "fa", "پوست را با آب گرم بشویید، آن را خوب خشک کنید و پارچه‌ای تمیز روی زخم بگذارید."),
    (WOUND, "he", "נקו את העור במים חמימים, יבשו אותו היטב והניחו בד נקי על הפצע."),
    (WOUND, "ur", "جلد کو گرم پانی سے صاف کریں، اسے اچھی طرح خشک کریں اور زخم پر صاف کپڑا رکھیں۔"),
    (WOUND, "bn", "উষ্ণ জল দিয়ে ত্বক ধুয়ে নিন, ভালো করে শুকান এবং ক্ষতের ওপর একটি পরিষ্কার কাপড় রাখুন।"),
    (WOUND, "ja", "ぬるま湯で皮膚を洗い、よく乾かしてから、傷口に清潔な布を当ててください。"),
    (WOUND, "ko", "따뜻한 물로 피부를 씻고, 잘 말린 다음, 상처 위에 깨끗한 천을 올려 놓으세요."),
    (
        WOUND,
        "vi",
        "Rửa sạch da bằng nước ấm, lau thật khô và đặt một miếng vải sạch lên vết thương.",
    ),
    (
        WOUND,
        "id",
        "Bersihkan kulit dengan air hangat, keringkan, dan letakkan kain bersih di atas luka.",
    ),
    (
        WOUND,
        "tl",
        "Linisin ang balat ng maligamgam na tubig, patuyuin, at lagyan ng telang malinis ang sugat.",
    ),
    (
        WOUND,
        "sw",
        "Safisha ngozi kwa maji ya uvuguvugu, ikaushe vizuri, na uweke kitambaa safi juu ya jeraha.",
    ),
    (WOUND, "zh-Hant", "用溫水清潔皮膚，擦乾，然後在傷口上蓋一塊乾淨的布。"),
    (DIZZY, "pl", "Jeśli zakręci ci się w głowie, usiądź i poczekaj, aż to minie."),
    (DIZZY, "uk", "Якщо у вас паморочиться голова, сядьте й зачекайте, доки це мине."),
    (DIZZY, "tr", "Başınız dönerse oturun ve geçene kadar bekleyin."),
    (DIZZY, "fa", "اگر سرگیجه دارید، بنشینید و صبر کنید تا برطرف شود."),
    (DIZZY, "he", "אם אתם מרגישים סחרחורת, שבו וחכו עד שהיא תחלוף."),
    (DIZZY, "bn", "মাথা ঘুরলে বসে পড়ুন এবং ঠিক না হওয়া পর্যন্ত অপেক্ষা করুন।"),
    (DIZZY, "ja", "めまいがしたら、座って、治まるまで待ってください。"),
    (DIZZY, "ko", "어지러우면 앉아서 괜찮아질 때까지 기다리세요."),
    (DIZZY, "vi", "Nếu bạn thấy chóng mặt, hãy ngồi xuống và đợi cho đến khi hết."),
    (DIZZY, "id", "Jika Anda merasa pusing, duduklah dan tunggu sampai hilang."),
    (DIZZY, "nl", "Als u duizelig bent, ga dan zitten en wacht tot het over is."),
    (DIZZY, "it", "Se ha le vertigini, si sieda e aspetti che passino."),
    (DIZZY, "pt-PT", "Se sentir tonturas, sente-se e espere até passarem."),
]

CUT = [
    (WOUND, "ca", "Netegi la pell amb aigua tèbia."),
    (WOUND, "gl", "Poña unha gasa limpa sobre a ferida."),
    (WOUND, "nl", "Was de huid met warm water en droog haar goed af."),
    (WOUND, "pl", "Umyj skórę ciepłą wodą i dobrze ją osusz."),
    (WOUND, "uk", "Промийте шкіру теплою водою, добре висушіть її."),
    (WOUND, "tr", "Cildi ılık suyla temizleyin, iyice kurulayın."),
    (WOUND, "fa", "پوست را با آب گرم بشویید."),
    (WOUND, "he", "נקו את העור במים חמימים."),
    (WOUND, "ur", "جلد کو گرم پانی سے صاف کریں، اسے خشک کریں۔"),
    (WOUND, "bn", "উষ্ণ জল দিয়ে ত্বক ধুয়ে নিন, ভালো করে শুকান।"),
    (WOUND, "ja", "ぬるま湯で皮膚を洗ってください。"),
    (WOUND, "ko", "따뜻한 물로 피부를 씻으세요."),
    (WOUND, "vi", "Rửa sạch da bằng nước ấm, lau thật khô."),
    (WOUND, "id", "Bersihkan kulit dengan air hangat, keringkan."),
    (WOUND, "tl", "Linisin ang balat ng maligamgam na tubig."),
    (WOUND, "sw", "Safisha ngozi kwa maji ya uvuguvugu."),
    (WOUND, "zh-Hant", "用溫水清潔皮膚，擦乾。"),
    (DIZZY, "pl", "Jeśli zakręci ci się w głowie, usiądź."),
    (DIZZY, "tr", "Başınız dönerse oturun."),
    (DIZZY, "fa", "اگر سرگیجه دارید، بنشینید."),
    (DIZZY, "he", "אם אתם מרגישים סחרחורת, שבו."),
    (DIZZY, "bn", "মাথা ঘুরলে বসে পড়ুন।"),
    (DIZZY, "ja", "めまいがしたら座る。"),
    (DIZZY, "ko", "어지러우면 앉으세요."),
    (DIZZY, "id", "Jika Anda merasa pusing, duduklah."),
    (DIZZY, "nl", "Als u duizelig bent, ga dan zitten."),
    (DIZZY, "it", "Se ha le vertigini, si sieda."),
    (DIZZY, "pt-PT", "Se sentir tonturas, sente-se."),
]


@pytest.mark.parametrize(("source", "locale", "target"), WHOLE)
def test_a_whole_translation_is_silent(source, locale, target):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(("source", "locale", "target"), CUT)
def test_a_lost_clause_is_major(source, locale, target):
    assert [finding.severity for finding in found(source, target, locale)] == [Severity.MAJOR]


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("1. Wash\n2. Dry\n3. Cover", "1. Lavar\n2. Cubrir", "es"),
        ("- Fever\n- Cough\n- Rash", "- 发烧\n- 咳嗽", "zh-Hans"),
        ("1) Sit\n2) Breathe", "١) اجلس", "ar"),
        ("* Fever\n* Cough", "* बुखार\n* खाँसी\n* दर्द", "hi"),
    ],
)
def test_a_lost_or_new_item_of_a_list_is_major(source, target, locale):
    (finding,) = found(source, target, locale, Syntax.PLAIN)

    assert finding.severity is Severity.MAJOR
    assert "list items" in finding.message


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("1. Wash\n2. Dry\n3. Cover", "1. Lavar\n2. Secar\n3. Cubrir", "es"),
        ("1. Wash\n2. Dry", "1、清洗\n2、擦干", "zh-Hans"),
        ("1) Sit\n2) Breathe", "١) اجلس\n٢) تنفس", "ar"),
        ("- Fever\n- Cough", "• बुखार\n• खाँसी", "hi"),
        ("Call us\nif it hurts", "Llámenos si le duele", "es"),
    ],
)
def test_items_of_a_list_are_counted_however_they_are_marked(source, target, locale):
    assert found(source, target, locale, Syntax.PLAIN) == []


def test_the_clock_is_not_counted():
    assert found("Take one and a half tablets at 9 p.m.", "रात ९ बजे डेढ़ गोली लें।", "hi") == []


def test_an_estimate_is_called_one():
    (finding,) = found(WOUND, "Umyj skórę.", "pl")

    assert "(Polish, estimated)" in finding.message
