"""An article's pages, drawn: in its own language, from its editions, and from its catalogs as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from salerno import evidence
from salerno.edition import Consequence
from salerno.errors import InputError
from salerno.formats import fill, rendered
from salerno.model import SITE, Asset, Document, Edition, Entry, Mark, Meaning, State, Translate
from salerno.page import own_names
from salerno.page.bylines import Byline, bylines
from salerno.page.chrome import Chrome, untranslated
from salerno.page.listing import Listing
from salerno.page.localized import localized
from salerno.page.metadata import Address, Head, medical_web_page
from salerno.page.render import (
    Alternate,
    Frame,
    Making,
    NoticePage,
    Preview,
    Published,
    SitePage,
    render_how,
    render_notice,
    render_page,
)
from salerno.page.theme import Theme
from salerno.pipeline.content import Content, content_of, entries
from salerno.pipeline.decisions import Decisions, decisions
from salerno.pipeline.editions import assets_of
from salerno.pipeline.origins import origins_of
from salerno.pipeline.publication import Publication, publication, site_publication
from salerno.pipeline.status import counted
from salerno.store import catalogs, chrome, files
from salerno.store import theme as themes
from salerno.store.articles import Article
from salerno.store.tree import Files
from salerno.store.workspace import Workspace


class Studio:
    """What the pages of a workspace have in common: its settings, and the page chrome of each locale."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.settings = workspace.settings
        self._sites: dict[str, Publication] = {}
        self._signed: dict[str, Chrome] = {}
        self._working: dict[str, Chrome] = {}

    def drawing(self, article: Article) -> Drawing:
        """Return what draws the pages of an article."""
        return Drawing(self, article)

    def site(self, locale: str) -> Publication:
        """Return what may be shown of a locale's page chrome."""
        if locale not in self._sites:
            self._sites[locale] = site_publication(self.workspace, locale)
        return self._sites[locale]

    def signed_chrome(self, locale: str) -> Chrome:
        """Return the page chrome that was signed; without one, all of it is English."""
        if locale not in self._signed:
            self._signed[locale] = _signed_chrome(self.site(locale))
        return self._signed[locale]

    def working_chrome(self, locale: str) -> Chrome:
        """Return the page chrome as the workspace's catalog has it, for previews."""
        if locale not in self._working:
            path = self.workspace.catalog(SITE, locale)
            self._working[locale] = Chrome.of(catalogs.read(self.workspace, path), locale)
        return self._working[locale]

    @cached_property
    def source_chrome(self) -> Chrome:
        """The page chrome in the source language, as it ships."""
        locale = self.settings.source_locale
        return Chrome.of(chrome.shipped(locale), locale)

    @cached_property
    def theme(self) -> Theme:
        """How pages look."""
        return themes.load(self.workspace)

    def frame(self, chrome: Chrome, home: str = "", menu: Sequence[Alternate] = ()) -> Frame:
        """Return what stands around a page; the site's own names in its language, if it has them."""
        settings = self.settings
        title = chrome.own(own_names.TITLE, settings.title)
        return Frame(
            chrome.locale,
            settings.source_locale,
            title or settings.title,
            chrome.own(own_names.PUBLISHER, settings.publisher) or settings.publisher,
            home,
            menu,
            self.source_chrome,
            chrome.locale if title else settings.source_locale,
        )

    def url(self, *parts: str) -> str:
        """Return an absolute address under `base_url`, or an empty text if there is none."""
        base = self.settings.base_url
        return base + "".join(f"{part}/" for part in parts) if base else ""


def _signed_chrome(found: Publication) -> Chrome:
    if not found.is_published or found.edition is None:
        return untranslated(found.locale)
    return Chrome.of(catalogs.parse(found.edition.target, f"{SITE}.po"), found.locale)


