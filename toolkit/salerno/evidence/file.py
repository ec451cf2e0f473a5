"""`review.json`: an edition, the decisions that count for it, and the public keys of who signed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from salerno import edition as editions
from salerno import signing
from salerno.edition import from_document
from salerno.model import Edition, Event, Reviewer

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
    name = {"name": reviewer.name} if reviewer.public_name else {}
    return known | name | {"roles": list(reviewer.roles), "locales": list(reviewer.locales)}


def text_of(evidence: Evidence) -> str:
    """Return the text of the file."""
    return json.dumps(document_of(evidence), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def parse(text: str) -> Evidence:
    """Return the evidence in a text; raise ValueError if it is none.

    The public keys in it are for people to look at: what a page is proved against comes from
    elsewhere, so they are not read.
    """
    value = json.loads(text)
    if not isinstance(value, dict):
        raise ValueError("no JSON object")  # noqa: TRY004 - a reader expects one kind of error
    try:
        said = value["classification"]
        return Evidence(
            edition=from_document(value["edition"]),
            approvals=_events(value["approvals"]),
            waivers=_events(value["waivers"]),
            signoffs=_events(value["signoffs"]),
            classification=signing.event_of(said) if said else None,
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no evidence: {error}") from error


def _events(values: Sequence[Mapping[str, Any]]) -> tuple[Event, ...]:
    return tuple(map(signing.event_of, values))
