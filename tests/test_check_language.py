import pytest

from salerno.checks import language
from salerno.model import Severity, Unit

SOURCE = "Tell your doctor about all the medicines that you take before the operation."

RIGHT = {
    "ar": "أخبر طبيبك عن جميع الأدوية التي تتناولها قبل العملية.",
    "bn": "অপারেশনের আগে আপনি যে সব ওষুধ খান তা আপনার ডাক্তারকে বলুন।",
    "ca": "Digueu al vostre metge tots els medicaments que preneu abans de l'operació.",
    "de": "Sagen Sie Ihrem Arzt vor der Operation, welche Medikamente Sie nehmen.",
    "en-GB": "Tell your doctor about all the medicines that you take before the operation.",
    "es": "Informe a su médico de todos los medicamentos que toma antes de la operación.",
    "fa": "پیش از عمل، همه داروهایی را که مصرف می‌کنید به پزشک خود بگویید.",
    "fr": "Informez votre médecin de tous les médicaments que vous prenez avant l'opération.",
    "gl": "Infórmelle ao seu médico de todos os medicamentos que toma antes da operación.",
    "he": "ספרו לרופא שלכם על כל התרופות שאתם נוטלים לפני הניתוח.",
    "hi": "ऑपरेशन से पहले अपने डॉक्टर को उन सभी दवाओं के बारे में बताएँ जो आप लेते हैं।",
    "id": "Beri tahu dokter Anda tentang semua obat yang Anda minum sebelum operasi.",
    "it": "Informi il suo medico di tutti i medicinali che prende prima dell'operazione.",
    "ja": "手術の前に、飲んでいるすべての薬について医師に伝えてください。",
    "ko": "수술 전에 복용하는 모든 약을 의사에게 알려 주세요.",
    "nl": "Vertel uw arts vóór de operatie welke medicijnen u gebruikt.",
    "pl": "Przed operacją proszę powiedzieć lekarzowi o wszystkich lekach, które pan przyjmuje.",
    "pt-BR": "Informe ao seu médico todos os remédios que você toma antes da operação.",
    "ru": "Перед операцией сообщите врачу обо всех лекарствах, которые вы принимаете.",
    "sr-Cyrl": "Пре операције реците лекару за све лекове које узимате и да ли их добро подносите.",
    "sr-Latn": "Pre operacije recite lekaru za sve lekove koje uzimate i da li ih dobro podnosite.",
    "sw": "Mwambie daktari wako kuhusu dawa zote unazotumia kabla ya upasuaji.",
    "tl": "Sabihin sa iyong doktor ang lahat ng gamot na iniinom mo bago ang operasyon.",
    "tr": "Ameliyattan önce aldığınız tüm ilaçları doktorunuza söyleyin ve bir liste getirin.",
    "uk": "Перед операцією повідомте лікаря про всі ліки, які ви приймаєте.",
    "ur": "آپریشن سے پہلے اپنے ڈاکٹر کو ان تمام دواؤں کے بارے میں بتائیں جو آپ لیتے ہیں۔",
    "vi": "Trước khi mổ, hãy cho bác sĩ biết về tất cả các loại thuốc mà bạn đang dùng.",
    "zh-Hans": "手术前，请告诉医生您正在服用的所有药物。",
    "zh-Hant": "手術前，請告訴醫生您正在服用的所有藥物。",
}

MISTAKEN = [
    ("es", "pt-BR"),
    ("es", "fr"),
    ("pt-BR", "es"),
    ("gl", "ca"),
    ("ca", "fr"),
    ("it", "es"),
    ("de", "nl"),
    ("nl", "de"),
    ("fr", "en-GB"),
    ("pl", "sr-Latn"),
    ("id", "tl"),
    ("tl", "sw"),
    ("sw", "id"),
    ("vi", "tr"),
    ("uk", "ru"),
    ("ru", "uk"),
    ("sr-Cyrl", "ru"),
    ("ru", "sr-Cyrl"),
    ("ar", "fa"),
    ("fa", "ar"),
    ("fa", "ur"),
    ("ur", "fa"),
    ("ar", "ur"),
    ("zh-Hans", "zh-Hant"),
    ("zh-Hant", "zh-Hans"),
    ("zh-Hans", "ja"),
    ("zh-Hant", "ko"),
    ("sr-Latn", "sr-Cyrl"),
    ("sr-Cyrl", "sr-Latn"),
    ("hi", "bn"),
    ("bn", "hi"),
    ("he", "ar"),
    ("ko", "ja"),
    ("ja", "ko"),
    ("hi", "es"),
    ("ar", "es"),
    ("es", "hi"),
    ("de", "ru"),
]


def found(target, locale, source=SOURCE):
    return list(language.check(Unit(source), target, locale))


@pytest.mark.parametrize("locale", RIGHT)
def test_the_language_of_the_locale_is_silent(locale):
    assert found(RIGHT[locale], locale) == []


@pytest.mark.parametrize(("locale", "actual"), MISTAKEN)
def test_another_language_is_major(locale, actual):
    (finding,) = found(RIGHT[actual], locale)

    assert finding.severity is Severity.MAJOR


@pytest.mark.parametrize(
    ("target", "locale", "message"),
    [
        (RIGHT["ru"], "uk", "Russian"),
        (RIGHT["zh-Hant"], "zh-Hans", "written in Traditional Chinese, not in Simplified"),
        (RIGHT["zh-Hans"], "zh-TW", "written in Simplified Chinese, not in Traditional"),
        (RIGHT["fr"], "de", "seems to be French, not German"),
        (RIGHT["sr-Cyrl"], "sr-Latn", "Cyrillic letters"),
        (RIGHT["en-GB"], "hi", "no word is in the Devanagari script"),
        ("检查前请禁食八小时并告知医生药物", "ja", "no kana"),
        ("Příprava на операцію", "es", "Cyrillic letters"),
    ],
)
def test_the_message_says_what_is_wrong(target, locale, message):
    (finding,) = found(target, locale)

    assert message in finding.message


@pytest.mark.parametrize(
    ("target", "locale"),
    [
        ("Ibuprofen 400 mg", "ar"),
        ("www.example.org", "zh-Hans"),
        ("COVID-19", "hi"),
        ("Los bloqueantes β y los interferones α", "es"),
        ("副作用", "ja"),
        ("手術同意書", "ja"),
        ("New England Journal of Medicine", "fr"),
        ("Ĺéƭ ŷóůř ðóçţóř ķñóŵ ŵĥåţ ŷóů ţåķé åñð ţĥé řéšţ", "en-XA"),
        ("Ndi fhedzi nga vha nga si", "ve"),
        ("", "es"),
        ("Владимир Ильич Кузьмин", "uk"),
    ],
)
def test_names_and_short_texts_are_no_evidence(target, locale):
    assert found(target, locale, source="The source.") == []


def test_letters_that_the_source_has_too_are_kept():
    source = "The word лекарство means medicine."

    assert found("La palabra лекарство significa medicamento.", "es", source) == []
