"""`pages`: the source text → output/site, catalogs as they are → output/preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from salerno.formats import fill
from salerno.model import SITE, Catalog, Document, Entry, Mark, Piece, State, Translate
from salerno.page.chrome import Chrome
from salerno.page.render import Alternate, Preview, SitePage, render_overview, render_page
from salerno.pipeline.content import Content, chosen, contents, entries
from salerno.pipeline.status import counted
from salerno.review import state_of
from salerno.store import catalogs, chrome
from salerno.store import pages as disk
from salerno.store.articles import Article
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Withheld:
    """An article that is not published in a locale, and what holds it up."""

    article: str
    locale: str
    reasons: tuple[str, ...]


@dataclass(slots=True)
class PagesReport:
    """What `pages` made; paths are relative to the workspace."""

    published: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    previews: list[str] = field(default_factory=list)
    changed: int = 0
    """How many files are not what they were before."""


def pages(workspace: Workspace, locales: Sequence[str] = ()) -> PagesReport:
    """Write the pages of all articles, and take away those of articles and locales that are gone."""
    return _Builder(workspace, chosen(workspace, locales)).build()


class _Builder:
    def __init__(self, workspace: Workspace, locales: Sequence[str]) -> None:
        self.workspace = workspace
        self.settings = workspace.settings
        self.locales = locales
        self.report = PagesReport()
        self.written: set[Path] = set()
        self.chromes = {locale: self._chrome(locale) for locale in locales}
        self.rows: list[tuple[str, list[tuple[Alternate, Mapping[State, int]]]]] = []

    def build(self) -> PagesReport:
        for content in contents(self.workspace):
            if content.article:
                self._article(content, content.article)
        self._overview()
        self._take_away()
        return self.report

    def _article(self, content: Content, article: Article) -> None:
        source = article.format.render(article.text)
        self._source_page(article.slug, source)
        row: list[tuple[Alternate, Mapping[State, int]]] = []
        for locale in self.locales:
            found = entries(self.workspace, content, locale)
            counts = counted(found)
            self._preview_page(article, content.pieces, found, locale, source)
            row.append((Alternate(locale, f"{locale}/{article.slug}/index.html"), counts))
            self.report.withheld.append(Withheld(article.slug, locale, self._reasons(counts)))
        self.rows.append((source.metadata.title, row))

    def _reasons(self, counts: Mapping[State, int]) -> tuple[str, ...]:
        """Return what holds a page up; nothing is published before it is signed."""
        waiting = [f"{n} {state}" for state, n in counts.items() if n and state != State.APPROVED]
        held = [f"not approved: {', '.join(waiting)}"] if waiting else []
        return (*held, f"not signed: {', '.join(self.settings.review.required)}")

    def _source_page(self, slug: str, document: Document) -> None:
        locale = self.settings.source_locale
        path = self.workspace.site / locale / slug / "index.html"
        page = SitePage(locale, locale, document, self.settings.title, self.settings.publisher)
        self._write(path, render_page(page, self._chrome(locale)))
        self.report.published.append(self.workspace.name(path))

    def _preview_page(
        self,
        article: Article,
        pieces: Sequence[Piece],
        found: Sequence[Entry],
        locale: str,
        source: Document,
    ) -> None:
        by_identity = {entry.unit.identity: entry for entry in found}
        targets = {
            identity: entry.targets[0]
            for identity, entry in by_identity.items()
            if entry.targets[0].strip()
        }
        marks = [
            _mark(by_identity[(piece.context, piece.source)], targets)
            for piece in pieces
            if isinstance(piece, Translate)
        ]
        document = article.format.render(
            fill(pieces, targets, article.format),
            source=article.text,
            marks=marks,
            anchors=[heading.anchor for heading in source.headings],
        )
        source_locale = self.settings.source_locale
        source_href = f"../../../site/{source_locale}/{article.slug}/index.html"
        page = SitePage(
            locale,
            source_locale,
            document,
            self.settings.title,
            self.settings.publisher,
            self._alternates(article.slug, source_href),
            Preview(marks, counted(found), source_href),
        )
        path = self.workspace.preview / locale / article.slug / "index.html"
        self._write(path, render_page(page, self.chromes[locale]))
        self.report.previews.append(self.workspace.name(path))

    def _alternates(self, slug: str, source_href: str) -> list[Alternate]:
        others = [
            Alternate(locale, f"../../{locale}/{slug}/index.html")
            for locale in self.settings.locales
        ]
        return [Alternate(self.settings.source_locale, source_href), *others]

    def _overview(self) -> None:
        source = self.settings.source_locale
        path = self.workspace.preview / "index.html"
        html = render_overview(self.rows, self._chrome(source), self.settings.title)
        self._write(path, html)

    def _chrome(self, locale: str) -> Chrome:
        """Return the page chrome: as the workspace has it, or as it ships for the source language."""
        if locale == self.settings.source_locale:
            return Chrome.of(chrome.shipped(locale), locale)
        path = self.workspace.catalog(SITE, locale)
        catalog = catalogs.read(self.workspace, path) if path.exists() else Catalog()
        return Chrome.of(catalog, locale)

    def _write(self, path: Path, html: str) -> None:
        self.written.add(path)
        self.report.changed += disk.write(path, html)

    def _take_away(self) -> None:
        """Unpublish what is gone: other articles, and locales that the workspace no longer has."""
        settings, built = self.settings, {*self.locales, self.settings.source_locale}
        for root in (self.workspace.site, self.workspace.preview):
            gone = disk.locales_in(root) - {*settings.locales, settings.source_locale}
            removed = disk.remove_others(root, sorted(built | gone), self.written)
            self.report.changed += len(removed)


def _mark(entry: Entry, targets: Mapping[tuple[str | None, str], str]) -> Mark:
    return Mark(state_of(entry), foreign=entry.unit.identity not in targets)
