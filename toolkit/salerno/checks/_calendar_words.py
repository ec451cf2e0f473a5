"""Months, days of the week and parts of the day beside CLDR's, in the forms that sentences have.

The marks on a phrase are those of `_comparison_words`.
"""

from __future__ import annotations

WEEKDAYS: dict[str, tuple[str, ...]] = {
    "ar": ("الاثنين, الإثنين, اثنين", "الثلاثاء", "الأربعاء, الاربعاء", "الخميس", "الجمعة",
           "السبت", "الأحد, الاحد"),
    "bn": ("সোমবার~", "মঙ্গলবার~", "বুধবার~", "বৃহস্পতিবার~", "শুক্রবার~", "শনিবার~", "রবিবার~, রোববার~"),
    "de": ("montag~", "dienstag~", "mittwoch~", "donnerstag~", "freitag~", "samstag~, sonnabend~",
           "sonntag~"),
    "fa": ("دوشنبه~", "سه‌شنبه~, سه شنبه~, سهشنبه~", "چهارشنبه~, چهار شنبه~", "پنجشنبه~, پنج‌شنبه~, پنج شنبه~",
           "جمعه~", "شنبه~", "یکشنبه~, یک‌شنبه~, یک شنبه~"),
    "gl": ("luns", "martes", "mércores", "xoves", "venres", "sábado, sábados", "domingo, domingos"),
    "he": ("יום שני, ימי שני, שני", "יום שלישי, ימי שלישי, שלישי", "יום רביעי, ימי רביעי, רביעי",
           "יום חמישי, ימי חמישי, חמישי", "יום שישי, ימי שישי, שישי", "שבת, שבתות",
           "יום ראשון, ימי ראשון, ראשון"),
    "hi": ("सोमवार~", "मंगलवार~, मंगल", "बुधवार~", "गुरुवार~, गुरूवार~, बृहस्पतिवार~, वीरवार~",
           "शुक्रवार~", "शनिवार~, शनिचर", "रविवार~, इतवार~"),
    "it": ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato, sabati",
           "domenica, domeniche"),
    "ja": ("月曜, 月・, ・月, 月、?", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"),
    "ko": ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
    "pl": ("poniedział~", "wtor~", "środa, środę, środy, środzie, środą, środom, śród, środami",
           "czwart~k, czwartek, czwartk~", "piątek, piątk~", "sobot~, sobót", "niedziel~"),
    "pt": ("segunda-feira, segundas-feiras, segunda, segundas, 2ª feira",
           "terça-feira, terças-feiras, terça, terças, 3ª feira",
           "quarta-feira, quartas-feiras, quarta, quartas, 4ª feira",
           "quinta-feira, quintas-feiras, quinta, quintas, 5ª feira",
           "sexta-feira, sextas-feiras, sexta, sextas, 6ª feira", "sábado, sábados",
           "domingo, domingos"),
    "ru": ("понедельник~", "вторник~", "среда, среду, среды, среде, средам, средой, средами",
           "четверг~", "пятниц~", "суббот~", "воскресень~, воскресен~"),
    "tl": ("lunes", "martes", "miyerkules, miyerkoles", "huwebes", "biyernes", "sabado", "linggo"),
    "tr": ("pazartesi~", "salı, salıya, salıdan, salıları, salısı", "çarşamba~", "perşembe~", "cuma, cumaya, cumaları, cumadan, cuma'~",
           "cumartesi~", "pazar, pazara, pazardan, pazarları"),
    "uk": ("понеділ~", "вівтор~", "середа, середу, середи, середі, середам, середою", "четвер, четверга, четвергам, четвергу, четверги",
           "п'ятниц~, пʼятниц~", "субот~", "неділ~"),
    "ur": ("پیر, سوموار", "منگل", "بدھ", "جمعرات", "جمعہ, جمعے", "ہفتہ, ہفتے, سنیچر", "اتوار"),
    "vi": ("thứ hai, thứ 2", "thứ ba, thứ 3", "thứ tư, thứ 4", "thứ năm, thứ 5", "thứ sáu, thứ 6",
           "thứ bảy, thứ 7", "chủ nhật"),
    "zh": ("星期一, 周一, 週一, 礼拜一, 禮拜一", "星期二, 周二, 週二, 礼拜二, 禮拜二",
           "星期三, 周三, 週三, 礼拜三, 禮拜三", "星期四, 周四, 週四, 礼拜四, 禮拜四",
           "星期五, 周五, 週五, 礼拜五, 禮拜五", "星期六, 周六, 週六, 礼拜六, 禮拜六",
           "星期日, 星期天, 周日, 週日, 周天, 礼拜天, 禮拜天, 礼拜日, 禮拜日"),
}  # fmt: skip
"""From Monday on, beside what CLDR has."""

