"""What was signed: an article, its localization and every approved target, never changed again."""

from __future__ import annotations

from dataclasses import dataclass

from salerno.model.events import Meaning


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that an article shows, by its path beside the article."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class EditionUnit:
    """An approved entry, as it was signed."""

    context: str | None
    source: str
    source_plural: str | None
    targets: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The content of `locales/<lc>/editions/<article>/<edition>.json` (DESIGN.md, section 7)."""

    workspace: str
    article: str
    locale: str
    source_locale: str
    format: str
    risk: str
    required: tuple[Meaning, ...]
    two_person: bool
    source: str
    target: str
    assets: tuple[Asset, ...]
    units: tuple[EditionUnit, ...]
