"""The nouns that every room shares.

They are frozen values without behaviour of their own, save for what makes their identity: the key
of a unit and the digest of an entry, on which every decision rests.
"""

from salerno.model.canonical import canonical_json, canonical_texts, digest_of
from salerno.model.differences import Difference, Fate, Stretch
from salerno.model.editions import Asset, Edition, EditionUnit
from salerno.model.events import Actor, Change, Event, EventType, Meaning, Reviewer, Role
from salerno.model.findings import Draft, Finding, Provenance, Severity
from salerno.model.highlights import Cue, Highlight, Segment, Segments
from salerno.model.pages import Document, Heading, Mark, Metadata
from salerno.model.terms import Concept, Term, TermStatus
from salerno.model.texts import (
    SITE,
    Catalog,
    Entry,
    Keep,
    Kind,
    Piece,
    Place,
    Previous,
    State,
    Syntax,
    Translate,
    Unit,
)

__all__ = [
    "SITE",
    "Actor",
    "Asset",
    "Catalog",
    "Change",
    "Concept",
    "Cue",
    "Difference",
    "Document",
    "Draft",
    "Edition",
    "EditionUnit",
    "Entry",
    "Event",
    "EventType",
    "Fate",
    "Finding",
    "Heading",
    "Highlight",
    "Keep",
    "Kind",
    "Mark",
    "Meaning",
    "Metadata",
    "Piece",
    "Place",
    "Previous",
    "Provenance",
    "Reviewer",
    "Role",
    "Segment",
    "Segments",
    "Severity",
    "State",
    "Stretch",
    "Syntax",
    "Term",
    "TermStatus",
    "Translate",
    "Unit",
    "canonical_json",
    "canonical_texts",
    "digest_of",
]
