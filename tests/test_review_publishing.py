"""Which edition stands."""

from dataclasses import replace
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salerno import signing
from salerno.model import Meaning
from salerno.review import History, Policy, is_complete, standing
from trail_support import LINGUISTIC, MEDICAL, PEOPLE, Trail, key_of

BOTH = (LINGUISTIC, MEDICAL)
NEEDS = Policy(BOTH)
TWO = Policy(BOTH, two_person=True)
OLD, NEW = "a" * 64, "b" * 64


def stands(trail, policy=NEEDS, people=PEOPLE):
    events = trail.events if isinstance(trail, Trail) else trail
    return standing(History(events, signing.valid_ids(events, people, "en")), policy)


def sign(trail, *signs, on=None):
    """Add sign-offs, each on the one before: `lin old`, `both new`; return the last."""
    names = {"old": OLD, "new": NEW}
    last = None
    for words in signs:
        by, edition = words.split()
        meanings = [role.gives for role in PEOPLE[by].roles]
        last = trail.signoff(by, *meanings, edition=names[edition], on=on)
        on = [last]
    return last


def signed(*signs):
    trail = Trail()
    sign(trail, *signs)
    return trail


def test_nothing_stands_before_it_is_signed():
    found = stands(Trail())

    assert (found.edition, found.signoffs, found.signed) == ("", (), ())
    assert found.reasons == ("not signed: linguistic-review, medical-review",)


@pytest.mark.parametrize(
    ("signs", "edition", "given", "reason"),
    [
        (["lin old"], "", (LINGUISTIC,), "not signed: medical-review"),
        (["cleo old"], "", (MEDICAL,), "not signed: linguistic-review"),
        (["lin old", "cleo old"], OLD, BOTH, ""),
        (["cleo old", "lin old"], OLD, BOTH, ""),
        (["both old"], OLD, BOTH, ""),
        (["both old", "both old"], OLD, BOTH, ""),
        (["lin old", "cleo new"], "", (MEDICAL,), "not signed: linguistic-review"),
        (["both old", "lin new"], OLD, (LINGUISTIC,), ""),
        (["both old", "lin new", "cleo new"], NEW, BOTH, ""),
        (["lin old", "cleo old", "both new"], NEW, BOTH, ""),
        (["lin new", "both old", "cleo new"], NEW, BOTH, ""),
        (["both new", "both old"], OLD, BOTH, ""),
    ],
)
def test_the_latest_edition_with_every_meaning_stands(signs, edition, given, reason):
    found = stands(signed(*signs))

    assert (found.edition, found.signed) == (edition, given)
    assert found.reasons == ((reason,) if reason else ())


def test_the_sign_offs_that_count_are_those_of_the_edition():
    trail = signed("both old", "lin new", "cleo new")

    assert stands(trail).signoffs == tuple(trail.events[1:])


def test_the_old_edition_stays_up_while_the_new_one_lacks_a_meaning():
    trail = signed("both old", "lin new")

    assert (stands(trail).edition, stands(trail).signoffs) == (OLD, (trail.events[0],))


@pytest.mark.parametrize("required", [(LINGUISTIC,), (MEDICAL,), BOTH, (MEDICAL, LINGUISTIC)])
def test_only_what_is_required_is_asked_for(required):
    found = stands(signed("lin old"), Policy(required))

    assert bool(found.edition) == (required == (LINGUISTIC,))
    assert found.signed == (LINGUISTIC,)


def test_what_lacks_is_named_in_the_policys_order():
    found = stands(Trail(), Policy((MEDICAL, LINGUISTIC)))

    assert found.reasons == ("not signed: medical-review, linguistic-review",)


PERSON = {"both": ("both", BOTH), "lin": ("lin", (LINGUISTIC,)), "cleo": ("cleo", (MEDICAL,))}
TWO_PERSON = [
    (["both"], False),
    (["both", "both"], False),
    (["lin", "cleo"], True),
    (["lin", "lin"], None),
    (["cleo", "cleo"], None),
    (["both", "lin"], True),
    (["both", "cleo"], True),
    (["lin", "lea", "cleo"], True),
    (["both", "carl"], True),
    (["lin", "lea"], None),
]


@pytest.mark.parametrize(("people", "complete"), TWO_PERSON)
def test_with_two_person_the_meanings_come_from_two_people(people, complete):
    for signers in permutations(people):
        trail = signed(*(f"{by} old" for by in signers))
        found = stands(trail, TWO)

        assert found.edition == (OLD if complete else "")
        assert is_complete(trail.events, TWO) == bool(complete)
        assert is_complete(trail.events, NEEDS) == (complete is not None)
        if complete is False:
            assert found.reasons == ("the sign-offs must come from two people",)
        if complete is None:
            assert found.reasons[0].startswith("not signed: ")


