"""How languages say how often: twice, a day, every, daily; from their grammars and leaflets."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """One language's; words are separated by commas."""

    times: str = ""
    """After a number, in Swahili before it: 3 `times`."""
    fused: dict[int, str] = field(default_factory=dict)
    """Number and all: `twice`."""
    per: str = ""
    """Before a stretch of time: `a` day."""
    every: str = ""
    """Before a stretch of time with its number or without: `every` 8 hours."""
    after: str = ""
    """Behind a stretch of time with its number: 8時間`ごと`."""
    adverbs: dict[str, str] = field(default_factory=dict)
    """By the unit of time, without a number: `daily`."""
    beside: dict[str, str] = field(default_factory=dict)
    """As `adverbs`, but only next to how many times: 一日 is a day, too."""
    other: str = ""
    """The whole of `every other day`."""
    skipped: str = ""
    """What looks so and is none: `once` that means when."""


FREQUENCIES: dict[str, Words] = {
    "en": Words(
        times="time, times, x, ×",
        fused={
            1: "once",
            2: "twice, b.i.d., bid, b.d.",
            3: "thrice, t.i.d., tid, t.d.s.",
            4: "q.i.d., qid, q.d.s.",
        },
        per="per, /",
        every="every, each",
        adverbs={
            "hour": "hourly",
            "day": "daily, nightly, every morning, every night, every evening, each morning, "
            "each night, each evening, q.d., qd, o.d.",
            "week": "weekly",
            "month": "monthly",
            "year": "yearly, annually",
        },
        other="every other day, alternate days, every second day, q.o.d., qod",
        skipped="at once, once again, once more, once you, once the, once your, once they, once it, "
        "once he, once she, once a person, once a patient, once upon, twice as, times as, "
        "times more, times higher, times greater, times less, times the, times lower, "
        "times larger, every time, each time, at times, at a time, more than once, once all, "
        "once we, once this, once there, once his, once her, once in, once every other",
    ),
    "es": Words(
        times="vez, veces, x, ×",
        fused={
            1: "una vez, una sola vez",
            2: "dos veces",
            3: "tres veces",
            4: "cuatro veces",
            5: "cinco veces",
            6: "seis veces",
        },
        per="al, por, a la, por cada, /",
        every="cada, todos los, todas las",
        adverbs={
            "hour": "a cada hora",
            "day": "diario, diaria, diarios, diarias, diariamente, a diario, cotidiano, cotidiana, "
            "cotidianamente, cada mañana, cada noche, todas las mañanas, todas las noches, "
            "todas las tardes",
            "week": "semanal, semanales, semanalmente",
            "month": "mensual, mensuales, mensualmente",
            "year": "anual, anuales, anualmente",
        },
        other="un día sí y otro no, día por medio, días alternos, un día sí, un día no, cada dos días",
        skipped="una vez que, cada vez, tal vez, en vez de, a la vez, de una vez, de vez en cuando, "
        "otra vez, alguna vez, de día",
    ),
    "fr": Words(
        times="fois, x, ×",
        per="par, à la, /, chaque",
        every="tous les, toutes les, chaque, à intervalles de",
        adverbs={
            "day": "quotidien, quotidienne, quotidiens, quotidiennes, quotidiennement, journalier, "
            "journalière, journaliers, journalières, chaque matin, chaque soir, tous les matins, "
            "tous les soirs, chaque nuit, toutes les nuits, journellement",
            "week": "hebdomadaire, hebdomadaires",
            "month": "mensuel, mensuelle, mensuels, mensuelles, mensuellement",
            "year": "annuel, annuelle, annuels, annuelles, annuellement",
        },
        fused={1: "une fois, une seule fois"},
        other="un jour sur deux, tous les deux jours, tous les 2 jours",
        skipped="une fois que, à la fois, chaque fois, parfois",
    ),
    "de": Words(
        times="mal, -mal, male, x, ×",
        fused={
            1: "einmal",
            2: "zweimal",
            3: "dreimal",
            4: "viermal",
            5: "fünfmal",
            6: "sechsmal",
            7: "siebenmal",
            8: "achtmal",
            10: "zehnmal",
        },
        per="pro, am, im, in der, je, die, /",
        every="alle, jede, jeden, jedes, im abstand von",
        adverbs={
            "hour": "stündlich, stündliche, stündlichen",
            "day": "täglich, tägliche, täglichen, täglicher, tägliches, tagtäglich, jeden morgen, "
            "jeden abend, jede nacht, allabendlich",
            "week": "wöchentlich, wöchentliche, wöchentlichen",
            "month": "monatlich, monatliche, monatlichen",
            "year": "jährlich, jährliche, jährlichen",
        },
        after="stündlich, täglich, wöchentlich, monatlich",
        other="jeden zweiten tag, alle zwei tage, jeden 2. tag",
        skipped="auf einmal, noch einmal, nicht einmal, erst einmal, diesmal, jedes mal",
    ),
    "it": Words(
        times="volta, volte, x, ×",
        per="al, alla, per, a, l', all', /",
        every="ogni, tutti i, tutte le",
        adverbs={
            "hour": "ogni ora",
            "day": "quotidiano, quotidiana, quotidiani, quotidiane, quotidianamente, giornaliero, "
            "giornaliera, giornalieri, giornaliere, giornalmente, ogni mattina, ogni sera, "
            "ogni notte, tutte le mattine, tutte le sere, tutte le notti, al dì, al di",
            "week": "settimanale, settimanali, settimanalmente",
            "month": "mensile, mensili, mensilmente",
            "year": "annuale, annuali, annualmente, all'anno, l'anno",
        },
        fused={1: "una volta, una sola volta"},
        other="a giorni alterni, un giorno sì e uno no, un giorno sì e un giorno no, ogni due giorni",
        skipped="una volta che, ogni volta, a volte, alla volta",
    ),
    "pt": Words(
        times="vez, vezes, x, ×",
        per="por, ao, à, a, /",
        every="a cada, cada, todos os, todas as, em intervalos de",
        adverbs={
            "hour": "de hora em hora",
            "day": "diário, diária, diários, diárias, diariamente, cotidiano, todo dia, toda manhã, "
            "toda noite, todas as manhãs, todas as noites, toda a noite, todo o dia",
            "week": "semanal, semanais, semanalmente, toda semana",
            "month": "mensal, mensais, mensalmente, todo mês",
            "year": "anual, anuais, anualmente, todo ano",
        },
        fused={1: "uma vez, uma única vez"},
        other="em dias alternados, dia sim, dia não, dia sim dia não, dias alternados, a cada dois dias",
        skipped="uma vez que, cada vez, toda vez, em vez de, às vezes, de uma vez, talvez",
    ),
    "ca": Words(
        times="vegada, vegades, cop, cops, x, ×",
        per="al, per, a la, /",
        every="cada, tots els, totes les",
        adverbs={
            "day": "diari, diària, diaris, diàries, diàriament, cada matí, cada nit, cada vespre, "
            "quotidià, quotidiana, tots els matins, totes les nits",
            "week": "setmanal, setmanals, setmanalment",
            "month": "mensual, mensuals, mensualment",
            "year": "anual, anuals, anualment",
        },
        fused={1: "una vegada, un cop, una sola vegada"},
        other="dies alterns, un dia sí i un altre no, un dia sí un dia no, cada dos dies",
        skipped="una vegada que, un cop que, cada vegada, cada cop, a la vegada, alhora",
    ),
    "gl": Words(
        times="vez, veces, x, ×",
        per="ao, por, á, a, /",
        every="cada, todos os, todas as",
        adverbs={
            "day": "diario, diaria, diarios, diarias, diariamente, a diario, cada mañá, cada noite, "
            "todas as mañás, todas as noites",
            "week": "semanal, semanais, semanalmente",
            "month": "mensual, mensuais, mensualmente",
            "year": "anual, anuais, anualmente",
        },
        fused={1: "unha vez, unha soa vez"},
        other="días alternos, un día si e outro non, un día si, un día non, cada dous días",
        skipped="unha vez que, cada vez, tal vez, en vez de, á vez, ás veces",
    ),
    "nl": Words(
        times="keer, maal, x, ×",
        fused={1: "eenmaal, eens, één keer, een keer", 2: "tweemaal", 3: "driemaal", 4: "viermaal"},
        per="per, /",
        every="elke, iedere, elk, ieder, om de, alle",
        adverbs={
            "hour": "elk uur",
            "day": "dagelijks, dagelijkse, daags, daagse, elke ochtend, elke avond, elke nacht, "
            "iedere ochtend, iedere avond",
            "week": "wekelijks, wekelijkse",
            "month": "maandelijks, maandelijkse",
            "year": "jaarlijks, jaarlijkse",
        },
        other="om de dag, om de andere dag, om de twee dagen, elke twee dagen",
        skipped="elke keer, iedere keer, nog eens, soms eens, niet eens, het eens",
    ),
    "pl": Words(
        times="raz, razy, x, ×",
        fused={
            1: "raz, jednokrotnie, jeden raz",
            2: "dwukrotnie, dwa razy",
            3: "trzykrotnie, trzy razy",
            4: "czterokrotnie, cztery razy",
        },
        per="na, w, we, /, w ciągu",
        every="co, każdego, każdy, każdą",
        adverbs={
            "hour": "co godzinę",
            "day": "dziennie, codziennie, dzienna, dzienny, dziennej, dzienne, codzienny, codzienna, "
            "codzienne, co dzień, co rano, co wieczór, co noc, każdego ranka, każdego wieczoru",
            "week": "tygodniowo, cotygodniowo, co tydzień, cotygodniowy",
            "month": "miesięcznie, co miesiąc, comiesięcznie",
            "year": "rocznie, corocznie, co roku, co rok",
        },
        other="co drugi dzień, co dwa dni, co 2 dni",
        skipped="za każdym razem, tym razem, od razu, jeszcze raz, pierwszy raz",
    ),
    "ru": Words(
        times="раз, раза, x, ×, х",
        fused={
            1: "раз, однократно, один раз, однажды",
            2: "дважды, двукратно, два раза",
            3: "трижды, троекратно, три раза",
            4: "четырежды, четыре раза",
        },
        per="в, за, /, на",
        every="каждые, каждый, каждую, каждое, каждая, через каждые",
        adverbs={
            "hour": "ежечасно",
            "day": "ежедневно, ежедневный, ежедневная, ежедневной, ежедневного, ежедневную, "
            "ежедневные, ежедневным, ежесуточно, ежесуточный, суточная, суточной, суточную, "
            "каждое утро, каждый вечер, каждую ночь, ежевечерне, по утрам, по вечерам",
            "week": "еженедельно, еженедельный, еженедельная, еженедельное, еженедельные",
            "month": "ежемесячно, ежемесячный, ежемесячная, ежемесячное, ежемесячные",
            "year": "ежегодно, ежегодный, ежегодная, ежегодное, ежегодные",
        },
        other="через день, каждый второй день, раз в два дня, каждые два дня, раз в 2 дня",
        skipped="каждый раз, еще раз, ещё раз, ни разу, первый раз, как раз, сразу",
    ),
    "uk": Words(
        times="раз, рази, разів, разу, x, ×, х",
        fused={
            1: "раз, одноразово, один раз",
            2: "двічі, два рази",
            3: "тричі, три рази",
            4: "чотири рази",
        },
        per="на, у, в, за, /",
        every="кожні, кожен, кожну, кожного, кожної, кожний, через кожні, що",
        adverbs={
            "hour": "щогодини, щогодинно",
            "day": "щодня, щоденно, щоденний, щоденна, щоденну, щоденної, щоденного, щоденні, добова, "
            "добової, добову, щоранку, щовечора, щоночі, кожного ранку, кожного вечора",
            "week": "щотижня, щотижнево, щотижневий, щотижнева, щотижневі",
            "month": "щомісяця, щомісячно, щомісячний, щомісячна, щомісячні",
            "year": "щороку, щорічно, щорічний, щорічна, щорічні",
        },
        other="через день, кожен другий день, кожні два дні, раз на два дні, раз на 2 дні",
        skipped="кожен раз, щоразу, ще раз, перший раз, якраз, відразу",
    ),
    "tr": Words(
        times="kez, kere, defa, x, ×, sefer",
        fused={},
        per="/",
        every="her",
        after="bir, arayla, aralıkla, ara ile, aralıklarla",
        adverbs={
            "hour": "saatte, saat başı, her saat",
            "day": "günde, günlük, her gün, hergün, her sabah, her akşam, her gece",
            "week": "haftada, haftalık, her hafta",
            "month": "ayda, aylık, her ay",
            "year": "yılda, yıllık, her yıl, senede",
        },
        other="gün aşırı, günaşırı, iki günde bir, 2 günde bir, her iki günde bir",
        skipped="bir kez daha, her seferinde, bu kez, bu sefer, ilk kez",
    ),
    "ar": Words(
        times="مرات, مرة, مره, مرّات",
        fused={1: "مرة واحدة, مرة, مره, مرة فقط", 2: "مرتين, مرتان"},
        per="في ال, بال, في, لكل, /",
        every="كل",
        adverbs={
            "day": "يوميا, يومي, يومية, اليومي, اليومية, كل صباح, كل مساء, كل ليلة, باليوم, في اليوم, "
            "كل يوم, في اليوم الواحد",
            "week": "أسبوعيا, اسبوعيا, أسبوعي, أسبوعية, الأسبوعي, الأسبوعية, في الأسبوع, بالأسبوع, كل أسبوع, "
            "في الاسبوع",
            "month": "شهريا, شهري, شهرية, الشهري, الشهرية, في الشهر, بالشهر, كل شهر",
            "year": "سنويا, سنوي, سنوية, السنوي, السنوية, في السنة, في العام, بالسنة, كل سنة, كل عام",
            "hour": "في الساعة, كل ساعة",
        },
        other="يوما بعد يوم, يوم بعد يوم, كل يومين, كل يوم ويوم",
        skipped="كل مرة, لأول مرة, هذه المرة, مرة أخرى, أول مرة, ذات مرة",
    ),
    "fa": Words(
        times="بار, مرتبه, دفعه, نوبت",
        fused={1: "یکبار, یک‌بار, یک بار", 2: "دوبار, دو‌بار", 3: "سهبار, سه‌بار"},
        per="در, /",
        every="هر",
        after="یکبار, یک‌بار, یک بار",
        adverbs={
            "hour": "ساعتی, در ساعت",
            "day": "روزانه, روزی, در روز, هرروز, هر روز, هر شب, هر صبح, شبی, در شبانه روز, در شبانه‌روز",
            "week": "هفتگی, هفتهای, هفته‌ای, در هفته, هر هفته",
            "month": "ماهانه, ماهیانه, ماهی, در ماه, هر ماه",
            "year": "سالانه, سالیانه, سالی, در سال, هر سال",
        },
        other="یک روز در میان, روز در میان, یکروز در میان",
        skipped="هر بار, این بار, اولین بار, یک بار دیگر",
    ),
    "he": Words(
        times="פעמים, פעם",
        fused={1: "פעם, פעם אחת", 2: "פעמיים"},
        per="ב, ל, /",
        every="כל, מדי, בכל, אחת ל, פעם ב",
        adverbs={
            "hour": "בשעה, לשעה, כל שעה",
            "day": "ביום, ליום, יומי, יומית, היומי, היומית, מדי יום, כל יום, בכל יום, ביממה, יום יום, "
            "בכל בוקר, כל בוקר, כל ערב, כל לילה, בכל ערב, בכל לילה, יומיומי",
            "week": "בשבוע, לשבוע, שבועי, שבועית, מדי שבוע, כל שבוע, בכל שבוע",
            "month": "בחודש, לחודש, חודשי, חודשית, מדי חודש, כל חודש, בכל חודש",
            "year": "בשנה, לשנה, שנתי, שנתית, מדי שנה, כל שנה, בכל שנה",
        },
        other="יום כן יום לא, כל יומיים, יום כן ויום לא, אחת ליומיים",
        skipped="בכל פעם, כל פעם, עוד פעם, אף פעם, פעם נוספת, הפעם",
    ),
    "hi": Words(
        times="बार, दफ़ा, दफा, मर्तबा",
        fused={},
        per="प्रति, /",
        every="हर, प्रत्येक, प्रति",
        after="के अंतराल, के अन्तराल, में एक बार",
        adverbs={
            "hour": "प्रतिघंटा",
            "day": "रोज़, रोज, रोज़ाना, रोजाना, प्रतिदिन, दैनिक, दिन में, हर दिन, हर रोज़, हर रोज, "
            "प्रति दिन, हर सुबह, हर शाम, हर रात, नित्य, हर रोज़ाना",
            "week": "साप्ताहिक, हफ़्ते में, हफ्ते में, सप्ताह में, प्रति सप्ताह, हर हफ़्ते, हर हफ्ते, हर सप्ताह",
            "month": "मासिक, महीने में, प्रति माह, हर महीने, माह में, प्रतिमाह",
            "year": "वार्षिक, सालाना, साल में, प्रति वर्ष, हर साल, वर्ष में, प्रतिवर्ष, हर वर्ष",
        },
        other="एक दिन छोड़कर, हर दूसरे दिन, एक दिन छोड़ कर, एक-एक दिन छोड़कर",
        skipped="हर बार, इस बार, पहली बार, बार-बार, एक बार जब, एक बार फिर, कई बार",
    ),
    "ur": Words(
        times="بار, مرتبہ, دفعہ",
        fused={},
        per="فی, /",
        every="ہر",
        after="کے وقفے",
        adverbs={
            "hour": "فی گھنٹہ",
            "day": "روزانہ, روز, یومیہ, دن میں, ہر دن, ہر روز, فی دن, ہر صبح, ہر شام, ہر رات, روزمرہ",
            "week": "ہفتہ وار, ہفتے میں, ہر ہفتے, ہفتہ میں, فی ہفتہ",
            "month": "ماہانہ, مہینے میں, ہر مہینے, ہر ماہ, فی مہینہ",
            "year": "سالانہ, سال میں, ہر سال, فی سال",
        },
        other="ایک دن چھوڑ کر, ہر دوسرے دن, ایک دن چھوڑکر",
        skipped="ہر بار, اس بار, پہلی بار, بار بار, ایک بار جب, ایک بار پھر",
    ),
    "bn": Words(
        times="বার, দফা",
        fused={1: "একবার", 2: "দুইবার, দুবার, দু'বার", 3: "তিনবার", 4: "চারবার"},
        per="প্রতি, /",
        every="প্রতি, প্রত্যেক, প্রতিটি",
        after="পর পর, পরপর, অন্তর, অন্তর অন্তর, পর একবার, পরে পরে",
        adverbs={
            "hour": "প্রতি ঘণ্টায়, প্রতি ঘন্টায়",
            "day": "প্রতিদিন, দিনে, দৈনিক, রোজ, প্রতি দিন, প্রতিরাতে, প্রতি রাতে, প্রতি সকালে, প্রত্যেকদিন, "
            "প্রত্যহ, রোজই",
            "week": "সপ্তাহে, সাপ্তাহিক, প্রতি সপ্তাহে",
            "month": "মাসে, মাসিক, প্রতি মাসে, প্রতিমাসে",
            "year": "বছরে, বার্ষিক, প্রতি বছর, বৎসরে, প্রতিবছর",
        },
        other="একদিন পর পর, এক দিন পর পর, একদিন অন্তর, এক দিন অন্তর, একদিন পরপর, একদিন পর একদিন",
        skipped="প্রতিবার, এবার, প্রথমবার, বার বার, বারবার, আরেকবার",
    ),
    "zh": Words(
        times="次, 遍, 回",
        fused={1: "一次, 一遍, 一回"},
        per="每, /",
        every="每隔, 每",
        after="一次",
        adverbs={
            "hour": "每小时, 每小時, 每个小时, 每個小時",
            "day": "每天, 每日, 天天, 每晚, 每早, 每天早上, 每天晚上, 日服, 每一天",
            "week": "每周, 每週, 每星期, 每个星期, 每個星期, 每一周",
            "month": "每月, 每个月, 每個月",
            "year": "每年",
        },
        beside={
            "hour": "一小时, 一小時, 一个小时, 一個小時",
            "day": "一天, 一日",
            "week": "一周, 一週, 一星期, 一个星期, 一個星期",
            "month": "一个月, 一個月",
            "year": "一年",
        },
        other="隔天, 隔日, 每隔一天, 每隔一日, 每两天, 每兩天",
        skipped="一次性, 上次, 下次, 首次, 每次, 再次, 这次, 這次, 其次, 多次, 依次, 层次, 層次, 有一天, "
        "一回事, 回家, 回到, 回来, 回來, 回答, 回收, 二次, 新的一天, 当天, 當天",
    ),
    "ja": Words(
        times="回, 度, 遍",
        fused={1: "一回, 一度"},
        per="/",
        every="毎",
        after="ごと, 毎, おき, 間隔, に一度, に1度, に一回, に1回",
        adverbs={
            "hour": "毎時",
            "day": "毎日, 毎朝, 毎晩, 毎夕",
            "week": "毎週",
            "month": "毎月",
            "year": "毎年",
        },
        beside={
            "hour": "一時間",
            "day": "一日, 日",
            "week": "一週間, 週",
            "month": "一か月, 一カ月, 一ヶ月, ひと月, 月",
            "year": "一年, 年",
        },
        other="1日おき, 一日おき, 隔日, １日おき",
        skipped="今回, 前回, 次回, 毎回, 一回り, 初回, 回復, 回避, 回答, 1日目, 一日目, 撤回, 上回, 下回, "
        "一日中, 1日中, 今年, 来年, 昨年, 年齢, 月経, 来月, 今月, 先月, 来週, 今週, 先週, 年間, 週間, "
        "か月, ヶ月, カ月",
    ),
    "ko": Words(
        times="번, 회, 차례",
        fused={1: "한번", 2: "두번", 3: "세번", 4: "네번"},
        per="/",
        every="매, 매번",
        after="마다, 간격, 에 한 번, 에 한번, 에 1회, 에 1번",
        adverbs={
            "hour": "매시간, 시간당",
            "day": "매일, 하루에, 날마다, 매일 밤, 매일 아침, 1일당",
            "week": "매주, 주당",
            "month": "매월, 매달",
            "year": "매년",
        },
        beside={
            "hour": "한 시간",
            "day": "하루, 일일",
            "week": "일주일, 한 주, 주",
            "month": "한 달, 한달, 월",
            "year": "일 년, 일년, 한 해, 연, 연간",
        },
        other="격일, 하루 걸러, 이틀에 한 번, 이틀마다, 이틀에 한번, 하루건너, 격일로",
        skipped="이번, 다음번, 지난번, 첫 번, 여러 번, 한 번 더, 회복, 회의, 매번, 주의, 주사, 주세요, "
        "주십, 주는, 주기, 주로, 주변, 주요, 월요일, 연락, 연구, 연령",
    ),
    "vi": Words(
        times="lần",
        fused={},
        per="mỗi, /",
        every="mỗi, cứ mỗi, cứ, cách mỗi, hàng, hằng",
        after="một lần, 1 lần",
        adverbs={
            "hour": "hàng giờ, mỗi giờ",
            "day": "hàng ngày, hằng ngày, mỗi ngày, mỗi tối, mỗi sáng, mỗi đêm, hàng đêm, hàng tối",
            "week": "hàng tuần, hằng tuần, mỗi tuần",
            "month": "hàng tháng, hằng tháng, mỗi tháng",
            "year": "hàng năm, hằng năm, mỗi năm",
        },
        beside={
            "hour": "một giờ",
            "day": "một ngày, ngày",
            "week": "một tuần, tuần",
            "month": "một tháng, tháng",
            "year": "một năm, năm",
        },
        other="cách ngày, hai ngày một lần, 2 ngày một lần, cách một ngày",
        skipped="lần này, lần đầu, mỗi lần, lần sau, một lần nữa, lần nữa, ngày nay, ngày mai, hôm nay",
    ),
    "id": Words(
        times="kali, x, ×",
        fused={1: "sekali, satu kali"},
        per="per, /",
        every="setiap, tiap, per",
        after="sekali",
        adverbs={
            "hour": "setiap jam, tiap jam",
            "day": "harian, setiap pagi, setiap malam, tiap malam, tiap pagi",
            "week": "mingguan",
            "month": "bulanan",
            "year": "tahunan",
        },
        beside={
            "hour": "sejam",
            "day": "sehari",
            "week": "seminggu, sepekan",
            "month": "sebulan",
            "year": "setahun",
        },
        other="selang sehari, dua hari sekali, 2 hari sekali, setiap dua hari, selang satu hari",
        skipped="setiap kali, sekali lagi, sekali pakai, pertama kali, sama sekali, tiap kali, "
        "kembali",
    ),
    "tl": Words(
        times="beses, ulit, x, ×",
        fused={
            1: "isang beses, minsan",
            2: "dalawang beses, makalawa",
            3: "tatlong beses, makatlo",
        },
        per="sa isang, /",
        every="tuwing, bawat, kada, sa bawat",
        adverbs={
            "hour": "oras-oras, kada oras",
            "day": "araw-araw, gabi-gabi, tuwing gabi, tuwing umaga",
            "week": "linggu-linggo, lingguhan",
            "month": "buwan-buwan, buwanan",
            "year": "taon-taon, taunan",
        },
        beside={
            "hour": "isang oras",
            "day": "isang araw",
            "week": "isang linggo",
            "month": "isang buwan",
            "year": "isang taon",
        },
        other="tuwing ikalawang araw, kada dalawang araw, bawat ikalawang araw, bawat dalawang araw",
        skipped="minsan pa, minsan ay, kung minsan, sa tuwing",
    ),
    "sw": Words(
        times="mara",
        fused={1: "mara moja", 2: "mara mbili", 3: "mara tatu", 4: "mara nne", 5: "mara tano"},
        per="kwa, kwa kila, /",
        every="kila baada ya, kila",
        adverbs={
            "hour": "kila saa, kwa saa",
            "day": "kila siku, kwa siku, kila usiku, kila asubuhi, kila jioni",
            "week": "kila wiki, kwa wiki, kila juma",
            "month": "kila mwezi, kwa mwezi",
            "year": "kila mwaka, kwa mwaka",
        },
        other="kila siku mbili, kila baada ya siku mbili, siku moja baada ya nyingine",
        skipped="mara kwa mara, mara nyingi, kila mara, mara baada, mara tu, mara chache",
    ),
}
"""Tables of other languages have none: their frequencies are not compared."""

JUXTAPOSED = frozenset({"bn", "fa", "hi", "id", "ja", "ko", "sw", "tl", "tr", "ur", "vi", "zh"})
"""Where `2 days 1 time` is every two days."""
