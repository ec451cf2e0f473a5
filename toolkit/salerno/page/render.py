"""Pages, filled into the templates of a theme: articles, notices, and what leads to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from salerno import languages
from salerno.model import Document, Mark, Metadata, Role, State
from salerno.page.bylines import Byline
from salerno.page.chrome import Chrome, untranslated
from salerno.page.isolation import isolated, isolated_text
from salerno.page.listing import Listing, Origin
from salerno.page.metadata import Head
from salerno.page.sanitise import sanitised, with_marks
from salerno.page.theme import Theme


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language, for the language menu."""

    locale: str
    href: str

    @property
    def autonym(self) -> str:
        """What its speakers call the language."""
        return languages.autonym(self.locale)

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return languages.direction(self.locale)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page of a site."""

    locale: str
    source_locale: str
    site_title: str
    publisher: str = ""
    home: str = ""
    """The address of the list of articles in this language."""
    alternates: Sequence[Alternate] = field(default=())
    original: Chrome | None = None
    """The page chrome in the source language, in which notices speak as well."""
    title_locale: str = ""
    """The language of the site's title, where it is not the source language."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a preview says of itself: it is never the page that readers are led to."""

    marks: Sequence[Mark | None]
    counts: Mapping[State, int]
    source_href: str
    published_href: str = ""
    """The address of the page that says the very same, and is signed; empty if none does."""

    @property
    def is_approved(self) -> bool:
        """Whether reviewers have approved every part of the text."""
        return self.counts.get(State.APPROVED, 0) == sum(self.counts.values()) > 0


@dataclass(frozen=True, slots=True)
class Published:
    """What a published localization says of itself."""

    bylines: Sequence[Byline]
    source_href: str
    is_outdated: bool = False
    """Whether its source has changed in substance since."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """An article's page; without `preview` and `published` it is the source text, as written."""

    frame: Frame
    document: Document
    head: Head | None = None
    preview: Preview | None = None
    published: Published | None = None


def render_page(page: SitePage, chrome: Chrome, theme: Theme) -> str:
    """Return the page of an article as HTML."""
    body = sanitised(page.document.html)
    if page.preview:
        marks = page.preview.marks
        opening = cache(lambda mark: _opening(mark, page.frame.source_locale, chrome))
        body = with_marks(body, lambda number: opening(marks[number]))
    # Last, because a block that a preview shows in the source language has its own direction.
    body = isolated(body, page.frame.locale)
    metadata = _isolated_metadata(page)
    return theme.render(
        "page.html.j2",
        page=page,
        head=page.head,
        title=metadata.title,
        description=metadata.description,
        metadata=metadata,
        body=Markup(body),  # noqa: S704 - sanitised above
        has_title=any(heading.level == 1 for heading in page.document.headings),
        **_framed(page.frame, chrome),
    )


def _isolated_metadata(page: SitePage) -> Metadata:
    """Return what the article says of itself, isolated by characters: a `<title>` has no markup."""
    metadata, locale = page.document.metadata, page.frame.locale
    return replace(
        metadata,
        title=isolated_text(metadata.title, locale),
        description=isolated_text(metadata.description, locale),
    )


@dataclass(frozen=True, slots=True)
class NoticePage:
    """A page that gives way: it names the article in its source language and leads there."""

    frame: Frame
    title: str
    """Of the article, in the source language."""
    source_href: str


def render_notice(page: NoticePage, chrome: Chrome, theme: Theme) -> str:
    """Return a notice page; it holds no article."""
    return theme.render(
        "notice.html.j2",
        title=page.title,
        source_href=page.source_href,
        **_framed(page.frame, chrome),
    )


def render_index(
    frame: Frame,
    head: Head,
    topics: Sequence[tuple[str, Sequence[Listing]]],
    chrome: Chrome,
    theme: Theme,
) -> str:
    """Return the list of the articles that are published in a language."""
    return theme.render(
        "index.html.j2",
        title=frame.site_title,
        description="",
        head=head,
        topics=topics,
        **_framed(frame, chrome),
    )


def render_start(
    frame: Frame,
    head: Head,
    languages_: Sequence[tuple[Alternate, int]],
    chrome: Chrome,
    theme: Theme,
) -> str:
    """Return the page that leads to each language, with the number of its articles."""
    return theme.render(
        "start.html.j2",
        title=frame.site_title,
        description="",
        head=head,
        languages=languages_,
        **_framed(frame, chrome),
    )


def render_not_found(
    frame: Frame, languages_: Sequence[tuple[Alternate, int]], chrome: Chrome, theme: Theme
) -> str:
    """Return the page for addresses that lead nowhere."""
    title = chrome.plain("This page does not exist")
    framed = _framed(frame, chrome)
    return theme.render("404.html.j2", title=title, languages=languages_, **framed)