@pytest.mark.parametrize("split", list(product([(), (LINGUISTIC,), (MEDICAL,), BOTH], repeat=2)))
def test_every_way_in_which_two_people_can_share_the_meanings(split):
    trail = Trail()
    for by, meanings in zip(("both", "other"), split, strict=True):
        trail.signoff(by, *meanings)
    given = set(split[0]) | set(split[1])

    assert is_complete(trail.events, NEEDS) == (given == set(BOTH))
    assert is_complete(trail.events, TWO) == (given == set(BOTH) and all(split))


def test_one_meaning_from_two_people_takes_two_signatures():
    needs = Policy((MEDICAL,), two_person=True)

    assert not stands(signed("cleo old"), needs).edition
    assert not stands(signed("cleo old", "cleo old"), needs).edition
    assert stands(signed("cleo old", "carl old"), needs).edition == OLD


def test_a_sign_off_by_nobody_gives_nothing():
    event = replace(signed("both old").events[0], actor=None)

    assert not is_complete([event], NEEDS)


def withdraw(trail, edition=OLD, **details):
    return trail.add("withdraw", "cleo", edition=edition, reason="wrong", **details)


def test_a_withdrawn_edition_does_not_stand():
    trail = signed("both old")
    withdraw(trail)
    found = stands(trail)

    assert (found.edition, found.signoffs, found.signed) == ("", (), ())
    assert found.reasons == ("not signed: linguistic-review, medical-review",)


def test_a_withdrawal_is_of_its_edition_alone():
    trail = signed("both old", "both new")
    withdraw(trail, NEW)
    assert stands(trail).edition == OLD
    withdraw(trail, OLD)
    assert stands(trail).edition == ""


def test_a_withdrawal_of_no_edition_takes_nothing_down():
    trail = signed("both old")
    trail.add("withdraw", "cleo")

    assert stands(trail).edition == OLD


def test_to_stand_again_an_edition_is_signed_again_for_every_meaning():
    trail = signed("both old")
    withdraw(trail)
    sign(trail, "lin old", on=trail.events[-1:])
    assert stands(trail).reasons == ("not signed: medical-review",)
    sign(trail, "cleo old", on=trail.events[-1:])

    assert stands(trail).edition == OLD
    assert stands(trail).signoffs == tuple(trail.events[2:])


def test_a_withdrawal_beats_a_sign_off_that_did_not_know_of_it():
    trail = Trail()
    root = trail.draft()
    sign(trail, "lin old", "cleo old", on=[root])
    withdraw(trail, on=[trail.events[1]])

    assert stands(trail).edition == ""
    assert stands(trail).signed == ()


def test_a_withdrawal_before_the_sign_off_has_been_answered_by_it():
    trail = Trail()
    withdraw(trail)
    sign(trail, "both old", on=trail.events)

    assert stands(trail).edition == OLD


@pytest.mark.parametrize("change", [{"signature": None}, {"signature": "AAAA"}])
def test_a_withdrawal_without_its_signature_is_none(change):
    trail = signed("both old")
    withdraw(trail)
    trail.events[-1] = replace(trail.events[-1], **change)

    assert stands(trail).edition == OLD
    assert [problem.holds_back for problem in problems(trail)] == [True]


def problems(trail):
    return list(
        signing.problems_of(trail.events, PEOPLE, article="fever", locale="es", source_locale="en")
    )


def test_two_complete_editions_at_the_same_time_stand_against_each_other():
    trail = Trail()
    root = trail.draft()
    sign(trail, "both old", on=[root])
    sign(trail, "both new", on=[root])
    found = stands(trail)

    assert (found.edition, found.signoffs) == ("", ())
    assert found.reasons == (
        (
            f"two editions were signed at the same time ({OLD[:16]} and {NEW[:16]}): "
            "sign or withdraw one of them"
        ),
    )
    assert found.signed == BOTH


@pytest.mark.parametrize(("one", "other"), ["ab", "cd", "ef", "12", "34"])
def test_editions_that_stand_against_each_other_are_named_in_order(one, other):
    trail = Trail()
    root = trail.draft()
    trail.signoff("both", *BOTH, edition=one * 64, on=[root])
    trail.signoff("both", *BOTH, edition=other * 64, on=[root])

    assert f"({one * 16} and {other * 16})" in stands(trail).reasons[0]


@pytest.mark.parametrize(("by", "stands_now"), [("both", True), ("lin", True)])
def test_who_knows_of_both_signs_one_of_them_again(by, stands_now):
    trail = Trail()
    root = trail.draft()
    sign(trail, "both old", on=[root])
    sign(trail, "both new", on=[root])
    heads = [event for event in trail.events if event.id in signing.heads(trail.events)]
    sign(trail, f"{by} new", on=heads)

    assert stands(trail).edition == (NEW if stands_now else "")


def test_who_knows_of_both_withdraws_one_of_them():
    trail = Trail()
    root = trail.draft()
    sign(trail, "both old", on=[root])
    sign(trail, "both new", on=[root])
    withdraw(trail, NEW)

    assert stands(trail).edition == OLD


