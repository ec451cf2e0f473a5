"""What a site's pages say of each other: the articles in their languages, and where they stand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from salerno.model import State


class Origin(StrEnum):
    """Where a part of a localization comes from."""

    MACHINE = "machine"
    EDITED = "edited"
    MEMORY = "memory"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Listing:
    """An article in one locale as menus, lists and reports tell of it."""

    article: str
    locale: str
    title: str = ""
    description: str = ""
    topic: str = ""
    date: str = ""
    """Of the source text, YYYY-MM-DD."""
    reviewed: str = ""
    """The day of the last medical review, YYYY-MM-DD."""
    is_published: bool = False
    is_notice: bool = False
    """Whether a notice stands where readers may look for the page."""
    reasons: tuple[str, ...] = ()
    """Why it is not published."""
    counts: Mapping[State, int] = field(default_factory=dict)
    """How many entries of its catalog are in each state."""


_FIELDS = tuple(each.name for each in fields(Listing))


def public(listing: Listing) -> str:
    """Return what readers can tell of a listing: that much other pages depend on."""
    return json.dumps({**document_of(listing), "reasons": (), "counts": {}})


def document_of(listing: Listing) -> dict[str, Any]:
    """Return a listing as JSON says it."""
    return {name: getattr(listing, name) for name in _FIELDS}


def listing_of(document: Mapping[str, Any]) -> Listing:
    """Return the listing that `document_of` made such a document of."""
    counts = {State(state): number for state, number in document["counts"].items()}
    return Listing(**{**document, "reasons": tuple(document["reasons"]), "counts": counts})
