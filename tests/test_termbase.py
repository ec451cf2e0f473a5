"""Terminology is read line by line, found however it is inflected, and asked of translations."""

import re
import sys
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.checks import terms
from salerno.errors import TermbaseError
from salerno.model import Severity, Syntax, Unit
from salerno.store import termbases
from salerno.termbase import Termbase
from salerno.termbase.stems import stems
from tests_support import desk_of, write

CSV = """id,locale,term,status,subject,definition
1,en,stroke,,,A vessel in the brain is blocked.
1,es,ictus,preferred,,
1,es,accidente cerebrovascular,admitted,,
1,es,derrame,forbidden,,
1,ar,سكتة دماغية,,,
1,ru,инсульт,,,
1,pl,udar mózgu,,,
1,zh-Hans,中风,,,
1,hi,लकवा,,,
2,en,ibuprofen,,drug,
2,es,ibuprofeno,,,
2,zh-Hans,布洛芬,,,
3,en,heart attack,,,
3,es,infarto,,,
4,en,attack,,,
4,es,crisis,,,
5,en,drip,,,
6,en,C. difficile,,,
6,es,C. difficile,,,
7,en,vitamin B (12),,,
"""


def base(text=CSV, name="locales/termbase.csv"):
    return termbases.parse(text.encode(), name, "en")


def found(source, target, locale="es"):
    unit = Unit(source, syntax=Syntax.MARKDOWN)
    return list(terms.check(unit, target, locale, base()))


def at(text, locale):
    return [(each.concept.id, text[slice(*each.span)]) for each in base().find(text, locale)]


@pytest.mark.parametrize(
    ("text", "locale", "wanted"),
    [
        ("Strokes come suddenly.", "en", [("1", "Strokes")]),
        ("After a heart attack, or an attack", "en", [("3", "heart attack"), ("4", "attack")]),
        ("A heart. Attack it.", "en", [("4", "Attack")]),
        ("Heart-attack", "en", [("3", "Heart-attack")]),
        ("tras un ICTUS", "es", [("1", "ICTUS")]),
        ("los accidentes cerebrovasculares", "es", [("1", "accidentes cerebrovasculares")]),
        ("tras un ictus", "es-MX", [("1", "ictus")]),
        ("после инсульта", "ru", [("1", "инсульта")]),
        ("po udarze mózgu", "pl", [("1", "udarze mózgu")]),
        ("والسكتة الدماغية", "ar", [("1", "والسكتة الدماغية")]),
        ("سَكْتة دماغيّة", "ar", [("1", "سَكْتة دماغيّة")]),
        ("中风后服用布洛芬", "zh-Hans", [("1", "中风"), ("2", "布洛芬")]),
        ("लकवा", "hi", [("1", "लकवा")]),
        ("breaststroke and stroked", "en", [("1", "stroked")]),
        ("Wash off C. difficile with soap", "en", [("6", "C. difficile")]),
        ("C, difficile. Vitamin B 12", "en", []),
        ("take vitamin B (12).", "en", [("7", "vitamin B (12)")]),
        ("", "es", []),
    ],
)
def test_terms_are_found_inflected_and_the_longest_first(text, locale, wanted):
    assert at(text, locale) == wanted


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("After a stroke", "Tras un ictus", "es"),
        ("After **strokes**", "Tras **accidentes cerebrovasculares**", "es"),
        ("Take ibuprofen.", "Tome ibuprofeno.", "es"),
        ("Take ibuprofen.", "服用布洛芬。", "zh-Hans"),
        ("A drip", "Un gotero", "es"),
        ("A stroke", "Un AVC", "fr"),
        ("A heart attack", "Un infarto", "es"),
        ("See `stroke`", "Ver `stroke`", "es"),
        ("After a stroke", "بعد السكتة الدماغية", "ar"),
        ("Nothing", "Nada", "es"),
    ],
)
def test_a_translation_that_uses_the_terms_has_no_finding(source, target, locale):
    assert found(source, target, locale) == []


