"""The words that join clauses, by language: with a clause that is lost, its joint is lost as well.

`-en` is an ending, `و-` what a word begins with; in scripts that set no spaces all stand anywhere.
"""

from __future__ import annotations

JOINTS = {
    "ar": "و-, ف-, أو, او, ثم, لكن, بل, أم, وإنما",
    "bn": "ও, এবং, আর, বা, অথবা, কিংবা, কিন্তু, তবে, তারপর, এছাড়া",
    "ca": "i, o, ni, però, sinó, també, doncs",
    "cs": "a, i, nebo, ani, ale, či, také",
    "de": "und, oder, aber, sondern, sowie, beziehungsweise, bzw, noch, auch, doch",
    "el": "και, κι, ή, αλλά, ούτε, όμως, επίσης",
    "en": "and, or, but, nor, also, plus, then, yet",
    "es": "y, e, o, u, ni, pero, sino, también, además, luego",
    "eu": "eta, edo, baina, ere, baita, -ta",
    "fa": "و, یا, اما, ولی, بلکه, سپس, همچنین, نیز, هم",
    "fr": "et, ou, mais, ni, puis, aussi, également, ensuite",
    "gl": "e, ou, nin, pero, senón, tamén, mais, logo",
    "he": "ו-, או, אבל, אך, אלא, גם, אולם",
    "hi": "और, या, व, एवं, तथा, लेकिन, परंतु, परन्तु, मगर, बल्कि, भी, फिर, अथवा, पर, -कर",
    "id": "dan, atau, tetapi, tapi, namun, lalu, kemudian, serta, juga, maupun",
    "it": "e, ed, o, od, oppure, ma, né, anche, poi, inoltre, bensì",
    "ja": "と, や, または, 又は, および, 及び, つつ, ながら, また",
    "ko": "와, 과, 및, 또는, 거나, 고, 지만, 그리고, 하여, 해서, 랑, 으나",
    "nl": "en, of, maar, noch, ook, evenals, doch, daarna",
    "pl": "i, oraz, lub, albo, ale, ani, a, też, także, lecz, czy, bądź, potem, następnie",
    "pt": "e, ou, mas, nem, também, porém, depois, além",
    "ru": "и, или, но, а, либо, ни, также, однако, затем, потом, да",
    "sr": "и, или, али, ни, а, нити, већ, такође, i, ili, ali, ni, a, niti, već, takođe",
    "sw": "na, au, lakini, wala, pia, bali, kisha, ama, halafu, -po",
    "tl": "at, o, ngunit, pero, ni, din, rin, saka, kundi, subalit, tapos",
    "tr": "ve, veya, ya, ama, ancak, fakat, de, da, ile, sonra, hem, yahut, -ip, -ıp, -up, -üp, -erek, -arak",
    "uk": "і, й, та, або, чи, але, а, ні, також, проте, потім, ані, однак",
    "ur": "اور, یا, لیکن, مگر, بلکہ, بھی, پھر, و, تاہم, کر",
    "vi": "và, hoặc, hay, nhưng, cũng, rồi, cùng, với, sau, lẫn",
    "zh": "和, 与, 及, 或, 并, 且, 但, 而, 也, 又, 再, 还, 然后, 還, 並, 與, 後, 跟, 同",
}
"""Conjunctions that put one thing beside another."""

