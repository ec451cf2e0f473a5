"""`lint-source`: what to mend in articles before every language inherits it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salerno.lint import Grade, Remark, grades, remarks
from salerno.model import Translate, Unit
from salerno.pipeline.content import contents
from salerno.store import articles
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in an article."""

    article: str
    file: str
    remarks: tuple[Remark, ...]
    grades: tuple[Grade, ...]

    @property
    def blocks(self) -> bool:
        """Whether something is worth a halt."""
        return any(remark.finding.severity.blocks for remark in self.remarks)


def lint_source(workspace: Workspace, slugs: Sequence[str] = ()) -> Iterator[Linted]:
    """Yield what is to be mended in the named articles, or in all; the page chrome is not theirs."""
    locale = workspace.settings.source_locale
    for content in contents(workspace, slugs or articles.slugs(workspace)):
        pieces = [piece for piece in content.pieces if isinstance(piece, Translate)]
        file = content.article.file if content.article else content.slug
        found = tuple(remarks(pieces, locale)), tuple(grades(pieces, locale))
        yield Linted(content.slug, file, *found)


def key_of(piece: Translate) -> str:
    """Return the KEY that a piece's unit has in catalogs and commands."""
    return Unit(piece.source, piece.context).key
