"""Whether a page is the one that `pages` would write now: what only a workspace knows of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import zip_longest

from salerno.edition import hash_of
from salerno.errors import InputError
from salerno.evidence import Evidence
from salerno.model import Edition
from salerno.page.listing import Listing
from salerno.page.reading import read_frame
from salerno.pipeline.decisions import decisions
from salerno.pipeline.drawing import Drawing, Studio
from salerno.store import articles
from salerno.store.workspace import Workspace

_AGAIN = "run `salerno pages`"


class Current:
    """Compares pages with what would be written in their place."""

    def __init__(self, workspace: Workspace) -> None:
        """Take a workspace; nothing of it is read before a page is asked for."""
        self._workspace = workspace
        self._drawings: dict[str, Drawing] = {}
        self._lists: dict[str, bool] = {}

    @cached_property
    def _studio(self) -> Studio:
        return Studio(self._workspace)

    def _drawing(self, slug: str) -> Drawing:
        if slug not in self._drawings:
            article = articles.load(self._workspace, slug)
            self._drawings[slug] = self._studio.drawing(article)
        return self._drawings[slug]

    def why_not(self, html: str, found: Evidence) -> Iterator[str]:
        """Yield why a page would not be written so again: replaced, withdrawn, out of date, touched up."""
        edition = found.edition
        if edition.locale not in self._workspace.settings.locales:
            yield f"the workspace has no locale {edition.locale!r} any longer; {_AGAIN}"
            return
        try:
            drawing = self._drawing(edition.article)
        except InputError as error:
            yield f"{error}; {_AGAIN}"
            return
        reasons = list(_reasons(drawing, edition))
        yield from reasons or self._differences(html, drawing, edition.locale)
        yield from self._unrecorded(found)

    def why_not_bare(self, html: str, parts: Sequence[str]) -> Iterator[str]:
        """Yield why a page without evidence may not stand where one of an article is to be."""
        locale, slug, *_ = (*parts, "", "")
        is_ours = locale in self._workspace.settings.locales and parts[2:] == ("index.html",)
        if not is_ours or slug not in articles.slugs(self._workspace):
            return
        drawing = self._drawing(slug)
        found = drawing.publication(locale)
        if found.is_published or found.was_up:
            yield from self._differences(html, drawing, locale)

    def _differences(self, html: str, drawing: Drawing, locale: str) -> Iterator[str]:
        """Yield the first thing around its article that would not be written so.

        The menu may lack a language: the page of another one may have been written since.
        """
        slug = drawing.article.slug
        row = [Listing(slug, tag, is_published=True) for tag in self._workspace.settings.locales]
        has_list = drawing.publication(locale).is_published or self._has_list(locale)
        made = drawing.localized_page(Listing(slug, locale), row, has_list=has_list)
        expected = read_frame(made[f"{locale}/{slug}/index.html"].decode("utf-8"))
        frame = read_frame(html)
        if not frame.is_isolated_as(expected):
            yield f"its article is isolated in another way than it would be; {_AGAIN}"
        for here, there in zip_longest(frame.parts, expected.parts, fillvalue="nothing"):
            if here != there:
                yield f"it says {here[:120]!r} where {there[:120]!r} belongs; {_AGAIN}"
                return
        for link in sorted(frame.links - expected.links):
            yield f"its menu holds {link[:120]!r}; {_AGAIN}"

    def _has_list(self, locale: str) -> bool:
        """Return whether anything is published in a locale."""
        if locale not in self._lists:
            slugs = articles.slugs(self._workspace)
            self._lists[locale] = any(self._is_published(slug, locale) for slug in slugs)
        return self._lists[locale]

    def _is_published(self, slug: str, locale: str) -> bool:
        try:
            return self._drawing(slug).publication(locale).is_published
        except InputError:  # of another article than the one that is looked at
            return False

    def _unrecorded(self, found: Evidence) -> Iterator[str]:
        """Yield decisions that nobody made here: an approval has no signature that would tell."""
        edition = found.edition
        history = decisions(self._workspace, edition.article, edition.locale).history
        recorded = {event.id for event in history.events}
        for event in (*found.approvals, *found.waivers, *found.signoffs):
            if event.id not in recorded:
                yield f"the {event.type} {event.id[:12]} is in no ledger here"


def _reasons(drawing: Drawing, edition: Edition) -> Iterator[str]:
    """Yield why an edition does not stand."""
    found = drawing.publication(edition.locale)
    if found.edition and found.is_published:
        name = hash_of(found.edition)
        if name != hash_of(edition):
            yield f"edition {name[:16]} stands, and this is another; {_AGAIN}"
        return
    for reason in found.reasons:
        yield f"its edition does not stand any longer: {reason}; {_AGAIN}"
