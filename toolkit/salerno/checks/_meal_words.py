"""When a medicine is to be taken, seen from a meal: before it, with it, after it, on an empty stomach.

A line's slash begins a pattern; most of these are built of a preposition and what a meal is called.
"""

from __future__ import annotations

from salerno.checks._senses import Sense

BEFORE, WITH, AFTER = Sense.BEFORE_MEAL, Sense.WITH_MEAL, Sense.AFTER_MEAL
EMPTY = Sense.EMPTY_STOMACH


def _around(before: str, with_: str, after: str, between: str, meal: str) -> dict[Sense, str]:
    """Return the patterns of prepositions that stand before what a meal is called."""
    return {
        sense: rf"/(?<!\w)(?:{words})(?: (?:{between})){{0,3}}[ ](?:{between})?(?:{meal})(?!\w)"
        for sense, words in ((BEFORE, before), (WITH, with_), (AFTER, after))
        if words
    }


_EN_MEAL = r"meals?|food|eating|you eat|you have eaten|you've eaten|breakfast|lunch|dinner|supper|you've had breakfast|a meal"

MEALS = {
    "en": {
        **_around(
            "before|prior to", "with|during", "after|following", r"a|an|the|your|each|every|any|main|light|large|evening|morning|full|some|you|food or|milk or|or", _EN_MEAL
        ),
        EMPTY: "empty stomach, fasting, fast, fasted, without food",
    },
    "es": {
        **_around(
            r"antes de(?: que)?(?:l)?", r"con|durante", r"después de(?:l)?|tras|luego de(?:l)?", r"la|las|el|los|una|su|sus|cada|comida|comidas|principal|principales|tomar|ingerir|haber", r"comidas?|comer|comido|desayun\w+|almuerzo|almorzar|cena|cenar|alimentos?|coma|desayune|cene"
        ),
        EMPTY: "ayunas, ayuno, estómago vacío",
    },
    "fr": {
        **_around(
            r"avant(?: de)?", r"avec|pendant|durant|au cours de|au cours d'", r"après", r"le|la|les|un|vos|votre|chaque|des|de|l'|avoir|du|d'", r"repas|manger|mangé|petit[- ]déjeuner|déjeuner|dîner|souper|nourriture|aliments?"
        ),
        EMPTY: "à jeun, jeun, estomac vide, le ventre vide, jeûne",
    },
    "de": {
        **_around(
            r"vor(?:m)?", r"mit|zu(?:r|m)?|während|bei(?:m)?", r"nach", r"dem|den|der|des|jeder|jedem|ihrer|ihren|ihrem|einer|einem|allen|leichten|großen", r"essen\w*|mahlzeit\w*|frühstück\w*|mittagessen|abendessen|nahrung|mahl"
        ),
        EMPTY: "nüchtern*, leeren magen, leerem magen",
    },
    "it": {
        **_around(
            r"prima (?:di|dei|del|della|delle)", r"con|durante|a|ai|al", r"dopo(?: di| aver)?", r"i|il|la|ogni|un|una|gli|le|ciascun|aver|il cibo", r"past[io]|mangiare|mangiato|colazione|pranzo|cena|cibo|pasto|stomaco pieno"
        ),
        EMPTY: "digiuno, stomaco vuoto",
    },
    "pt": {
        **_around(
            r"antes d[aeo]s?|antes de", r"com|durante|junto com", r"após|depois d[aeo]s?|depois de", r"a|as|o|os|uma|cada|sua|suas|às|ter", r"refeiç\w+|comer|comido|café da manhã|pequeno-almoço|almoço|jantar|alimentos?|comida"
        ),
        EMPTY: "jejum, estômago vazio",
    },
    "ca": {
        **_around(
            r"abans de(?:ls|l)?|abans d'", r"amb|durant", r"després de(?:ls|l)?|després d'|havent", r"els|el|la|les|cada|un|àpats|un", r"àpats?|menjars?|menjat|esmorzar|dinar|sopar|aliments?"
        ),
        EMPTY: "dejú, dejuni, estómac buit",
    },
    "gl": {
        **_around(
            r"antes d[aeo]s?|antes de", r"con|durante", r"despois d[aeo]s?|despois de|tras", r"a|as|o|os|unha|cada|as|ter", r"comidas?|comer|comido|almorzo|xantar|cea|cear|alimentos?"
        ),
        EMPTY: "xaxún, estómago baleiro",
    },
    "nl": {
        **_around(
            r"voor|vóór|voordat u", r"met|bij|tijdens", r"na|nadat u", r"de|het|een|elke|uw|iedere|hebt|heeft", r"maaltijd\w*|eten|eet|gegeten|ontbijt\w*|lunch|avondeten|voedsel|diner"
        ),
        EMPTY: "nuchter*, lege maag",
    },
    "pl": {
        **_around(
            r"przed|zanim", r"z|podczas|w trakcie|w czasie|razem z", r"po", r"każdym|każdego|spożyciem|spożyciu|głównym|a|lekkim", r"posił\w+|jedzeni\w+|śniadani\w+|obiad\w*|kolacj\w+|zjedzeni\w+|pokarm\w*"
        ),
        EMPTY: "na czczo, czczo, pusty żołądek, pustym żołądku",
    },
    "ru": {
        **_around(
            r"до|перед|прежде чем", r"во время|с|вместе с|при", r"после", r"каждого|каждым|приема|приёма|приемом|приёмом|приеме|приёме", r"ед[ыоуе]\w*|еды|пищ\w+|завтрак\w+|обед\w+|ужин\w+|поесть"
        ),
        EMPTY: "натощак, пустой желудок, голодный желудок",
    },
    "uk": {
        **_around(
            r"до|перед", r"під час|з|разом з|із", r"після", r"кожного|кожним|прийому|прийомом|вживання|споживання", r"їж\w+|їд\w+|снідан\w+|обід\w*|вечер\w+"
        ),
        EMPTY: "натще, натщесерце, порожній шлунок, порожнього шлунка",
    },
    "tr": {
        BEFORE: r"/(?:yemek\w*|öğün\w*|kahvaltı\w*|besin\w*|yeme\w*) (?:\w+ )?önce\w*",
        WITH: r"yemekle, yemekle birlikte, yemeklerle, yiyecekle*, besinle*, yemek sırasında, yemek yerken, tok /(?:yemek\w*|öğün\w*|besin\w*|yiyecek\w*) (?:birlikte|sırasında|ile)",
        AFTER: r"/(?:yemek\w*|öğün\w*|kahvaltı\w*|besin\w*|yedik\w*) (?:\w+ )?sonra\w*",
        EMPTY: "aç karnına, aç karna, boş mide*, açken, açlık",
    },
    "ar": {
        BEFORE: r"/قبل (?:تناول |كل |الـ)?(?:وجب\w+|الوجب\w+|الطعام|الأكل|طعام|الإفطار|الفطور|الغداء|العشاء|وجبة|أن تأكل)",
        WITH: r"/(?:مع|أثناء|خلال) (?:تناول |كل )?(?:وجب\w+|الوجب\w+|الطعام|الأكل|طعام|الإفطار|الفطور|الغداء|العشاء)",
        AFTER: r"/بعد (?:تناول |كل )?(?:وجب\w+|الوجب\w+|الطعام|الأكل|طعام|الإفطار|الفطور|الغداء|العشاء|أن تأكل)",
        EMPTY: "معدة فارغة, معدة خاوية, ريق, صائم*, صيام, صوم, معدتك فارغة",
    },
    "fa": {
        BEFORE: r"/(?:قبل|پیش) از (?:هر |خوردن |صرف )?(?:غذا|وعده\w*|صبحانه|ناهار|شام|خوردن)",
        WITH: r"/(?:همراه با|همراه|با|هنگام|حین) (?:هر |خوردن |صرف )?(?:غذا|وعده\w*|صبحانه|ناهار|شام)",
        AFTER: r"/(?:بعد|پس) از (?:هر |خوردن |صرف )?(?:غذا|وعده\w*|صبحانه|ناهار|شام|خوردن)",
        EMPTY: "ناشتا, معده خالی, شکم خالی, معده‌ی خالی",
    },
    "he": {
        BEFORE: r"/לפני (?:כל |ה)?(?:ארוח\w+|אוכל|אכילה|הארוח\w+|האוכל|האכילה|שאת\w* אוכל\w*)",
        WITH: r"/(?:עם|בזמן|יחד עם|תוך כדי) (?:כל |ה)?(?:ארוח\w+|אוכל|אכילה|הארוח\w+|האוכל|מזון)",
        AFTER: r"/אחרי (?:כל |ה)?(?:ארוח\w+|אוכל|אכילה|הארוח\w+|האוכל|האכילה)|לאחר (?:כל |ה)?(?:ארוח\w+|אוכל|אכילה|הארוח\w+|האוכל|האכילה)",
        EMPTY: "קיבה ריקה, בטן ריקה, צום, בצום",
    },
    "hi": {
        BEFORE: r"/(?:खाने|भोजन|नाश्ते|लंच|डिनर|खाना खाने) (?:से|के) (?:\S+ ){0,3}?पहले|(?:खाने|भोजन) के पूर्व",
        WITH: r"/(?:खाने|भोजन|नाश्ते|खाना) (?:के साथ|के दौरान|खाते समय)",
        AFTER: r"/(?:खाने|भोजन|नाश्ते|खाना खाने|खाना) (?:\S+ )?के (?:\S+ ){0,2}?बाद|खाने के बाद",
        EMPTY: "ख़ाली पेट, खाली पेट, उपवास*, भूखे पेट",
    },
    "ur": {
        BEFORE: r"/(?:کھانے|ناشتے|طعام|کھانا کھانے) سے (?:\S+ ){0,3}?پہلے",
        WITH: r"/(?:کھانے|ناشتے|غذا|خوراک) (?:کے ساتھ|کے دوران)",
        AFTER: r"/(?:کھانے|ناشتے|کھانا کھانے) کے (?:\S+ ){0,2}?بعد",
        EMPTY: "خالی پیٹ, نہار منہ",
    },
    "bn": {
        BEFORE: r"/(?:খাবার\w*|খাবারের|খাওয়ার|আহারের|খাবার খাওয়ার|নাস্তার) (?:\S+ ){0,2}?(?:আগে|পূর্বে)",
        WITH: r"/(?:খাবারের|খাবার|আহারের) (?:সাথে|সঙ্গে|সময়)",
        AFTER: r"/(?:খাবারের|খাওয়ার|আহারের|খাবার খাওয়ার|নাস্তার) (?:\S+ ){0,2}?পরে?(?![\u0980-\u09e3])",
        EMPTY: "খালি পেটে, উপবাস*, খালিপেটে",
    },
    "zh": {
        BEFORE: "饭前, 飯前, 餐前, 进食前, 進食前, 用餐前, 吃饭前, 吃飯前, 早餐前, 午餐前, 晚餐前, 进餐前, 饭前, 就餐前, 食前, 之前进食",
        WITH: "随餐, 隨餐, 餐中, 与食物, 與食物, 同食物, 随食物, 隨食物, 和食物, 饭时, 飯時, 进餐时, 進餐時, 用餐时, 用餐時, 与餐, 与饭, 与食, 进食时, 吃饭时, 餐时, 就餐时",
        AFTER: "饭后, 飯後, 餐后, 餐後, 进食后, 進食後, 用餐后, 用餐後, 吃饭后, 吃飯後, 早餐后, 午餐后, 晚餐后, 进餐后, 食后, 就餐后",
        EMPTY: "空腹, 禁食",
    },
    "ja": {
        BEFORE: "食前, 食事の前, 食べる前, 食事前, 朝食前, 昼食前, 夕食前, 朝食の前, 夕食の前, 昼食の前, /食事の ?\\d+ ?(?:分|時間)前",
        WITH: "食事と, 食事中, 食べ物と, 食事とともに, 食事と一緒, 食事の際, 食物と, 食中, 食事と共に, 食直",
        AFTER: "食後, 食事の後, 食べた後, 食事後, 朝食後, 昼食後, 夕食後, 食事のあと, 朝食の後, 夕食の後, 昼食の後, 食べてから",
        EMPTY: "空腹, 絶食",
    },
    "ko": {
        BEFORE: "식전, 식사 전, 식사하기 전, 먹기 전, 아침 식사 전, 저녁 식사 전, 식사전, 공복",
        WITH: "식사와, 음식과, 식사 중, 식사 시, 식사 때, 음식물과, 식사하면서, 식사와 함께",
        AFTER: "식후, 식사 후, 먹은 후, 식사한 후, 식사를 한 후, 아침 식사 후, 식사후",
        EMPTY: "공복, 빈속, 금식, 빈 속",
    },
    "vi": {
        BEFORE: "trước khi ăn, trước bữa ăn, trước mỗi bữa ăn, trước bữa sáng, trước bữa trưa, trước bữa tối, trước các bữa ăn, trước bữa, trước ăn",
        WITH: "cùng thức ăn, với thức ăn, trong bữa ăn, cùng bữa ăn, khi ăn, trong khi ăn, kèm thức ăn, cùng với thức ăn, cùng với bữa ăn, vào bữa ăn, với đồ ăn, cùng đồ ăn",
        AFTER: "sau khi ăn, sau bữa ăn, sau mỗi bữa ăn, sau bữa sáng, sau bữa trưa, sau bữa tối, sau các bữa ăn, sau bữa, sau ăn",
        EMPTY: "bụng đói, dạ dày trống, lúc đói, nhịn ăn, bụng rỗng",
    },
    "id": {
        **_around(
            r"sebelum", r"dengan|bersama|saat|ketika|bersamaan dengan|sambil", r"sesudah|setelah|sehabis", r"setiap|waktu|jam", r"makan\w*|sarapan|makanan"
        ),
        EMPTY: "perut kosong, puasa, berpuasa",
    },
    "tl": {
        **_around(
            r"bago(?: ang)?", r"kasabay ng|kasama ng|habang|may kasamang|sa", r"pagkatapos(?: ng)?|matapos(?: ang)?", r"bawat|mga|ang|ng", r"kumain|kumakain|pagkain|almusal|tanghalian|hapunan|kainan"
        ),
        EMPTY: "walang laman ang tiyan, walang laman na tiyan, pag-aayuno, gutom, nag-aayuno",
    },
    "sw": {
        **_around(
            r"kabla ya|kabla", r"pamoja na|wakati wa|na|ukiwa na", r"baada ya", r"kula|kila|wa|cha", r"chakula|mlo|milo|kula|kiamsha kinywa|kifungua kinywa"
        ),
        EMPTY: "tumbo tupu, tumbo likiwa tupu, kufunga, bila chakula",
    },
}  # fmt: skip
"""By language and sense."""
