"""What a reviewer should look at twice stands out, and the text stays the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.checks import findings_of
from salerno.checks._negation_words import NEGATIONS as TABLES
from salerno.checks.quantities import quantities
from salerno.highlights import highlights, segments
from salerno.highlights.negations import knows
from salerno.model import Cue, Entry, Finding, Highlight, Segment, Severity, Syntax, Unit
from salerno.review import Risk, risk_of
from script_support import SENTENCES, texts
from test_words import breaks

LOCALES = ["en", "es", "fr", "de", "tr", "ru", "ar", "fa", "hi", "bn", "zh-Hans", "ja", "vi", "th"]


def cut(text, locale, syntax=Syntax.MARKDOWN, **more):
    return segments(text, highlights(text, syntax, locale, **more))


def under(text, cue, locale, syntax=Syntax.MARKDOWN):
    return [text[h.start : h.end] for h in highlights(text, syntax, locale) if h.cue is cue]


@given(texts, st.sampled_from(LOCALES), st.sampled_from(Syntax))
def test_segments_joined_are_the_text(text, locale, syntax):
    found = cut(text, locale, syntax)

    assert "".join(segment.text for segment in found) == text
    assert all(segment.text for segment in found)


spans = st.tuples(st.integers(-2, 90), st.integers(-2, 90))


@given(texts, st.lists(spans, max_size=8), st.lists(spans, max_size=4))
def test_highlights_that_overlap_or_lie_beyond_the_text_leave_it_as_it_is(text, wrong, terms):
    findings = [(span, Finding("x", Severity.MAJOR, "?")) for span in wrong]

    found = cut(text, "en", findings=findings, terms=terms)

    assert "".join(segment.text for segment in found) == text


@given(texts, st.lists(spans, max_size=8))
def test_every_letter_of_a_highlight_is_in_a_segment_under_it(text, terms):
    shown = highlights(text, Syntax.PLAIN, "en", terms=terms)
    covered = {}
    place = 0
    for segment in segments(text, shown):
        for _ in segment.text:
            covered[place] = segment.highlights
            place += 1

    for highlight in shown:
        assert all(highlight in covered[at] for at in range(highlight.start, highlight.end))


@given(texts, st.lists(spans, max_size=8))
def test_no_segment_cuts_a_sign(text, terms):
    place, ends = 0, {0}
    for segment in cut(text, "hi", terms=terms):
        place += len(segment.text)
        ends.add(place)

    assert ends <= breaks(text)


def test_what_overlaps_is_under_both_the_worst_first():
    minor = Finding("length", Severity.MINOR, "short")
    critical = Finding("numbers", Severity.CRITICAL, "5 is missing")

    found = cut("Do not take 5 mg.", "en", findings=[((3, 13), minor), ((12, 13), critical)])

    assert [(segment.text, segment.cues) for segment in found] == [
        ("Do ", ()),
        ("not", (Cue.FINDING, Cue.NEGATION)),
        (" take ", (Cue.FINDING,)),
        ("5", (Cue.FINDING, Cue.QUANTITY)),
        (" mg", (Cue.QUANTITY,)),
        (".", ()),
    ]
    assert [h.finding for h in found[3].highlights] == [critical, minor, None]


def test_terms_have_their_place_before_there_is_a_termbase():
    assert cut("Use an inhaler.", "en", terms=[(7, 14)]) == (
        Segment("Use an "),
        Segment("inhaler", (Highlight(7, 14, Cue.TERM),)),
        Segment("."),
    )


def test_the_findings_of_the_checks_have_spans_that_can_be_shown():
    unit = Unit("Take **5** mg, not 10.", syntax=Syntax.MARKDOWN)
    entry = Entry(unit, ("Tome **50** mg, no 10. Take the medicine with food",))
    found = [finding for _, finding in findings_of(entry, "es") if finding.target_span]

    shown = cut(entry.targets[0], "es", findings=[(f.target_span, f) for f in found])

    assert found
    assert {h.finding for s in shown for h in s.highlights} - {None} == set(found)


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("Take **2.5** mg/kg twice.", "en", [("2.5** mg/kg", "2.5", "milligram/kilogram"), ("twice", "2", "")]),
        ("24-hour care at 8 p.m.", "en", [("24-hour", "24", "hour"), ("8 p.m", "8", "pm")]),
        ("Weekly, 1,500 IU; 5&nbsp;mL", "en", [("Weekly", "", ""), ("1,500 IU", "1500", "international-unit"), ("5&nbsp;mL", "5", "milliliter")]),
        ("in the 1980s, 37.5 °C", "en", [("1980", "1980", ""), ("37.5 °C", "37.5", "celsius")]),
        ("8:30, 120/80 mmHg", "en", [("8:30", "8 30", ""), ("120/80 mmHg", "120 80", "millimeter-ofhg")]),
        ("[10 mg](https://a.example/5) `7` {n}", "en", [("10 mg", "10", "milligram")]),
        ("2.1 million people", "en", [("2.1 million", "2100000", "")]),
        ("1.500 UI una vez, 50 %", "es", [("1.500 UI", "1500", "international-unit"), ("50 %", "50", "percent")]),
        ("once comprimidos en dos horas", "es", [("once comprimidos", "11", "tablet"), ("dos horas", "2", "hour")]),
        ("2,5 ml, demi-heure", "fr", [("2,5 ml", "2.5", "milliliter"), ("demi-heure", "30", "")]),
        ("Eine Tablette, drei Tage lang", "de", [("drei Tage", "3", "day")]),
        ("500 мг 2 раза, 8 часов", "ru", [("500 мг", "500", "milligram"), ("2 раза", "2", "time"), ("8 часов", "8", "hour")]),
        ("%50, yüzde 5, 5 mg", "tr", [("%50", "50", "percent"), ("yüzde 5", "5", "percent"), ("5 mg", "5", "milligram")]),
        ("٥٠٠ ملغم مرتين ٢٠٪", "ar", [("٥٠٠ ملغم", "500", "milligram"), ("مرتين", "2", ""), ("٢٠٪", "20", "percent")]),
        ("۵۰۰ میلی‌گرم", "fa", [("۵۰۰ میلی‌گرم", "500", "milligram")]),
        ("500 मि.ग्रा., 3 दिनों तक, एक डेढ़", "hi", [("500 मि.ग्रा.", "500", "milligram"), ("3 दिनों", "3", "day"), ("डेढ़", "1.5", "")]),
        ("500毫克，三天，十分，一些，两次", "zh-Hans", [("500毫克", "500", "milligram"), ("三天", "3", "day"), ("两次", "2", "time")]),
        ("500ミリグラム、37℃", "ja", [("500ミリグラム", "500", "milligram"), ("37℃", "37", "celsius")]),
        ("saa 5, mg 20", "sw", [("saa 5", "5", "hour"), ("mg 20", "20", "milligram")]),
        ("COVID-19, B12", "fr", [("19", "19", ""), ("12", "12", "")]),
        ("", "es", []),
    ],
)  # fmt: skip
def test_quantities_have_their_value_and_unit(text, locale, found):
    shown = highlights(text, Syntax.MARKDOWN, locale)

    assert [
        (text[h.start : h.end], h.value, h.unit) for h in shown if h.cue is Cue.QUANTITY
    ] == found


@given(texts, st.sampled_from(LOCALES))
def test_no_quantity_lies_within_another(text, locale):
    reached = 0
    for quantity in quantities(text, Syntax.PLAIN, locale):
        start, end = quantity.span
        assert reached <= start < end <= len(text)
        reached = end


NEGATIONS = {
    "en": [("Do **not** stop; never, don’t.", ["not", "stop", "never", "n’t"])],
    "es": [("No tome, sin agua, salvo sed.", ["No", "sin", "salvo"]), ("Sin embargo, tome.", [])],
    "fr": [("Ne prenez pas; n’y allez jamais.", ["Ne", "pas", "n’", "jamais"]), ("n’importe où", [])],
    "pt-BR": [("Não tome sem água, exceto hoje.", ["Não", "sem", "exceto"])],
    "it": [("Non prenda nessun’altra; né oggi.", ["Non", "nessun’", "né"])],
    "de": [("Nicht ohne Wasser, AUSSER heute.", ["Nicht", "ohne", "AUSSER"])],
    "ca": [("No beveu sense aigua.", ["No", "sense"])],
    "gl": [("Non tome nin beba, agás auga.", ["Non", "nin", "agás"])],
    "nl": [("Niet zonder water, tenzij nodig.", ["Niet", "zonder", "tenzij"])],
    "pl": [("Nie pij bez wody; żadnych leków.", ["Nie", "bez", "żadnych"])],
    "ru": [("Не пейте без воды; нельзя.", ["Не", "без", "нельзя"]), ("небо", [])],
    "uk": [("Не пийте без води; немає.", ["Не", "без", "немає"])],
    "tr": [("İlacı almayın; değil, içmeden.", ["almayın", "değil", "içmeden"]), ("elma, namaz", [])],
    "ar": [("لَا تأكل ولا تشرب دون ماء", ["لَا", "ولا", "دون"]), ("الماء", [])],
    "fa": [("نخورید، نمی‌خورید، بدون آب", ["نخورید", "نمی‌خورید", "بدون"])],
    "hi": [("न लें, नहीं, बिना पानी", ["न", "नहीं", "बिना"]), ("दिन में", [])],
    "ur": [("نہ لیں، نہیں، بغیر", ["نہ", "نہیں", "بغیر"])],
    "bn": [("খাবেন না, হয়নি, এড়িয়ে", ["না", "হয়নি", "এড়িয়ে"]), ("নাম আপনি", [])],
    "zh-Hans": [("不要，没有，除非", ["不", "没", "除非"]), ("不过，特别，无论，未来", [])],
    "zh-Hant": [("請勿服用，無糖", ["請勿", "無"])],
    "ja": [("飲まないで、飲みません", ["ない", "ません"]), ("飲まなければなりません", []), ("少ない", [])],
    "vi": [("Không, đừng uống, trừ khi", ["Không", "đừng", "trừ khi"]), ("không khí", [])],
    "th": [("no", [])],
}  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "text", "found"),
    [(locale, text, found) for locale, cases in NEGATIONS.items() for text, found in cases],
)
def test_negations_stand_out(locale, text, found):
    assert under(text, Cue.NEGATION, locale) == found


def test_languages_with_cues_are_known():
    assert {"en", *map(language_of, NEGATIONS)} - {"th"} <= set(TABLES)
    assert not knows("th")
    assert knows("pt-BR")
    assert knows("en-GB")


def language_of(locale):
    return locale.partition("-")[0]


@pytest.mark.parametrize("source", ["Rest daily.", "Do not rest.", "Unless it hurts.", "Once."])
def test_what_an_entry_is_sorted_by_stands_out(source):
    cue = Cue.QUANTITY if risk_of(Unit(source), (), ()) is Risk.NUMBER else Cue.NEGATION

    assert under(source, cue, "en")


@pytest.mark.parametrize("locale", ["en", "tr", "fa", "ja", "hi", "zh-Hans"])
@pytest.mark.parametrize(
    "piece", ["5 ", "no ", "क्", "5/", "almayın", "aaaaaa", "n", "لا", "1", "5-mg ", "不", "( "]
)
def test_hostile_texts_take_time_in_proportion_to_their_length(locale, piece):
    text = piece * (60_000 // len(piece))

    begun = time.process_time()
    cut(text, locale, Syntax.PLAIN)

    assert time.process_time() - begun < 10


@pytest.mark.parametrize("language", SENTENCES)
def test_sentences_of_all_scripts_are_cut_and_joined(language):
    locale = "en" if language == "signs" else language

    assert "".join(s.text for s in cut(SENTENCES[language], locale)) == SENTENCES[language]