MONTHS: dict[str, tuple[str, ...]] = {
    "ar": ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
           "تشرين الأول", "تشرين الثاني", "كانون الأول"),
    "bn": ("জানুয়ারি~, জানুয়ারী~", "ফেব্রুয়ারি~, ফেব্রুয়ারী~", "মার্চ~", "এপ্রিল~", "মে, মের", "জুন, জুনের",
           "জুলাই~", "আগস্ট~, অগাস্ট~", "সেপ্টেম্বর~", "অক্টোবর~", "নভেম্বর~", "ডিসেম্বর~"),
    "fa": ("ژانویه~", "فوریه~", "مارس", "آوریل", "مه, می", "ژوئن", "ژوئیه~, جولای", "اوت, آگوست",
           "سپتامبر", "اکتبر", "نوامبر", "دسامبر"),
    "hi": ("जनवरी", "फ़रवरी, फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर, सितम्बर",
           "अक्टूबर, अक्तूबर", "नवंबर, नवम्बर", "दिसंबर, दिसम्बर"),
    "he": ("ינואר", "פברואר", "מרץ, מרס", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר",
           "אוקטובר", "נובמבר", "דצמבר"),
    "pl": ("stycz~", "luty, lutego, lutym", "marzec, marca, marcu", "kwie~", "maj, maja, maju",
           "czerw~", "lipiec, lipca, lipcu", "sierp~", "wrześ~", "październik~", "listopad~", "grud~"),
    "ru": ("январ~", "феврал~", "март, марта, марте, марту", "апрел~", "май, мая, мае", "июн~",
           "июл~", "август, августа, августе", "сентябр~", "октябр~", "ноябр~", "декабр~"),
    "tr": ("ocak, ocak'~", "şubat, şubat'~", "mart, mart'~", "nisan, nisan'~", "mayıs, mayıs'~",
           "haziran, haziran'~", "temmuz, temmuz'~", "ağustos, ağustos'~", "eylül, eylül'~",
           "ekim, ekim'~", "kasım, kasım'~", "aralık, aralık'~"),
    "uk": ("січ~", "лют~", "берез~", "квіт~", "трав~", "черв~", "лип~", "серп~", "верес~", "жовт~",
           "листопад~", "груд~"),
    "vi": ("tháng giêng, tháng một", "tháng hai", "tháng ba", "tháng tư", "tháng năm", "tháng sáu",
           "tháng bảy", "tháng tám", "tháng chín", "tháng mười", "tháng mười một", "tháng mười hai"),
    "ca": ("gener", "febrer", "març", "abril", "maig", "juny", "juliol", "agost", "setembre",
           "octubre", "novembre", "desembre"),
    "gl": ("xaneiro", "febreiro", "marzo", "abril", "maio", "xuño", "xullo", "agosto", "setembro",
           "outubro", "novembro", "decembro"),
    "es": ("", "", "", "", "", "", "", "", "setiembre", "", "", ""),
    "ur": ("جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر",
           "نومبر", "دسمبر"),
}  # fmt: skip
"""From January on, beside what CLDR has."""

PERSIAN_MONTHS = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر",
                  "دی", "بهمن", "اسفند")  # fmt: skip

