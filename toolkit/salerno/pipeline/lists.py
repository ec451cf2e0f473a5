"""What leads to the articles: a list for each language, the page of languages, the sitemap, 404."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from salerno import languages
from salerno.page.chrome import Chrome
from salerno.page.listing import Listing
from salerno.page.metadata import Address, Head
from salerno.page.render import (
    Alternate,
    render_index,
    render_not_found,
    render_overview,
    render_start,
)
from salerno.page.sitemap import Location, sitemap
from salerno.pipeline.drawing import Studio
from salerno.store.tree import Files


class Lists:
    """Draws the lists of a site from what is published in it."""

    def __init__(self, studio: Studio, published: Sequence[Listing]) -> None:
        """Take the listings of all published pages, those in the source language too."""
        self.studio = studio
        self.source_locale = studio.settings.source_locale
        self.by_locale: dict[str, list[Listing]] = defaultdict(list)
        self.by_article: dict[str, list[str]] = defaultdict(list)
        for listing in published:
            self.by_locale[listing.locale].append(listing)
            self.by_article[listing.article].append(listing.locale)
        self.topics = {each.article: each.topic for each in self.by_locale[self.source_locale]}
        order = (self.source_locale, *studio.settings.locales)
        self.locales = [locale for locale in order if self.by_locale.get(locale)]

    def files(self) -> Files:
        """Draw all lists."""
        made = {f"{locale}/index.html": self._index(locale) for locale in self.locales}
        made |= {"index.html": self._start(), "404.html": self._not_found()}
        if self.studio.url():
            made["sitemap.xml"] = sitemap(self._locations())
        return {name: text.encode("utf-8") for name, text in made.items()}

    def _chrome(self, locale: str) -> Chrome:
        if locale == self.source_locale:
            return self.studio.source_chrome
        return self.studio.signed_chrome(locale)

    def _index(self, locale: str) -> str:
        menu = [Alternate(other, f"../{other}/") for other in self.locales]
        chrome = self._chrome(locale)
        return render_index(
            self.studio.frame(chrome, "../", menu if len(menu) > 1 else ()),
            self._index_head(locale),
            self._by_topic(locale),
            chrome,
            self.studio.theme,
        )

    def _index_head(self, locale: str) -> Head:
        url = self.studio.url(locale)
        others = [Address(other, self.studio.url(other)) for other in self.locales]
        return Head(locale, url, others if url else (), self.studio.url())

    def _by_topic(self, locale: str) -> list[tuple[str, Sequence[Listing]]]:
        """Return the articles of a locale by topic, in its own alphabet; those without one come last.

        One topic of the source is one here, even where two articles translate it in two ways.
        """
        key = languages.collation_key(locale)
        groups: dict[str, list[Listing]] = defaultdict(list)
        for listing in sorted(self.by_locale[locale], key=lambda each: key(each.title)):
            groups[self.topics.get(listing.article, "")].append(listing)
        rest = [("", groups.pop(""))] if "" in groups else []
        named = [(group[0].topic, group) for group in groups.values()]
        return [*sorted(named, key=lambda each: key(each[0])), *rest]

    def _choices(self, base: str) -> list[tuple[Alternate, int]]:
        return [
            (Alternate(locale, f"{base}{locale}/"), len(self.by_locale[locale]))
            for locale in self.locales
        ]

    def _start(self) -> str:
        chrome, theme = self.studio.source_chrome, self.studio.theme
        head = replace(self._index_head(self.source_locale), url=self.studio.url())
        frame = self.studio.frame(chrome)
        return render_start(frame, head, self._choices(""), chrome, theme)

    def _not_found(self) -> str:
        """Draw the page that a server sends from any folder: its links have to be absolute."""
        chrome, theme = self.studio.source_chrome, self.studio.theme
        base = self.studio.url() or "/"
        frame = self.studio.frame(chrome, base)
        return render_not_found(frame, self._choices(base), chrome, theme)

    def _locations(self) -> list[Location]:
        """Return where published pages are, lists first."""
        index = self._index_location(self.source_locale)
        start = replace(index, url=self.studio.url())
        lists = [start, *map(self._index_location, self.locales)]
        pages = [
            self._page_location(listing)
            for locale in self.locales
            for listing in self.by_locale[locale]
        ]
        return [*lists, *pages]

    def _index_location(self, locale: str) -> Location:
        head = self._index_head(locale)
        return Location(head.url, "", head.alternates, head.fallback)

    def _page_location(self, listing: Listing) -> Location:
        slug = listing.article
        return Location(
            self.studio.url(listing.locale, slug),
            listing.reviewed or listing.date,
            [Address(locale, self.studio.url(locale, slug)) for locale in self.by_article[slug]],
            self.studio.url(self.source_locale, slug),
        )


def overview(studio: Studio, sources: Sequence[Listing], built: Sequence[Listing]) -> Files:
    """Draw the list of all previews."""
    by_article: dict[str, list[Listing]] = defaultdict(list)
    for listing in built:
        by_article[listing.article].append(listing)
    rows = [
        (
            source.title,
            [
                (Alternate(each.locale, f"{each.locale}/{each.article}/index.html"), each.counts)
                for each in by_article[source.article]
            ],
        )
        for source in sources
    ]
    frame = studio.frame(studio.source_chrome)
    html = render_overview(frame, rows, studio.source_chrome, studio.theme)
    return {"index.html": html.encode("utf-8")}