CONDITIONS = {
    "ar": "إذا, إن, عند, عندما, قبل, بعد, حتى, لأن, بينما, حيث, كلما, لو, أثناء, خلال, رغم, إلا, لكي, منذ, فإذا, وإذا, وعند, وعندما, وقبل, وبعد, وحتى, وبعده, وقبله, عندئذ, بسبب, حين, حال, لدى, لأنه, لأنها, لأنك",
    "bn": "যদি, যখন, তখন, আগে, পরে, পর, পর্যন্ত, কারণ, যেহেতু, যতক্ষণ, হলে, সময়, যদিও, -লে, জন্য, যাতে",
    "ca": "si, quan, abans, després, fins, perquè, mentre, encara, tret, llevat, durant, ja",
    "cs": "pokud, jestliže, když, až, před, než, dokud, protože, ačkoli, během, kdy, kde, aby, zda, jakmile",
    "de": "wenn, falls, sobald, bevor, nachdem, bis, weil, da, während, obwohl, selbst, sofern, solange, damit, ob, denn, wo, sollte, sollten, seit, seitdem, wann",
    "el": "αν, εάν, όταν, πριν, μετά, μέχρι, έως, επειδή, γιατί, ενώ, καθώς, εκτός, όπου, ώστε, κατά",
    "en": "if, when, whenever, before, after, until, till, because, while, although, though, unless, once, since, whether, even, where, during",
    "es": "si, cuando, antes, después, tras, hasta, porque, mientras, aunque, salvo, excepto, desde, donde, durante, incluso, aun, ya, pues, luego, debido",
    "eu": "-nean, -bada, aurretik, ondoren, arte, bitartean, nahiz, -lako, gero, aurre, baldin, -nez",
    "fa": "اگر, وقتی, هنگامی, زمانی, قبل, پیش, بعد, پس, تا, چون, زیرا, هرچند, گرچه, مگر, هنگام, حین, حتی, طی, صورت, چنانچه",
    "fr": "si, s'il, s’il, s'ils, s’ils, quand, lorsque, lorsqu-, avant, après, jusqu-, jusque, parce, car, pendant, tandis, sauf, dès, même, puisque, puisqu-, où, lors, afin, depuis, durant",
    "gl": "se, cando, antes, despois, ata, porque, mentres, aínda, agás, tras, durante, onde, ao, salvo, desde",
    "he": "אם, כאשר, כש-, לפני, אחרי, לאחר, עד, כי, בזמן, למרות, גם, אלא, במהלך, היכן, מפני, משום, בעת, כדי",
    "hi": "अगर, यदि, जब, तब, पहले, बाद, तक, क्योंकि, हालाँकि, हालांकि, चाहे, दौरान, जहाँ, जहां, तो, भले, ताकि, समय, जैसे",
    "id": "jika, bila, apabila, ketika, saat, sebelum, sesudah, setelah, sampai, hingga, karena, sementara, meskipun, walaupun, kecuali, selama, kalau, begitu, sejak, waktu, sebab",
    "it": "se, quando, prima, dopo, fino, finché, perché, poiché, mentre, anche, sebbene, salvo, tranne, durante, dove, appena",
    "ja": "ば, たら, なら, とき, 時, 前, 後, まで, ので, から, 場合, ても, でも, 間, と, 際, たび, ため, のに",
    "ko": "면, 때, 전, 후, 까지, 때문, 동안, 지만, 경우, 도, 중, 시, 뒤, 는데, 니까, 부터, 려면, 어도, 아도",
    "nl": "als, wanneer, indien, voor, voordat, na, nadat, tot, totdat, omdat, want, terwijl, hoewel, tenzij, zodra, sinds, ook, zelfs, tijdens, waar, toen, mocht",
    "pl": "jeśli, jeżeli, gdy, kiedy, przed, po, zanim, aż, dopóki, póki, ponieważ, bo, gdyż, podczas, chociaż, choć, nawet, chyba, czy, odkąd, gdzie, aby, żeby",
    "pt": "se, quando, antes, depois, após, até, porque, pois, enquanto, embora, mesmo, exceto, salvo, durante, onde, assim, desde",
    "ru": "если, когда, перед, прежде, до, после, пока, потому, поскольку, хотя, даже, кроме, ли, чтобы, раз, едва",
    "sr": "ако, када, кад, пре, након, после, док, јер, иако, чак, осим, током, где, ako, kada, kad, pre, prije, nakon, posle, dok, jer, iako, čak, osim, tokom, gde",
    "sw": "ikiwa, kama, wakati, kabla, baada, hadi, mpaka, kwa, ingawa, hata, isipokuwa, uki-, aki-, wana-, iki-, -po, ambapo, iwapo, pindi, tangu, kwamba, waka-, wakiw-, huku, ili",
    "tl": "kung, kapag, pag, bago, pagkatapos, matapos, hanggang, dahil, habang, kahit, bagaman, maliban, nang, noong, saan, tuwing, sapagkat, pagka-",
    "tr": "eğer, önce, sonra, kadar, çünkü, için, rağmen, sürece, -ken, -ınca, -ince, -unca, -ünce, -sa, -se, -sanız, -seniz, dek, bile, halde, sırasında, -arsa, -erse, -ması, -mesi",
    "uk": "якщо, коли, перед, до, після, поки, доки, бо, тому, оскільки, хоча, навіть, крім, де, чи, щоб, як, щойно",
    "ur": "اگر, جب, پہلے, بعد, تک, کیونکہ, دوران, اگرچہ, چاہے, جہاں, تو, تاکہ, وقت, حتی",
    "vi": "nếu, khi, trước, sau, đến, vì, mặc, dù, trừ, ngay, cả, bởi, tới, lúc, kể, nơi",
    "zh": "如, 若, 当, 當, 时, 時, 前, 后, 後, 直到, 为止, 為止, 因, 虽, 雖, 即使, 除非, 期间, 期間, 一旦, 是否, 直至, 由于, 由於, 要是, 假如, 尽管, 儘管, 才",
}
"""What begins a clause that tells when, why or on what condition, and the adverbs of its translations."""