class Drawing:
    """Draws the pages of one article; what several of them need is made once."""

    def __init__(self, studio: Studio, article: Article) -> None:
        self.studio = studio
        self.article = article
        self.workspace = studio.workspace
        self.settings = studio.settings
        self._publications: dict[str, Publication] = {}
        self._localized: dict[str, Document] = {}
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._decisions: dict[str, Decisions] = {}
        self._states: dict[str, tuple[State, ...]] = {}

    @cached_property
    def content(self) -> Content:
        """The article with its units."""
        return content_of(self.article)

    @cached_property
    def source(self) -> Document:
        """The article in its own language."""
        return rendered(self.article.format_name, self.article.text)

    def entries(self, locale: str) -> tuple[Entry, ...]:
        """Return the entries of the article in a locale, as its catalog has them."""
        if locale not in self._entries:
            self._entries[locale] = entries(self.workspace, self.content, locale)
        return self._entries[locale]

    def decisions(self, locale: str) -> Decisions:
        """Return what was decided on the article in a locale."""
        if locale not in self._decisions:
            self._decisions[locale] = decisions(self.workspace, self.article.slug, locale)
        return self._decisions[locale]

    def states(self, locale: str) -> tuple[State, ...]:
        """Return the state of each of the entries."""
        if locale not in self._states:
            state = self.decisions(locale).state
            self._states[locale] = tuple(map(state, self.entries(locale)))
        return self._states[locale]

    def publication(self, locale: str) -> Publication:
        """Return what may be shown of the article in a locale."""
        if locale not in self._publications:
            self._publications[locale] = publication(
                self.workspace, self.content, locale, self.studio.site(locale)
            )
        return self._publications[locale]

    def listing(self, locale: str) -> Listing:
        """Return what other pages, and the publisher, are told of the article in a locale."""
        slug, source = self.article.slug, self.source.metadata
        if locale == self.settings.source_locale:
            shown = (source.title, source.description, source.topic, source.date)
            return Listing(slug, locale, *shown, is_published=True)
        found = self.publication(locale)
        counts = counted(self.states(locale))
        listing = Listing(
            slug,
            locale,
            date=source.date,
            is_notice=not found.is_published and found.was_up,
            reasons=_reasons(found, counts),
            counts=counts,
        )
        if not (found.is_published and found.edition and found.evidence):
            return listing
        shown_here = self.localized(found.edition).metadata
        medical = [line.at for line in signed_by(found.evidence) if line.meaning is Meaning.MEDICAL]
        return replace(
            listing,
            title=shown_here.title,
            description=shown_here.description,
            topic=shown_here.topic,
            reviewed=max(medical, default=""),
            is_published=True,
        )

    def localized(self, edition: Edition) -> Document:
        """Return the localization in an edition, rendered once."""
        if edition.locale not in self._localized:
            self._localized[edition.locale] = localized(edition)
        return self._localized[edition.locale]

    def source_page(self, row: Sequence[Listing]) -> Files:
        """Draw the article as it was written; `row` are its localizations."""
        chrome = self.studio.source_chrome
        frame = self.studio.frame(chrome, "../", self._menu(row))
        page = SitePage(frame, self.source, self._head(frame, self.source, row))
        html = render_page(page, chrome, self.studio.theme)
        return self._files(frame.locale, html, self._assets())

    def localized_page(
        self, listing: Listing, row: Sequence[Listing], *, has_list: bool = True
    ) -> Files:
        """Draw an edition with its evidence, or the notice that it has given way to.

        Without a list of articles in its own language, a notice leads to that of the source language.
        """
        found = self.publication(listing.locale)
        if found.edition and found.evidence and found.is_published:
            return self._published(found, found.edition, found.evidence, row)
        home = "../" if has_list else f"../../{self.settings.source_locale}/"
        chrome = self.studio.signed_chrome(found.locale)
        notice = NoticePage(
            self.studio.frame(chrome, home, self._menu(row)),
            self.source.metadata.title,
            self._source_href(),
        )
        html = render_notice(notice, chrome, self.studio.theme)
        return self._files(found.locale, html)

    def _published(
        self,
        found: Publication,
        edition: Edition,
        proof: evidence.Evidence,
        row: Sequence[Listing],
    ) -> Files:
        locale, folder = found.locale, f"{found.locale}/{self.article.slug}"
        chrome, theme = self.studio.signed_chrome(locale), self.studio.theme
        frame = self.studio.frame(chrome, "../", self._menu(row))
        document, signed = self.localized(edition), signed_by(proof)
        is_outdated = found.consequence is Consequence.WITH_NOTICE
        page = SitePage(
            frame,
            document,
            self._head(frame, document, row, signed),
            published=Published(signed, self._source_href(), is_outdated),
        )
        making = Making(
            document.metadata.title,
            found.standing.edition,
            origins_of(edition, self.decisions(locale).history),
            signed,
            len(proof.waivers),
        )
        beside = replace(frame, alternates=self._menu(row, "how.html"))
        how = render_how(beside, making, chrome, theme)
        html = render_page(page, chrome, theme)
        _require_proof(html, proof, theme)
        return {
            **self._files(locale, html, edition.assets),
            f"{folder}/review.json": evidence.text_of(proof).encode("utf-8"),
            f"{folder}/how.html": how.encode("utf-8"),
        }

    def _head(
        self,
        frame: Frame,
        document: Document,
        row: Sequence[Listing],
        signed: Sequence[Byline] = (),
    ) -> Head:
        """Return what a published page tells machines; only published pages are told of."""
        slug, locale, source_locale = self.article.slug, frame.locale, frame.source_locale
        up = [source_locale, *(listing.locale for listing in row if listing.is_published)]
        url = self.studio.url(locale, slug)
        head = Head(
            locale,
            url,
            [Address(other, self.studio.url(other, slug)) for other in up] if url else (),
            self.studio.url(source_locale, slug),
            kind="article",
        )
        data = medical_web_page(
            head,
            document.metadata,
            publisher=frame.publisher,
            source_locale=source_locale,
            bylines=signed,
        )
        return replace(head, json_ld=data)

    def _source_href(self) -> str:
        return f"../../{self.settings.source_locale}/{self.article.slug}/"

    def _menu(self, row: Sequence[Listing], page: str = "") -> list[Alternate]:
        """Return the language menu of a published article; of one language, none.

        `page` is one that each translation has beside it, and the article in its own language has not.
        """
        up = [listing.locale for listing in row if listing.is_published]
        others = [Alternate(locale, f"../../{locale}/{self.article.slug}/{page}") for locale in up]
        source = Alternate(self.settings.source_locale, self._source_href())
        return [source, *others] if up else []

    def preview_page(self, listing: Listing) -> Files:
        """Draw the article as its catalog has it, every block with its state."""
        locale, chrome = listing.locale, self.studio.working_chrome(listing.locale)
        states = {
            entry.unit.identity: state
            for entry, state in zip(self.entries(locale), self.states(locale), strict=True)
        }
        targets = {
            entry.unit.identity: entry.targets[0]
            for entry in self.entries(locale)
            if entry.targets[0].strip()
        }
        pieces = self.content.pieces
        marks = [
            Mark(states[identity], foreign=identity not in targets)
            for identity in ((p.context, p.source) for p in pieces if isinstance(p, Translate))
        ]
        document = self.article.format.render(
            fill(pieces, targets, self.article.format),
            source=self.article.text,
            marks=marks,
            anchors=[heading.anchor for heading in self.source.headings],
        )
        source_href = f"../../../site/{self.settings.source_locale}/{self.article.slug}/index.html"
        page = SitePage(
            self.studio.frame(chrome, "../../index.html", self._preview_menu(source_href)),
            document,
            preview=Preview(marks, listing.counts, source_href, self._published_href(listing)),
        )
        html = render_page(page, chrome, self.studio.theme)
        return self._files(locale, html, self._assets())

    def _published_href(self, listing: Listing) -> str:
        """Return the address of the published page if it says just what the catalog does."""
        slug, locale = listing.article, listing.locale
        found = self.publication(locale)
        if not (found.is_published and found.edition):
            return ""
        signed = {unit.digest for unit in found.edition.units}
        said = {entry.digest(slug, locale) for entry in self.entries(locale)}
        return f"../../../site/{locale}/{slug}/index.html" if said == signed else ""

    def _preview_menu(self, source_href: str) -> list[Alternate]:
        others = [
            Alternate(locale, f"../../{locale}/{self.article.slug}/index.html")
            for locale in self.settings.locales
        ]
        return [Alternate(self.settings.source_locale, source_href), *others]

    def _assets(self) -> Sequence[Asset]:
        article = self.article
        return assets_of(self.workspace, article.slug, article.format_name, article.text)

    def _files(self, locale: str, html: str, assets: Sequence[Asset] = ()) -> dict[str, bytes]:
        """Return a page with the images and other files that it shows."""
        folder = f"{locale}/{self.article.slug}"
        shown = {
            f"{folder}/{asset.path}": files.read_bytes(self.workspace.source / asset.path)
            for asset in assets
        }
        return {**shown, f"{folder}/index.html": html.encode("utf-8")}


