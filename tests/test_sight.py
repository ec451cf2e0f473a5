"""A reviewer sees of an entry what there is to see, from files as people leave them."""

import json
import time
from dataclasses import replace

import pytest

from salerno.errors import InputError
from salerno.model import Cue, EventType, Fate, Kind, Previous, Severity, State
from salerno.page.listing import Origin
from salerno.pipeline import decide
from salerno.pipeline.build import build
from salerno.pipeline.content import contents, entries
from salerno.pipeline.extract import extract
from salerno.pipeline.recall import Recall
from salerno.pipeline.sight import sight
from salerno.pipeline.update import update
from salerno.store import catalogs
from tests_support import clinic, desk_of, key_of, make_workspace, register, write

ARTICLE = """---
title: Fever
description: What to do.
---

# Fever

<!-- salerno: note=Said to adults -->
Take **2** tablets of 500 mg, unless your doctor says no.

## At night

- Drink water.
- Do not drive.

<!-- salerno: context=noun -->
Rest

## By day

<!-- salerno: note=Once more -->
Take **2** tablets of 500 mg, unless your doctor says no.
"""
DOSE = "Take **2** tablets of 500 mg, unless your doctor says no."
TARGETS = {
    "es": "Tome **2** comprimidos de 500 mg, salvo que su médico diga que no.",
    "ar": "خذ قرصين من ٥٠٠ ملغ، إلا إذا قال طبيبك لا.",
    "hi": "500 मि.ग्रा. की **2** गोलियाँ लें, जब तक डॉक्टर मना न करे।",
    "zh-Hans": "服用**2**片，每片500毫克，除非医生说不可以。",
    "th": "กิน **2** เม็ด ขนาด 500 มก. เว้นแต่แพทย์ห้าม",
}


@pytest.fixture
def ward(tmp_path):
    """Make a workspace in five scripts, drafted, with ana who may do anything."""
    locales = tuple(TARGETS)
    workspace = make_workspace(tmp_path / "ward", locales, engines=("memory", "pseudo"))
    write(workspace, "source/fever.md", ARTICLE)
    build(workspace)
    register(workspace, "ana", "clinician", "linguist", locales=locales)
    return workspace


def seen(workspace, source=DOSE, locale="es", article="fever"):
    content = next(contents(workspace, [article]))
    (key,) = (unit.key for unit in content.units if unit.source == source)
    return sight(workspace, content, locale, key)


def entry_of(seat, source=DOSE):
    return next(entry for entry in seat.entries() if entry.unit.source == source)


def mended(workspace, target, locale="es", source=DOSE):
    seat = desk_of(workspace, locale=locale)
    decide.edit(seat, entry_of(seat, source), [target])
    return seat


def joined(segments):
    return "".join(segment.text for segment in segments)


def test_a_draft_is_seen_as_one_with_where_it_stands(ward):
    found = seen(ward)

    assert (found.article, found.locale, found.state) == ("fever", "es", State.DRAFT)
    assert found.is_unchanged_draft
    assert found.origin is Origin.MACHINE
    assert found.draft.is_same
    assert found.draft.event.engine.name == "pseudo"
    assert found.last_approved is None
    assert found.matches == ()
    assert found.is_memory_whole
    around = found.surroundings
    assert (around.kind, around.path) == (Kind.PARAGRAPH, ("Fever",))
    assert around.notes == ("Said to adults", "Once more")
    assert [place.line for place in around.places] == [9, 22]
    assert [block.source for block in around.before] == ["What to do.", "Fever"]
    assert [(block.kind, block.path) for block in around.after] == [
        (Kind.HEADING, ("Fever",)),
        (Kind.LIST_ITEM, ("Fever", "At night")),
    ]
    assert around.position < around.total
    assert all(block.targets and block.state is State.DRAFT for block in around.before)


@pytest.mark.parametrize("locale", TARGETS)
def test_quantities_and_negations_stand_out_in_both_texts(ward, locale):
    mended(ward, TARGETS[locale], locale)

    (form,) = seen(ward, locale=locale).forms

    assert (form.source, form.target) == (DOSE, TARGETS[locale])
    assert joined(form.source_segments) == form.source
    assert joined(form.target_segments) == form.target
    for segments in (form.source_segments, form.target_segments):
        shown = [h for segment in segments for h in segment.highlights]
        said = {(h.value, h.unit) for h in shown if h.cue is Cue.QUANTITY}
        assert ("500", "milligram") in said
        assert "2" in {value for value, _ in said}
        assert locale == "th" or any(h.cue is Cue.NEGATION for h in shown)
    assert form.source_words == 11
    assert form.target_words > 8