def test_two_editions_begun_at_the_same_time_both_lack_something():
    trail = Trail()
    root = trail.draft()
    sign(trail, "lin old", on=[root])
    sign(trail, "cleo new", on=[root])

    assert stands(trail).reasons == ("not signed: linguistic-review, medical-review",)
    assert stands(trail).signed == ()


def test_a_complete_edition_stands_against_one_that_was_begun_at_the_same_time():
    trail = Trail()
    root = trail.draft()
    sign(trail, "both old", on=[root])
    sign(trail, "lin new", on=[root])

    assert (stands(trail).edition, stands(trail).signed) == (OLD, (LINGUISTIC,))


def test_a_key_found_out_later_takes_its_editions_down():
    trail = signed("lin old", "cleo old", "lin new", "carl new")
    compromised = PEOPLE | {"carl": replace(PEOPLE["carl"], compromised=True)}

    assert stands(trail).edition == NEW
    assert stands(trail, people=compromised).edition == OLD


@pytest.mark.parametrize(
    "change", [{"signature": None}, {"edition": "c" * 64}, {"meanings": BOTH}, {"edition": None}]
)
def test_a_changed_sign_off_gives_nothing(change):
    trail = signed("lin old", "cleo old")
    event = replace(trail.events[-1], **change)
    trail.events[-1] = replace(event, id=signing.id_of(event))

    assert stands(trail).edition == ""


def test_a_sign_off_of_no_edition_gives_nothing():
    trail = Trail()
    trail.signoff("both", *BOTH, edition=None)

    assert stands(trail).reasons == ("not signed: linguistic-review, medical-review",)


def test_somebody_elses_signature_gives_nothing():
    trail = signed("lin old", "cleo old")
    trail.events[-1] = signing.signed(trail.events[-1], key_of("lin"))

    assert stands(trail).edition == ""


def test_a_comment_between_takes_nothing_away():
    trail = signed("lin old")
    trail.add("comment", reason="hm")
    sign(trail, "cleo old", on=trail.events[-1:])

    assert stands(trail).edition == OLD


@pytest.mark.parametrize(
    ("ours", "theirs", "together"),
    [
        (Policy(BOTH), Policy((MEDICAL,)), Policy(BOTH)),
        (Policy((LINGUISTIC,)), Policy((MEDICAL,)), Policy(BOTH)),
        (
            Policy((LINGUISTIC,)),
            Policy((LINGUISTIC,), two_person=True),
            TWO_LINGUISTIC := Policy((LINGUISTIC,), two_person=True),
        ),
        (TWO_LINGUISTIC, Policy(()), TWO_LINGUISTIC),
        (Policy(()), Policy(()), Policy(())),
    ],
)
def test_the_stricter_of_two_policies_asks_for_what_both_ask(ours, theirs, together):
    assert ours.stricter(theirs.required, theirs.two_person) == together


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["lin", "cleo", "both", "withdraw"]),
        st.sampled_from([OLD, NEW]),
        st.lists(st.integers(0, 3), max_size=2),
    ),
    max_size=8,
)


def played(acts):
    trail = Trail()
    trail.draft()
    for who, name, back in acts:
        known = trail.events
        on = [known[-1 - (step % len(known))] for step in back] or None
        if who == "withdraw":
            withdraw(trail, name, on=on)
        else:
            trail.signoff(who, *(r.gives for r in PEOPLE[who].roles), edition=name, on=on)
    return trail


@settings(max_examples=150)
@given(ACTS, st.sampled_from([NEEDS, TWO, Policy((MEDICAL,))]), st.data())
def test_any_order_of_the_events_lets_the_same_edition_stand(acts, policy, data):
    trail = played(acts)

    assert stands(data.draw(st.permutations(trail.events)), policy) == stands(trail, policy)


@settings(max_examples=150)
@given(ACTS, st.sampled_from([NEEDS, TWO, Policy((MEDICAL,))]))
def test_what_stands_was_signed_for_all_that_is_asked_and_not_withdrawn_since(acts, policy):
    trail = played(acts)
    found = stands(trail, policy)
    given = {meaning for event in found.signoffs for meaning in event.meanings}

    assert bool(found.edition) != bool(found.reasons)
    assert all(event.edition == found.edition for event in found.signoffs)
    if found.edition:
        order = History(trail.events).order
        assert given >= set(policy.required)
        assert not policy.two_person or len({event.actor.id for event in found.signoffs}) > 1
        for event in trail.events:
            if event.type == "withdraw" and event.edition == found.edition:
                assert all(order.precedes(event.id, sign.id) for sign in found.signoffs)


@settings(max_examples=100)
@given(ACTS)
def test_who_knows_of_everything_and_withdraws_it_all_leaves_nothing_up(acts):
    trail = played(acts)
    for name in (OLD, NEW):
        withdraw(trail, name)

    assert stands(trail).edition == ""


def test_meanings_are_named_as_the_contract_names_them():
    assert [str(meaning) for meaning in Meaning] == ["linguistic-review", "medical-review"]
