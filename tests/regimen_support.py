"""How often and how much, in the languages that have tables: a translation, then what turns it wrong.

A line is a translation; behind each `|` stands what replaces what: `old > new`.
"""

EVERY = "Take 2 tablets every 8 hours."
TWICE = "Take one capsule twice a day for 10 days."
THRICE = "Give 5 mL three times a day."
WEEKLY = "Use it once a week."
MONTHS = "Come back in 6 months."
DAILY = "Take 75 micrograms every day."

LINES = {
    "es": """
Tome 2 comprimidos cada 8 horas. | cada 8 horas > 8 veces al día | horas > días | comprimidos > gotas
Tome una cápsula dos veces al día durante 10 días. | al día > a la semana | 10 días > 10 semanas
Administre 5 ml tres veces al día. | ml > l | al día > por hora
Úselo una vez por semana. | por semana > al día | por semana > al mes
Vuelva dentro de 6 meses. | meses > años
Tome 75 microgramos todos los días. | microgramos > miligramos | todos los días > todas las semanas
""",
    "fr": """
Prenez 2 comprimés toutes les 8 heures. | toutes les 8 heures > 8 fois par jour | heures > jours
Prenez une gélule deux fois par jour pendant 10 jours. | par jour > par semaine | 10 jours > 10 mois
Donnez 5 ml trois fois par jour. | ml > l | par jour > par heure
À utiliser une fois par semaine. | par semaine > par jour | par semaine > tous les jours
Revenez dans 6 mois. | mois > ans
Prenez 75 microgrammes chaque jour. | microgrammes > milligrammes | chaque jour > chaque semaine
""",
    "de": """
Nehmen Sie alle 8 Stunden 2 Tabletten ein. | alle 8 Stunden > 8-mal täglich | Stunden > Tage
Nehmen Sie 10 Tage lang zweimal täglich eine Kapsel ein. | täglich > wöchentlich | Tage > Wochen
Geben Sie dreimal am Tag 5 ml. | ml > l | am Tag > in der Woche
Wenden Sie es einmal pro Woche an. | pro Woche > pro Tag | pro Woche > im Monat
Kommen Sie in 6 Monaten wieder. | Monaten > Jahren
Nehmen Sie jeden Tag 75 Mikrogramm ein. | Mikrogramm > Milligramm | jeden Tag > jede Woche
""",
    "it": """
Prenda 2 compresse ogni 8 ore. | ogni 8 ore > 8 volte al giorno | ore > giorni
Prenda una capsula due volte al giorno per 10 giorni. | al giorno > alla settimana | 10 giorni > 10 mesi
Somministri 5 ml tre volte al giorno. | ml > l | al giorno > all'ora
Lo usi una volta alla settimana. | alla settimana > al giorno | alla settimana > al mese
Torni tra 6 mesi. | mesi > anni
Prenda 75 microgrammi ogni giorno. | microgrammi > milligrammi | ogni giorno > ogni settimana
""",
    "pt-BR": """
Tome 2 comprimidos a cada 8 horas. | a cada 8 horas > 8 vezes ao dia | horas > dias
Tome uma cápsula duas vezes ao dia por 10 dias. | ao dia > por semana | 10 dias > 10 meses
Dê 5 mL três vezes por dia. | mL > L | por dia > por hora
Use uma vez por semana. | por semana > por dia | por semana > ao mês
Volte em 6 meses. | meses > anos
Tome 75 microgramas todos os dias. | microgramas > miligramas | todos os dias > toda semana
""",
    "ca": """
Preneu 2 comprimits cada 8 hores. | cada 8 hores > 8 vegades al dia | hores > dies
Preneu una càpsula dues vegades al dia durant 10 dies. | al dia > a la setmana | 10 dies > 10 mesos
Doneu 5 ml tres vegades al dia. | ml > l | al dia > per hora
Feu-lo servir un cop per setmana. | per setmana > al dia | per setmana > al mes
Torneu d'aquí a 6 mesos. | mesos > anys
Preneu 75 micrograms cada dia. | micrograms > mil·ligrams | cada dia > cada setmana
""",
    "gl": """
Tome 2 comprimidos cada 8 horas. | cada 8 horas > 8 veces ao día | horas > días
Tome unha cápsula dúas veces ao día durante 10 días. | ao día > á semana | 10 días > 10 meses
Dea 5 ml tres veces ao día. | ml > l | ao día > por hora
Úseo unha vez por semana. | por semana > ao día | por semana > ao mes
Volva dentro de 6 meses. | meses > anos
Tome 75 microgramos todos os días. | microgramos > miligramos | todos os días > todas as semanas
""",
    "nl": """
Neem elke 8 uur 2 tabletten in. | elke 8 uur > 8 keer per dag | uur > dagen
Neem 10 dagen lang twee keer per dag een capsule. | per dag > per week | 10 dagen > 10 weken
Geef driemaal daags 5 ml. | ml > l | daags > per week
Gebruik het één keer per week. | per week > per dag | per week > per maand
Kom over 6 maanden terug. | maanden > jaar
Neem elke dag 75 microgram. | microgram > milligram | elke dag > elke week
""",
    "pl": """
Przyjmuj 2 tabletki co 8 godzin. | co 8 godzin > 8 razy dziennie | godzin > dni
Przyjmuj jedną kapsułkę dwa razy dziennie przez 10 dni. | dziennie > w tygodniu | 10 dni > 10 tygodni
Podawaj 5 ml trzy razy na dobę. | ml > l | na dobę > na godzinę
Stosuj raz w tygodniu. | w tygodniu > dziennie | w tygodniu > w miesiącu
Proszę wrócić za 6 miesięcy. | miesięcy > lat
Przyjmuj 75 mikrogramów codziennie. | mikrogramów > miligramów | codziennie > co tydzień
""",
    "ru": """
Принимайте по 2 таблетки каждые 8 часов. | каждые 8 часов > 8 раз в день | часов > дней
Принимайте по одной капсуле два раза в день в течение 10 дней. | в день > в неделю | 10 дней > 10 недель
Давайте по 5 мл три раза в день. | мл > л | в день > в час
Применяйте один раз в неделю. | в неделю > в день | в неделю > в месяц
Приходите через 6 месяцев. | месяцев > лет
Принимайте 75 микрограммов ежедневно. | микрограммов > миллиграммов | ежедневно > еженедельно
""",
    "uk": """
Приймайте по 2 таблетки кожні 8 годин. | кожні 8 годин > 8 разів на день | годин > днів
Приймайте по одній капсулі двічі на день протягом 10 днів. | на день > на тиждень | 10 днів > 10 тижнів
Давайте по 5 мл тричі на день. | мл > л | на день > на годину
Застосовуйте раз на тиждень. | на тиждень > на день | на тиждень > на місяць
Приходьте через 6 місяців. | місяців > років
Приймайте 75 мікрограмів щодня. | мікрограмів > міліграмів | щодня > щотижня
""",
    "tr": """
8 saatte bir 2 tablet alın. | 8 saatte bir > günde 8 kez | saatte > günde
10 gün boyunca günde iki kez bir kapsül alın. | günde > haftada | 10 gün > 10 hafta
Günde üç kez 5 ml verin. | ml > l | Günde > Haftada
Haftada bir kez kullanın. | Haftada > Günde | Haftada > Ayda
6 ay sonra tekrar gelin. | ay > yıl
Her gün 75 mikrogram alın. | mikrogram > miligram | Her gün > Her hafta
""",
    "ar": """
تناول قرصين كل 8 ساعات. | كل 8 ساعات > 8 مرات في اليوم | ساعات > أيام
تناول كبسولة واحدة مرتين يوميًا لمدة 10 أيام. | يوميًا > أسبوعيًا | 10 أيام > 10 أسابيع
أعطه 5 مل ثلاث مرات في اليوم. | مل > لتر | في اليوم > في الساعة
استخدمه مرة واحدة في الأسبوع. | في الأسبوع > في اليوم | في الأسبوع > في الشهر
ارجع بعد 6 أشهر. | أشهر > سنوات
تناول 75 ميكروغرامًا كل يوم. | ميكروغرامًا > ملغ | كل يوم > كل أسبوع
""",
    "fa": """
هر ۸ ساعت ۲ قرص بخورید. | هر ۸ ساعت > روزی ۸ بار | ساعت > روز
روزی دو بار یک کپسول به مدت ۱۰ روز بخورید. | روزی > هفته‌ای | ۱۰ روز > ۱۰ هفته
سه بار در روز ۵ میلی‌لیتر بدهید. | میلی‌لیتر > لیتر | در روز > در ساعت
هفته‌ای یک بار استفاده کنید. | هفته‌ای > روزی | هفته‌ای > ماهی
۶ ماه دیگر مراجعه کنید. | ماه > سال
هر روز ۷۵ میکروگرم مصرف کنید. | میکروگرم > میلی‌گرم | هر روز > هر هفته
""",
    "he": """
קחו 2 טבליות כל 8 שעות. | כל 8 שעות > 8 פעמים ביום | שעות > ימים
קחו כמוסה אחת פעמיים ביום במשך 10 ימים. | ביום > בשבוע | 10 ימים > 10 שבועות
תנו 5 מ"ל שלוש פעמים ביום. | מ"ל > ליטר | ביום > בשעה
השתמשו בזה פעם בשבוע. | בשבוע > ביום | בשבוע > בחודש
חזרו בעוד 6 חודשים. | חודשים > שנים
קחו 75 מיקרוגרם כל יום. | מיקרוגרם > מיליגרם | כל יום > כל שבוע
""",
    "hi": """
हर 8 घंटे में 2 टैबलेट लें। | हर 8 घंटे में > दिन में 8 बार | घंटे > दिन
10 दिनों तक दिन में दो बार एक कैप्सूल लें। | दिन में > हफ़्ते में | 10 दिनों > 10 हफ़्तों
दिन में तीन बार 5 मि.ली. दें। | मि.ली. > लीटर | दिन में > हफ़्ते में
इसे हफ़्ते में एक बार इस्तेमाल करें। | हफ़्ते में > दिन में | हफ़्ते में > महीने में
6 महीने बाद फिर आएँ। | महीने > साल
रोज़ 75 माइक्रोग्राम लें। | माइक्रोग्राम > मिलीग्राम | रोज़ > हर हफ़्ते
""",
    "ur": """
ہر 8 گھنٹے بعد 2 گولیاں لیں۔ | ہر 8 گھنٹے بعد > دن میں 8 بار | گھنٹے > دن
10 دن تک دن میں دو بار ایک کیپسول لیں۔ | دن میں > ہفتے میں | 10 دن > 10 ہفتے
دن میں تین بار 5 ملی لیٹر دیں۔ | ملی لیٹر > لیٹر | دن میں > ہفتے میں
اسے ہفتے میں ایک بار استعمال کریں۔ | ہفتے میں > دن میں | ہفتے میں > مہینے میں
6 مہینے بعد دوبارہ آئیں۔ | مہینے > سال
روزانہ 75 مائیکروگرام لیں۔ | مائیکروگرام > ملی گرام | روزانہ > ہر ہفتے
""",
    "bn": """
প্রতি ৮ ঘণ্টা পর পর ২টি ট্যাবলেট খান। | প্রতি ৮ ঘণ্টা পর পর > দিনে ৮ বার | ঘণ্টা > দিন
১০ দিন ধরে দিনে দুইবার একটি ক্যাপসুল খান। | দিনে > সপ্তাহে | ১০ দিন > ১০ সপ্তাহ
দিনে তিনবার ৫ মিলি দিন। | মিলি > লিটার | দিনে > সপ্তাহে
সপ্তাহে একবার ব্যবহার করুন। | সপ্তাহে > দিনে | সপ্তাহে > মাসে
৬ মাস পরে আবার আসুন। | মাস > বছর
প্রতিদিন ৭৫ মাইক্রোগ্রাম খান। | মাইক্রোগ্রাম > মিলিগ্রাম | প্রতিদিন > প্রতি সপ্তাহে
""",
    "zh-Hans": """
每 8 小时服用 2 片。 | 每 8 小时服用 > 每天服用 8 次，每次 | 小时 > 天
每天两次，每次一粒胶囊，连服 10 天。 | 每天 > 每周 | 10 天 > 10 周
每日三次，每次喂 5 毫升。 | 毫升 > 升 | 每日 > 每小时
每周使用一次。 | 每周 > 每天 | 每周 > 每月
6 个月后复诊。 | 个月 > 年
每天服用 75 微克。 | 微克 > 毫克 | 每天 > 每周
""",
    "zh-Hant": """
每 8 小時服用 2 錠。 | 每 8 小時服用 > 每天服用 8 次，每次 | 小時 > 天
一天兩次，每次一顆膠囊，連服 10 天。 | 一天 > 一週 | 10 天 > 10 週
每日三次，每次 5 毫升。 | 毫升 > 公升 | 每日 > 每小時
每週使用一次。 | 每週 > 每天 | 每週 > 每月
6 個月後回診。 | 個月 > 年
每天服用 75 微克。 | 微克 > 毫克 | 每天 > 每週
""",
    "ja": """
8時間ごとに2錠を服用してください。 | 8時間ごとに > 1日8回 | 時間 > 日
1日2回、1カプセルを10日間服用してください。 | 1日 > 1週間に | 10日間 > 10週間
1日3回、5mLを与えてください。 | mL > リットル | 1日 > 1時間に
週に1回使用してください。 | 週に > 1日 | 週に > 月に
6か月後に再度お越しください。 | か月 > 年
毎日75マイクログラムを服用してください。 | マイクログラム > ミリグラム | 毎日 > 毎週
""",
    "ko": """
8시간마다 2정을 복용하십시오. | 8시간마다 > 하루 8회 | 시간 > 일
하루 2회 캡슐 1개를 10일 동안 복용하십시오. | 하루 > 일주일에 | 10일 > 10주
하루에 3번 5mL를 먹이십시오. | mL > 리터 | 하루에 > 1시간에
일주일에 1번 사용하십시오. | 일주일에 > 하루에 | 일주일에 > 한 달에
6개월 후에 다시 오십시오. | 개월 > 년
매일 75마이크로그램을 복용하십시오. | 마이크로그램 > 밀리그램 | 매일 > 매주
""",
    "vi": """
Uống 2 viên nén mỗi 8 giờ. | mỗi 8 giờ > 8 lần mỗi ngày | giờ > ngày
Uống một viên nang 2 lần mỗi ngày trong 10 ngày. | mỗi ngày > mỗi tuần | 10 ngày > 10 tuần
Cho uống 5 ml ngày 3 lần. | ml > lít | ngày > tuần
Dùng 1 lần mỗi tuần. | mỗi tuần > mỗi ngày | mỗi tuần > mỗi tháng
Tái khám sau 6 tháng. | tháng > năm
Uống 75 microgam mỗi ngày. | microgam > miligam | mỗi ngày > mỗi tuần
""",
    "id": """
Minum 2 tablet setiap 8 jam. | setiap 8 jam > 8 kali sehari | jam > hari
Minum satu kapsul 2 kali sehari selama 10 hari. | sehari > seminggu | 10 hari > 10 minggu
Berikan 5 mL 3 kali sehari. | mL > liter | sehari > sejam
Gunakan sekali seminggu. | seminggu > sehari | seminggu > sebulan
Kembali dalam 6 bulan. | bulan > tahun
Minum 75 mikrogram setiap hari. | mikrogram > miligram | setiap hari > setiap minggu
""",
    "fil": """
Uminom ng 2 tableta tuwing 8 oras. | tuwing 8 oras > 8 beses sa isang araw | oras > araw
Uminom ng isang kapsula 2 beses sa isang araw sa loob ng 10 araw. | isang araw > isang linggo | 10 araw > 10 linggo
Magbigay ng 5 mL 3 beses sa isang araw. | mL > litro | isang araw > isang oras
Gamitin ito isang beses sa isang linggo. | isang linggo > isang araw | isang linggo > isang buwan
Bumalik pagkatapos ng 6 na buwan. | na buwan > na taon
Uminom ng 75 mikrogramo araw-araw. | mikrogramo > miligramo | araw-araw > linggu-linggo
""",
    "sw": """
Meza vidonge 2 kila baada ya saa 8. | kila baada ya saa 8 > mara 8 kwa siku | saa > siku
Meza kapsuli moja mara mbili kwa siku kwa siku 10. | mara mbili kwa siku > mara mbili kwa wiki | siku 10 > wiki 10
Mpe mililita 5 mara tatu kwa siku. | mililita > lita | kwa siku > kwa wiki
Tumia mara moja kwa wiki. | kwa wiki > kwa siku | kwa wiki > kwa mwezi
Rudi baada ya miezi 6. | miezi > miaka
Meza mikrogramu 75 kila siku. | mikrogramu > miligramu | kila siku > kila wiki
""",
}

SOURCES = (EVERY, TWICE, THRICE, WEEKLY, MONTHS, DAILY)


def goods():
    """Yield locale, source and translation."""
    for locale, lines in LINES.items():
        for source, line in zip(SOURCES, lines.strip().splitlines(), strict=True):
            yield locale, source, line.split(" | ")[0]


def bads():
    """Yield locale, source and wrong translation."""
    for locale, lines in LINES.items():
        for source, line in zip(SOURCES, lines.strip().splitlines(), strict=True):
            good, *changes = line.split(" | ")
            for change in changes:
                old, new = change.split(" > ")
                assert old in good, (locale, line, old)
                yield locale, source, good.replace(old, new, 1)
