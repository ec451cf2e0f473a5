"""Whoever signs knows before what was looked at, for how long, and what would change."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno.edition import changes, hash_of
from salerno.errors import InputError
from salerno.model import Event, EventType, Fate, Role, State
from salerno.pipeline import decide, signoff
from salerno.pipeline.build import build
from salerno.pipeline.content import contents
from salerno.pipeline.figures import figures
from salerno.review.pace import SITTING, seconds_per_entry
from tests_support import clinic, desk_of, key_of, make_workspace, register, sign, write
from trail_support import edition, entry

START = dt.datetime(2040, 1, 1, tzinfo=dt.UTC)


def done(seconds, source="Rest.", kind="approve", **details):
    at = (START + dt.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Event(EventType(kind), "fever", "es", at=at, source=source, **details)


@pytest.mark.parametrize(
    ("events", "gaps"),
    [
        ([], []),
        ([done(0)], []),
        ([done(0, "a"), done(20, "b"), done(50, "c")], [20, 30]),
        ([done(50, "c"), done(0, "a"), done(20, "b")], [20, 30]),
        ([done(0, "a"), done(20, "b", "edit"), done(50, "b"), done(60, "c")], [50, 10]),
        ([done(0, "a"), done(SITTING, "b")], [SITTING]),
        ([done(0, "a"), done(SITTING + 1, "b"), done(SITTING + 9, "c")], [8]),
        ([done(0, "a"), done(5, "b", bulk=True), done(5, "c", bulk=True), done(9, "d")], [9]),
        ([done(0, "a"), done(0, "b"), done(0, "c")], [0, 0]),
        ([done(0, "a"), done(9, "b", "draft"), done(12, "c", "reject")], [12]),
    ],
)
def test_the_pace_of_a_reviewer_is_told_from_entry_to_entry_in_one_sitting(events, gaps):
    assert seconds_per_entry(events) == gaps


@given(st.lists(st.tuples(st.integers(0, 5000), st.sampled_from("abc"))))
def test_no_entry_takes_less_than_nothing_or_longer_than_a_sitting(times):
    gaps = seconds_per_entry([done(at, source) for at, source in times])

    assert all(0 <= gap <= SITTING for gap in gaps)
    assert len(gaps) < max(1, len(times)) or not gaps


def test_changes_tell_what_came_what_went_and_what_says_something_else():
    before = edition([entry("a", "1"), entry("b", "2"), entry("c", "3")]).units
    after = edition([entry("d", "4"), entry("b", "2"), entry("a", "9")]).units

    found = changes(before, after)

    assert [unit.source for unit in found.added] == ["d"]
    assert [(was.targets, now.targets) for was, now in found.changed] == [(("1",), ("9",))]
    assert [unit.source for unit in found.removed] == ["c"]
    assert not changes(before, before)


@given(
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.lists(st.sampled_from("abcdef"), unique=True),
)
def test_what_was_added_to_what_stayed_is_all_there_is(then, now):
    before, after = (edition([entry(source) for source in side]).units for side in (then, now))

    found = changes(before, after)

    assert {unit.source for unit in found.added} == set(now) - set(then)
    assert {unit.source for unit in found.removed} == set(then) - set(now)
    assert not found.changed


@pytest.fixture
def ward(tmp_path):
    workspace = make_workspace(tmp_path / "ward", ("es",), engines=("pseudo",))
    write(workspace, "source/cough.md", "# Cough\n\nTake 3 tablets of 5 mg.\n\nDo not drive.\n")
    build(workspace)
    register(workspace, "ana", "clinician", "linguist")
    register(workspace, "lin", "linguist")
    return workspace


def of(workspace, article="cough"):
    return figures(workspace, next(contents(workspace, [article])), "es")


def test_a_drafted_article_has_nothing_to_sign(ward):
    found = of(ward)

    assert found.units == 3
    assert found.counts[State.DRAFT] == 3
    assert (found.unchanged, found.unchanged_share) == (3, 1.0)
    assert found.reviewers == ()
    assert len(found.reasons) == 3
    assert found.edition is not None
    assert found.since.edition == ""


def test_who_approved_what_is_counted_of_the_texts_that_stand(ward, monkeypatch):
    at = [0]
    monkeypatch.setattr(
        "salerno.store.clock.now",
        lambda: (START + dt.timedelta(seconds=at[0])).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    seat, other = desk_of(ward, "cough"), desk_of(ward, "cough", by="lin")
    cough, dose, _ = seat.entries()
    decide.approve_entries(seat, [cough])
    at[0] = 30
    decide.edit(seat, dose, ["Tome 3 comprimidos de 5 mg."])
    at[0] = 40
    decide.approve_entries(seat, [seat.entries()[1]])
    decide.approve_all(other)

    found = of(ward)

    ana, lin = found.reviewers
    assert (ana.reviewer, ana.name, ana.roles) == ("ana", "Dr. Ana", (Role.CLINICIAN,))
    assert (ana.approved, ana.in_bulk, ana.seconds, ana.timed) == (2, 0, 40, 1)
    assert (lin.reviewer, lin.approved, lin.in_bulk, lin.seconds) == ("lin", 1, 1, None)
    assert found.in_bulk == 1
    assert found.unchanged == 2
    assert found.reasons == ()


def test_what_would_be_signed_is_what_is_signed(ward):
    desk_of(ward, "cough")
    decide.approve_all(desk_of(ward, "cough"))
    before = of(ward)

    signed = sign(ward, "cough")
    after = of(ward)

    assert before.name == signed.edition == hash_of(before.edition)
    assert (after.since.edition, after.since.stands) == (signed.edition, True)
    assert not (after.since.added)
    assert not (after.since.changed)
    assert not (after.since.removed)


def test_the_difference_to_the_last_signed_edition_is_told(tmp_path):
    workspace = clinic(tmp_path / "clinic", articles=("cough",))
    seat = desk_of(workspace, "cough")
    last = seat.entries()[2]
    before = last.targets[0]
    decide.edit(seat, last, ["No conduzca."])
    text = (workspace.source / "cough.md").read_text()
    write(workspace, "source/cough.md", text.replace("Take 3 tablets of 5 mg.", "Wash your hands."))
    build(workspace)

    found = of(workspace).since

    assert found.stands
    assert [unit.source for unit in found.added] == ["Wash your hands."]
    assert [unit.source for unit in found.removed] == ["Take 3 tablets of 5 mg."]
    (changed,) = found.changed
    assert changed.after.targets == ("No conduzca.",)
    kept = [s.text for s in changed.differences[0] if s.fate is not Fate.PUT_IN]
    assert "".join(kept) == before


def test_an_edition_that_lacks_a_signature_is_compared_all_the_same(ward):
    decide.approve_all(desk_of(ward, "cough"))
    half = desk_of(ward, "cough", by="lin")
    signed = signoff.sign_off(half, key_of(ward, "lin"))

    found = of(ward).since

    assert (found.edition, found.stands) == (signed.edition, False)


def test_an_edition_that_is_gone_is_told_and_stops_nothing(tmp_path):
    workspace = clinic(tmp_path / "clinic", articles=("cough",))
    for path in workspace.editions("cough", "es").glob("*.json"):
        path.unlink()

    found = of(workspace)

    assert "gone" in found.since.problem
    assert found.units == 3


def test_waivers_are_listed_with_who_and_why(ward):
    seat = desk_of(ward, "cough")
    decide.edit(seat, seat.entries()[1], ["Tome 4 comprimidos de 5 mg."])
    wrong = seat.entries()[1]
    decide.waive(seat, wrong, check="numbers", reason="one more", key=key_of(ward))

    (waiver,) = of(ward).waivers

    assert (waiver.key, waiver.source) == (wrong.unit.key, "Take 3 tablets of 5 mg.")
    assert waiver.deed.event.reason == "one more"
    assert waiver.deed.who.startswith("ana (clinician")


def test_without_a_translation_there_is_no_edition_to_sign(ward):
    from salerno.store import catalogs

    path = ward.catalog("cough", "es")
    catalogs.change(
        ward,
        path,
        lambda c: replace(c, entries=(replace(c.entries[0], targets=("",)), *c.entries[1:])),
    )

    found = of(ward)

    assert (found.edition, found.name) == (None, "")
    assert found.counts[State.MISSING] == 1
    assert any("missing" in reason for reason in found.reasons)


def test_the_page_chrome_has_figures_too(tmp_path):
    workspace = clinic(tmp_path / "clinic")

    found = of(workspace, "site")

    assert found.since.stands
    assert found.counts[State.APPROVED] == found.units
    assert found.in_bulk == found.units


def test_a_workspace_without_a_uuid_says_so(ward):
    path = ward.root / "salerno.toml"
    path.write_text(
        "\n".join(line for line in path.read_text().split("\n") if not line.startswith("workspace"))
    )
    from salerno.store import workspace as workspaces

    with pytest.raises(InputError, match="names no workspace"):
        of(workspaces.find(ward.root))