@pytest.mark.parametrize(
    ("source", "target", "locale", "severity"),
    [
        ("After a stroke", "Tras un golpe", "es", Severity.MAJOR),
        ("Take ibuprofen.", "Tome paracetamol.", "es", Severity.CRITICAL),
        ("Take ibuprofen.", "服用对乙酰氨基酚。", "zh-Hans", Severity.CRITICAL),
        ("After a stroke", "بعد نوبة قلبية", "ar", Severity.MAJOR),
        ("After a stroke", "После удара", "ru", Severity.MAJOR),
        ("After a stroke", "दौरे के बाद", "hi", Severity.MAJOR),
    ],
)
def test_a_term_that_is_not_there_is_named_with_what_it_should_be(source, target, locale, severity):
    (finding,) = found(source, target, locale)

    assert finding.severity is severity
    assert source[slice(*finding.source_span)] in {"stroke", "ibuprofen"}
    assert "locales/termbase.csv:" in finding.message


def test_a_term_that_is_forbidden_is_named_with_what_to_say():
    (lacking, forbidden) = found("After a stroke", "Tras un derrame")

    assert "“ictus” or “accidente cerebrovascular”" in lacking.message
    assert "“derrame” may not be used" in forbidden.message
    assert forbidden.target_span == (8, 15)


def test_a_term_is_asked_for_once_however_often_it_stands_there():
    assert len(found("Stroke after stroke", "Golpe tras golpe")) == 1


