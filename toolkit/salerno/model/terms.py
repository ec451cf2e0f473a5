"""Terminology: what a thing is called in each language, and what it must not be called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class TermStatus(StrEnum):
    """Whether a term may be used (TBX: administrativeStatus)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or some words for a concept in one language."""

    text: str
    status: TermStatus = TermStatus.PREFERRED


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing, with its terms."""

    id: str
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    """By locale, as the termbase names it."""
    subject: str = ""
    """Such as `drug`; empty if nothing is said."""
    definition: str = ""
    where: str = ""
    """`file:line`."""