@dataclass(frozen=True, slots=True)
class Making:
    """How a localization was made, counted from the ledger."""

    article_title: str
    edition: str
    origins: Mapping[Origin, int]
    bylines: Sequence[Byline]
    waivers: int


def render_how(frame: Frame, making: Making, chrome: Chrome, theme: Theme) -> str:
    """Return the page that tells how a translation was made."""
    return theme.render(
        "how.html.j2",
        title=chrome.plain("How this translation was made"),
        article_title=making.article_title,
        edition=making.edition,
        origins=[(origin, making.origins.get(origin, 0)) for origin in Origin],
        origin_names=ORIGIN_NAMES,
        total=sum(making.origins.values()),
        bylines=making.bylines,
        waivers=making.waivers,
        **_framed(frame, chrome),
    )


def render_overview(
    frame: Frame,
    rows: Sequence[tuple[str, Sequence[tuple[Alternate, Mapping[State, int]]]]],
    chrome: Chrome,
    theme: Theme,
) -> str:
    """Return the list of all previews: for each article, its locales with their counts by state."""
    framed = _framed(frame, chrome)
    return theme.render("overview.html.j2", title=frame.site_title, rows=rows, **framed)


def _opening(mark: Mark | None, source_locale: str, chrome: Chrome) -> str:
    """Return the start tag of a marked unit, with its state in words: colour alone tells nobody."""
    if mark is None:
        return "<span>"
    state = chrome.text(STATE_NAMES[mark.state])
    language = Markup("")
    if mark.foreign:
        language = Markup(' lang="{}" dir="{}"').format(
            source_locale,
            languages.direction(source_locale),
        )
    return str(
        Markup(
            '<span class="unit {}"{}><small class="state" lang="{}" dir="{}">{}</small> '
        ).format(
            mark.state,
            language,
            chrome.locale,
            languages.direction(chrome.locale),
            state,
        ),
    )


STATE_NAMES = {
    State.MISSING: "not translated",
    State.STALE: "source changed",
    State.DRAFT: "draft",
    State.REJECTED: "rejected",
    State.APPROVED: "approved",
    State.TRANSLATED: "not yet reviewed",
}
ORIGIN_NAMES = {
    Origin.MACHINE: "Drafted by a machine, then approved by a person without a change",
    Origin.EDITED: "Drafted by a machine, then changed by a person",
    Origin.MEMORY: "Taken over from an earlier translation",
    Origin.PERSON: "Written by a person",
}
"""Their translations are asked for in the templates, where Babel finds them."""


_LONGEST_MENU = 6
"""Languages that a menu shows at once; more of them fold away, so that a phone shows the text."""


def _framed(frame: Frame, chrome: Chrome) -> dict[str, Any]:
    """Return what every template may use."""
    locale = frame.locale
    title_locale = frame.title_locale or frame.source_locale
    original = frame.original or untranslated(frame.source_locale)
    return {
        "locale": locale,
        "direction": languages.direction(locale),
        "source_locale": frame.source_locale,
        "language": _language(locale),
        "source_language": _language(frame.source_locale),
        "words": lambda text: _words(text, locale),
        "source_direction": languages.direction(frame.source_locale),
        "site_title": frame.site_title,
        "title_locale": title_locale,
        "title_direction": languages.direction(title_locale),
        "is_source": locale == frame.source_locale,
        "publisher": frame.publisher,
        "home": frame.home,
        "alternates": frame.alternates,
        "is_long_menu": len(frame.alternates) > _LONGEST_MENU,
        "date": lambda iso: languages.format_date(iso, locale),
        "number": lambda value: languages.format_number(value, locale),
        "who": lambda byline: who_signed(byline, chrome),
        "original": original.text,
        "states": list(State),
        "state_names": STATE_NAMES,
        **chrome_words(chrome),
    }


def chrome_words(chrome: Chrome) -> dict[str, Any]:
    """Return what every template says its words with."""
    return {"_": chrome.text, "plural": chrome.plural, "plain": chrome.plain}


def who_signed(byline: Byline, chrome: Chrome) -> Markup:
    """Return who signed: name or role, credential, organisation."""
    role = chrome.text("a clinician" if byline.role is Role.CLINICIAN else "a linguist")
    parts = [byline.name or role, byline.credential, byline.organisation]
    return escape(languages.comma(chrome.locale)).join(
        _words(part, chrome.locale) for part in parts if part
    )


def _words(text: str, locale: str) -> Markup:
    """Return a name, or text that may be markup already, as content of a page in a locale."""
    return Markup(isolated(str(escape(text)), locale))  # noqa: S704 - escaped, and only isolated


def _language(locale: str) -> Markup:
    """Return what its speakers call a language, marked as being in it."""
    return Markup('<span lang="{}" dir="{}">{}</span>').format(
        locale,
        languages.direction(locale),
        languages.autonym(locale),
    )
