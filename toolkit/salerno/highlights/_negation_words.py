"""What turns a sentence round, by language: not, never, without, unless; and what forbids.

Function words of each language, taken from its grammar and not from texts; they only point, nothing is
decided by them. A language that is not here has none shown. English stands in `review`, which sorts by it.
"""

from __future__ import annotations

WORDS = {
    "ar": "لا, لن, لم, ليس, ليست, ليسوا, لست, لسنا, غير, بدون, دون, عدم, إلا, الا, باستثناء, عدا, أبدا, "
    "مطلقا, ممنوع, ممنوعة, يمنع, يحظر, تجنب, تجنبا, تجنبي, تجنبوا, توقف, توقفي, امتنع",
    "bn": "না, নয়, নেই, নাই, নি, নন, নহে, বিনা, ছাড়া, ব্যতীত, এড়িয়ে, এড়ান, এড়ানো, নিষেধ, নিষিদ্ধ, "
    "করেনি, করেননি, হয়নি, যায়নি, পারেনি, বন্ধ করুন",
    "ca": "no, ni, mai, res, ningú, sense, tampoc, excepte, a excepció, llevat, tret, a menys que, evita, eviteu, "
    "eviti, evitar, deixi de, deixeu de, deixar de, prohibit, prohibida",
    "de": "nicht, kein, keine, keinen, keinem, keiner, keines, nie, niemals, niemand, niemanden, "
    "niemandem, nichts, ohne, weder, außer, ausgenommen, mit ausnahme, es sei denn, nirgends, nirgendwo, "
    "keinesfalls, keineswegs, vermeiden, vermeide, meiden, verboten",
    "es": "no, ni, nunca, jamás, nada, nadie, ningún, ninguno, ninguna, ningunos, ningunas, sin, "
    "tampoco, excepto, a excepción, salvo, a menos que, evite, eviten, evita, evitar, deje de, dejen de, dejar de, "
    "suspenda, suspender, prohibido, prohibida",
    "fa": "نه, نیست, نیستند, نیستم, نیستید, نباید, ندارد, ندارند, ندارید, ندارم, نداشت, نداشته, نداشتن, "
    "نکنید, نکند, نکنند, نکن, نکرد, نکرده, نکردن, نشود, نشوند, نشوید, نشد, نشده, نخورید, نخورد, ننوشید, "
    "نگیرید, ندهید, نبود, نباشد, نباشید, نزنید, نگذارید, نروید, بدون, هیچ, هیچکس, هیچگاه, هرگز, غیر, عدم, "
    "مگر, جز, بجز, ممنوع, خودداری, پرهیز, اجتناب",
    "fr": "ne, n', pas, jamais, aucun, aucune, rien, ni, sans, sauf, à moins, excepté, à l'exception, en l'absence, hormis, non, "
    "évitez, éviter, évite, arrêtez, arrêter, cessez, cesser, interdit, interdite",
    "gl": "non, nin, nunca, xamais, nada, ninguén, ningún, ningunha, ningúns, ningunhas, sen, tampouco, "
    "agás, salvo, excepto, a excepción, a menos que, evite, eviten, evita, evitar, deixe de, deixar de, prohibido, "
    "prohibida",
    "hi": "नहीं, नही, न, ना, मत, बिना, बग़ैर, बगैर, सिवाय, सिवा, छोड़कर, परहेज़, परहेज, बचें, बचना, मना, "
    "कभी नहीं",
    "it": "non, né, mai, nessun, nessuno, nessuna, nessun', niente, nulla, senza, neanche, nemmeno, "
    "neppure, tranne, eccetto, ad eccezione, a eccezione, salvo, a meno che, eviti, evitate, evita, evitare, smetta, smettere, "
    "interrompa, interrompere, vietato, vietata",
    "nl": "niet, geen, nooit, nimmer, niemand, niets, niks, noch, nergens, zonder, behalve, tenzij, "
    "uitgezonderd, met uitzondering, vermijd, vermijden, stop, stoppen, verboden",
    "pl": "nie, nigdy, nikt, nikogo, nikomu, nic, niczego, żaden, żadna, żadne, żadnego, żadnej, "
    "żadnych, żadnym, ani, bez, brak, braku, oprócz, chyba że, wyjątkiem, unikać, uniknąć, unikaj, zakaz, "
    "zabronione, zabrania, przestań, przestać",
    "pt": "não, nem, nunca, jamais, nada, ninguém, nenhum, nenhuma, nenhuns, nenhumas, sem, tampouco, "
    "exceto, excepto, com exceção, à exceção, salvo, a menos que, evite, evitem, evita, evitar, pare de, parar de, deixe de, "
    "deixar de, suspenda, interrompa, proibido, proibida",
    "ru": "не, ни, нет, никогда, никто, никого, никому, ничего, ничто, никакой, никакая, никакое, "
    "никакие, никаких, никакого, нельзя, нигде, без, кроме, исключением, отсутствие, избегайте, "
    "избегать, запрещено, запрещается, прекратите, прекратить",
    "uk": "не, ні, немає, нема, ніколи, ніхто, нікого, нікому, нічого, ніщо, жоден, жодна, жодне, "
    "жодного, жодної, жодних, ніде, без, крім, окрім, винятком, уникайте, уникати, заборонено, "
    "забороняється, припиніть, припинити",
    "ur": "نہیں, نہ, مت, بغیر, سوائے, کبھی نہیں, پرہیز, گریز, ممنوع, منع, غیر, بچیں",
    "vi": "chưa, đừng, chẳng, trừ, ngoại trừ, tránh, cấm, ngừng, ngưng",
}
"""Words and phrases, separated by commas."""