def test_a_finding_shows_its_place_until_somebody_answers_for_it(ward):
    seat = mended(ward, "Tome **2** comprimidos de 50 mg, salvo que su médico diga que no.")
    found = seen(ward)

    assert found.risk == "critical-finding"
    ((form, finding),) = found.open_findings
    assert (form, finding.severity) == (0, Severity.CRITICAL)
    (shown,) = [s for s in found.forms[0].target_segments if Cue.FINDING in s.cues]
    assert shown.text == "50"
    assert shown.highlights[0].finding == finding

    decide.waive(seat, entry_of(seat), check="numbers", reason="half the dose", key=key_of(ward))
    after = seen(ward)

    assert not after.open_findings
    assert after.risk == "number"
    (waived,) = after.forms[0].found
    assert waived.waiver.event.reason == "half the dose"
    assert waived.waiver.counts
    assert waived.waiver.who.startswith("ana (clinician; Dr. Ana")


def test_the_history_of_a_unit_is_told_in_order_with_what_no_longer_counts(ward):
    seat = mended(ward, TARGETS["es"])
    decide.comment(seat, entry_of(seat), reason="who says so?")
    decide.approve_entries(seat, [entry_of(seat)])
    event = decide.reject(seat, entry_of(seat), reason="no", category="style", severity="minor")
    decide.retract(seat, event.id)
    decide.approve_entries(seat, [entry_of(seat, "Drink water.")])

    found = seen(ward)

    assert [(done.event.type, done.counts) for done in found.history] == [
        (EventType.DRAFT, True),
        (EventType.EDIT, True),
        (EventType.COMMENT, True),
        (EventType.APPROVE, True),
        (EventType.REJECT, False),
        (EventType.RETRACT, True),
    ]
    assert found.history[0].who.startswith("pseudo (en-es; salerno")
    assert found.history[4].event.reason == "no"
    assert [done.event.reason for done in found.comments] == ["who says so?"]
    assert found.state is State.APPROVED


def test_a_mended_text_is_compared_with_the_draft_and_with_what_was_approved(ward):
    seat = mended(ward, TARGETS["es"])
    decide.approve_entries(seat, [entry_of(seat)])
    mended(ward, TARGETS["es"].replace("500", "250"))

    found = seen(ward)

    assert found.state is State.TRANSLATED
    assert found.origin is Origin.EDITED
    assert not found.is_unchanged_draft
    assert not found.draft.is_same
    assert [s for s in found.last_approved.differences[0] if s.fate is not Fate.KEPT] == [
        replace(found.last_approved.differences[0][1], text="500"),
        replace(found.last_approved.differences[0][2], text="250"),
    ]
    after = [s.text for s in found.draft.differences[0] if s.fate is not Fate.TAKEN_OUT]
    assert "".join(after) == found.entry.targets[0]


def test_what_was_approved_for_a_like_text_in_any_article_is_remembered(ward):
    write(ward, "source/cough.md", f"# Cough\n\n{DOSE.replace('500', '250')}\n")
    build(ward)
    seat = mended(ward, TARGETS["es"])
    like = DOSE.replace("500", "250")
    assert seen(ward, like, article="cough").matches == ()

    decide.approve_entries(seat, [entry_of(seat)])
    (match,) = seen(ward, like, article="cough").matches

    assert match.like.approval.targets == (TARGETS["es"],)
    assert match.like.approval.article == "fever"
    assert 90 < match.like.percent < 100
    assert [s.text for s in match.difference if s.fate is not Fate.KEPT] == ["500", "250"]
    assert seen(ward).matches == ()

    mended(ward, TARGETS["es"].replace("Tome", "Beba"))
    assert len(seen(ward, like, article="cough").matches) == 1  # what was approved, was approved
    reject = {"reason": "no", "category": "style", "severity": "major"}
    mended(ward, TARGETS["es"])
    decide.reject(seat, entry_of(seat), **reject)
    assert seen(ward, like, article="cough").matches == ()


def test_a_ledger_that_somebody_edited_gives_no_matches_and_is_told(ward):
    write(ward, "source/cough.md", "# Cough\n\nDrink water.\n")
    build(ward)
    seat = desk_of(ward)
    decide.approve_entries(seat, [entry_of(seat, "Drink water.")])
    assert seen(ward, "Drink water.", article="cough").matches

    path = ward.ledger("fever", "es")
    path.write_bytes(path.read_bytes().replace(b'"type":"approve"', b'"type":"comment"'))

    assert not seen(ward, "Drink water.", article="cough").matches
    assert seen(ward).problems
    assert seen(ward).history == ()


def test_a_large_workspace_is_remembered_bit_by_bit(ward, monkeypatch):
    monkeypatch.setattr("salerno.pipeline.recall._AT_ONCE", 1)
    for number in range(3):
        write(ward, f"source/a{number}.md", f"# A{number}\n\nDrink water.\n")
    build(ward)
    for number in range(3):
        seat = desk_of(ward, f"a{number}")
        decide.approve_entries(seat, [entry_of(seat, "Drink water.")])
    unit, known = seen(ward, "Drink water.").entry.unit, Recall()

    looks = [known.like(ward, "fever", "es", unit) for _ in range(5)]

    assert [is_whole for _, is_whole in looks] == [False, False, False, True, True]
    assert looks[0][0][0].times == 1
    assert looks[-1][0][0].times == 3


