"""`check`: what the checks find in every target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salerno.checks import findings_of, source_of_form
from salerno.model import Entry, Finding
from salerno.pipeline.content import contents, entries
from salerno.pipeline.decisions import decisions
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with its place; `waived` once somebody has answered for it."""

    article: str
    locale: str
    entry: Entry
    form: int
    """Which of the entry's plural forms, 0 if it has none."""
    finding: Finding
    file: str
    waived: bool = False

    @property
    def source(self) -> str:
        """The text that the finding's source span is in."""
        return source_of_form(self.entry.unit, self.form, self.locale)

    @property
    def target(self) -> str:
        """The text that the finding's target span is in."""
        return self.entry.targets[self.form]

    @property
    def blocks(self) -> bool:
        """Whether it holds a page back."""
        return self.finding.severity.blocks and not self.waived


def check(workspace: Workspace, locales: Sequence[str] = ()) -> Iterator[Located]:
    """Yield the findings of all articles, in reading order within each catalog."""
    wanted = workspace.chosen(locales)
    for content in contents(workspace):
        for locale in wanted:
            file = workspace.name(workspace.catalog(content.slug, locale))
            decided = decisions(workspace, content.slug, locale)
            for entry in entries(workspace, content, locale):
                waived = decided.history.waived(decided.digest(entry))
                for form, finding in findings_of(entry, locale):
                    is_waived = finding.check in waived
                    yield Located(content.slug, locale, entry, form, finding, file, is_waived)
