"""`check`: what the checks find in every target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salerno.model import Entry, Finding
from salerno.pipeline.content import contents, digest_of, entries, listed
from salerno.pipeline.decisions import decisions
from salerno.store import files, termbases
from salerno.store.cache import Cache
from salerno.store.program import digest
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
        from salerno.checks import source_of_form

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
    """Yield the findings of all articles, in reading order within each catalog.

    A catalog that nothing was found in, and that is what it was, is not read again.
    """
    wanted = workspace.chosen(locales)
    cache = Cache(workspace, "clean")
    for slug in listed(workspace):
        for locale in wanted:
            inputs = _inputs(workspace, slug, locale)
            if cache.find(f"{locale}/{slug}", inputs):
                continue
            found = list(_check(workspace, slug, locale))
            yield from found
            if not found:
                cache.keep(f"{locale}/{slug}", inputs, made=True)
    cache.save(forget=not locales)


def explained(name: str) -> str:
    """Return what a check finds, leaves alone and takes how seriously, as Markdown; raise PluginError for none."""
    from salerno.checks import explanation

    return explanation(name)


def _inputs(workspace: Workspace, slug: str, locale: str) -> str:
    """Return the digest of what findings depend on."""
    path = workspace.catalog(slug, locale)
    data = files.read_bytes(workspace.inside(path)) if path.exists() else b""
    return digest(digest_of(workspace, slug), data, termbases.bytes_of(workspace))


def _check(workspace: Workspace, slug: str, locale: str) -> Iterator[Located]:
    content = next(contents(workspace, [slug]))
    file = workspace.name(workspace.catalog(slug, locale))
    decided = decisions(workspace, slug, locale)
    for entry in entries(workspace, content, locale):
        waived = decided.history.waived(decided.digest(entry))
        for form, finding in decided.findings(entry):
            yield Located(slug, locale, entry, form, finding, file, finding.check in waived)
