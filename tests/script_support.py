"""Texts in many scripts, for tests of what must not fall to pieces in any of them."""

from __future__ import annotations

from hypothesis import strategies as st

SENTENCES = {
    "en": "Take 2 tablets of 2.5 mg twice a day, unless your doctor says no.",
    "es": "Tome 2 comprimidos de 2,5 mg dos veces al día. No beba alcohol.",
    "de": "Nehmen Sie außer 5 mg nichts ein, ÄÖÜ ß.",
    "tr": "İlacı almayın; günde %50 daha az, 5 mg değil.",
    "ru": "Не принимайте больше 500 мг в сутки.",
    "ar": "لَا تَأْخُذْ أكثر من ٥٠٠ ملغم مرتين في اليوم.",
    "fa": "دارو را نمی‌خورید؛ ۵ میلی‌گرم بدون غذا.",
    "ur": "یہ دوا 5 ملی گرام سے زیادہ نہ لیں، کبھی نہیں۔",
    "hi": "यह दवा ५०० मिलीग्राम से ज़्यादा न लें; क्षत्रिय।",
    "bn": "এই ওষুধ ৫০০ মিলিগ্রাম খাবেন না, হয়নি।",
    "ta": "இந்த மருந்தை 5 மி.கி. க்ஷ சாப்பிட வேண்டாம்.",
    "th": "ห้ามกินยาน้ำเกิน 5 มล. ต่อวัน",
    "km": "កុំលេបថ្នាំលើសពី ៥ មីលីក្រាម។",
    "my": "ဆေးကို ၅ မီလီဂရမ်ထက် မသောက်ပါနှင့်။",
    "zh-Hans": "不要服用超过500毫克，每天三次，无论如何。",
    "ja": "1日3回、500ミリグラムを飲まないでください。が゛",
    "ko": "하루에 500밀리그램 넘게 드시지 마세요. 한",
    "vi": "Không dùng quá 5 ml mỗi ngày; trừ khi có không khí.",
    "signs": "👩🏽‍⚕️ 🇪🇸🇫🇷 1️⃣ é ö\r\n ﷽ \u200f\u2066x\u2069",
}

SIGNS = "".join(SENTENCES.values())

texts = st.one_of(
    st.text(max_size=80),
    st.text(alphabet=SIGNS, max_size=80),
    st.lists(st.sampled_from(list(SENTENCES.values())), max_size=3).map("".join),
)
"""Any text, nonsense of all scripts, and sentences as people write them."""
