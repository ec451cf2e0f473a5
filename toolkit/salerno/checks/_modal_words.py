"""How strongly advice binds, by language: must, should, may.

`*` stands for any ending, a line's slash begins a pattern.
"""

from __future__ import annotations

from salerno.checks._senses import Sense

MUST, SHOULD, MAY, NEED_NOT = Sense.MUST, Sense.SHOULD, Sense.MAY, Sense.NEED_NOT
FORBIDDEN, HEDGE = Sense.FORBIDDEN, Sense.HEDGE

MODALS = {
    "en": {
        MUST: "must, have to, has to, had to, having to, need to, needs to, required to, obliged to",
        SHOULD: "should, ought to, recommend*, advis*, had better, supposed to, suggest*, shall",
        HEDGE: "so we can, so you can, so they can, so that, may go ahead, only, require*, mandatory, obligatory, be sure, make sure, always, essential, necessary, ensure*, "
        "compulsory, vital, certainly, imperative, possible, possibly, maybe, perhaps, permitted, optional*, potential*, probabl*, "
        "likely, if you like, if you want, if you wish, choose to, often, sometimes, safe to, up to you, option, consider*, important, able, needed, needs, need",
        MAY: "can, might, could, allowed to /(?<!\\w)may(?!\\w)(?<!\\bin may)(?<!\\bof may)(?<!\\bto may)(?<!\\d may)(?! \\d)(?! not(?!\\w))",
        FORBIDDEN: "must not, mustn't, may not, cannot, can't, should not, shouldn't, never, are not to, is not to, must never, should never "
        "/(?<!\\w)(?<!you )(?<!they )(?<!\\bwe )(?<!\\bi )do(?: not|n't)(?!\\w)",
        NEED_NOT: "need not, needn't, no need, not necessary, not required, don't have to, do not have to, does not have to, doesn't have to, don't need to, do not need to, "
        "doesn't need to, does not need to, will not need to, won't need to, not need to, not have to, will not have to, won't have to, unnecessary, no longer need*, not need, don't need, not require*, doesn't require, no one has to, not obliged",
    },
    "es": {
        MUST: "deb*, tiene que, tienen que, tienes que, tuvo que, hay que, tendrá que, obligatori*, necesari*, necesita, necesitan, necesite, asegúr*, asegur*, siempre, imprescindible*, es preciso, requ*, forzos*, exig*, oblig*, es esencial, es fundamental, haya que",
        SHOULD: "debería*, deberían, conviene, convien*, recomend*, recomiend*, aconsej*, sería, es aconsejable, procure, habría que",
        MAY: "puede*, pueda*, podría*, podrá*, poder, podem*, puedan, podido, pudo, quizá*, tal vez, posib*, permit*, opcional*, si quiere, si lo desea, si desea, es probable, probable*, capaz, capaces, pudiera*, pudo, a veces, podía*, cabe",
        NEED_NOT: "no tiene que, no tienen que, no tiene por qué, no es necesario, no hace falta, no necesita, no hay que, no es preciso, no es obligatorio, no tendrá que",
    },
    "fr": {
        MUST: "doit, doivent, devez, dois, devrez, devra, devront, devoir, dû, devait, devaient, il faut, faut, faudra, faille, obligatoire*, nécessaire*, nécessit*, toujours, impérati*, assurez-vous, veillez, indispensable*, obligé*, oblig*, tenu, tenue, tenus, essentiel*, exig*, requis*, besoin, doive, doiviez, devant, fallu",
        SHOULD: "devriez, devrait, devraient, devrai*, recommand*, conseill*, préférable*, mieux vaut, il vaut mieux, faudrait, convient, suggér*",
        MAY: "peut, peuvent, pouvez, peux, pourrez, pourra, pourront, pourrait, pourraient, pourriez, pouvoir, puisse*, pouvait, pouvaient, peut-être, possib*, permis*, permet*, facultati*, si vous le souhaitez, si vous le voulez, probabl*, éventuel*, capable*, susceptible*, parfois, pouviez, risque",
        NEED_NOT: "n'êtes pas obligé*, pas besoin, pas nécessaire, n'avez pas à, n'est pas obligatoire, ne sont pas obligé*, inutile",
    },
    "de": {
        MUST: "müss*, muss, musst*, muß, mußt*, erforderlich*, notwendig*, nötig*, immer, unbedingt, verpflicht*, stellen sie sicher, obligatorisch*, zwingend*, hat zu, haben zu, brauchen, benötig*, ist zu, sind zu, pflicht, unerlässlich*, braucht, gezwungen, vorgeschrieben*, erforder*, sicherstell*",
        SHOULD: "soll*, empfehl*, empfohl*, empfieh*, ratsam*, angeraten, geraten, rät, raten",
        MAY: "könn*, kann, kannst, konnt*, dürf*, darf, darfst, möglich*, vielleicht, eventuell*, erlaub*, gegebenenfalls, freiwillig*, wenn sie möchten, wahrscheinlich*, unter umständen, mag, mögen, fähig*, in der lage, wenn sie wollen, potenziell*, manchmal, ggf",
        NEED_NOT: "/(?<!\\w)m[üu]ss(?:en|t|te|ten)?(?= [^.,;:!?]{0,60}(?<!\\w)(?:nicht|kein\\w*)(?!\\w))(?! (?:[^.,;:!?]{0,60})(?<!\\w)nicht (?:nur|mehr als|länger als))|(?<!\\w)(?:nicht|kein\\w*)(?= [^.,;:!?]{0,40}(?<!\\w)m[üu]ss(?:en|t|te)?(?!\\w))|(?<!\\w)(?:brauch\\w*)(?= [^.,;:!?]{0,60}(?<!\\w)(?:nicht|kein\\w*)(?!\\w))|nicht (?:notwendig|nötig|erforderlich)(?!\\w)",
    },
    "it": {
        MUST: "dev*, dovr*, dovet*, debb*, bisogna, bisogno, necessari*, obbligatori*, sempre, assicur*, occorre, occorrono, è tenut*, essenzial*, indispensabil*, richied*, richiest*, devono, serve, va, vanno",
        SHOULD: "dovrebb*, dovrest*, consigli*, raccomand*, sarebbe, opportun*, è bene, convien*, sugger*",
        MAY: "può, possono, puoi, potr*, poss*, possibil*, potuto, forse, permess*, consentit*, facoltativ*, se vuole, se lo desidera, potrebb*, poter*, capac*, probabil*, talvolta, può darsi, potet*, permett*, consent*, eventual*, rischi*",
        NEED_NOT: "non è necessari*, non occorre, non serve, non bisogna per forza, non è obbligatori*, non ha bisogno",
    },
    "pt": {
        MUST: "deve*, dever, devem, tem que, tem de, têm que, têm de, tinha que, precis*, é preciso, obrigatóri*, necessári*, sempre, certifique*, assegur*, obrigad*, imprescindív*, essencia*, exig*, necessit*, deva*, terá de, terá que, requer*",
        SHOULD: "deveria*, recomend*, aconselh*, convém, seria, suger*",
        MAY: "pode*, poder*, possa*, possam, talvez, possív*, possib*, permit*, opciona*, se quiser, se desejar, provav*, pude*, puder*, capaz*, às vezes, eventua*",
        NEED_NOT: "não precisa*, não é necessári*, não é preciso, não tem de, não tem que, não é obrigatóri*",
    },
    "ca": {
        MUST: "ha de, han de, heu de, hem de, cal, calen, caldrà, haurà de, obligatòri*, necessari*, necessita*, sempre, asseguri*, assegur*, haureu de, hagi de, imprescindible*, essencial*, s'ha de, s'han de, requer*",
        SHOULD: "hauria de, haurien de, hauríeu de, caldria, recoman*, aconsell*, convé, és millor",
        MAY: "pot, poden, podeu, podria, podrien, podríeu, podrà, podran, pugu*, pugui*, potser, possib*, perme*, opciona*, si vol, si ho desitja, probabl*, capaç*, de vegades",
        NEED_NOT: "no cal, no ha de per força, no és necessari, no és obligatori, no fa falta, no cal que",
    },
    "gl": {
        MUST: "debe*, ten que, teñen que, hai que, ten de, cómpre, necesari*, necesita*, sempre, obrigatori*, asegúr*, imprescindible*, é preciso, precis*, esencia*, terá que, require*",
        SHOULD: "debería*, recomend*, aconsell*, convén, sería",
        MAY: "pode*, poida*, poderá*, podería*, quizais, posib*, permit*, opciona*, se quere, se o desexa, se desexa, probab*, talvez, capaz*, ás veces, puider*",
        NEED_NOT: "non ten que, non fai falta, non é necesari*, non hai que, non cómpre, non precisa",
    },
    "nl": {
        MUST: "moet, moeten, moest, moesten, nodig, verplicht*, altijd, noodzakelijk*, dient, dienen, zorg ervoor, vereis*, beslist, essentieel, essentiële",
        SHOULD: "zou moeten, zouden moeten, zou, zouden, aanbevolen, aanbevel*, raad*, aangeraden, adviseer*, beter",
        MAY: "mag, mogen, kan, kunnen, kunt, kon, konden, mogelijk*, misschien, toegestaan, optioneel, als u wilt, indien gewenst, eventueel*, waarschijnlijk*, zou kunnen, vermoedelijk, in staat, soms",
        NEED_NOT: "hoeft niet, hoeven niet, hoef niet, niet nodig, hoeft geen, niet verplicht, hoeven geen",
    },
    "pl": {
        MUST: "musi*, muszą, muszę, musi, musisz, należy, trzeba, konieczn*, obowiązkow*, zawsze, niezbędn*, wymaga*, koniecznie, obowiąz*, potrzeb*, upewni*, powin*, wymóg, zobowiąz*",
        SHOULD: "powin*, zalec*, wskazane, należałoby, dobrze, sugeruj*, warto, rada, radzi*, doradz*",
        MAY: "może*, mogą, mogę, mógł*, mogł*, możn*, moż*, możliw*, dozwolon*, opcjonaln*, jeśli chcesz, jeśli pan*, ewentualn*, prawdopodobn*, być może, zdoln*, czasem, czasami",
        NEED_NOT: "nie musi*, nie muszą, nie trzeba, nie jest konieczn*, nie ma potrzeby, nie potrzeb*",
    },
    "ru": {
        MUST: "долж*, обязат*, обязан*, необходим*, нужн*, надо, всегда, следует, требу*, убедит*, непременно, придется, придётся, приходится, потребу*, понадоб*, обеспеч*",
        SHOULD: "следует, следовало, рекоменд*, желательн*, стоит, совету*, лучше, предлаг*",
        MAY: "мож*, могут, мог, могл*, могу, возможн*, может быть, разреш*, допуска*, по желанию, если хотите, вероятн*, способ*, иногда, вправе, позвол*, можете",
        NEED_NOT: "не обязат*, не нужно, не надо, не обязан*, нет необходимости, не требуется, необязательн*, не придется, не придётся, нет нужды",
    },
    "uk": {
        MUST: "мус*, повин*, обов'язк*, обов'язан*, необхідн*, потрібн*, треба, слід, завжди, має, маєте, мають, доведеться, вимага*, переконай*, потреб*, зобов'яз*, доводиться, мати",
        SHOULD: "слід, варто, рекоменд*, бажан*, радимо, радять, краще, пропону*",
        MAY: "мож*, можуть, міг, могл*, можливо, дозвол*, за бажанням, якщо бажаєте, ймовірн*, здатн*, іноді, змож*, можна, можете",
        NEED_NOT: "не обов'язк*, не потрібн*, не треба, немає необхідності, не мус*, не зобов*, необов'язк*, не доведеться",
    },
    "tr": {
        MUST: "gerek*, zorunda*, zorunlu*, mutlaka, şart*, mecbur*, daima, her zaman, lazım*, emin ol*, lâzım*, kesinlikle, elzem*, ihtiyaç* /(?<=\\w\\w)m[ae]l[ıi](?:s[ıi]n[ıi]z|d[ıi]r|y[ıi]z|l[ae]r)?(?!\\w)",
        SHOULD: "öner*, tavsiye* /(?<=\\w\\w)m[ae]l[ıi](?:s[ıi]n[ıi]z|d[ıi]r|y[ıi]z|l[ae]r)?(?!\\w)",
        MAY: "belki, mümkün*, olası*, izin*, isterseniz, isteğe, muhtemel*, dilerseniz, ihtimal*, olanak*, bazen /(?<=\\w)[ae]bil\\w*",
        NEED_NOT: "gerekmez*, gerek yok*, zorunda değil*, gerekmiyor*, zorunlu değil*, şart değil*, gereksiz*",
    },
    "ar": {
        MUST: "يجب, تجب, يلزم*, يتعين*, تتعين*, لا بد, لابد, ضروري*, لازم*, دائما, دائمًا, احرص*, تأكد*, إلزامي*, ينبغي, مطلوب*, تحتاج*, يحتاج*, بحاجة, حتما, حتمًا, عليك, عليكم, وجب, واجب*, اضطر*, مضطر*, إجباري*, يتطلب*, تتطلب*, وجوب, بالضرورة, ضرورة, عليه, عليها, عليهم, يتوجب*",
        SHOULD: "ينبغي, يستحسن, يفضل*, يوصى*, ينصح*, نوصي, ننصح, توصي*, توصيات*, من الأفضل, يُفضل, يستحب, تنصح, أوصى, أوصت, يقترح, تقترح",
        MAY: "يمكن*, تمكن*, قد, ربما, يجوز*, تجوز*, يحتمل*, من المحتمل, محتمل*, مسموح*, يسمح*, تسمح*, اختياري*, إذا رغبت, إن شئت, بإمكان*, يستطيع*, تستطيع*, من الممكن, ممكن*, لعل*, إمكان*, عسى, تستطيعون, أمكن*, قادر*, احتمال*, متاح*, قدرة, تقدر, يقدر, أحيانا",
        NEED_NOT: "لا يلزم*, لا داعي, ليس من الضروري, لا حاجة, ليس عليك, لا يتعين*, ليس ضروري*, لا يجب, غير ضروري*, لا تحتاج*, لا يحتاج*",
    },
    "fa": {
        MUST: "باید, بایست*, می‌بایست*, حتما, حتماً, لازم*, ضروری*, همیشه, مجبور*, ملزم*, الزامی*, نیاز*, اجباری*, مطمئن*, قطعا*, واجب, الزام*, بایستی",
        SHOULD: "بهتر*, توصیه*, پیشنهاد*, باید",
        MAY: "می‌توان*, می توان*, میتوان*, ممکن*, شاید, اجازه*, مجاز*, احتمال*, اختیاری*, در صورت تمایل, اگر مایل*, بتوان*, می‌شود, قادر*, توان*, محتمل*, گاهی",
        NEED_NOT: "نیازی نیست, لازم نیست, ضروری نیست, مجبور نیست*, نیاز نیست, الزامی نیست, لازم نمی*",
    },
    "he": {
        MUST: "חייב*, חובה, מוכרח*, צריכ*, צריך, עליך, עליכם, תמיד, הכרחי*, נדרש*, ודא*, נחוץ, חיוני*, דרוש*, מחויב*, הקפיד*, זקוק*, עליהם, עליו, עליה /(?<!\\w)יש(?= ל)",
        SHOULD: "כדאי, מומלץ*, רצוי*, ממליצ*, אמור*, ראוי, מומלצ*, המלצ*, צריך",
        MAY: "יכול*, אפשר*, מותר*, עשוי*, עלול*, ניתן*, ייתכן*, יתכן*, רשאי*, אולי, אם תרצ*, אפשרי*, תוכל*, יוכל*, מסוגל*, סביר*, לעתים, לעיתים, אופציונלי*",
        NEED_NOT: "לא צריך, לא חייב*, אין צורך, אין חובה, לא חובה, אינך חייב*, אינך צריך, לא נדרש*, לא צריכ*",
        HEDGE: "מלא, מלאה, מלאים, מלאות",
    },
    "hi": {
        MUST: "ज़रूर, जरूर, अवश्य*, ज़रूरी*, जरूरी*, आवश्यक*, अनिवार्य*, हमेशा, लाज़मी, सुनिश्चित*, पड़ेगा, पड़ता, पड़ती, पड़े, पड़ेगी, होगा, होगी, होंगे, पड़, ज़रूरत*, जरूरत*, आवश्यकता*, अपेक्षित*, बाध्य*, होता है, पड़ा, पड़ी, चाहिए, ही",
        SHOULD: "चाहिए, चाहिये, सलाह*, बेहतर, सिफ़ारिश*, सिफारिश*, अनुशंसा*, अनुशंसित*, उचित*, सुझाव*",
        MAY: "सक*, संभव*, सम्भव*, शायद, अनुमति*, हो सकता, चाहें तो, चाहे तो, वैकल्पिक*, इजाज़त*, संभाव*, पाएं, पाते, पाना, मुमकिन*, कभी-कभी, सके, सम्भाव*",
        NEED_NOT: "ज़रूरत नहीं, जरूरत नहीं, आवश्यक नहीं, ज़रूरी नहीं, जरूरी नहीं, आवश्यकता नहीं, अनिवार्य नहीं",
    },
    "ur": {
        MUST: "ضرور*, لازم*, لازمی*, ضروری*, ہمیشہ, لازماً, یقینی*, ہوگا, پڑے, پڑتا, ضرورت*, پڑے گا, مجبور*, چاہیے, چاہئے, فرض, درکار*, پابند*, ہی",
        SHOULD: "چاہیے, چاہئے, چاہیئے, مشورہ*, بہتر, تجویز*, سفارش*, مناسب*",
        MAY: "سک*, ممکن*, شاید, اجازت*, ہو سکتا, چاہیں تو, اختیاری*, امکان*, کبھی کبھ*, پاتے",
        NEED_NOT: "ضرورت نہیں, ضروری نہیں, لازمی نہیں, لازم نہیں",
    },
    "bn": {
        MUST: "অবশ্যই, আবশ্যক*, বাধ্যতামূলক*, প্রয়োজন*, দরকার*, হবে, সর্বদা, সবসময়, জরুরি*, নিশ্চিত*, অপরিহার্য*, বাধ্য*, লাগবে, হয়, উচিত*",
        SHOULD: "উচিত*, উচিৎ*, পরামর্শ*, ভালো, সুপারিশ*, সুপারিশকৃত",
        MAY: "পারে*, পারবে*, পারি*, পারা*, সম্ভব*, হয়তো, অনুমতি*, চাইলে, ঐচ্ছিক*, সম্ভাব*, পারেন, মাঝে মাঝে, পারত*",
        NEED_NOT: "প্রয়োজন নেই, দরকার নেই, আবশ্যক নয়, বাধ্যতামূলক নয়, জরুরি নয়",
    },
    "zh": {
        MUST: "必须, 必須, 务必, 務必, 一定要, 必需, 须, 須, 不得不, 绝对",
        SHOULD: "应, 應, 建议, 建議, 宜, 最好, 推荐, 推薦, 该, 該, 须",
        MAY: "可以, 可能, 可, 也许, 也許, 允许, 允許, 或许, 或許, 能, 如果愿意, 会, 會, 潜在, 有时, 或, 随意",
        NEED_NOT: "不必, 无需, 無需, 不需, 不用, 无须, 無須, 不一定, 毋须, 毋需",
        HEDGE: "需要, 需, 总是, 始终, 要, 必要, 得, 确保, 確保, 不可, 不能, 切勿, 必, 请, 請, 只能",
    },
    "ja": {
        MUST: "なければならない, なければなりません, なければならず, なくてはなりません, なくてはならない, なければいけません, なければいけない, なくてはいけません, なくてはいけない, ねばな, ないといけません, ないといけない, 必ず, 必須, 義務",
        SHOULD: "べき, 方がよい, ほうがよい, 方が良い, ほうが良い, ほうがいい, 方がいい, 推奨, 勧め, 望まし, 提案, お勧め, 検討",
        MAY: "かもしれ, かも知れ, ことができ, できます, できる, 可能, てもよい, てもよろしい, ても構い, てもかまい, 許可, 任意, おそれ, 恐れ, ことがあ, ことも, ても大丈夫, てよい, てもいい, 場合があ, でしょう, うる, 得る, られます, 可, 場合も, だろう, 考えられ, でき",
        NEED_NOT: "必要はありません, 必要はない, 必要ありません, 必要がない, 必要ない, なくてもよい, なくても構い, なくてもかまい, 不要, 必要がありません, なくても大丈夫",
        HEDGE: "必要, 常に, いつも, 要, 不可欠, べき, 求められ, 確実に, ください, 下さい",
    },
    "ko": {
        MUST: "반드시, 꼭, 필수, 필요, 항상, 의무, 요구, 필히 /(?<=[가-힣])(?:[아어여]야)|해야|하여야",
        SHOULD: "권장, 바람직, 권합, 추천, 권고, 제안 /(?<=것이 )좋|편이 좋",
        MAY: "수 있, 수도, 가능, 아마, 허용, 원하면, 원하시면, 선택, 괜찮 /(?<=도 )(?:됩|되|좋|괜찮)",
        NEED_NOT: "필요 없, 필요가 없, 필요는 없, 불필요, 필요하지 않 /(?<=지 )않아도",
    },
    "vi": {
        MUST: "phải, bắt buộc, luôn, luôn luôn, cần, cần phải, nhất định, chắc chắn, cần thiết, buộc, đảm bảo, bảo đảm, thiết yếu, yêu cầu, đòi hỏi, nhất thiết",
        SHOULD: "nên, khuyên, khuyến nghị, khuyến cáo, cần, đề nghị, đề xuất, khuyến khích",
        MAY: "có thể, được phép, có lẽ, được, tùy chọn, nếu muốn, khả năng, cho phép, có khả năng, đôi khi, thể, tùy ý, có khi",
        NEED_NOT: "không cần, không bắt buộc, không nhất thiết, chẳng cần",
    },
    "id": {
        MUST: "harus*, wajib*, perlu*, selalu, pastikan, diwajibkan, keharusan, mesti*, memastikan, diperlukan, memerlukan, diharuskan, penting, membutuhkan, mengharuskan, butuh*, dibutuhkan",
        SHOULD: "sebaiknya, seharusnya, hendaknya, disarankan, dianjurkan, sebaik*, menyarankan, menganjurkan, rekomendasi*, merekomendasikan, direkomendasikan, semestinya, saran*",
        MAY: "boleh*, dapat, bisa, mungkin*, barangkali, diizinkan, opsional, jika mau, jika ingin, diperbolehkan, kemungkinan, berpotensi, potensi*, terkadang, kadang*, mampu",
        NEED_NOT: "tidak perlu, tidak harus, tidak wajib, tak perlu, tidak diwajibkan, tidak usah",
    },
    "tl": {
        MUST: "dapat*, kailangan*, kinakailangan, palagi*, laging, siguraduhin*, tiyakin*, obligado, mahalaga*, lagi, kailangang, sigurad*",
        SHOULD: "dapat*, mas mabuti*, mainam*, inirerekomenda*, ipinapayo*, iminumungkahi*, mabuti*",
        MAY: "maaari*, puwede*, pwede*, posible*, siguro, baka, pinapayagan*, opsyonal, kung gusto, marahil, posibleng, kaya*, minsan, pinahihintulutan, makaka*, maka*",
        NEED_NOT: "hindi kailangan*, hindi na kailangan*, hindi kinakailangan*",
    },
    "sw": {
        MUST: "lazima, ni lazima, sharti, inapaswa, unapaswa, hakikisha*, daima, kila wakati, muhimu, inabidi, unalazimika, inahitajika, wanapaswa, anapaswa, zinapaswa, yanapaswa, kuhakikisha, hitaj* /(?<!\\w)(?:\\w{1,5})(?:hitaji|paswa|lazimi|takiwa)\\w*",
        SHOULD: "unashauriwa, inapendekezwa, bora, ni vizuri, inafaa, vyema, pendekez*, shauri*, heri /(?<!\\w)(?:\\w{1,5})(?:pendekez|shauri|paswa|faa|stahili|takiwa)\\w*",
        MAY: "labda, pengine, ruhusiwa, hiari, ukitaka, ukipenda, huenda, uwezekano, huweza, wakati mwingine, inawezekana, ruhusa, uwezo, uweza* /(?<!\\w)(?:\\w{0,6})(?:wez|ruhusiw)\\w*",
        NEED_NOT: "si lazima, sio lazima, hakuna haja, huhitaji, hauhitaji, hahitaji, hawahitaji, siyo lazima",
    },
}  # fmt: skip
"""By language and sense."""
