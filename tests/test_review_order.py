"""Which event came before which, held against the plain closure of their parents."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salerno import signing
from salerno.model import Event, EventType
from salerno.review.order import Order, in_order

NAMES = "abcdefghijklmnop"


def event(name, *parents, at="2026-11-22T10:00:00Z"):
    return Event(EventType.COMMENT, "fever", "es", at=at, id=name, parents=parents)


@st.composite
def trails(draw, largest=14):
    """Return events of any shape; their names say nothing of their order."""
    names = draw(st.permutations(NAMES[: draw(st.integers(1, largest))]))
    made = []
    for number, name in enumerate(names):
        # Mostly near ones, so that runs, forks and merges all come up.
        near = st.integers(max(0, number - 4), number - 1) if number else st.nothing()
        parents = draw(st.lists(near, max_size=3)) if number else []
        made.append(event(name, *(names[parent] for parent in parents)))
    return made


def closure(events):
    """Return, for each event, all that it stands on: the slow way, by the definition."""
    parents = {each.id: set(each.parents) for each in events}
    before = {name: set(found) & parents.keys() for name, found in parents.items()}
    for _ in events:
        for name, known in before.items():
            before[name] = known | {far for near in known for far in before[near]}
    return before


@given(trails())
def test_what_precedes_is_the_closure_of_the_parents(events):
    order, before = Order(events), closure(events)

    for first in before:
        for second in before:
            assert order.precedes(first, second) == (first in before[second])


@given(trails(), st.data())
def test_the_latest_are_those_without_a_descendant_among_them(events, data):
    chosen = data.draw(st.lists(st.sampled_from(events), unique_by=lambda each: each.id))
    before = closure(events)
    expected = [each for each in chosen if not any(each.id in before[other.id] for other in chosen)]

    assert Order(events).latest(chosen) == expected


@given(trails(), st.data())
def test_what_is_unanswered_has_no_descendant_among_the_answers(events, data):
    some = st.lists(st.sampled_from(events), unique_by=lambda each: each.id)
    asked, answers = data.draw(some), data.draw(some)
    before = closure(events)
    expected = [
        each for each in asked if not any(each.id in before[answer.id] for answer in answers)
    ]

    assert Order(events).unanswered(asked, answers) == expected


@given(trails(), st.data())
def test_any_permutation_of_the_events_has_one_order(events, data):
    shuffled = data.draw(st.permutations(events))
    found = in_order(shuffled)

    assert found == in_order(events)
    assert Order(shuffled).events == found
    assert sorted(each.id for each in found) == sorted(each.id for each in events)
    for number, each in enumerate(found):
        assert not {later.id for later in found[number:]} & set(each.parents)


@given(trails())
def test_what_waits_for_nothing_comes_by_id(events):
    found = in_order(events)

    for one, other in pairwise(found):
        assert one.id < other.id or one.id in other.parents


def test_times_say_nothing():
    early, late = event("b", at="2020-01-01T00:00:00Z"), event("a", at="2030-01-01T00:00:00Z")
    order = Order([replace(early, parents=("a",)), late])

    assert order.precedes("a", "b")
    assert not order.precedes("b", "a")


def test_nothing_precedes_itself():
    assert not Order([event("a")]).precedes("a", "a")


def test_a_missing_parent_counts_as_none():
    order = Order([event("a", "gone"), event("b", "a", "gone")])

    assert order.precedes("a", "b")
    assert [each.id for each in order.events] == ["a", "b"]


def test_a_parent_named_twice_is_one_parent():
    order = Order([event("c", "b", "b"), event("b", "a", "a"), event("a")])

    assert [each.id for each in order.events] == ["a", "b", "c"]
    assert order.precedes("a", "c")


def test_an_event_that_stands_there_twice_counts_once():
    assert [each.id for each in in_order([event("a"), event("b", "a"), event("a")])] == ["a", "b"]


def test_events_in_a_loop_are_in_no_order():
    """No ids can be made for such; whoever makes the objects all the same gets an answer."""
    assert in_order([event("a", "b"), event("b", "a"), event("c"), event("d", "d")]) == [event("c")]


def test_of_no_events_none_is_latest():
    assert Order([]).latest([]) == []
    assert Order([event("a")]).unanswered([event("a")], []) == [event("a")]


def line(count):
    return [event(f"{n:06}", *([f"{n - 1:06}"] if n else [])) for n in range(count)]


def ladder(count):
    """Return pairs of events, each on both of the pair before."""
    made, heads = [], ()
    for number in range(0, count, 2):
        pair = [event(f"{number:06}", *heads), event(f"{number + 1:06}", *heads)]
        heads = tuple(each.id for each in pair)
        made += pair
    return made


def diamonds(count):
    """Return forks in two, each merged at once."""
    made = [event("000000")]
    for number in range(1, count - 2, 3):
        left, right = (event(f"{number + n:06}", made[-1].id) for n in range(2))
        made += [left, right, event(f"{number + 2:06}", left.id, right.id)]
    return made


def fan(count):
    """Return many events on one, and one on all of these."""
    made = [event("000000")] + [event(f"{n:06}", "000000") for n in range(1, count - 1)]
    return [*made, event("999999", *(each.id for each in made[1:]))]


def test_a_ledger_that_was_never_merged_is_one_run():
    assert len(Order(line(9))._before) == 1
    assert len(Order(fan(9))._before) == 9


@pytest.mark.parametrize("shape", [line, ladder, diamonds, fan])
def test_ten_thousand_events_of_any_shape_are_no_burden(shape):
    """What grew with the square of the merges took half a gigabyte here; `make bench` has the times."""
    events = shape(10_000)
    order = Order(events)
    first, last = order.events[0].id, order.events[-1].id

    assert order.precedes(first, last)
    assert {each.id for each in order.latest(events)} == set(signing.heads(events))