TBX = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><descrip type="subjectField">drug</descrip>
<langSec xml:lang="en"><termSec><term>ibuprofen</term></termSec></langSec>
<langSec xml:lang="es"><termSec><term>ibu<hi>profeno</hi></term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>ibuprofén</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>"""
OLD = """<martif type="TBX"><text><body><termEntry id="c1">
<langSet xml:lang="en"><tig><term>fever</term></tig></langSet>
<langSet xml:lang="es"><ntig><termGrp><term>fiebre</term>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termGrp></ntig></langSet>
</termEntry></body></text></martif>"""


def test_tbx_is_read_in_its_newer_form():
    (concept,) = base(TBX, "locales/termbase.tbx").concepts

    assert (concept.id, concept.subject) == ("c1", "drug")
    shown = [(term.text, term.status.value) for term in concept.terms["es"]]
    assert shown == [("ibuprofeno", "preferred"), ("ibuprofén", "forbidden")]


def test_tbx_is_read_in_its_older_form():
    (concept,) = base(OLD, "locales/termbase.tbx").concepts

    assert [(term.text, term.status.value) for term in concept.terms["es"]] == [
        ("fiebre", "admitted")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no column 'id'"),
        ("id,locale\n", "no column 'term'"),
        ("id,locale,term,colour\n", "an unknown column 'colour'"),
        ("id,locale,term\n1,en,\n", "termbase.csv:2: no term"),
        ("id,locale,term\n,en,x\n", "termbase.csv:2: no id"),
        ("id,locale,term\n1,en,...\n", "termbase.csv:2: the term '...' has neither letter nor"),
        ("id,locale,term\n1,en,\u0301\n", "neither letter nor digit"),
        ("id,locale,term\n1,en,x\n1,klingonese,x\n", "termbase.csv:3: "),
        ("id,locale,term,status\n1,en,x,good\n", "termbase.csv:2: no status 'good'"),
        ("id,locale,term\n1,en,x,y\n", "termbase.csv:2: more cells than columns"),
        (f"id,locale,term\n1,en,{'x' * 201}\n", "termbase.csv:2: a term of 201 characters"),
        ('id,locale,term\n1,en,"x\n', "no valid CSV"),
    ],
)
def test_a_broken_table_is_told_with_its_line(text, words):
    with pytest.raises(TermbaseError, match=re.escape(words)):
        base(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<tbx>", "no valid XML"),
        ("<html/>", "no TBX"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><tbx>&a;</tbx>', "holds entities"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>', "holds entities"),
        ("<tbx>" + "<a>" * 200 + "</a>" * 200 + "</tbx>", "nests too deep"),
        (
            "<tbx><conceptEntry id='1'><langSec xml:lang='en'><termSec/></langSec></conceptEntry></tbx>",
            "no term",
        ),
    ],
)
def test_a_broken_or_hostile_tbx_is_refused(text, words):
    with pytest.raises(TermbaseError, match=re.escape(words)):
        base(text, "locales/termbase.tbx")


def test_a_document_type_that_lies_elsewhere_is_not_looked_at():
    text = '<!DOCTYPE martif SYSTEM "http://127.0.0.1:9/TBX.dtd">' + OLD

    assert len(base(text, "locales/termbase.tbx").concepts) == 1


def test_two_termbases_are_one_too_many(workspace):
    for name in ("csv", "tbx"):
        write(workspace, f"locales/termbase.{name}", "")

    with pytest.raises(TermbaseError, match=r"there are termbase\.tbx and"):
        termbases.read(workspace)


def test_check_asks_for_terms_and_names_a_broken_termbase(salerno, workspace):
    write(workspace, "source/fever.md", "# After a stroke\n")
    assert salerno("-C", workspace.root, "build").status == 0
    assert "[terms]" not in salerno("-C", workspace.root, "check", "-l", "es").out
    write(workspace, "locales/termbase.csv", CSV)
    assert "[terms] “stroke” is “ictus”" in salerno("-C", workspace.root, "check", "-l", "es").out
    write(workspace, "locales/termbase.csv", "id,locale,term\n1,en,\n")
    broken = salerno("-C", workspace.root, "check")

    assert broken.status == 2
    assert "locales/termbase.csv:2: no term" in broken.err


def test_a_term_moves_no_cursor_and_forges_no_line(salerno, workspace):
    write(workspace, "source/stroke.md", "# Stroke\n")
    salerno("-C", workspace.root, "build")
    write(workspace, "locales/termbase.csv", 'id,locale,term\n1,en,stroke\n1,es,"ic\x1b[2J\nx"\n')
    out = salerno("-C", workspace.root, "check", "-l", "es").out

    assert "ic\\x1b[2J x" in out
    assert "\x1b" not in out


def test_a_reviewer_sees_terms_in_both_languages(workspace):
    from salerno.pipeline.build import build
    from salerno.pipeline.sight import sight
    from tests_support import register

    write(workspace, "source/fever.md", "# After a stroke\n")
    write(workspace, "locales/termbase.csv", CSV)
    build(workspace)
    register(workspace, "ana", "clinician")
    seat = desk_of(workspace)
    from salerno.pipeline import decide

    decide.edit(seat, seat.entries()[0], ["Tras un ictus"])
    shown = sight(workspace, seat.content, "es", seat.entries()[0].unit.key).forms[0]
    marked = [
        [part.text for part in text if "term" in part.cues]
        for text in (shown.source_segments, shown.target_segments)
    ]

    assert marked == [["stroke"], ["ictus"]]


@given(st.text(max_size=300), st.sampled_from(["en", "es", "ar", "zh-Hans", "hi", "th", "xx"]))
def test_a_span_is_always_in_the_text(text, locale):
    for each in base().find(text, locale):
        assert 0 <= each.span[0] < each.span[1] <= len(text)


def test_a_large_termbase_is_looked_up_in_no_time_that_grows_with_it():
    rows = "".join(f"{n},en,word{n} thing\n{n},es,palabra{n}\n" for n in range(20_000))
    large = base("id,locale,term\n" + rows)
    large.find("warm up", "en")
    began = time.process_time()
    for _ in range(200):
        large.find(
            "Take word77 thing and rest, then call your doctor if it does not get better. " * 2,
            "en",
        )

    assert time.process_time() - began < 5
    assert large.find("one word77 thing", "en")


def test_a_long_text_and_a_long_word_are_looked_up_in_a_time_that_grows_with_them():
    text = "A heart attack or a stroke. " * 5_000 + "ing" * 100_000
    began = time.process_time()
    found = base().find(text, "en")

    assert time.process_time() - began < 10
    assert len(found) == 10_000


def test_words_that_are_looked_up_at_once_keep_their_own_stems():
    inflected = {"strokes": "stroke", "drips": "drip", "attacks": "attack", "hearts": "heart"}
    wrong = []

    def look() -> None:
        for _ in range(300):
            for many, one in inflected.items():
                if not stems.__wrapped__(many, "en") & stems.__wrapped__(one, "en"):
                    wrong.append(many)

    pace = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=look) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(pace)

    assert not wrong


def test_an_empty_termbase_finds_nothing():
    assert not Termbase()
    assert Termbase().find("stroke", "en") == ()
