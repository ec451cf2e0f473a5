"""How languages say at least, at most, more, less, before, after and not.

A line holds phrases between commas. `~` at an end of one lets letters follow (or precede) it; `#`
after it asks for a number beside it, for the words mean something else elsewhere; `?` after it means
that it may stand for this and never speaks against a translation. `least` and `most` are limits as
they stand; `more` and `less` say the contrary where they are denied. What is in `none` looks like
one of the others and is none.
"""

from __future__ import annotations

COMPARISONS: dict[str, dict[str, str]] = {
    "": {"least": "≥, ≧, ⩾", "most": "≤, ≦, ⩽", "more": ">#, &gt;#, ＞#", "less": "<#, &lt;#, ＜#"},
    "en": {
        "least": "at least, at a minimum, minimum of, minimum#, no less than, not less than, "
        "no fewer than, not fewer than, no lower than, or more#, or higher#, or above#, or over#, "
        "or older#, or greater#, or longer#, or later#, and older#, and over#, and above#, and up#, "
        "or up#, or heavier#, no younger than, no shorter than",
        "more": "more than, greater than, higher than, older than, longer than, larger than, "
        "bigger than, heavier than, over#, above#, exceed#, exceeds#, exceeded#, exceeding#, "
        "in excess of, later than",
        "most": "at most, at the most, maximum of, maximum#, no more than, not more than, "
        "never more than, not exceed, not exceeding, never exceed, no longer than, no higher than, "
        "no older than, not longer than, not to exceed, up to#, or less#, or fewer#, or under#, "
        "or below#, or lower#, or younger#, or shorter#, and under#, and younger#, and below#, "
        "no later than, not over, not above",
        "less": "less than, fewer than, lower than, younger than, smaller than, shorter than, "
        "lighter than, under#, below#",
        "before": "before, prior to, beforehand",
        "after": "after, afterwards, afterward",
        "not": "not, ~n't, cannot, never, no, nor, without, avoid~, neither, none",
        "none": "no longer, not only, not just, over the counter, over-the-counter, before and after, "
        "after all, look after, looking after, looks after, aftercare, over time, after-hours, "
        "more than one, more or less, before or after, one after another, over and over, year over, "
        "the day after tomorrow, the day before yesterday, after hours, under the skin, named after",
    },
    "es": {
        "least": "al menos, por lo menos, como mínimo, cuando menos, mínimo de, mínima de, mínimo#, "
        "mínima#, o más, o mayor, o mayores, o superior, o superiores, y mayores, y más, en adelante, "
        "no menos de, no inferior a, no inferiores a, a partir de#, desde#?, no menor de, "
        "no menos que, no bajar de, no baje de",
        "more": "más de, más que, mayor de, mayores de, mayor que, mayores que, mayor a, mayores a, "
        "superior a, superiores a, supera, superan, supere, superen, superar, exced~, "
        "por encima de, por arriba de, encima de, sobrepas~, más alta que, más alto que, "
        "más tiempo que, pasa de#, rebas~",
        "most": "como máximo, como mucho, a lo sumo, máximo de, máxima de, máximo#, máxima#, o menos, "
        "o menor, o menores, o inferior, o inferiores, y menores, hasta#, no más de, no supere, "
        "no superen, no superar, no exced~, no sobrepas~, no superior a, no mayor de, no mayor que, "
        "nunca más de, tope de",
        "less": "menos de, menos que, menor de, menores de, menor que, menores que, menor a, menores a, "
        "inferior a, inferiores a, por debajo de, por abajo de, debajo de, baja de#, bajan de#, "
        "baje de#, no llega a#, más baja que, más bajo que",
        "before": "antes, previo a, previa a, previamente, previos a, previas a, anterior a, "
        "anteriores a, víspera",
        "after": "después, tras, luego, posterior~, al cabo de, transcurrid~, pasad~#, una vez que?, "
        "desde?, siguiente~?, al terminar?",
        "not": "no, nunca, jamás, ni, sin, tampoco, nadie, ningún, ninguna, nada, evit~",
        "none": "nada más que, antes y después, cuanto antes, lo antes posible, antes posible, "
        "más que nada, antes que nada, no más que, desde luego, hasta luego",
    },
    "fr": {
        "least": "au moins, au minimum, minimum de, minimale de, minimum#, minimal#, minimale#, "
        "ou plus, et plus, ou davantage, ou supérieur~, ou au-delà, et au-delà, pas moins de, "
        "pas moins d', à partir de#, dès#?, du moins, ne pas descendre",
        "more": "plus de, plus d', plus que, plus longtemps que, supérieur à, supérieure à, "
        "supérieurs à, supérieures à, supérieur~, dépass~, excéd~, excèd~, au-dessus, au dessus, "
        "au-delà de, au delà de, plus âgé~, plus élevé~ que?, au-delà",
        "most": "au plus, au maximum, maximum de, maximale de, maximum#, maximal#, maximale#, ou moins, "
        "et moins, ou inférieur~, jusqu'à#, pas plus de, pas plus d', pas plus que, ne pas dépasser, "
        "ne dépasse pas, ne dépassent pas, ne dépassez pas, ne pas excéder, n'excède pas, "
        "n'excédez pas, jamais plus de, jamais plus d', jamais dépasser, pas dépasser, dans la limite de",
        "less": "moins de, moins d', moins que, inférieur à, inférieure à, inférieurs à, "
        "inférieures à, inférieur~, en dessous, au-dessous, au dessous, en deçà, sous#, sous la barre, "
        "plus jeune~, moindre que",
        "before": "avant, préalable~, auparavant, d'ici",
        "after": "après, à la suite, suivant~?, une fois?, ensuite?, au bout de, dès?, suite à, "
        "ultérieur~, au terme de",
        "not": "pas, jamais, aucun, aucune, rien, ni, sans, évit~, personne ne, non, guère",
        "none": "de plus en plus, plus ou moins, avant tout, après tout, avant-bras, non seulement, "
        "ne plus, n'est plus, plus que jamais, avant et après, d'après, à moins que, à moins de, "
        "avant-hier, après-demain",
    },
    "de": {
        "least": "mindestens, wenigstens, zumindest, minimum#, mindest~, minimal#, oder mehr, "
        "oder höher, oder darüber, oder älter, oder länger, oder größer, und mehr, und älter, "
        "und darüber, und höher, ab#, nicht weniger als, nicht unter#, nicht unterschreit~, aufwärts, "
        "nicht kürzer als, nicht niedriger als",
        "more": "mehr als, höher als, größer als, älter als, länger als, schwerer als, später als, "
        "über#, oberhalb, übersteig~, überschreit~, mehr wie",
        "most": "höchstens, maximal, maximal~, maximum#, höchstdosis, allerhöchstens, oder weniger, "
        "oder niedriger, oder darunter, oder jünger, oder kürzer, und jünger, und darunter, bis zu#, "
        "bis#?, nicht mehr als, nicht länger als, nicht über#, nicht höher als, nicht überschreit~, "
        "nicht übersteig~, nicht älter als, nicht größer als, nie mehr als, niemals mehr als, "
        "nicht schwerer als, spätestens",
        "less": "weniger als, niedriger als, kleiner als, jünger als, kürzer als, leichter als, "
        "unter#, unterhalb, unterschreit~, geringer als, früher als",
        "before": "vor, vorm, bevor, vorher, zuvor, vorab, ehe, im voraus",
        "after": "nach, nachdem, danach, nachher, hinterher, anschließend, im anschluss, "
        "~nach, sobald?, später, seit?, daraufhin",
        "not": "nicht, nie, niemals, kein, keine, keinen, keinem, keiner, keines, nichts, ohne, "
        "vermeid~, weder, keinesfalls",
        "none": "nicht länger, nicht mehr, vor allem, nach wie vor, nach oben, nach unten, nach hause, nach links, nach rechts, "
        "je nach, nach möglichkeit, vor ort, mehr oder weniger, nach außen, nach innen, nach und nach, "
        "nach vorne, nach hinten, vor augen, vor kurzem, vor kindern, schutz vor, schützen vor",
    },
    "it": {
        "least": "almeno, come minimo, per lo meno, perlomeno, minimo di, minima di, minimo#, minima#, "
        "o più, o superior~, o maggior~, o oltre, e oltre, in su, in poi, non meno di, non inferior~, "
        "a partire da#, da#?",
        "more": "più di, più che, più a lungo di, maggiore di, maggiori di, maggior~ a?, superior~, "
        "supera, superano, superi, superino, superare, super~ i?, ecced~, oltre#, al di sopra, "
        "sopra#, più alta di, più alto di, più alti di, più grandi di, più grande di, più pesant~",
        "most": "al massimo, tutt'al più, al più, massimo di, massima di, massimo#, massima#, o meno, "
        "o inferior~, o minor~, fino a#, fino ad#, non più di, non superare, non superi, non superino, "
        "non supera, non oltre, non ecceder~, non ecced~, non superior~, mai più di, non più a lungo di",
        "less": "meno di, minore di, minori di, inferior~, al di sotto, sotto#, scende sotto, "
        "più giovan~ di, più bassa di, più basso di, più bassi di",
        "before": "prima, precedent~, anteced~, in anticipo",
        "after": "dopo, in seguito, successiv~, una volta?, appena?, seguent~?, trascors~, poi?",
        "not": "non, mai, nessun~, niente, nulla, né, senza, evit~",
        "none": "prima volta, prima dose, prima settimana, prima linea, prima possibile, "
        "per prima cosa, più o meno, prima scelta, la prima, prima e dopo, prima ondata, "
        "prima di tutto, prima o poi, prima infanzia, dopo tutto",
    },
    "pt": {
        "least": "pelo menos, ao menos, no mínimo, mínimo de, mínima de, mínimo#, mínima#, ou mais, "
        "ou superior~, ou maior, ou maiores, ou acima, e acima, e mais, não menos de, não menos que, "
        "não menos do que, não inferior~, a partir de#, a partir dos#, desde#?, em diante, para cima",
        "more": "mais de, mais do que, mais que, mais dum, maior que, maior do que, maior de, "
        "maiores de, maiores que, maiores do que, superior a, superior~, acima, exced~, excesso de, "
        "ultrapass~, passar de#, passa de#, passe de#, além de#, mais alta que, mais alta do que",
        "most": "no máximo, quando muito, máximo de, máxima de, máximo#, máxima#, ou menos, "
        "ou inferior~, ou menor, ou menores, ou abaixo, até#, não mais de, não mais que, "
        "não mais do que, não exced~, não ultrapass~, nunca mais de, nunca exced~, para baixo, "
        "não superior~, nunca ultrapass~",
        "less": "menos de, menos do que, menos que, menor que, menor do que, menor de, menores de, "
        "menores que, inferior a, inferior~, abaixo, mais baixa que, mais baixa do que, mais jovens",
        "before": "antes, anterior~ a?, antecede~, previamente, prévi~?, véspera",
        "after": "depois, após, em seguida, posterior~, passad~#, decorrid~, logo?, seguinte~?, "
        "desde?, assim que?, pós~",
        "not": "não, nunca, jamais, nem, sem, nenhum, nenhuma, nada, evit~",
        "none": "antes de mais, mais ou menos, antes e depois, quanto antes, antes possível, "
        "além de mais, nada mais que, depois de amanhã",
    },
    "ca": {
        "least": "almenys, com a mínim, pel cap baix, si més no, mínim de, mínima de, mínim#, mínima#, "
        "o més, i més, o superior~, o majors, no menys de, no inferior~, a partir de#, en endavant",
        "more": "més de, més d', més que, més gran de, més grans de, més gran que, més grans que, "
        "major de, majors de, major que, superior a, superior~, per sobre, per damunt, supera, "
        "superen, superi, superin, superar, exced~, sobrepass~, més alta que, passa de#",
        "most": "com a màxim, com a molt, pel cap alt, màxim de, màxima de, màxim#, màxima#, o menys, "
        "o inferior~, fins a#, fins#?, no més de, no més d', no superi, no superin, no superar, "
        "no supereu, no exced~, no sobrepass~, mai més de, mai més d'",
        "less": "menys de, menys d', menys que, menor de, menors de, menor que, inferior a, inferior~, "
        "per sota, per davall, sota els#, més jove~, més petits de, més baixa que",
        "before": "abans, prèviament, previ a, prèvia a, anterior a",
        "after": "després, posterior~, passad~#, al cap de, un cop?, tot seguit, desprès, havent?",
        "not": "no, mai, cap, sense, ni, tampoc, res, evit~",
        "none": "més o menys, com més aviat, abans-d'ahir, abans i després",
    },
    "gl": {
        "least": "polo menos, cando menos, como mínimo, ao menos, mínimo de, mínima de, mínimo#, "
        "mínima#, ou máis, e máis, ou superior~, ou maiores, non menos de, non inferior~, "
        "a partir de#, a partir dos#, en diante",
        "more": "máis de, máis dun, máis dunha, máis que, maior de, maiores de, maior que, maiores que, "
        "superior a, superior~, por riba, por encima, supera, superan, supere, superar, exced~, "
        "sobrepas~, pasa de#",
        "most": "como máximo, como moito, ao sumo, máximo de, máxima de, máximo#, máxima#, ou menos, "
        "ou inferior~, ata#, non máis de, non máis dun, non supere, non superen, non superar, "
        "non exced~, nunca máis de",
        "less": "menos de, menos dun, menos que, menor de, menores de, menor que, menores que, "
        "inferior a, inferior~, por debaixo, por baixo, baixa de#",
        "before": "antes, previamente, previo a, anterior a, véspera",
        "after": "despois, tras, logo, posterior~, transcorrid~, unha vez?, pasad~#",
        "not": "non, nunca, xamais, ningún, ningunha, sen, nin, nada, evit~",
        "none": "máis ou menos, canto antes, antes e despois, desde logo, nada máis que",
    },
    "nl": {
        "least": "minstens, ten minste, tenminste, minimaal, minimum#, minimale, op zijn minst, "
        "of meer, of hoger, of ouder, of langer, of daarboven, en ouder, en hoger, vanaf#, "
        "niet minder dan, niet lager dan, niet onder, niet korter dan",
        "more": "meer dan, hoger dan, groter dan, ouder dan, langer dan, zwaarder dan, later dan, "
        "boven#, boven de, overschrijd~, overschreden, uitkomt boven, ruim#, over de#",
        "most": "hoogstens, maximaal, maximale, maximum#, ten hoogste, hooguit, of minder, of lager, "
        "of jonger, of korter, en jonger, tot#?, tot wel#, niet meer dan, niet langer dan, "
        "niet hoger dan, niet overschrijd~, nooit meer dan, niet boven, uiterlijk, niet ouder dan",
        "less": "minder dan, lager dan, kleiner dan, jonger dan, korter dan, lichter dan, onder#, "
        "onder de, beneden#, beneden de",
        "before": "voordat, vóór, voorafgaand~, vooraf, van tevoren, eerder dan, voor het eten, "
        "voor de maaltijd~, voor het slapen~, voor elke~, voor het ontbijt, voor de operatie, "
        "voor de ingreep, voor het onderzoek, voor de behandeling, voor gebruik, voor u, voor je, "
        "voor?, voorheen, eerst?, alvorens",
        "after": "na, nadat, daarna, nadien, achteraf, erna, vervolgens?, zodra?, later, hierna",
        "not": "niet, nooit, geen, niets, niemand, zonder, noch, vermijd~",
        "none": "min of meer, voor en na, meer of minder, na te denken, na te gaan",
    },
    "pl": {
        "least": "co najmniej, przynajmniej, minimum, minimaln~, minimalnie, nie mniej niż, "
        "nie mniej, nie krócej, lub więcej, i więcej, albo więcej, lub wyższ~, lub starsz~, i starsz~, "
        "lub powyżej, i powyżej, lub dłużej, wzwyż, od#?, nie niższ~",
        "more": "więcej niż, więcej, ponad, powyżej, wyższ~, większ~, starsz~, dłużej niż, dłużej, "
        "dłuższ~, przekracz~, przekrocz~, cięższ~",
        "most": "co najwyżej, najwyżej, maksymaln~, maksymalnie, maksimum, nie więcej niż, "
        "nie więcej, nie dłużej, nie wyższ~, nie większ~, nie starsz~, nie przekracz~, nie przekrocz~, "
        "nie może przekr~, nie powinn~ przekr~, lub mniej, lub niższ~, lub młodsz~, lub poniżej, "
        "i młodsz~, do#?, nie powyżej, aż do#",
        "less": "mniej niż, mniej, poniżej, niższ~, mniejsz~, młodsz~, krócej niż, krócej, krótsz~, "
        "lżejsz~",
        "before": "przed, przedtem, zanim, wcześniej, uprzednio, poprzedz~",
        "after": "po, potem, później, następn~?, gdy?, od?",
        "not": "nie, nigdy, bez, żaden, żadn~, ani, unika~",
        "none": "mniej więcej, przede wszystkim, po raz, po prostu, po lewej, po prawej, przed i po, "
        "co najmniej raz, jak najwcześniej, chronić przed, ochrona przed, ochron~ przed, chroni~ przed",
    },
    "ru": {
        "least": "не менее, не меньше, не ниже, не младше, по крайней мере, как минимум, минимум, "
        "минимальн~, хотя бы, или более, или больше, или выше, или старше, и более, и больше, и старше, "
        "и выше, начиная с#, от#?, не короче",
        "more": "более#, более чем, больше, свыше, выше, старше, дольше, превыша~, превыси~, "
        "превышен~, сверх, тяжелее, длительнее",
        "most": "не более, не больше, не выше, не старше, не дольше, максимум, максимальн~, "
        "самое большее, или менее, или меньше, или ниже, или младше, и менее, и младше, и ниже, "
        "до#?, вплоть до#, не превыша~, не превыси~, не должн~ превыша~, не свыше, не позднее",
        "less": "менее#, менее чем, меньше, ниже, младше, моложе, короче, не достиг~, легче чем",
        "before": "перед, прежде, раньше, заранее, накануне, до еды, до при~, до опер~, до проц~, "
        "до нача~, до того, до сна, до тех?, до~?, предварительно, до завтрака, до обеда, до ужина, "
        "до кормления, до инъекции",
        "after": "после, спустя, затем?, через#, по окончании, по истечении, потом, позже, позднее, "
        "следу~?, когда?, как только?",
        "not": "не, нельзя, никогда, нет, ни, без, избега~, никто, никаких",
        "none": "более или менее, прежде всего, тем более, как можно раньше, не только, "
        "более того, после того как?, позже всех",
    },
    "uk": {
        "least": "не менше, не менш, не нижче, щонайменше, принаймні, як мінімум, мінімум, "
        "мінімальн~, хоча б, або більше, або вище, або старш~, і більше, і старш~, та старш~, і вище, "
        "від#?, не коротш~, починаючи з#",
        "more": "більше, більш ніж, більш як, понад, вище, вищ~, старш~, довше, перевищ~, важч~, "
        "більше ніж",
        "most": "не більше, не більш, не вище, не довше, не старш~, щонайбільше, максимум, "
        "максимальн~, або менше, або нижче, або молодш~, і молодш~, та молодш~, до#?, аж до#, "
        "не перевищ~, не повинн~ перевищ~, не пізніше, найбільше",
        "less": "менше, менш ніж, менш як, нижче, нижч~, молодш~, коротш~, менше ніж",
        "before": "перед, перш ніж, раніше, заздалегідь, напередодні, до їди, до при~, до опер~, "
        "до проц~, до початку, до того, до сну, до~?, попередньо, до сніданку, до обіду, до вечері",
        "after": "після, потім, через#, згодом, опісля, по закінченні, пізніше, наступн~?, коли?",
        "not": "не, ніколи, немає, ні, без, уника~, ніхто, жодн~, заборон~",
        "none": "більш-менш, перш за все, тим більше, якомога раніше, більше того",
    },
    "tr": {
        "least": "en az, en azından, asgari, minimum, veya daha fazla~, ya da daha fazla~, "
        "ve üzeri~, ve üstü~, veya üzeri~, veya üstü~, ya da üzeri~, ve daha fazla, ~den az olma~, "
        "~dan az olma~, veya daha yüksek~, ya da daha yüksek~, veya üstünde~",
        "more": "~den fazla, ~dan fazla, ~ten fazla, ~tan fazla, ~den uzun, ~dan uzun, ~ten uzun, "
        "~tan uzun, ~den yüksek, ~dan yüksek, ~ten yüksek, ~tan yüksek, ~den büyük, ~dan büyük, "
        "~ten büyük, ~tan büyük, ~den çok, ~dan çok, ~ten çok, ~tan çok, daha fazla, daha yüksek, "
        "daha uzun, ~den daha, ~dan daha?, aşar~, aşan~, aşıyor~, aşmış~, aşması, üzeri~, üstün~, aşkın, "
        "geçer~#, ~den ağır, ~dan ağır, ~tan ağır",
        "most": "en fazla, en çok, azami, maksimum, veya daha az~, ya da daha az~, ve altı, ve altında~, "
        "veya altı, veya altında~, ~a kadar#, ~e kadar#, kadar#?, aşmay~, aşmam~, aşmas~ın, geçmey~, "
        "geçmem~, ~den fazla olma~, ~dan fazla olma~, ~ten fazla olma~, ~tan fazla olma~, en geç, "
        "veya daha düşük~, ya da daha düşük~",
        "less": "~den az, ~dan az, ~ten az, ~tan az, ~den düşük, ~dan düşük, ~ten düşük, ~tan düşük, "
        "~den küçük, ~dan küçük, ~ten küçük, ~tan küçük, ~den kısa, ~dan kısa, ~ten kısa, ~tan kısa, "
        "daha az, daha düşük, altında~, altına, altınd~, daha kısa",
        "before": "önce~, öncesi~, evvel, öncesinde",
        "after": "sonra~, ardından, takiben, itibaren?, müteakip, akabinde",
        "not": "değil~, yok~, ~mayın~, ~meyin~, ~maz, ~mez, ~maz~, ~mez~, ~mamalı~, ~memeli~, ~mayan, "
        "~meyen, asla, hiç~, ~madan, ~meden, ~mıyor~, ~miyor~, ~mamak, ~memek, ~ması, ~mayacak~, "
        "~meyecek~, kaçın~",
        "none": "öncelik~, daha önce, bir an önce, en önce, daha sonra?, az çok",
    },
    "ar": {
        "least": "على الأقل, لا يقل, لا تقل, ألا يقل, ألا تقل, لا يقل~, كحد أدنى, بحد أدنى, "
        "الحد الأدنى, حد أدنى, أو أكثر, أو أعلى, أو يزيد, فأكثر, فأعلى, فما فوق, وما فوق, أو أكبر, "
        "وأكثر, ابتداء من#, ليس أقل من, لا أقل من",
        "more": "أكثر من, أكبر من, أعلى من, أطول من, يزيد, تزيد, يزيد~ عن, زاد, زادت, يتجاوز~, "
        "تتجاوز~, تجاوز~, يتخطى, تتخطى, يفوق, تفوق, فوق#, يتعدى, تتعدى, أثقل من, أزيد من",
        "most": "على الأكثر, كحد أقصى, بحد أقصى, الحد الأقصى, حد أقصى, أو أقل, فأقل, فما دون, "
        "وما دون, أو أدنى, أو أصغر, حتى#, لا يزيد, لا تزيد, ألا يزيد, ألا تزيد, لا يتجاوز, لا تتجاوز, "
        "ألا يتجاوز, ألا تتجاوز, ليس أكثر من, لا أكثر من, يصل إلى#, تصل إلى#, ما لا يزيد, لا يتعدى, "
        "لا تتعدى, أقصاه, أقصاها",
        "less": "أقل من, أصغر من, أدنى من, أقصر من, أخفض من, دون#, تحت#, يقل, تقل, قل عن, قلت عن, "
        "ينخفض عن, تنخفض عن, أخف من",
        "before": "قبل, قبيل, مسبقا, قبلها, قبله",
        "after": "بعد, عقب, إثر, بعدها, بعده, بعدما, ثم?, عند?, فور?",
        "not": "لا, لم, لن, ليس, ليست, غير, دون, بدون, عدم, تجنب, ما لم, ألا, تتناولوا?, يمنع, يحظر",
        "none": "من قبل, عن بعد, بعد ذلك?, فيما بعد, لا يزال, لا تزال, أكثر أو أقل, "
        "قبل وبعد, لم يعد, بعد غد, لا سيما",
    },
    "fa": {
        "least": "حداقل, دست‌کم, دست کم, لااقل, کمینه, یا بیشتر, یا بالاتر, و بالاتر, و بیشتر, "
        "به بالا, یا بیش‌تر, کمتر نباشد, کم‌تر نباشد, کمتر از آن نباشد",
        "more": "بیش از, بیشتر از, بیش‌تر از, بالاتر از, بالای#, بزرگ‌تر از, بزرگتر از, طولانی‌تر از, "
        "فراتر, بلندتر از, سنگین‌تر از, تجاوز, فراتر از",
        "most": "حداکثر, بیشینه, یا کمتر, یا کم‌تر, یا پایین‌تر, و کمتر, به پایین, تا#?, "
        "نه بیشتر از, بیشتر نشود, تجاوز نکن~, بیشتر نباشد, فراتر نر~",
        "less": "کمتر از, کم‌تر از, کم تر از, پایین‌تر از, پایین تر از, پایین‌تر, زیر#, کوچک‌تر از, "
        "کوچکتر از, کوتاه‌تر از, سبک‌تر از",
        "before": "قبل, پیش از, پیش‌ از, پیشاپیش, قبلاً?",
        "after": "بعد, پس از, سپس?, بعدا, پس‌از",
        "not": "نباید, نباید~, نکن~, نخور~, نیست~, نشو~, نده~, نگیر~, نمی~, نبا~, نبر~, نرو~, نزن~, "
        "ندار~, نگذار~, نرس~, نشد~, هرگز, خودداری, بدون, پرهیز, اجتناب, ننوش~, نمان~, نیای~",
        "none": "قبل و بعد, پس از آن?, کم و بیش, قبل یا بعد",
    },
    "he": {
        "least": "לפחות, לכל הפחות, מינימום, מינימלי~, או יותר, ומעלה, או מעלה, או גבוה, או גבוהה, "
        "לא פחות מ~, לא פחות, החל מ~#, ויותר",
        "more": "יותר מ~, מעל, גבוה מ~, גבוהה מ~, גבוהים מ~, גדול מ~, גדולה מ~, עולה על, עולים על, "
        "עלה על, עולות על, ארוך מ~, חורג~, מבוגר~ מ~, מעבר ל~#, למעלה מ~, כבד מ~",
        "most": "לכל היותר, מקסימום, מקסימלי~, עד#, או פחות, או נמוך, או נמוכה, ומטה, לא יותר מ~, "
        "לא יותר, לא עולה על, אינו עולה על, אינה עולה על, לא יעלה על, לא תעלה על, לא לעבור, לא לחרוג, "
        "אל תעבר~, אין לחרוג, אין לעבור",
        "less": "פחות מ~, מתחת ל~, נמוך מ~, נמוכה מ~, נמוכים מ~, קטן מ~, קטנה מ~, צעיר~ מ~, קצר מ~, "
        "קל מ~, מתחת",
        "before": "לפני, טרם, קודם, מראש, בטרם",
        "after": "אחרי, לאחר, כעבור, אחר כך, מיד עם?, בתום",
        "not": "לא, אל, אין, אינו, אינה, אינם, אינן, בלי, ללא, אסור, לעולם, אינך, הימנע~, להימנע",
        "none": "לפני ואחרי, פחות או יותר, מעל הכל",
    },
    "hi": {
        "least": "कम से कम, कम-से-कम, न्यूनतम, या अधिक, या ज़्यादा, या ज्यादा, या उससे अधिक, "
        "या इससे अधिक, या उससे ज़्यादा, या उससे ज्यादा, या इससे ज़्यादा, या इससे ज्यादा, और अधिक?, "
        "या उससे ऊपर, या उससे बड़े, और उससे अधिक, और उससे ज़्यादा, से कम न, से कम नहीं, या उससे ज़ियादा",
        "more": "से अधिक, से ज़्यादा, से ज्यादा, से ऊपर, के ऊपर, से बड़े, से बड़ी, से बड़ा, से लंबे, "
        "से लंबा, से लंबी, से भारी, से पार, से भी अधिक, से भी ज़्यादा, से भी ज्यादा, ज़्यादा समय?",
        "most": "ज़्यादा से ज़्यादा, ज्यादा से ज्यादा, अधिक से अधिक, अधिकतम, या कम, या उससे कम, "
        "या इससे कम, या उससे नीचे, तक#?, से अधिक न, से अधिक नहीं, से ज़्यादा न, से ज्यादा न, "
        "से ज़्यादा नहीं, से ज्यादा नहीं, से ऊपर न, या उससे छोटे",
        "less": "से कम, से भी कम, से नीचे, के नीचे, से छोटे, से छोटा, से छोटी, से हल्का, से हल्के",
        "before": "से पहले, पहले?, पूर्व, के पूर्व, से पूर्व",
        "after": "के बाद, बाद, उपरांत, पश्चात, के पश्चात, के बाद से",
        "not": "न, नहीं, मत, ना, बिना, कभी नहीं, बचें, परहेज़",
        "none": "पहले और बाद, कम या ज़्यादा, पूर्व और पश्चात, सबसे कम, सबसे अधिक, सबसे ज़्यादा, "
        "सबसे ज्यादा, सबसे पहले, पूर्वानुमान",
    },
    "ur": {
        "least": "کم از کم, کم سے کم, یا زیادہ, یا اس سے زیادہ, یا اس سے زائد, یا اس سے اوپر, "
        "سے کم نہ, سے کم نہیں, اور اس سے زیادہ, یا اس سے بڑے, اور زائد",
        "more": "سے زیادہ, سے زائد, سے اوپر, کے اوپر, سے بڑے, سے بڑی, سے بڑا, سے بلند, سے تجاوز, "
        "سے بھی زیادہ, سے لمبے, سے لمبا",
        "most": "زیادہ سے زیادہ, یا کم, یا اس سے کم, یا اس سے نیچے, تک#?, سے زیادہ نہ, سے زیادہ نہیں, "
        "سے زائد نہ, سے تجاوز نہ",
        "less": "سے کم, سے بھی کم, سے نیچے, کے نیچے, سے چھوٹے, سے چھوٹی, سے چھوٹا",
        "before": "سے پہلے, سے قبل, پہلے?, قبل, پیشتر",
        "after": "کے بعد, بعد, کے بعد سے",
        "not": "نہ, نہیں, مت, بغیر, کبھی نہیں, گریز, پرہیز, بنا",
        "none": "سب سے زیادہ, سب سے کم, سب سے پہلے, کم و بیش, پہلے اور بعد",
    },
    "bn": {
        "least": "কমপক্ষে, অন্তত, ন্যূনতম, নূন্যতম, অন্ততপক্ষে, বা তার বেশি, বা তার অধিক, বা তার উপরে, "
        "বা তারও বেশি, বা বেশি, বা এর বেশি, বা তার ঊর্ধ্বে, অথবা তার বেশি, কম নয়, এবং তার বেশি, বা তদূর্ধ্ব",
        "more": "চেয়ে বেশি, চাইতে বেশি, থেকে বেশি, ~র বেশি, ~ের বেশি, বেশি#, অধিক#, ~ের উপরে, ~র উপরে, "
        "উপরে#, ওপরে#, ঊর্ধ্বে#, ছাড়িয়ে, অতিক্রম, চেয়ে বড়, চেয়ে উঁচু",
        "most": "সর্বোচ্চ, সর্বাধিক, বড়জোর, বেশি হলে, বা তার কম, বা কম, বা এর কম, বা তার নিচে, অথবা তার কম, "
        "পর্যন্ত#?, বেশি নয়, অধিক নয়",
        "less": "চেয়ে কম, চাইতে কম, থেকে কম, ~র কম, ~ের কম, কম#, নিচে#, নীচে#, চেয়ে ছোট, কম বয়সী",
        "before": "আগে~, পূর্বে, আগ পর্যন্ত, পূর্ব",
        "after": "পরে, পর, পরপর, পরেই, পরবর্তী?",
        "not": "না, নয়, নেই, নি, নন, ছাড়া, বিরত, এড়ি~",
        "none": "কম বেশি, কমবেশি, সবচেয়ে বেশি, সবচেয়ে কম, আগে এবং পরে, আগে ও পরে, আগে বা পরে, সবার আগে",
    },
    "zh": {
        "least": "至少, 最少, 起码, 起碼, 最低#, 不少于, 不少於, 不低于, 不低於, 不小于, 不小於, 不得少于, "
        "不得少於, 不要少于, 不要少於, 不能少于, 不能少於, 不应少于, 不應少於, 不可少于, 不要低于, 不得低于, "
        "及以上, 或以上, 或更多, 或更高, 或更长, 或更長, 不得短于",
        "more": "超过, 超過, 超出, 多于, 多於, 大于, 大於, 高于, 高於, 长于, 長於, 逾, 高过, 久于, 重于, 以上#",
        "most": "至多, 最多, 最高#?, 最大#, 不超过, 不超過, 不多于, 不多於, 不高于, 不高於, 不大于, 不大於, "
        "不要超过, 不要超過, 不得超过, 不得超過, 不能超过, 不能超過, 不应超过, 不應超過, 不可超过, 不可超過, "
        "勿超过, 勿超過, 不宜超过, 不得多于, 不得高于, 及以下, 或以下, 以内#, 以內#, 或更少, 或更低, "
        "不得长于, 不要多于, 别超过, 达#?, 高达#?",
        "less": "少于, 少於, 小于, 小於, 低于, 低於, 不足#, 不到#, 未满, 未滿, 短于, 短於, 不满#, 不滿#, 轻于, "
        "以下#",
        "before": "前",
        "after": "后, 後, 完?, 再?, 后再?, 后才?, 後再?, 後才?",
        "not": "不, 勿, 没, 沒, 未, 无, 無, 别, 別, 非, 禁止, 避免",
        "none": "目前, 前往, 前列, 前臂, 前额, 前額, 前所未有, 前面, 前者, 前景, 前提, 当前, 當前, 前后, 前後, "
        "面前, 前来, 前來, 前线, 前線, 前期, 前沿, 前体, 前瞻, 空前, 史前, 前部, 前端, 前方, 前几, 前两, 前三, "
        "前一, 跟前, 眼前, 前臼, 前庭, 前驱, 前置, 前壁, 前胸, 然后, 然後, 最后, 最後, 后果, 後果, 今后, 今後, "
        "后来, 後來, 后者, 後者, 后续, 後續, 后面, 後面, 后背, 後背, 背后, 背後, 落后, 落後, 后代, 後代, 后期, "
        "後期, 后方, 後方, 后部, 後部, 后遗, 後遺, 幕后, 后天, 後天, 后颈, 后脑, 不仅, 不仅仅, 大于或等于, "
        "不断, 以下几, 以下列, 前十, 前五, 前四, 前二, 前兩, 前七, 前六, 前八, 前九",
    },
    "ja": {
        "least": "少なくとも, 最低でも, 最低#, 最小, を下回らない, 下回らない, 以降#",
        "more": "超え, を超, 上回, より多, より高, より大き, より長, より重, 以上#",
        "most": "最大, 多くとも, 多くても, せいぜい, 以内#, まで#?, 超えない, 超えず, 超えては, 上限, "
        "長くとも, 最長, 最高#",
        "less": "未満, より少な, より低, 下回, より小さ, より短, 満たない, より軽, 以下#",
        "before": "前",
        "after": "後, あと, のち, てから, でから, たら?, のちに, 終えて?",
        "not": "ない, ません, ず, 禁止, 避け, 不可, なく, ないで",
        "none": "名前, 前立腺, 午前, 人前, 前腕, 前向き, 前回, 前後, 目の前, 前頭, 前者, 前方, 前面, 前期, 前歯, "
        "前提, 当たり前, 午後, 後遺, 最後, 今後, 背後, 後者, 後ろ, 後半, 後頭, 後方, 老後, 後期, 前半, 前述, "
        "かもしれない",
    },
    "ko": {
        "least": "최소, 적어도, 최저#, 못해도",
        "more": "초과, 넘, 보다 많, 보다 높, 보다 크, 보다 큰, 보다 오래, 보다 길, 보다 무거, 더 많, 웃돌, 이상#",
        "most": "최대, 이내#, 까지#?, 넘지 않, 넘지 마, 넘지 말, 넘기지 마, 넘기지 않, 초과하지, "
        "넘어서는 안, 넘으면 안, 많아야, 초과해서는 안, 넘겨서는 안",
        "less": "미만, 보다 적, 보다 낮, 보다 작, 보다 짧, 보다 가벼, 밑돌, 아래#, 이하#",
        "before": "전에, 전까지, 이전, 식전, 전 , 전날, 앞서, 기 전, 전:, 전부터, 직전",
        "after": "후에, 후 , 후:, 이후, 식후, 뒤에, 뒤 , 나서, 다음에?, 직후, 후부터, 후의, 난 다음?, 후,",
        "not": "않, 마십시오, 마세요, 지 마, 말아, 말고, 없, 안 , 못, 금지, 안됩, 피하",
        "none": "오후, 오전, 전후, 완전 , 안전 , 유전 , 충전 , 기전 , 혈전 , 부전 , 회전 , 여전 ",
    },
    "vi": {
        "least": "ít nhất, tối thiểu, trở lên, không ít hơn, không dưới, chí ít, hoặc hơn, hoặc cao hơn, "
        "hoặc nhiều hơn, không kém, không thấp hơn, hoặc lâu hơn",
        "more": "nhiều hơn, trên#, vượt quá, vượt, cao hơn, lớn hơn, lâu hơn, dài hơn, hơn#, quá#, nặng hơn",
        "most": "nhiều nhất, tối đa, không quá, không vượt quá, không được vượt quá, không hơn, "
        "không nhiều hơn, đừng quá, trở xuống, hoặc ít hơn, hoặc thấp hơn, lên đến#, lên tới#, đến#?, "
        "tới#?, không trên, không cao hơn, không lâu hơn",
        "less": "ít hơn, dưới#, thấp hơn, nhỏ hơn, chưa đến#, chưa tới#, chưa đầy, ngắn hơn, nhẹ hơn, "
        "trẻ hơn, kém hơn",
        "before": "trước",
        "after": "sau, rồi?, xong?, khi?",
        "not": "không, đừng, chưa, chẳng, cấm, tránh",
        "none": "sau đây, trước và sau, hơn nữa, hơn là, phía trước, phía sau, mặt trước, trước mắt, "
        "trước mặt, không chỉ, trước hoặc sau, trước hết, mặt sau, trước tiên",
    },
    "id": {
        "least": "setidaknya, sekurang-kurangnya, sekurangnya, paling sedikit, minimal, minimum, "
        "paling tidak, atau lebih, ke atas, tidak kurang dari, sedikitnya, paling rendah, "
        "mulai dari#, dan lebih, paling singkat, dari#?",
        "more": "lebih dari, lebih tinggi, lebih besar, lebih lama, di atas, diatas, melebihi, "
        "melampaui, lebih tua, lebih banyak, lebih berat, lebih daripada",
        "most": "paling banyak, maksimal, maksimum, paling lama, paling tinggi, atau kurang, ke bawah, "
        "tidak lebih dari, tidak melebihi, tak lebih dari, jangan lebih dari, jangan melebihi, "
        "jangan sampai melebihi, tidak boleh lebih dari, tidak boleh melebihi, hingga#, sampai#, "
        "atau lebih rendah, sebanyak-banyaknya, tidak melampaui, paling lambat",
        "less": "kurang dari, lebih rendah, lebih kecil, di bawah, dibawah, lebih muda, lebih sedikit, "
        "lebih singkat, lebih pendek, lebih ringan, kurang daripada",
        "before": "sebelum, sebelumnya, sebelum~, terlebih dahulu?",
        "after": "setelah, sesudah, sehabis, usai, pasca~, seusai, kemudian?, sejak?, lalu?, setelah~",
        "not": "tidak, jangan, tak, bukan, belum, tanpa, hindari, dilarang, tiada",
        "none": "lebih dari itu?, kurang lebih, sebelum dan sesudah, sebelum dan setelah, "
        "sebelum atau sesudah",
    },
    "tl": {
        "least": "hindi bababa sa, di-bababa sa, di bababa sa, hindi kukulangin, hindi kulang sa, "
        "hindi baba~, o higit pa, o mas mataas, o mas marami, o mas matanda, pataas, minimum, "
        "kahit man lang, pinakamababa#, o mas matagal, at pataas, hindi mas mababa sa",
        "more": "higit sa, higit pa sa, mahigit, mas mataas, mas marami, lampas sa, lampas ng, lagpas, "
        "sobra sa, mas matanda, mas matagal, lumampas, lumagpas, lumalampas, lalampas, lalagpas, "
        "hihigit, humigit sa, lampas, mas mabigat, tumaas sa, tumataas sa",
        "most": "hindi hihigit, hindi lalampas, hindi lalagpas, hindi dapat lumampas, "
        "hindi dapat hihigit, huwag lalampas, huwag lumampas, huwag hihigit, pinakamarami, "
        "pinakamataas#, hanggang#?, maximum, o mas mababa, o mas kaunti, o mas bata, pababa, "
        "hindi higit sa, hindi mahigit, hindi mas mataas sa, hindi mas matagal",
        "less": "mas mababa, mas kaunti, wala pang, kulang sa, mas bata, mas maikli, bababa sa, "
        "bumaba sa, mas kakaunti, mas magaan, bumababa sa, mababa sa",
        "before": "bago",
        "after": "pagkatapos~, matapos, pagkaraan, makalipas, pagka~?, kapag?",
        "not": "hindi, huwag, wala, walang, di, huwag~, iwasan, bawal, kailanman",
        "none": "bagong, bago o pagkatapos, bago at pagkatapos, humigit-kumulang, humigit kumulang, "
        "mas mababa o mas mataas",
    },
    "sw": {
        "least": "angalau, kima cha chini, si chini ya, isiyopungua, wasiopungua, zisizopungua, "
        "yasiyopungua, kisichopungua, usiopungua, isipungue, au zaidi, na zaidi, na kuendelea, "
        "au hapo juu, kiwango cha chini, lisilopungua, kwa uchache, visivyopungua, kuanzia#",
        "more": "zaidi ya, zaidi kuliko, juu ya#, kuzidi, ~zidi, kupita#, ~nazidi~, ~kizidi, ~pita#?, "
        "yanayozidi, inayozidi, unaozidi, wakubwa kuliko, mrefu kuliko",
        "most": "si zaidi ya, isiyozidi, wasiozidi, zisizozidi, yasiyozidi, kisichozidi, usiozidi, "
        "lisilozidi, visivyozidi, isizidi, usizidi~, zisizidi, yasizidi, usipite, upeo wa, kiwango cha juu, "
        "hadi#?, mpaka#?, au chini, au pungufu, kisizidi, sio zaidi ya, siyo zaidi ya, hazizidi, haizidi, "
        "haizidi~, visizidi, pasizidi, au hapo chini",
        "less": "chini ya, pungufu ya, ~pungua, kidogo kuliko, chini kuliko, ~pungua~, wadogo kuliko",
        "before": "kabla",
        "after": "baada, kisha?, baadaye, halafu?, tangu?",
        "not": "si, sio, siyo, usi~, msi~, hai~, hau~, hawa~, haipaswi, kamwe, bila, epuka, hapana, "
        "hakuna, kuto~, isi~, zisi~, asi~, wasi~, hazi~, hu~, ha~, kuepuka",
        "none": "zaidi ya hayo, kabla na baada, kabla ya kuzaliwa, zaidi ya yote, kabla au baada",
    },
}

ALIASES = {"fil": "tl", "prs": "fa", "ms": "id"}
"""Languages whose words are close enough to those of another."""

PREFIXES = {"ar": "وفبكلا", "he": "והבלמשכ", "fa": "و"}
"""Letters that a language writes in one word with the next."""

UNSPACED = frozenset({"zh", "ja", "ko"})
"""Languages in which a word may touch the next, or an ending does."""