DAY_PARTS: dict[str, dict[str, str]] = {
    "en": {
        "M": "morning, mornings, a.m, am, dawn, sunrise",
        "A": "afternoon, afternoons",
        "E": "evening, evenings, sunset, dusk",
        "N": "night, nights, nightly, tonight, overnight, bedtime",
        "O": "noon, midday, noontime",
        "Z": "midnight",
        "P": "p.m, pm",
        "T": "tomorrow",
        "none": "i am, evening meal, night blindness, night sweats, nightmare",
    },
    "es": {
        "MT": "mañana, mañanas", "M": "madrugada, matutin~, desayuno, amanecer, a. m, a.m, am",
        "AEP": "tarde, tardes, vespertin~", "ENP": "noche, noches, nocturn~, anoche, acostarse",
        "P": "p. m, p.m, pm, atardecer", "O": "mediodía", "Z": "medianoche",
        "none": "más tarde, tarde o temprano, demasiado tarde, pasado mañana, buenas noches",
    },
    "fr": {
        "M": "matin, matins, matinée, matinal~, a. m, a.m, aube",
        "AP": "après-midi, p. m, p.m", "AENP": "soir, soirs, soirée",
        "N": "nuit, nuits, nocturne, coucher", "O": "midi", "Z": "minuit",
    },
    "de": {
        "MT": "morgen, morgens, ~morgen", "M": "früh, vormittag~, frühstück, ~vormittag~, morgend~",
        "AP": "nachmittag~, ~nachmittag~", "EP": "abend~, ~abend, ~abends, ~abenden", "ENMP": "nacht, nachts, nächte~, nächtlich~, ~nacht",
        "N": "schlafengehen", "OA": "mittag, mittags, ~mittags?", "Z": "mitternacht~",
        "none": "morgen früh, abendessen, so früh wie, zu früh, früher",
    },
    "it": {
        "M": "mattina, mattino, mattine, mattutin~, stamattina, stamani, a.m, colazione",
        "MT": "domattina", "AP": "pomeriggio, pomeriggi, pomeridian~, p.m",
        "ENP": "sera, sere, serale, serali, serata, stasera", "EN": "notte, notti, notturn~, stanotte",
        "O": "mezzogiorno", "Z": "mezzanotte",
    },
    "pt": {
        "M": "manhã, manhãs, matin~, madrugada, a.m, amanhecer", "AEP": "tarde, tardes, p.m",
        "ENP": "noite, noites, noturn~, nocturn~, deitar", "O": "meio-dia", "Z": "meia-noite",
        "none": "mais tarde, amanhã, demasiado tarde, tarde demais, muito tarde",
    },
    "ca": {
        "M": "matí, matins, matinada, matinal~, a. m, a.m", "AP": "tarda, tardes, p. m, p.m",
        "ENP": "vespre, vespres, nit, nits, nocturn~", "O": "migdia, migdies", "Z": "mitjanit",
        "none": "més tard",
    },
    "gl": {
        "MT": "mañá, mañás", "M": "madrugada, matutin~, a. m, a.m", "AEP": "tarde, tardes, p. m, p.m",
        "ENP": "noite, noites, nocturn~", "O": "mediodía", "Z": "medianoite",
        "none": "máis tarde, demasiado tarde",
    },
    "nl": {
        "MT": "morgen", "M": "ochtend~, 's morgens, 's ochtends, morgens, voormiddag, ~ochtend, a.m",
        "AP": "middag, middags, namiddag, ~middag, p.m", "EP": "avond~, avonds, ~avond, ~avonds, vanavond", "ENMP": "nacht, nachts, nachten, ~nacht",
        "N": "slapen~", "O": "12 uur 's middags, twaalf uur 's middags", "Z": "middernacht",
        "OA": "middaguur", "none": "avondeten",
    },
    "pl": {
        "M": "ran~, poran~, przed południem, świt~", "AP": "po południu, popołudni~",
        "EP": "wiecz~", "ENMP": "noc, nocy, nocą, noce, nocn~", "O": "południe, w południe", "Z": "północ, północy, o północy",
        "none": "rana, rany, ranę, ranach, ranami, ran, ranie, ranach, rannych, ranny, ranni, randk~",
    },
    "ru": {
        "M": "утр~, утром, с утра, утрен~", "AEP": "дня, днём, днем, после обеда, после полудня",
        "EP": "вечер~", "ENMP": "ночь, ночью, ночи, ночам, ночей, ночн~, перед сном", "O": "полдень, полудня, полдня, полудню", "Z": "полночь, полуночи, полуночью",
        "none": "сегодня, до полудня, 2 дня, 3 дня, 4 дня, два дня, три дня, четыре дня, утрат~, утром и вечером?",
    },
    "uk": {
        "M": "ранок, ранку, ранці, ранком, вранці, зранку, ранков~, ранки, ранкам", "AEP": "дня, вдень, після обіду, пополудні",
        "EP": "вечір, вечора, ввечері, увечері, вечор~, вечер~", "ENMP": "ніч, ночі, вночі, уночі, ночами, нічн~, перед сном",
        "O": "полудень, полудня, опівдні, південь", "Z": "північ, півночі, опівночі",
        "none": "сьогодні, 2 дня, до полудня",
    },
    "tr": {
        "M": "sabah~, öğleden önce", "AP": "öğleden sonra~, ikindi", "EP": "akşam~",
        "ENMP": "gece~", "N": "yatmadan, yatarken, yatma", "O": "öğle, öğlen, öğlenleri, öğleyin, gün ortası", "Z": "gece yarısı~",
        "none": "öğle yemeği, öğle yemeğ~, akşam yemeğ~, gecele~, gecik~",
    },
    "ar": {
        "M": "صباح, صباحا, صباحية, الصباحية, الصباح, فجر, فجرا, الفجر, ص#", "AP": "بعد الظهر, عصرا, العصر, ظهيرة",
        "AENP": "مساء, مسائي~, المسائي~, المساء, م#", "ENP": "ليل, ليلا, ليلة, ليلي~, الليل, النوم, عشاء",
        "OAP": "ظهر, ظهرا", "Z": "منتصف الليل", "none": "ظهر~ت, تظهر, منتصف النهار?",
        "O": "منتصف النهار",
    },
    "fa": {
        "M": "صبح, صبح‌ها, صبحگاه~, بامداد~, صبحانه", "AP": "بعدازظهر~, بعد از ظهر~, عصر, عصرها",
        "EP": "غروب, شامگاه~", "ENP": "شب, شب‌ها, شبانه, شبها, عصر?, امشب, خواب", "O": "ظهر, نیمروز, میانروز", "Z": "نیمه‌شب, نیمه شب, نیمهشب",
        "none": "قبل از ظهر?, شبیه~",
    },
    "he": {
        "M": "בוקר, בקרים, לפנות בוקר", "AP": 'אחר הצהריים, אחר הצהרים, אחה"צ, אחהצ', "EP": "ערב, ערבים",
        "ENMP": "לילה, לילות, לילי~", "N": "השינה, שינה", "OA": "צהריים, צהרים", "Z": "חצות",
        "none": "ארוחת בוקר?, ארוחת ערב, ארוחת צהריים, לפני הצהריים?",
    },
    "hi": {
        "M": "सुबह, सवेरे, प्रातः, प्रातःकाल, पूर्वाह्न, भोर, तड़के", "AP": "दोपहर बाद, अपराह्न, दोपहर के बाद",
        "OAP": "दोपहर", "AEP": "शाम, सायं, सायंकाल", "ENMP": "रात, रातों, रात्रि, रातभर", "Z": "आधी रात, मध्यरात्रि, मध्य रात्रि",
    },
    "ur": {
        "M": "صبح, سویرے, علی الصبح", "AP": "سہ پہر, بعد دوپہر", "OAP": "دوپہر", "AEP": "شام",
        "ENMP": "رات, راتوں, رات کو", "Z": "آدھی رات, نصف شب, آدھی رات کو",
    },
    "bn": {
        "M": "সকাল~, ভোর~, প্রাতঃ~, পূর্বাহ্ন", "AP": "বিকেল~, বিকাল~, অপরাহ্ন", "OAP": "দুপুর~, মধ্যাহ্ন~",
        "EP": "সন্ধ্যা~, সন্ধ্যে~", "ENMP": "রাত~, রাত্র~", "Z": "মধ্যরাত~, মাঝরাত~",
    },
    "zh": {
        "M": "早上, 上午, 早晨, 清晨, 凌晨, 早间, 早間, 每早, 晨起, 早, 晨", "AP": "下午, 午后, 午後",
        "AENP": "晚", "EP": "傍晚, 黄昏", "ENMP": "夜, 睡前", "OA": "中午, 正午",
        "Z": "午夜, 零点, 半夜, 子夜, 零時, 夜里12点", "none": "早期, 早产, 早產, 尽早, 儘早, 及早, 晚期, 晚餐, 早餐, 早孕, 提早, 早些, 早日, 早于, 早於, 晚于, 晚於, 早晚, 过早, 夜盲, 早搏, 最早, 早已, 较早, 较晚, 越早, 最晚, 早就",
        "MEN": "早晚",
    },
    "ja": {
        "M": "朝, 午前", "AENOP": "午後", "AP": "昼過ぎ, 昼すぎ", "AEP": "夕方, 夕", "ENP": "夜, 晩, 就寝, 寝る前",
        "O": "正午, 昼, お昼", "Z": "深夜0時, 真夜中, 午前0時, 午前零時, 深夜12時, 夜中の12時",
        "none": "夕食, 朝食, 昼食, 夜間?, 昼間?", "ENM": "夜中, 深夜, 未明",
    },
    "ko": {
        "M": "아침, 오전, 새벽", "AENOP": "오후", "AEP": "저녁", "ENMP": "밤", "N": "취침, 자기 전, 야간", "O": "정오, 낮 12시",
        "Z": "자정, 밤 12시, 오전 12시", "none": "저녁 식사, 아침 식사",
        "OA": "낮, 한낮, 점심",
    },
    "vi": {
        "M": "sáng, buổi sáng", "AP": "chiều, buổi chiều", "ENP": "tối, buổi tối", "ENM": "đêm, ban đêm, khuya", "N": "đi ngủ",
        "OA": "trưa, buổi trưa, giữa trưa", "Z": "nửa đêm, 12 giờ đêm", "none": "tối thiểu, tối đa, sáng suốt, sáng tạo, ánh sáng, bữa tối, bữa sáng, bữa trưa, bóng tối, chiều cao, chiều dài, hai chiều, lâm sàng, sáng kiến, một chiều, rõ sáng",
    },
    "id": {
        "M": "pagi, dini hari, subuh", "OAP": "siang", "AEP": "sore, petang", "ENP": "malam", "N": "tidur?",
        "O": "tengah hari", "Z": "tengah malam", "none": "makan malam, makan siang, makan pagi",
    },
    "tl": {
        "M": "umaga, madaling araw, madaling-araw", "AP": "hapon, mamayang hapon", "ENP": "gabi, mamayang gabi, gabi-gabi",
        "O": "tanghali, katanghalian", "Z": "hatinggabi, hating-gabi", "OA": "tanghaling", "none": "umagahan, hapunan",
    },
    "sw": {
        "M": "asubuhi, alfajiri", "AP": "mchana, alasiri", "AEP": "jioni", "ENMP": "usiku", "O": "saa sita mchana, adhuhuri, saa 6 mchana",
        "Z": "saa sita usiku, usiku wa manane, saa 6 usiku",
    },
}  # fmt: skip
"""What parts a word of the day may mean: Morning, Afternoon, Evening, Night, nOon, midnight (Z), the
hours after noon (P), Tomorrow."""
