"""People, keys and events for tests of the rooms that decide and prove."""

from __future__ import annotations

from dataclasses import replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from salerno import signing
from salerno.model import (
    Actor,
    Edition,
    EditionUnit,
    Entry,
    Event,
    EventType,
    Meaning,
    Provenance,
    Reviewer,
    Role,
    Unit,
)

AT = "2026-11-22T10:00:00Z"
LINGUISTIC, MEDICAL = Meaning.LINGUISTIC, Meaning.MEDICAL
LINGUIST, CLINICIAN = Role.LINGUIST, Role.CLINICIAN
ENGINE = Provenance("apertium", "eng-spa", "0.8.1", ("drip",))


def key_of(person):
    """Return a person's private key, the same in every run."""
    seed = person.encode().ljust(32, b".")[:32]
    return signing.PrivateKey(Ed25519PrivateKey.from_private_bytes(seed))


def reviewer(person, *roles, **details):
    known = {"locales": ("es",), "credential": "MD", "name": f"Dr. {person.title()} Secret"}
    return Reviewer(
        id=person,
        roles=roles or (CLINICIAN,),
        public_key=key_of(person).public,
        **known | details,
    )


PEOPLE = {
    "lin": reviewer("lin", LINGUIST),
    "cleo": reviewer("cleo", CLINICIAN),
    "both": reviewer("both", LINGUIST, CLINICIAN),
    "lea": reviewer("lea", LINGUIST),
    "carl": reviewer("carl", CLINICIAN),
}


def entry(source="Rest.", *targets, **details):
    return Entry(Unit(source, **details), targets or ("Descanse.",))


REST = entry()


class Trail:
    """A ledger in the making: an event stands on all heads, or on the events that it is told to."""

    def __init__(self, article="fever", locale="es", people=None):
        self.article = article
        self.locale = locale
        self.people = PEOPLE if people is None else people
        self.events = []

    def add(self, kind, by="lin", *, on=None, text=None, at=AT, **details):
        person = self.people.get(by)
        role = details.pop("role", person.strongest_role if person else LINGUIST)
        event = Event(EventType(kind), self.article, self.locale, **details)
        if by is not None:
            event = replace(event, actor=Actor(by, role))
        if text is not None:
            event = replace(
                event,
                context=text.unit.context,
                source=text.unit.source,
                source_plural=text.unit.source_plural,
                targets=text.targets,
                digest=text.digest(self.article, self.locale),
            )
        parents = signing.heads(self.events) if on is None else tuple(each.id for each in on)
        event = signing.seal(event, at=at, parents=parents)
        if event.type.is_signed and by is not None:
            event = signing.signed(event, key_of(by))
        self.events.append(event)
        return event

    def draft(self, text=REST, **details):
        return self.add("draft", None, text=text, engine=ENGINE, **details)

    def signoff(self, by, *meanings, edition="e" * 64, **details):
        return self.add("signoff", by, meanings=meanings, edition=edition, **details)


def kinds_in(value):
    """Return the types of all that a value of JSON is made of."""
    inner = value.values() if type(value) is dict else value if type(value) is list else ()
    return {type(value)}.union(*map(kinds_in, inner))


EDITION = Edition(
    workspace="b5b3d3f0-0000-4000-8000-000000000000",
    article="fever",
    locale="es",
    source_locale="en",
    format="md",
    risk="critical",
    required=(LINGUISTIC, MEDICAL),
    two_person=False,
    source="# Fever\n\nRest.\n",
    target="# Fiebre\n\nDescanse.\n",
    assets=(),
    units=(),
)


def edition(entries, **details):
    made = replace(EDITION, **details)
    units = tuple(
        EditionUnit(
            each.unit.context,
            each.unit.source,
            each.unit.source_plural,
            each.targets,
            each.digest(made.article, made.locale),
        )
        for each in entries
    )
    return replace(made, units=units)
