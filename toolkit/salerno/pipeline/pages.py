"""`pages`: editions → output/site, catalogs as they are → output/preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from salerno import evidence
from salerno.edition import Consequence
from salerno.formats import fill
from salerno.model import SITE, Document, Entry, Mark, Piece, State, Translate
from salerno.page.chrome import Chrome
from salerno.page.localized import localized
from salerno.page.render import (
    Alternate,
    Byline,
    NoticePage,
    Preview,
    Published,
    SitePage,
    render_notice,
    render_overview,
    render_page,
)
from salerno.pipeline.content import Content, chosen, contents, entries
from salerno.pipeline.decisions import Decisions, decisions
from salerno.pipeline.editions import assets_of
from salerno.pipeline.publication import Publication, publication
from salerno.pipeline.standing_handouts import remove_fallen
from salerno.pipeline.status import counted
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
    removed: list[str] = field(default_factory=list)
    """Handouts of what is not published any longer as it stands on them."""
    changed: int = 0
    """How many files are not what they were before."""


def pages(workspace: Workspace, locales: Sequence[str] = ()) -> PagesReport:
    """Write the pages of all articles, and take away those that may not stand any longer.

    One at a time: what an earlier look at the ledgers found must not be written over a later one's.
    """
    with workspace.lock("pages.lock"):
        builder = _Builder(workspace, chosen(workspace, locales))
        for content in contents(workspace):
            if content.article:
                builder.add(content, content.article)
        return builder.finished()


class _Builder:
    """Writes pages; `written` are the files that stand when it is done."""

    def __init__(self, workspace: Workspace, locales: Sequence[str]) -> None:
        self.workspace = workspace
        self.settings = workspace.settings
        self.locales = locales
        self.report = PagesReport()
        self.written: set[Path] = set()
        self.rows: list[tuple[str, list[tuple[Alternate, Mapping[State, int]]]]] = []
        self.previews_chrome = {locale: _working_chrome(workspace, locale) for locale in locales}
        self.signed_chrome: dict[str, Chrome] = {}

    def add(self, content: Content, article: Article) -> None:
        """Write all pages of an article."""
        source = article.format.render(article.text)
        found = {
            locale: publication(self.workspace, content, locale) for locale in self.settings.locales
        }
        up = [locale for locale in self.settings.locales if found[locale].is_published]
        self._source_page(article, source, up)
        row: list[tuple[Alternate, Mapping[State, int]]] = []
        for locale in self.locales:
            self._localized_page(article, found[locale], source, up)
            decided = decisions(self.workspace, content.slug, locale)
            existing = entries(self.workspace, content, locale)
            counts = counted(existing, decided)
            self._preview_page(article, content.pieces, existing, decided, source)
            row.append((Alternate(locale, f"{locale}/{article.slug}/index.html"), counts))
            if not found[locale].is_published:
                self.report.withheld.append(_withheld(found[locale], counts))
        self.rows.append((source.metadata.title, row))

    def _source_page(self, article: Article, document: Document, up: Sequence[str]) -> None:
        locale = self.settings.source_locale
        page = SitePage(
            locale,
            locale,
            document,
            self.settings.title,
            self.settings.publisher,
            self._menu(article.slug, up),
        )
        folder = self.workspace.site / locale / article.slug
        self._write(
            folder / "index.html", render_page(page, Chrome.of(chrome.shipped(locale), locale))
        )
        for asset in assets_of(self.workspace, article.slug, article.format_name, article.text):
            self._copy(asset.path, folder)
        self.report.published.append(self.workspace.name(folder / "index.html"))

    def _localized_page(
        self,
        article: Article,
        found: Publication,
        source: Document,
        up: Sequence[str],
    ) -> None:
        """Write the page of an edition, or the notice that it has given way to."""
        folder = self.workspace.site / found.locale / article.slug
        if found.is_published:
            self._published_page(found, folder, up)
        elif found.was_up:
            notice = NoticePage(
                found.locale,
                self.settings.source_locale,
                source.metadata.title,
                self.settings.title,
                f"../../{self.settings.source_locale}/{article.slug}/",
                self._menu(article.slug, up),
            )
            self._write(folder / "index.html", render_notice(notice, self._chrome(found.locale)))
            self.report.notices.append(self.workspace.name(folder / "index.html"))

    def _published_page(self, found: Publication, folder: Path, up: Sequence[str]) -> None:
        edition, proof = found.edition, found.evidence
        if edition is None or proof is None:
            return
        page = SitePage(
            found.locale,
            self.settings.source_locale,
            localized(edition),
            self.settings.title,
            self.settings.publisher,
            self._menu(found.article, up),
            published=Published(
                bylines_of(proof),
                f"../../{self.settings.source_locale}/{found.article}/",
                found.consequence is Consequence.WITH_NOTICE,
            ),
        )
        self._write(folder / "review.json", evidence.text_of(proof))
        self._write(folder / "index.html", render_page(page, self._chrome(found.locale)))
        for asset in edition.assets:
            self._copy(asset.path, folder)
        self.report.published.append(self.workspace.name(folder / "index.html"))

    def _menu(self, slug: str, up: Sequence[str]) -> list[Alternate]:
        """Return the language menu of a published article; of one language, none."""
        locales = [self.settings.source_locale, *up] if up else []
        return [Alternate(locale, f"../../{locale}/{slug}/") for locale in locales]

    def _chrome(self, locale: str) -> Chrome:
        if locale not in self.signed_chrome:
            self.signed_chrome[locale] = signed_chrome(self.workspace, locale)
        return self.signed_chrome[locale]

    def _preview_page(
        self,
        article: Article,
        pieces: Sequence[Piece],
        existing: Sequence[Entry],
        decided: Decisions,
        source: Document,
    ) -> None:
        by_identity = {entry.unit.identity: entry for entry in existing}
        targets = {
            identity: entry.targets[0]
            for identity, entry in by_identity.items()
            if entry.targets[0].strip()
        }
        marks = [
            Mark(decided.state(by_identity[identity]), foreign=identity not in targets)
            for identity in ((p.context, p.source) for p in pieces if isinstance(p, Translate))
        ]
        document = article.format.render(
            fill(pieces, targets, article.format),
            source=article.text,
            marks=marks,
            anchors=[heading.anchor for heading in source.headings],
        )
        source_locale, locale = self.settings.source_locale, decided.locale
        source_href = f"../../../site/{source_locale}/{article.slug}/index.html"
        page = SitePage(
            locale,
            source_locale,
            document,
            self.settings.title,
            self.settings.publisher,
            self._preview_menu(article.slug, source_href),
            Preview(marks, counted(existing, decided), source_href),
        )
        folder = self.workspace.preview / locale / article.slug
        self._write(folder / "index.html", render_page(page, self.previews_chrome[locale]))
        for asset in assets_of(self.workspace, article.slug, article.format_name, article.text):
            self._copy(asset.path, folder)
        self.report.previews.append(self.workspace.name(folder / "index.html"))

    def _preview_menu(self, slug: str, source_href: str) -> list[Alternate]:
        others = [
            Alternate(locale, f"../../{locale}/{slug}/index.html")
            for locale in self.settings.locales
        ]
        return [Alternate(self.settings.source_locale, source_href), *others]

    def finished(self) -> PagesReport:
        """Write the list of previews, and unpublish what is gone: articles, locales, old evidence."""
        source_locale = self.settings.source_locale
        shipped = Chrome.of(chrome.shipped(source_locale), source_locale)
        html = render_overview(self.rows, shipped, self.settings.title)
        self._write(self.workspace.preview / "index.html", html)
        built = {*self.locales, source_locale}
        for root in (self.workspace.site, self.workspace.preview):
            gone = disk.locales_in(root) - {*self.settings.locales, source_locale}
            removed = disk.remove_others(root, sorted(built | gone), self.written)
            self.report.changed += len(removed)
        self.report.removed = [self.workspace.name(path) for path in remove_fallen(self.workspace)]
        self.report.changed += len(self.report.removed)
        return self.report

    def _write(self, path: Path, text: str) -> None:
        self.written.add(path)
        self.report.changed += disk.write(path, text)

    def _copy(self, name: str, folder: Path) -> None:
        self.written.add(folder / name)
        self.report.changed += disk.copy(self.workspace.source / name, folder / name)


def withheld(workspace: Workspace, content: Content, found: Publication) -> Withheld:
    """Return what holds an article up."""
    decided = decisions(workspace, content.slug, found.locale)
    return _withheld(found, counted(entries(workspace, content, found.locale), decided))


def _withheld(found: Publication, counts: Mapping[State, int]) -> Withheld:
    """Say what holds a page up; nothing is published before it is signed."""
    waiting = [f"{n} {state}" for state, n in counts.items() if n and state != State.APPROVED]
    reasons = list(found.reasons)
    if waiting and not found.edition:
        reasons.append(f"not approved: {', '.join(waiting)}")
    return Withheld(found.article, found.locale, tuple(reasons))


def bylines_of(proof: evidence.Evidence) -> list[Byline]:
    """Return a line for each meaning that was given, the latest of each reviewer."""
    known = {reviewer.id: reviewer for reviewer in proof.reviewers}
    lines = {}
    for event in proof.signoffs:
        reviewer = known.get(event.actor.id) if event.actor else None
        if reviewer is None:
            continue
        for meaning in event.meanings:
            role = next(role for role in reviewer.roles if role.gives is meaning)
            name = reviewer.name if reviewer.public_name else ""
            line = Byline(
                meaning, role, name, reviewer.credential, reviewer.organisation, event.at[:10]
            )
            lines[meaning, reviewer.id] = line
    return [lines[key] for key in sorted(lines)]


def _working_chrome(workspace: Workspace, locale: str) -> Chrome:
    """Return the page chrome as the workspace's catalog has it, for previews."""
    return Chrome.of(catalogs.read(workspace, workspace.catalog(SITE, locale)), locale)


def signed_chrome(workspace: Workspace, locale: str) -> Chrome:
    """Return the page chrome that was signed; without one, all of it is English."""
    found = publication(workspace, next(iter(contents(workspace, [SITE]))), locale)
    if not found.is_published or found.edition is None:
        return Chrome(locale, lambda number: int(number != 1))
    return Chrome.of(catalogs.parse(found.edition.target, f"{SITE}.po"), locale)