def _reasons(found: Publication, counts: Mapping[State, int]) -> tuple[str, ...]:
    """Return what holds a page up; nothing is published before it is signed."""
    if found.is_published:
        return ()
    waiting = [f"{n} {state}" for state, n in counts.items() if n and state != State.APPROVED]
    if waiting and not found.edition:
        return (*found.reasons, f"not approved: {', '.join(waiting)}")
    return found.reasons


def signed_by(proof: evidence.Evidence) -> list[Byline]:
    """Return who signed a page, as its readers are told."""
    return bylines(proof.signoffs, {reviewer.id: reviewer for reviewer in proof.reviewers})


def _require_proof(html: str, proof: evidence.Evidence, theme: Theme) -> None:
    """Raise InputError if a workspace's own template makes a page say what nobody signed.

    Salerno's own templates do not: that is tested, and need not be proved at every page.
    """
    known = {reviewer.id: reviewer for reviewer in proof.reviewers}
    problems = evidence.page_problems(html, proof, theme.looks, known) if theme.own else ()
    for problem in problems:
        raise InputError(
            f"{proof.edition.article} in {proof.edition.locale} would be no proof of what was signed: {problem}",
            where=", ".join(theme.own),
            help="an own template leaves `<article>`, `<title>` and what search engines are told as they are",
        )
