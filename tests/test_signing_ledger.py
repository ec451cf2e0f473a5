"""What verification finds in the events of one article in one locale."""

from dataclasses import replace

import pytest

from salerno import signing
from salerno.model import EventType
from trail_support import (
    AT,
    CLINICIAN,
    ENGINE,
    LINGUIST,
    LINGUISTIC,
    MEDICAL,
    PEOPLE,
    REST,
    Trail,
    entry,
    key_of,
    reviewer,
)

LATER = "2026-11-22T10:00:01Z"
NOBODY = "lin, who is no reviewer here"


def problems(trail, people=PEOPLE, article="fever", locale="es", source_locale="en"):
    events = trail.events if isinstance(trail, Trail) else trail
    return list(
        signing.problems_of(
            events, people, article=article, locale=locale, source_locale=source_locale
        )
    )


def words(found):
    return [problem.what for problem in found]


def whole_trail():
    """Return a ledger in which everything happens once, forks and merges too."""
    trail = Trail()
    draft = trail.draft()
    edit = trail.add("edit", "lin", text=entry("Rest.", "Repose."))
    one = trail.add("approve", "lin", text=REST, on=[edit])
    two = trail.add("reject", "cleo", text=REST, on=[edit], reason="no")
    trail.add("comment", "lin", text=REST, reason="hm", at=LATER)
    trail.add("retract", "cleo", from_=two.id, at=LATER)
    trail.add("waive", "cleo", text=REST, check="length", reason="short", at=LATER)
    trail.signoff("lin", LINGUISTIC, at=LATER)
    trail.signoff("cleo", MEDICAL, at=LATER)
    trail.add("withdraw", "cleo", edition="e" * 64, reason="wrong", at=LATER)
    assert draft.parents == ()
    assert one.parents == two.parents
    return trail


def test_nothing_is_wrong_with_a_sound_ledger():
    assert problems(whole_trail()) == []
    assert problems([]) == []


def test_every_signed_event_of_a_sound_ledger_counts():
    trail = whole_trail()
    valid = signing.valid_ids(trail.events, PEOPLE, "en")

    assert set(valid) == {event.id for event in trail.events if event.type.is_signed}
    assert len(set(valid)) == 4


def test_an_event_twice_is_named():
    events = whole_trail().events
    (found,) = problems([*events, events[3]])

    assert (found.what, found.event) == ("an event stands in it twice", "")
    assert found.holds_back


def test_an_event_of_another_article_or_locale_is_named():
    trail = whole_trail()
    there = problems(trail, article="cough")

    assert {problem.what for problem in there} == {"belongs to fever in es"}
    assert [problem.event for problem in there] == [event.id for event in trail.events]
    assert all(problem.holds_back for problem in there)
    assert words(problems(trail, locale="fr")) == ["belongs to fever in es"] * len(trail.events)


@pytest.mark.parametrize("position", range(9))
def test_a_missing_parent_is_named_in_each_of_its_children(position):
    events = whole_trail().events
    gone = events[position]
    children = [event.id for event in events if gone.id in event.parents]
    found = problems([event for event in events if event is not gone])

    assert children
    assert [problem.event for problem in found] == children
    assert words(found) == [f"its parent {gone.id[:12]} is missing"] * len(children)
    assert all(problem.holds_back for problem in found)


def test_the_newest_event_is_missed_by_nobody():
    assert problems(whole_trail().events[:-1]) == []


def test_an_event_older_than_its_parent_is_named():
    trail = Trail()
    trail.draft(at=LATER)
    late = trail.add("approve", text=REST, at=AT)
    (found,) = problems(trail)

    assert (found.event, found.holds_back) == (late.id, True)
    assert found.what == "is older than the event that it was appended on"


def test_events_of_one_second_are_in_order():
    trail = Trail()
    trail.draft()
    trail.add("approve", text=REST)

    assert problems(trail) == []


