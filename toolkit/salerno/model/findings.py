"""What checks see, and what a machine drafted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters to a patient, worst first."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"

    @property
    def blocks(self) -> bool:
        """Whether a finding of this severity holds a page back until somebody waives it."""
        return self in {Severity.CRITICAL, Severity.MAJOR}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who made a machine draft; goes into the ledger with it."""

    name: str
    pair: str
    """The language pairs it went through, joined with ` > `."""
    version: str
    unknown: tuple[str, ...] = ()
    """Words that the engine did not know and left as they were, in order of appearance."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An engine's output with its provenance."""

    text: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check saw in one target; spans are [start, end) in code points."""

    check: str
    severity: Severity
    message: str
    source_span: tuple[int, int] | None = None
    target_span: tuple[int, int] | None = None
