"""From decisions to the state of an entry."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salerno import signing
from salerno.model import Entry, EventType, Previous, Provenance, State, Unit
from salerno.review import History, state_of
from salerno.review.order import in_order
from trail_support import (
    CLINICIAN,
    ENGINE,
    LINGUIST,
    LINGUISTIC,
    PEOPLE,
    REST,
    Trail,
    entry,
    key_of,
)

DIGEST = REST.digest("fever", "es")
APPROVED, REJECTED = State.APPROVED, State.REJECTED


def history(trail):
    return History(trail.events, signing.valid_ids(trail.events, PEOPLE, "en"))


def verdict(trail):
    return history(trail).verdict(DIGEST)


def line_of_decisions(*decisions):
    """Return a ledger of decisions on one text, each on the one before: `approve lin`, …"""
    trail = Trail()
    trail.draft()
    for words in decisions:
        kind, by = words.split()
        trail.add(kind, by, text=REST)
    return trail


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ((), None),
        (("approve lin",), APPROVED),
        (("approve cleo",), APPROVED),
        (("reject lin",), REJECTED),
        (("reject cleo",), REJECTED),
        (("comment lin",), None),
        (("edit lin",), None),
        (("waive cleo",), None),
        (("approve lin", "reject lin"), REJECTED),
        (("approve lin", "reject lea"), REJECTED),
        (("approve cleo", "reject lin"), REJECTED),
        (("approve lin", "comment cleo"), APPROVED),
        (("approve lin", "edit lin"), APPROVED),
        (("reject lin", "approve lin"), APPROVED),
        (("reject lin", "approve lea"), APPROVED),
        (("reject lin", "approve cleo"), APPROVED),
        (("reject cleo", "approve lin"), REJECTED),
        (("reject cleo", "approve carl"), APPROVED),
        (("reject cleo", "approve cleo"), APPROVED),
        (("reject cleo", "approve both"), APPROVED),
        (("reject cleo", "approve lin", "approve carl"), APPROVED),
        (("reject cleo", "approve carl", "reject lin"), REJECTED),
        (("reject cleo", "approve carl", "reject lin", "approve lea"), APPROVED),
        (("reject cleo", "reject lin", "approve lin"), REJECTED),
        (("reject lin", "reject cleo", "approve lin"), REJECTED),
        (("reject cleo", "reject lin", "approve carl"), APPROVED),
        (("reject cleo", "approve carl", "reject cleo", "approve lin"), REJECTED),
        (("approve lin", "reject lin", "approve lin", "reject lin"), REJECTED),
        (("approve lin", "reject lin", "approve lin", "reject lin", "approve lin"), APPROVED),
    ],
)
def test_the_last_decision_counts_and_a_clinicians_no_is_lifted_by_clinicians(decisions, expected):
    assert verdict(line_of_decisions(*decisions)) == expected


def test_the_role_that_counts_is_the_one_acted_in():
    trail = Trail()
    trail.add("reject", "cleo", text=REST)
    trail.add("approve", "both", text=REST, role=LINGUIST)
    assert verdict(trail) is REJECTED
    trail.add("approve", "both", text=REST, role=CLINICIAN)

    assert verdict(trail) is APPROVED


def test_a_no_that_names_nobody_is_no_clinicians():
    trail = Trail()
    trail.add("reject", None, text=REST)
    assert verdict(trail) is REJECTED
    trail.add("approve", "lin", text=REST)

    assert verdict(trail) is APPROVED


def fork(*sides):
    """Return a ledger whose clones decided each for itself: one list of decisions a clone."""
    trail = Trail()
    root = trail.draft()
    for side in sides:
        head = root
        for words in side:
            kind, by = words.split()
            head = trail.add(kind, by, text=REST, on=[head])
    return trail


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ((["approve lin"], ["reject lea"]), REJECTED),
        ((["reject lea"], ["approve lin"]), REJECTED),
        ((["approve cleo"], ["reject lin"]), REJECTED),
        ((["approve lin"], ["approve lea"]), APPROVED),
        ((["reject lin"], ["reject lea"]), REJECTED),
        ((["reject lin", "approve lin"], ["approve lea"]), APPROVED),
        ((["reject lin", "approve lin"], ["reject lea"]), REJECTED),
        ((["reject lin", "approve lin"], ["reject lea", "approve lea"]), APPROVED),
        ((["reject cleo", "approve carl"], ["approve lin"]), APPROVED),
        ((["reject cleo", "approve lin"], ["approve carl"]), REJECTED),
    ],
)
def test_of_concurrent_decisions_reject_wins(sides, expected):
    assert verdict(fork(*sides)) == expected


def test_after_a_merge_an_approval_lifts_what_it_was_made_in_the_knowledge_of():
    trail = fork(["approve lin"], ["reject lea"])
    assert verdict(trail) is REJECTED
    trail.add("approve", "lin", text=REST)

    assert verdict(trail) is APPROVED


def test_a_decision_counts_for_its_very_text_alone():
    trail = line_of_decisions("reject lin")
    other = entry("Rest.", "Repose.")
    trail.add("approve", text=other)

    assert verdict(trail) is REJECTED
    assert history(trail).verdict(other.digest("fever", "es")) is APPROVED
    assert history(trail).verdict("0" * 64) is None


def retracted(*decisions, by, which=-1):
    trail = line_of_decisions(*decisions)
    trail.add("retract", by, from_=trail.events[which].id)
    return trail


@pytest.mark.parametrize(
    ("decisions", "by", "expected"),
    [
        (["approve lin"], "lin", None),
        (["approve lin"], "lea", APPROVED),
        (["approve lin"], "cleo", None),
        (["approve cleo"], "cleo", None),
        (["approve cleo"], "carl", APPROVED),
        (["approve cleo"], "lin", APPROVED),
        (["reject lin"], "lin", None),
        (["reject lin"], "lea", REJECTED),
        (["reject lin"], "cleo", None),
        (["reject cleo"], "lin", REJECTED),
        (["reject cleo"], "carl", REJECTED),
        (["approve lin", "reject lin"], "lin", APPROVED),
        (["approve lin", "reject cleo"], "cleo", APPROVED),
        (["reject lin", "approve lin"], "lin", REJECTED),
    ],
)
def test_one_takes_back_ones_own_and_a_clinician_a_linguists(decisions, by, expected):
    assert verdict(retracted(*decisions, by=by)) == expected


def test_a_retract_that_was_made_without_knowledge_of_the_decision_does_not_hold():
    trail = Trail()
    root = trail.draft()
    approval = trail.add("approve", text=REST, on=[root])
    trail.add("retract", from_=approval.id, on=[root])

    assert verdict(trail) is APPROVED


@pytest.mark.parametrize("target", ["0" * 64, None])
def test_a_retract_of_nothing_is_nothing(target):
    trail = line_of_decisions("approve lin")
    trail.add("retract", from_=target)

    assert verdict(trail) is APPROVED


@pytest.mark.parametrize("kind", [kind for kind in EventType if kind is not EventType.RETRACT])
def test_nothing_but_a_retract_takes_anything_back(kind):
    trail = line_of_decisions("approve lin")
    trail.add(kind, "lin", from_=trail.events[-1].id)

    assert verdict(trail) is APPROVED


def test_a_retract_by_nobody_or_of_nobodys_is_nothing():
    trail = line_of_decisions("approve lin")
    trail.add("retract", None, from_=trail.events[-1].id)
    assert verdict(trail) is APPROVED

    trail = Trail()
    nobodys = trail.add("approve", None, text=REST)
    trail.add("retract", "cleo", from_=nobodys.id)
    assert verdict(trail) is APPROVED


def test_a_retract_is_not_retracted():
    trail = retracted("approve lin", by="lin")
    trail.add("retract", from_=trail.events[-1].id)

    assert verdict(trail) is None


@pytest.mark.parametrize("kind", ["approve", "reject", "comment", "waive", "edit"])
def test_what_can_be_taken_back(kind):
    trail = line_of_decisions(f"{kind} cleo")
    assert len(history(trail).on(DIGEST, EventType(kind))) == 1
    trail.add("retract", "cleo", from_=trail.events[-1].id)

    assert history(trail).on(DIGEST, EventType(kind)) == []


@pytest.mark.parametrize("kind", ["signoff", "withdraw", "classify"])
def test_what_cannot_be_taken_back(kind):
    trail = line_of_decisions(f"{kind} cleo")
    trail.add("retract", "cleo", from_=trail.events[-1].id)

    assert len(history(trail).on(DIGEST, EventType(kind))) == 1


def test_what_is_on_a_text_is_told_by_its_types():
    trail = line_of_decisions("approve lin", "comment lin", "reject lin")
    kinds = [event.type for event in history(trail).on(DIGEST, EventType.REJECT, EventType.APPROVE)]

    assert kinds == [EventType.APPROVE, EventType.REJECT]


PLURAL = Entry(Unit("One pill", source_plural="%d pills"), ("Una pastilla", "%d pastillas"))
WORDS = st.text(st.sampled_from("ab \u00a0\u200f"), min_size=1, max_size=4)


@settings(max_examples=60)
@given(
    st.sampled_from([REST, entry("Rest.", context="verb"), PLURAL]),
    st.sampled_from(["source", "context", "source_plural", "target"]),
    WORDS,
    st.integers(0, 1),
)
def test_an_approval_never_survives_an_edit(before, what, words, form):
    targets = list(before.targets)
    targets[form % len(targets)] = words
    after = (
        replace(before, targets=tuple(targets))
        if what == "target"
        else replace(before, unit=replace(before.unit, **{what: words}))
    )
    trail = Trail()
    trail.add("approve", text=before)
    found = history(trail)

    assert state_of(before, found, "fever", "es") is APPROVED
    if after != before:
        assert state_of(after, found, "fever", "es") is State.TRANSLATED
    assert state_of(before, found, "cough", "es") is State.TRANSLATED
    assert state_of(before, found, "fever", "es-MX") is State.TRANSLATED


STALE = Previous("Rest now.")


@pytest.mark.parametrize(
    ("targets", "fuzzy", "previous", "decision", "state"),
    [
        (("",), False, None, None, State.MISSING),
        (("",), True, STALE, "approve", State.MISSING),
        (("",), False, None, "approve", State.MISSING),
        (("",), False, None, "reject", State.MISSING),
        (("a", ""), False, None, "approve", State.MISSING),
        (("", "b"), True, None, None, State.MISSING),
        ((), False, None, "approve", State.MISSING),
        (("a",), True, Previous(""), None, State.STALE),
        (("a",), True, Previous(None, "noun"), None, State.DRAFT),
        (("a",), True, STALE, None, State.STALE),
        (("a",), True, STALE, "approve", State.STALE),
        (("a",), True, STALE, "reject", State.STALE),
        (("a",), True, None, None, State.DRAFT),
        (("a",), True, None, "approve", State.DRAFT),
        (("a",), True, None, "reject", State.DRAFT),
        (("a",), False, None, "reject", State.REJECTED),
        (("a",), False, STALE, "reject", State.REJECTED),
        (("a",), False, None, "approve", State.APPROVED),
        (("a",), False, STALE, "approve", State.APPROVED),
        (("a", "b"), False, None, "approve", State.APPROVED),
        (("a",), False, None, None, State.TRANSLATED),
        (("a",), False, STALE, None, State.TRANSLATED),
        (("a",), False, None, "comment", State.TRANSLATED),
        (("a",), False, None, "draft", State.TRANSLATED),
    ],
)
def test_the_first_row_that_fits_is_the_state(targets, fuzzy, previous, decision, state):
    text = Entry(Unit("Rest."), targets, fuzzy=fuzzy, previous=previous)
    trail = Trail()
    if decision == "draft":
        trail.draft(text)
    elif decision:
        trail.add(decision, text=text)

    assert state_of(text, history(trail), "fever", "es") is state


@pytest.mark.parametrize("change", [{"signature": None}, {"signature": "AAAA"}])
def test_a_waiver_counts_with_its_signature_alone(change):
    trail = Trail()
    event = trail.add("waive", "cleo", text=REST, check="length", reason="short")
    assert history(trail).waived(DIGEST) == {"length": event}
    trail.events[0] = replace(event, **change)

    assert history(trail).waived(DIGEST) == {}


def test_a_waiver_counts_for_one_text_one_check_and_until_it_is_taken_back():
    trail = Trail()
    event = trail.add("waive", "cleo", text=REST, check="length", reason="short")
    other = entry("Rest.", "Descanse")

    assert set(history(trail).waived(DIGEST)) == {"length"}
    assert history(trail).waived(other.digest("fever", "es")) == {}
    trail.add("retract", "cleo", from_=event.id)
    assert history(trail).waived(DIGEST) == {}


def test_a_waiver_of_no_check_waives_nothing():
    trail = Trail()
    trail.add("waive", "cleo", text=REST)

    assert history(trail).waived(DIGEST) == {}


def test_of_two_waivers_of_one_check_the_later_is_shown():
    trail = Trail()
    trail.add("waive", "cleo", text=REST, check="length", reason="a")
    later = trail.add("waive", "lin", text=REST, check="length", reason="b")

    assert history(trail).waived(DIGEST) == {"length": later}
    assert history_of(reversed(trail.events), trail).waived(DIGEST) == {"length": later}


def history_of(events, trail):
    return History(list(events), signing.valid_ids(trail.events, PEOPLE, "en"))


def test_without_valid_ids_no_signed_event_counts():
    trail = Trail()
    trail.add("waive", "cleo", text=REST, check="length")

    assert History(trail.events).waived(DIGEST) == {}


def test_the_approval_of_a_text_is_its_last():
    trail = line_of_decisions("approve lin", "approve cleo", "comment lin")

    assert history(trail).approval(DIGEST) == trail.events[2]
    assert history(trail).approval("0" * 64) is None
    assert history(line_of_decisions("reject lin")).approval(DIGEST) is None


def test_of_concurrent_approvals_it_is_always_the_same():
    trail = fork(["approve lin"], ["approve lea"])
    expected = min(trail.events[1:], key=lambda event: event.id)

    assert history(trail).approval(DIGEST) == expected
    assert history_of(reversed(trail.events), trail).approval(DIGEST) == expected


def test_the_last_approved_text_of_a_unit_is_found_whatever_it_says_now():
    trail = Trail()
    trail.add("approve", text=REST)
    second = trail.add("approve", text=entry("Rest.", "Repose."))
    trail.add("reject", text=entry("Rest.", "No."))
    trail.add("approve", text=entry("Drink.", "Beba."))
    trail.add("approve", text=entry("Rest.", "Resto.", context="noun"))

    assert history(trail).last_approved((None, "Rest.")) == second
    assert history(trail).last_approved((None, "Sleep.")) is None


def test_an_approval_that_is_on_no_text_approved_none():
    trail = Trail()
    trail.add("approve", source="Rest.", targets=("Descanse.",))

    assert history(trail).last_approved((None, "Rest.")) is None


def test_words_that_the_engine_did_not_know_are_told_once_and_in_order():
    trail = Trail()
    trail.draft()
    trail.draft(reason="again")
    trail.add("draft", None, text=REST, engine=Provenance("a", "b", "c", ("spleen", "drip")))
    trail.add("comment", text=REST)
    trail.add("draft", None, text=REST)

    assert history(trail).unknown_words(DIGEST) == ("drip", "spleen")
    assert history_of(reversed(trail.events), trail).unknown_words(DIGEST) == ("drip", "spleen")
    assert history(trail).unknown_words("0" * 64) == ()
    assert ENGINE.unknown == ("drip",)


TEXTS = [REST, entry("Rest.", "Repose."), entry("Drink.", "Beba.")]
DEEDS = st.tuples(
    st.sampled_from(
        ["approve", "reject", "comment", "edit", "waive", "retract", "signoff", "withdraw"]
    ),
    st.sampled_from(["lin", "cleo", "both"]),
    st.sampled_from(TEXTS),
    st.integers(0, 99),
    st.lists(st.integers(0, 3), max_size=2),
)


@st.composite
def ledgers(draw):
    trail = Trail()
    trail.draft()
    for kind, by, text, target, back in draw(st.lists(DEEDS, max_size=8)):
        known = trail.events
        on = [known[-1 - (step % len(known))] for step in back] or None
        if kind == "retract":
            trail.add(kind, by, on=on, from_=known[target % len(known)].id)
        elif kind in {"signoff", "withdraw"}:
            details = {"meanings": (LINGUISTIC,)} if kind == "signoff" else {}
            trail.add(kind, by, on=on, edition="ab"[target % 2] * 64, **details)
        else:
            check = {"check": "length"} if kind == "waive" else {}
            trail.add(kind, by, on=on, text=text, **check)
    return trail


def told(events):
    """Return all that is asked of a history, of whatever text."""
    found = History(events, signing.valid_ids(events, PEOPLE, "en"))
    digests = [text.digest("fever", "es") for text in TEXTS]
    return [
        found.events,
        *[state_of(text, found, "fever", "es") for text in TEXTS],
        *[found.approval(digest) for digest in digests],
        *[found.last_approved(text.unit.identity) for text in TEXTS],
        *[list(found.waived(digest).items()) for digest in digests],
        *[found.unknown_words(digest) for digest in digests],
        *[found.on(digest, *EventType) for digest in digests],
    ]


@settings(max_examples=60)
@given(ledgers(), st.data())
def test_any_order_of_the_events_gives_one_state(trail, data):
    shuffled = data.draw(st.permutations(trail.events))

    assert told(shuffled) == told(trail.events)


@settings(max_examples=60)
@given(ledgers(), st.data())
def test_the_union_of_two_clones_is_the_same_from_either_side(trail, data):
    """A clone holds an event with all that it stands on."""
    known = {event.id: event for event in trail.events}

    def clone():
        found = {}
        waiting = data.draw(st.lists(st.sampled_from(sorted(known)), max_size=3))
        while waiting:
            event = known[waiting.pop()]
            found[event.id] = event
            waiting += event.parents
        return list(found.values())

    ours, theirs = clone(), clone()

    assert told([*ours, *theirs]) == told([*theirs, *ours])
    assert told([*ours, *theirs]) == told(in_order([*ours, *theirs]))


def test_a_forged_signature_changes_the_state_of_nothing():
    trail = line_of_decisions("approve lin")
    forged = replace(trail.add("waive", "cleo", text=REST, check="x"), signature=None)
    trail.events[-1] = signing.signed(forged, key_of("mallory"))

    assert verdict(trail) is APPROVED
    assert history(trail).waived(DIGEST) == {}