@pytest.mark.parametrize("kind", [kind for kind in EventType if kind is not EventType.DRAFT])
def test_all_but_a_draft_needs_an_actor(kind):
    trail = Trail()
    event = trail.add(kind, None)
    (found,) = problems(trail)

    assert (found.what, found.event, found.holds_back) == (
        f"{kind} without an actor",
        event.id,
        True,
    )


@pytest.mark.parametrize(
    ("by", "engine"),
    [("lin", None), ("lin", ENGINE), (None, None)],
    ids=["person", "both", "nobody"],
)
def test_a_draft_is_an_engines(by, engine):
    trail = Trail()
    event = trail.add("draft", by, text=REST, engine=engine)
    (found,) = problems(trail)

    assert (found.what, found.event) == ("a draft that is not an engine's", event.id)
    assert found.holds_back


def test_an_engine_does_nothing_but_draft():
    trail = Trail()
    trail.add("approve", "lin", text=REST, engine=ENGINE)
    trail.add("approve", None, text=REST, engine=ENGINE)

    assert words(problems(trail)) == ["approve without an actor"] * 2


def test_a_loop_in_forged_objects_ends_too():
    one = Trail().draft()
    two = replace(one, id="2" * 64, parents=(one.id, "2" * 64))
    looped = [replace(one, parents=(two.id,)), two]

    assert problems(looped) == []
    assert signing.heads(looped) == ()


def test_a_decision_whose_digest_is_of_another_text_is_named():
    trail = whole_trail()
    assert list(signing.misread(trail.events)) == []
    lie = trail.add("approve", text=REST)
    lie = replace(lie, targets=("No descanse.",))
    (found,) = signing.misread([*trail.events, lie])

    assert (found.what, found.event) == ("its digest is not that of its texts", lie.id)
    assert found.holds_back


