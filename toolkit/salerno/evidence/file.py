"""`review.json`: an edition, the decisions that count for it, and the public keys of who signed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from salerno import edition as editions
from salerno import signing
from salerno.edition import from_document
from salerno.errors import InputError
from salerno.model import Edition, Event, Reviewer, Role, canonical_texts

_REVIEWER = (
    "id",
    "credential",
    "organisation",
    "public_key",
    "valid_from",
    "valid_until",
    "retired",
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands beside a page."""

    edition: Edition
    approvals: tuple[Event, ...]
    """For each unit of the edition, the decision that approved it."""
    waivers: tuple[Event, ...]
    signoffs: tuple[Event, ...]
    classification: Event | None = None
    """Why the page stands although its source has moved on, if it has."""
    reviewers: tuple[Reviewer, ...] = ()
    """Who signed, as the page shows them; nothing is proved against what is said here."""


def document_of(evidence: Evidence) -> dict[str, Any]:
    """Return the evidence as a JSON object; a name is in it only with its bearer's consent."""
    return {
        "edition": editions.document_of(evidence.edition),
        "hash": editions.hash_of(evidence.edition),
        "approvals": [signing.document_of(event) for event in evidence.approvals],
        "waivers": [signing.document_of(event) for event in evidence.waivers],
        "signoffs": [signing.document_of(event) for event in evidence.signoffs],
        "classification": _maybe(signing.document_of, evidence.classification),
        "reviewers": [_reviewer(reviewer) for reviewer in evidence.reviewers],
    }


def _maybe(write: Callable[[Event], dict[str, Any]], event: Event | None) -> dict[str, Any] | None:
    return write(event) if event else None


def _reviewer(reviewer: Reviewer) -> dict[str, Any]:
    known = {key: getattr(reviewer, key) for key in _REVIEWER if getattr(reviewer, key)}
    # A key's comment is often a name: the form that we write has none.
    known["public_key"] = signing.public_key_of(reviewer.public_key)
    name = {"name": reviewer.name} if reviewer.public_name else {}
    return known | name | {"roles": list(reviewer.roles), "locales": list(reviewer.locales)}


def text_of(evidence: Evidence) -> str:
    """Return the text of the file."""
    return canonical_texts(document_of(evidence)).decode("utf-8") + "\n"


def parse(text: str) -> Evidence:
    """Return the evidence in a text; raise ValueError if it is none, or says anything else besides."""
    try:
        value = json.loads(text, object_pairs_hook=_unique)
        said = value["classification"]
        evidence = Evidence(
            edition=from_document(value["edition"]),
            approvals=tuple(map(signing.event_of, value["approvals"])),
            waivers=tuple(map(signing.event_of, value["waivers"])),
            signoffs=tuple(map(signing.event_of, value["signoffs"])),
            classification=signing.event_of(said) if said else None,
            reviewers=tuple(map(_shown, value["reviewers"])),
        )
        written = document_of(evidence)
    except (KeyError, TypeError, AttributeError, RecursionError, InputError) as error:
        raise ValueError(f"no evidence: {error}") from error
    if written != value:
        raise ValueError("it does not hold what evidence holds, or not the hash of its edition")
    return evidence


def _shown(said: dict[str, Any]) -> Reviewer:
    """Return a reviewer as the file shows one; only who agreed to it has a name there."""
    known = {key: said.get(key, "") for key in ("name", *_REVIEWER)}
    roles, locales = tuple(map(Role, said["roles"])), tuple(said["locales"])
    return Reviewer(**known, roles=roles, locales=locales, public_name="name" in said)


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; of a doubled key, other programs would read the other value."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("an object has one key twice")
    return found
