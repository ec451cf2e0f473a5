"""`pages`: editions → output/site, catalogs as they are → output/preview."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from salerno.page.listing import Listing, document_of, listing_of, public
from salerno.pipeline.inputs import Inputs
from salerno.store import articles, templates
from salerno.store.articles import Article
from salerno.store.cache import Cache
from salerno.store.program import digest
from salerno.store.tree import Files, Tree
from salerno.store.workspace import Workspace

if TYPE_CHECKING:  # what draws pages takes long to load, and a build may find nothing to draw
    from salerno.pipeline.drawing import Drawing, Studio


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

    What was made of the same inputs before stays as it is. One at a time: what an earlier look at the
    ledgers found must not be written over a later one's.
    """
    with workspace.lock("pages.lock"):
        builder = _Builder(workspace, workspace.chosen(locales))
        try:
            for slug in articles.slugs(workspace):
                builder.add(articles.load(workspace, slug))
            return builder.finished()
        finally:
            builder.site.discard()
            builder.preview.discard()


class _Builder:
    """Plans both folders of pages, and writes them once everything in them is made."""

    def __init__(self, workspace: Workspace, locales: Sequence[str]) -> None:
        self.workspace = workspace
        self.settings = workspace.settings
        self.locales = locales
        self.cache = Cache(workspace, "pages")
        self.inputs = Inputs(workspace)
        self.site = Tree(workspace.site)
        self.preview = Tree(workspace.preview)
        self.sources: list[Listing] = []
        self.rows: list[Listing] = []
        self.built: list[Listing] = []
        self.with_lists: set[str] = set()
        """The locales in which something is published, and which have a list of it."""
        self.notices: list[Callable[[], None]] = []
        """Those to draw last: where they lead depends on what else is published."""

    @cached_property
    def studio(self) -> Studio:
        """What draws; asked for only when there is something to draw."""
        from salerno.pipeline.drawing import Studio

        return Studio(self.workspace)

    def add(self, article: Article) -> None:
        """Plan all pages of an article."""
        drawing = cache(lambda: self.studio.drawing(article))
        source = self._listing(article, self.settings.source_locale, drawing)
        row = [self._previewed(article, locale, drawing) for locale in self.settings.locales]
        known = digest(*map(public, (source, *row)))
        self._keep_or_make(
            self.site,
            f"{source.locale}/{article.slug}",
            digest(self.inputs.article(article), known),
            lambda: drawing().source_page(row),
        )
        self.sources.append(source)
        self.rows += row
        self.with_lists |= {listing.locale for listing in row if listing.is_published}
        for listing in row:
            if listing.locale in self.locales:
                add = partial(self._add_localized, article, listing, row, known, drawing)
                if listing.is_published:
                    add()
                elif listing.is_notice:
                    self.notices.append(add)

    def _previewed(self, article: Article, locale: str, drawing: Callable[[], Drawing]) -> Listing:
        """Return what is to be said of a localization, and plan its preview.

        At once, because both are made from the same words, and those are parsed by now.
        """
        listing = self._listing(article, locale, drawing)
        if locale in self.locales:
            self._keep_or_make(
                self.preview,
                f"{locale}/{article.slug}",
                self.inputs.localized(article, locale),
                lambda: drawing().preview_page(listing),
            )
            self.built.append(listing)
        return listing

    def _add_localized(
        self,
        article: Article,
        listing: Listing,
        row: Sequence[Listing],
        known: str,
        drawing: Callable[[], Drawing],
    ) -> None:
        has_list = listing.locale in self.with_lists
        self._keep_or_make(
            self.site,
            f"{listing.locale}/{article.slug}",
            digest(self.inputs.localized(article, listing.locale), known, str(has_list)),
            lambda: drawing().localized_page(listing, row, has_list=has_list),
        )

    def _listing(self, article: Article, locale: str, drawing: Callable[[], Drawing]) -> Listing:
        """Return what is to be said of an article in a locale."""
        is_source = locale == self.settings.source_locale
        inputs = self.inputs.article(article) if is_source else ""
        inputs = inputs or self.inputs.localized(article, locale)
        key = f"listing/{locale}/{article.slug}"
        known = self.cache.find(key, inputs)
        listing = listing_of(known) if known else drawing().listing(locale)
        self.cache.keep(key, inputs, document_of(listing))
        return listing

    def _keep_or_make(self, tree: Tree, name: str, inputs: str, make: Callable[[], Files]) -> None:
        """Let stand what was made of the same inputs and is still there, else make it."""
        key = f"{tree.name}/{name}"
        known = self.cache.find(key, inputs)
        if known and all(tree.holds(file, sha256) for file, sha256 in known.items()):
            for file in known:
                tree.keep(file)
            return
        for file in self.cache.last(key) or ():
            tree.drop(file)
        made = make()
        for file, data in made.items():
            tree.put(file, data)
        hashes = {file: hashlib.sha256(data).hexdigest() for file, data in made.items()}
        self.cache.keep(key, inputs, hashes)

    def finished(self) -> PagesReport:
        """Write both folders; unpublish what is gone: articles, locales, old evidence."""
        for add_notice in self.notices:
            add_notice()
        known = json.dumps([document_of(listing) for listing in (*self.sources, *self.built)])
        self._keep_or_make(
            self.preview,
            "lists",
            digest(self.inputs.common, known),
            self._overview,
        )
        published = [each for each in (*self.sources, *self.rows) if each.is_published]
        self._keep_or_make(
            self.site,
            "lists",
            digest(self.inputs.common, *map(public, published), *self._chromes(published)),
            lambda: self._lists(published),
        )
        for name, data in templates.shown(self.workspace):
            self.site.put(name, data)
            self.preview.put(name, data)
        self._drop_what_stood()
        with self._noted():
            changed = self.site.commit(self._may_go) + self.preview.commit(self._may_go)
        self.cache.save(forget=set(self.locales) == set(self.settings.locales))
        report = self._report(changed)
        report.removed = [self.workspace.name(path) for path in self._fallen_handouts()]
        report.changed += len(report.removed)
        return report

    def _fallen_handouts(self) -> list[Path]:
        if not self.workspace.handouts.is_dir():
            return []
        from salerno.pipeline.standing_handouts import remove_fallen

        return remove_fallen(self.workspace)

    def _overview(self) -> Files:
        from salerno.pipeline.lists import overview

        return overview(self.studio, self.sources, self.built)

    def _lists(self, published: Sequence[Listing]) -> Files:
        from salerno.pipeline.lists import Lists

        return Lists(self.studio, published).files()

    def _chromes(self, published: Sequence[Listing]) -> list[str]:
        return [self.inputs.site(locale) for locale in sorted({each.locale for each in published})]

    def _drop_what_stood(self) -> None:
        """Take away all that was made before and is not wanted any more, images too."""
        trees = {tree.name: tree for tree in (self.site, self.preview)}
        for key, made in self.cache.unasked():
            if tree := trees.get(key.partition("/")[0]):
                for name in made or ():
                    tree.drop(name)

    @contextmanager
    def _noted(self) -> Iterator[None]:
        """Note what may stand there, so that it goes even if this command is killed before its end."""
        begun = {f"{tree.name}/begun": tree.names for tree in (self.site, self.preview)}
        if any(begun.values()):
            for key, names in begun.items():
                self.cache.keep(key, "", names)
            self.cache.save(forget=False)
        yield
        for key in begun:
            self.cache.forget(key)

    def _may_go(self, name: str) -> bool:
        """Return whether a page would have been planned if it were to stand."""
        folder, _, rest = name.partition("/")
        known = {self.settings.source_locale, *self.settings.locales}
        is_built = folder in {*self.locales, self.settings.source_locale}
        is_list = rest in {"", "index.html"}
        return is_list or is_built or folder not in known

    def _report(self, changed: int) -> PagesReport:
        report = PagesReport(changed=changed)
        everything = [*self.sources, *self.built]
        site, preview = self.workspace.site, self.workspace.preview
        report.published = [self._path(site, each) for each in everything if each.is_published]
        report.notices = [self._path(site, each) for each in everything if each.is_notice]
        report.previews = [self._path(preview, each) for each in self.built]
        report.withheld = [_withheld(each) for each in self.built if not each.is_published]
        return report

    def _path(self, folder: Path, listing: Listing) -> str:
        return self.workspace.name(folder / listing.locale / listing.article / "index.html")


def _withheld(listing: Listing) -> Withheld:
    return Withheld(listing.article, listing.locale, listing.reasons)
