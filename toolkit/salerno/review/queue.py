"""In which order entries wait for a reviewer: what could hurt a patient first."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from salerno.model import Finding, Severity, Unit

NEGATION = re.compile(
    r"\b(?:no|not|never|none|nor|neither|without|cannot|unless|except|avoid|stop)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What turns an English sentence round."""
NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice|half|dozen|"
    r"hundred|thousand|hourly|daily|weekly|monthly)\b",
    re.IGNORECASE,
)
"""What of an English text is a number, or says how often."""


class Risk(StrEnum):
    """Why an entry comes early, the riskiest first."""

    CRITICAL = "critical-finding"
    NUMBER = "number"
    NEGATION = "negation"
    UNKNOWN_WORDS = "unknown-words"
    OTHER = "other"


def risk_of(unit: Unit, open_findings: Collection[Finding], unknown_words: Collection[str]) -> Risk:
    """Return the worst reason for which an entry should be seen early.

    `open_findings` are those that nobody has waived; the cues for numbers and negations are English.
    """
    if any(finding.severity is Severity.CRITICAL for finding in open_findings):
        return Risk.CRITICAL
    if NUMBER.search(unit.source):
        return Risk.NUMBER
    if NEGATION.search(unit.source):
        return Risk.NEGATION
    return Risk.UNKNOWN_WORDS if unknown_words else Risk.OTHER
