"""The dossier of a localization, as one self-contained HTML page for an inspector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from salerno import languages
from salerno.page.theme import plain


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did."""

    at: str
    who: str
    what: str
    detail: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A unit with everything that was decided on it."""

    key: str
    description: str
    source: str
    state: str
    drafts: Sequence[str]
    """What machines wrote, oldest first."""
    targets: Sequence[str]
    findings: Sequence[str]
    deeds: Sequence[Deed]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that an inspector asks of an article in a locale."""

    article: str
    locale: str
    source_locale: str
    made: str
    publisher: str
    standing: Sequence[str]
    """Whether it is published, and what holds it up."""
    edition: str
    signatures: Sequence[Deed]
    verification: Sequence[str]
    """Problems of the ledger, the edition and the page; none is good."""
    sentences: Sequence[Sentence]
    others: Sequence[Deed]
    """Deeds on texts that the article no longer has."""


def render_report(dossier: Dossier) -> str:
    """Return the dossier as HTML; all that it holds is escaped."""
    return plain().render(
        "report.html.j2",
        dossier=dossier,
        direction=languages.direction(dossier.locale),
        source_direction=languages.direction(dossier.source_locale),
        language=languages.english_name(dossier.locale),
    )