def test_plural_forms_are_seen_each_with_its_own_source(ward):
    content = next(contents(ward, ["site"]))
    unit = next(unit for unit in content.units if unit.source_plural)

    found = sight(ward, content, "ar", unit.key)

    assert len(found.forms) == len(found.entry.targets) == 6
    assert {form.source for form in found.forms} == {unit.source, unit.source_plural}
    assert all(joined(form.target_segments) == form.target for form in found.forms)
    assert found.surroundings.kind is Kind.MESSAGE
    assert found.surroundings.before or found.surroundings.after


def test_a_context_tells_units_apart_and_an_unknown_key_is_refused(ward):
    assert seen(ward, "Rest").entry.unit.context == "noun"

    with pytest.raises(InputError, match="no unit 'abc' in fever"):
        sight(ward, next(contents(ward, ["fever"])), "es", "abc")


def test_an_entry_without_a_translation_is_seen_too(ward):
    path = ward.catalog("fever", "es")
    catalogs.change(ward, path, lambda c: replace(c, entries=tuple(replace(e, targets=("",)) for e in c.entries)))  # fmt: skip

    found = seen(ward)

    assert found.state is State.MISSING
    assert not found.open_findings
    assert found.forms[0].target_segments == ()
    assert found.forms[0].target_words == 0
    assert not found.draft.is_same


def test_a_stale_entry_is_compared_with_what_it_was_written_for(ward):
    seat = mended(ward, TARGETS["es"])
    decide.approve_entries(seat, [entry_of(seat)])
    write(ward, "source/fever.md", ARTICLE.replace("500", "250"))
    extract(ward)
    update(ward)

    found = seen(ward, DOSE.replace("500", "250"))

    assert found.state is State.STALE
    assert found.entry.previous == Previous(DOSE)
    assert [s.text for s in found.source_change if s.fate is not Fate.KEPT] == ["500", "250"]
    assert found.history == ()
    assert found.last_approved.event.source == DOSE
    assert found.last_approved.is_same


def test_looking_writes_nothing(ward):
    before = {path: path.read_bytes() for path in ward.root.rglob("*") if path.is_file()}

    seen(ward)

    after = {path: path.read_bytes() for path in ward.root.rglob("*") if path.is_file()}
    assert before == after


def test_the_whole_of_a_published_clinic_can_be_looked_at(tmp_path):
    workspace = clinic(tmp_path / "clinic", locales=("es", "ar"), articles=("fever", "cough"))
    for slug in ("site", "fever", "cough"):
        content = next(contents(workspace, [slug]))
        for locale in ("es", "ar"):
            for entry in entries(workspace, content, locale):
                found = sight(workspace, content, locale, entry.unit.key)
                assert found.state is State.APPROVED
                assert found.last_approved.is_same
                assert [joined(form.target_segments) for form in found.forms] == list(entry.targets)


def test_the_terminal_tells_what_became_of_source_and_translation(ward, salerno, monkeypatch):
    import io

    seat = mended(ward, TARGETS["es"])
    decide.approve_entries(seat, [entry_of(seat)])
    mended(ward, TARGETS["es"].replace("500", "250"))
    write(ward, "source/fever.md", ARTICLE.replace("no.", "yes."))
    extract(ward)
    update(ward)
    monkeypatch.setattr("sys.stdin", io.StringIO("s\n" * 9))

    out = salerno("-C", ward.root, "review", "fever", "-l", "es", "--as", "ana").out

    assert "Since the last approved text: Tome **2** comprimidos de [-500-]{+250+} mg" in out
    assert "Since it was translated, the source: Take **2** tablets of 500 mg, unless" in out
    assert "doctor says [-no-]{+yes+}." in out


def test_an_entry_among_a_hundred_costs_little(tmp_path):
    workspace = make_workspace(tmp_path / "big", ("es",), engines=("pseudo",))
    lines = [f"Take {n} tablets of {n * 5} mg every {n % 12 + 1} hours, **unless** told not to." for n in range(1, 100)]  # fmt: skip
    write(workspace, "source/fever.md", "# Fever\n\n" + "\n\n".join(lines) + "\n")
    build(workspace)
    register(workspace, "ana", "clinician", "linguist")
    seat = desk_of(workspace)
    decide.approve_entries(seat, seat.entries())
    seen(workspace, lines[0])

    spent = []
    for line in lines[:20]:
        begun = time.process_time()
        seen(workspace, line)
        spent.append(time.process_time() - begun)

    assert sorted(spent)[10] < 0.1  # 0.01 on a desk


def test_a_sight_says_nothing_that_json_cannot(ward):
    found = seen(ward)

    assert json.dumps([[s.text, list(s.cues)] for s in found.forms[0].source_segments])