@pytest.mark.parametrize(
    "change",
    [
        {"source": "Rest!"},
        {"source": None},
        {"source_plural": "Rests."},
        {"context": "verb"},
        {"targets": ()},
        {"article": "cough"},
        {"locale": "fr"},
        {"digest": "a" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_all_that_a_digest_is_made_of_is_compared(change):
    event = replace(Trail().add("approve", text=REST), **change)

    assert words(signing.misread([event])) == ["its digest is not that of its texts"]


@pytest.mark.parametrize("source", ["", None])
def test_an_event_that_shows_no_source_is_on_none(source):
    event = replace(Trail().add("approve", text=entry(source)), source=None)

    assert words(signing.misread([event])) == ["its digest is not that of its texts"]


def test_what_is_on_no_text_has_no_digest_to_compare():
    assert list(signing.misread([Trail().signoff("lin", LINGUISTIC)])) == []


def authority(event, people=PEOPLE, source_locale="en"):
    return words(signing.authority_problems(event, people, source_locale))


def test_an_unknown_reviewer_is_named_and_does_not_count():
    trail = Trail()
    event = trail.signoff("lin", LINGUISTIC)
    (found,) = problems(trail, people={})

    assert (found.what, found.event, found.holds_back) == (f"by {NOBODY}", event.id, False)
    assert not signing.valid_ids(trail.events, {}, "en")


def test_an_event_by_nobody_is_nobodys_to_do():
    assert authority(Trail().draft()) == ["by nobody, who is no reviewer here"]


def test_an_unsigned_decision_needs_no_signature():
    assert authority(Trail().add("approve", text=REST)) == []


@pytest.mark.parametrize("kind", ["signoff", "withdraw", "waive"])
def test_what_needs_a_signature_does_not_count_without(kind):
    trail = Trail()
    event = trail.add(kind, "cleo")
    bare = replace(event, signature=None)
    foreign = replace(event, signature=signing.signed(event, key_of("lin")).signature)

    assert authority(event) == []
    assert authority(bare) == [f"{kind} without a signature"]
    assert authority(replace(event, signature="")) == [f"{kind} without a signature"]
    assert authority(foreign) == ["the signature is not that of cleo's key"]
    assert set(signing.valid_ids([event], PEOPLE, "en")) == {event.id}
    assert not signing.valid_ids([bare], PEOPLE, "en")
    assert not signing.valid_ids([foreign], PEOPLE, "en")


@pytest.mark.parametrize("kind", ["signoff", "waive", "classify"])
def test_a_signature_that_does_not_hold_takes_down_nothing_else(kind):
    event = replace(Trail().add(kind, "cleo"), signature=None)

    assert [found.holds_back for found in problems([event])] == [False]


@pytest.mark.parametrize(
    ("change", "people"),
    [
        ({"signature": None}, PEOPLE),
        ({"signature": "AAAA"}, PEOPLE),
        ({}, {}),
        ({}, PEOPLE | {"cleo": replace(PEOPLE["cleo"], public_key=key_of("lin").public)}),
    ],
    ids=["no signature", "another", "no such reviewer", "another key"],
)
def test_a_withdrawal_that_cannot_be_proved_holds_back_all(change, people):
    """Else a page would be up again as soon as somebody strips the signature off what took it down."""
    event = replace(Trail().add("withdraw", "cleo", edition="e" * 64), **change)
    (found,) = problems([event], people)

    assert (found.event, found.holds_back) == (event.id, True)
    assert not signing.valid_ids([event], people, "en")


def test_a_withdrawal_by_nobody_does_not_count():
    event = Trail().add("withdraw", None, edition="e" * 64)

    assert not signing.valid_ids([event], PEOPLE, "en")


RETIRED = {"retired": AT}
COMPROMISED = {"retired": AT, "compromised": True}


def changed(person, **details):
    return PEOPLE | {person: replace(PEOPLE[person], **details)}


@pytest.mark.parametrize(
    ("details", "why"),
    [
        ({"valid_until": "2026-11-22"}, ""),
        ({"valid_until": "2026-11-21"}, "by cleo, whose validity ended on 2026-11-21"),
        ({"valid_from": "2026-11-22"}, ""),
        ({"valid_from": "2026-11-23"}, "by cleo, who is valid from 2026-11-23 only"),
        ({"retired": AT}, ""),
        ({"retired": "2026-11-22T09:59:59Z"}, "by cleo, who retired on 2026-11-22"),
        ({"retired": LATER}, ""),
        ({"locales": ("fr",)}, "by cleo, who does not review es"),
        ({"locales": ("es-MX",)}, "by cleo, who does not review es"),
        ({"locales": ("fr", "es")}, ""),
        ({"roles": (LINGUIST,)}, "by cleo, who is no clinician"),
        ({"compromised": True}, "the key of cleo is compromised: nothing that it signed counts"),
        ({"public_key": key_of("x").public}, "the signature is not that of cleo's key"),
        ({"public_key": "no key"}, "the signature is not that of cleo's key"),
    ],
    ids=str,
)
def test_a_sign_off_is_judged_at_its_time_by_what_is_registered(details, why):
    trail = Trail()
    trail.signoff("cleo", MEDICAL)
    people = changed("cleo", **details)
    found = problems(trail, people)

    assert words(found) == ([why] if why else [])
    assert all(problem.event == trail.events[0].id for problem in found)
    assert not any(problem.holds_back for problem in found)
    assert bool(signing.valid_ids(trail.events, people, "en")) == (not why)


@pytest.mark.parametrize(
    "details",
    [
        {"valid_until": "2026-11-21"},
        {"valid_from": "2026-11-23"},
        {"retired": "2026-11-22T09:59:59Z"},
        {"locales": ("fr",)},
        {"roles": (LINGUIST,)},
        {"compromised": True},
    ],
    ids=str,
)
def test_a_withdrawal_goes_on_counting_whatever_becomes_of_its_author(details):
    trail = Trail()
    trail.add("withdraw", "cleo", edition="e" * 64)
    people = changed("cleo", **details)
    found = problems(trail, people)

    assert len(found) == 1
    assert not found[0].holds_back
    assert set(signing.valid_ids(trail.events, people, "en")) == {trail.events[0].id}


def test_a_key_that_was_compromised_after_it_signed_voids_what_it_signed():
    trail = Trail()
    trail.signoff("cleo", MEDICAL)
    trail.add("waive", "cleo", text=REST, check="length")

    assert not signing.valid_ids(trail.events, changed("cleo", **COMPROMISED), "en")
    assert signing.valid_ids(trail.events, changed("cleo", **RETIRED), "en")


@pytest.mark.parametrize(
    ("roles", "meanings", "role", "why"),
    [
        ((LINGUIST,), (LINGUISTIC,), LINGUIST, ""),
        ((LINGUIST,), (MEDICAL,), LINGUIST, "who is no clinician"),
        ((LINGUIST,), (LINGUISTIC, MEDICAL), LINGUIST, "who is no clinician"),
        ((LINGUIST,), (LINGUISTIC,), CLINICIAN, "who is no clinician"),
        ((CLINICIAN,), (MEDICAL,), CLINICIAN, ""),
        ((CLINICIAN,), (LINGUISTIC,), CLINICIAN, "who is no linguist"),
        ((CLINICIAN,), (LINGUISTIC, MEDICAL), CLINICIAN, "who is no linguist"),
        ((CLINICIAN,), (MEDICAL,), LINGUIST, "who is no linguist"),
        ((LINGUIST, CLINICIAN), (LINGUISTIC, MEDICAL), CLINICIAN, ""),
        ((LINGUIST, CLINICIAN), (LINGUISTIC, MEDICAL), LINGUIST, ""),
        ((), (LINGUISTIC, MEDICAL), LINGUIST, "who is no clinician and no linguist"),
    ],
)
def test_a_meaning_is_given_by_its_role_alone(roles, meanings, role, why):
    people = {"ana": replace(reviewer("ana"), roles=roles)}
    event = Trail(people=people).signoff("ana", *meanings, role=role)

    assert authority(event, people) == ([f"by ana, {why}"] if why else [])
    assert signing.outside(event, people["ana"], "en") == why


def classify(by="cleo", locale="en", **details):
    return Trail(locale=locale).add("classify", by, category="editorial", **details)


def test_a_classification_is_a_clinicians_of_any_locale():
    french = changed("cleo", locales=("fr",))

    assert authority(classify(), french) == []
    assert authority(classify("lin")) == ["by lin, who is no clinician"]
    assert authority(classify("both", role=LINGUIST)) == []
    assert authority(classify(locale="de"), french) == ["by cleo, who does not review de"]


def test_in_the_ledger_of_a_source_it_is_anybodys_of_any_locale_too():
    event = classify()

    assert problems([event], locale="en") == []
    assert signing.valid_ids([event], PEOPLE, "en") == {event.id}
    assert len(problems([event], locale="en", source_locale="de")) == 1
    assert not signing.valid_ids([event], PEOPLE, "de")


def test_only_a_decision_on_the_source_is_everybodys():
    comment = Trail(locale="en").add("comment", "lin", text=REST)

    assert authority(comment) == []
    assert authority(comment, source_locale="de") == ["by lin, who does not review en"]
    assert authority(comment, source_locale="") == ["by lin, who does not review en"]


def test_two_things_can_be_wrong_with_one_event():
    event = replace(Trail().signoff("lin", MEDICAL), signature=None)

    assert authority(event) == ["by lin, who is no clinician", "signoff without a signature"]


def test_of_several_reasons_the_first_is_told():
    event = Trail().signoff("lin", MEDICAL)
    person = replace(PEOPLE["lin"], locales=("fr",), valid_until="2020-01-01", retired=AT[:4])

    assert signing.outside(event, person, "en") == "who is no clinician"


def test_what_names_nobody_is_judged_by_its_meanings():
    event = replace(Trail().signoff("cleo", MEDICAL), actor=None)

    assert signing.outside(event, PEOPLE["cleo"], "en") == ""
    assert signing.outside(event, PEOPLE["lin"], "en") == "who is no clinician"


def test_a_later_event_of_somebody_who_retired_is_named_even_unsigned():
    trail = Trail()
    trail.add("approve", "lin", text=REST, at=LATER)
    (found,) = problems(trail, changed("lin", retired=AT))

    assert (found.what, found.holds_back) == ("by lin, who retired on 2026-11-22", False)