PREFIXES = {"ar": "[وف]?[بل]?"}
"""What a language writes in one word with the one after it."""

PATTERNS = {
    "fa": r"ن‌?می[\u200c\s]?\w+",
    "ja": (
        r"(?<![少危])(?:ない|なく|なかっ)|ません|[らかさたまなわが]ず(?=に|、)|なし|無し|禁止|禁忌|避け|控え"
        r"|不可|不要|以外|除[いく]|やめ|中止|無(?![料線])|未(?![来満])|非(?!常)"
    ),
    "tr": (
        r"(?<!\w)(?:değil\w*|yok|yoktur|hiç|hiçbir|asla|sakın|hariç|dışında|kaçın\w*|yasak\w*"
        r"|(?!namaz)\w{2,}(?:m[ae]yın\w*|m[ae]yin\w*|m[ıiuü]yor\w*|mayan\w*|meyen\w*|madan|meden"
        r"|madığ\w*|mediğ\w*|mayacak\w*|meyecek\w*|mayabil\w*|meyebil\w*|mamalı\w*|memeli\w+|maz|mez))"
        r"(?!\w)"
    ),
    "vi": r"(?<!\w)không(?! (?:khí|gian)(?!\w))(?!\w)",
    "zh": (
        r"不(?![过過仅僅但断斷同论論管久锈鏽妨少良适適错錯])|(?<![沉淹埋])[没沒]|[无無](?![论論线線])|[勿毋]"
        r"|(?<![特分类類性个個区區级級识識辨鉴鑑判国國差告])[别別](?![人的处處墅名称稱])"
        r"|未(?![来來必])|非(?![常洲典])|禁[止用忌]|[严嚴]禁|避免|停[止用药藥]|除[非了外]"
    ),
}
"""What no list of words can say: endings, and words without spaces between them."""

SKIPPED = {
    "ar": r"لا [تي]زال",
    "ca": r"no obstant",
    "es": r"sin embargo|no obstante|a salvo",
    "fr": r"n'importe",
    "gl": r"non obstante",
    "ja": r"かもしれ(?:ない|ません)|(?:なけれ|ね)ばな(?:らな|りませ)|なくてはな(?:らな|りませ)|ないといけ(?:な|ませ)",
}
"""What looks so and says something else: however, still, may, must."""
