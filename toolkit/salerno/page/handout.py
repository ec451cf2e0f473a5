"""A handout: one article or several, in one language or two side by side, as HTML for print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from salerno import languages
from salerno.formats import load_format
from salerno.model import Document, Edition
from salerno.page import own_names
from salerno.page.bylines import Byline
from salerno.page.chrome import Chrome, untranslated
from salerno.page.isolation import isolated as with_isolates
from salerno.page.localized import localized
from salerno.page.printable import printable
from salerno.page.render import chrome_words, who_signed
from salerno.page.rows import Row, rows, runs
from salerno.page.sanitise import sanitised
from salerno.page.theme import Theme

CLOSENESSES = (0, 1, 2)
_STAFF = "en"
"""What staff read, whatever language the patient reads."""
_LONGEST = 90
"""Characters of a title at the foot of a page."""
_CSS_SPECIAL = re.compile(r"""[^\w .,:;()/\-–—]""")
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Picture:
    """A code that a camera reads: a square of `size` units, and the SVG path of what is dark."""

    size: int
    path: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article of a handout: its edition, and what the sheet says of it."""

    edition: Edition
    bylines: Sequence[Byline]
    version: str
    """The day of the last sign-off, YYYY-MM-DD."""
    is_outdated: bool = False
    """Whether its source has changed in substance since."""
    address: str = ""
    """Of its page; empty where the workspace has none."""
    source_address: str = ""
    code: Picture | None = None


@dataclass(frozen=True, slots=True)
class Handout:
    """All that a handout shows."""

    locale: str
    source_locale: str
    sheets: Sequence[Sheet]
    title: str
    """Of the site; that of a booklet."""
    publisher: str = ""
    is_bilingual: bool = False
    paper: str = "A4"
    closeness: int = 0
    """How little white it leaves, so that it may fit on one page: one of `CLOSENESSES`."""
    original: Chrome | None = None
    """The page chrome in the source language, in which notices speak as well."""

    @property
    def is_booklet(self) -> bool:
        """Whether it has more than one article, and so a page of contents."""
        return len(self.sheets) > 1

    @property
    def assets(self) -> list[str]:
        """The paths of the pictures; in the HTML the one at position N is called `asset:N`."""
        paths = {asset.path for sheet in self.sheets for asset in sheet.edition.assets}
        return sorted(paths)

    @property
    def version(self) -> str:
        """The day of the latest sheet, which is the file's own date too."""
        return max(sheet.version for sheet in self.sheets)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A sheet, rendered."""

    sheet: Sheet
    target: Document
    source: Document
    body: Markup
    runs: Sequence[tuple[bool, Sequence[Row]]] = ()

    @property
    def slug(self) -> str:
        return self.sheet.edition.article

    @property
    def has_title(self) -> bool:
        return any(heading.level == 1 for heading in self.target.headings)


def render_handout(handout: Handout, chrome: Chrome, theme: Theme) -> str:
    """Return a handout as HTML for print; all that articles bring along is sanitised."""
    locale, source_locale = handout.locale, handout.source_locale
    printed = [_printed(handout, sheet) for sheet in handout.sheets]
    own_title = chrome.own(own_names.TITLE, handout.title)
    booklet_title = own_title or handout.title
    return theme.render(
        "handout.html.j2",
        handout=handout,
        own_title=own_title,
        own_publisher=chrome.own(own_names.PUBLISHER, handout.publisher),
        printed=printed,
        title=booklet_title if handout.is_booklet else printed[0].target.metadata.title,
        direction=languages.direction(locale),
        source_direction=languages.direction(source_locale),
        autonym=languages.autonym(locale),
        source_autonym=languages.autonym(source_locale),
        language=languages.english_name(locale),
        date=lambda iso: languages.format_date(iso, locale),
        staff_date=lambda iso: languages.format_date(iso, _STAFF),
        number=lambda value: languages.format_number(value, locale),
        who=lambda byline: isolated(who_signed(byline, chrome)),
        isolated=isolated,
        short=_short,
        digits=[_css_string(digit) for digit in languages.digits(locale)],
        page_label=_page_label(chrome.plain("Page %(page)s of %(pages)s")),
        original=(handout.original or untranslated(source_locale)).text,
        **chrome_words(chrome),
    )


def _printed(handout: Handout, sheet: Sheet) -> _Printed:
    """Render the article of a sheet; in two languages, as rows."""
    edition = sheet.edition
    target = localized(edition)
    source = load_format(edition.format).render(edition.source)
    html = _printable(handout, sheet, target.html, "")
    if not handout.is_bilingual:
        return _Printed(sheet, target, source, Markup(html))  # noqa: S704 - sanitised
    original = _printable(handout, sheet, sanitised(source.html), "source-")
    return _Printed(sheet, target, source, Markup(), list(runs(list(rows(original, html)))))


def _printable(handout: Handout, sheet: Sheet, html: str, side: str) -> str:
    prefix = f"{side}{sheet.edition.article}-"
    address = sheet.source_address if side else sheet.address
    html = with_isolates(html, handout.source_locale if side else handout.locale)
    return printable(html, assets=handout.assets, address=address, prefix=prefix)


def isolated(words: str) -> Markup:
    """Return words that keep their own direction in a line of the other one (UAX #9).

    By characters and not by elements: the printer sets each element as a block of its own.
    """
    return Markup("\u2068{}\u2069").format(words)


def _short(title: str) -> str:
    """Return a title that leaves the foot of a page two lines high."""
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


def _page_label(message: str) -> Markup:
    """Return "Page 1 of 2" as CSS content: only the printer counts pages."""
    counters = {"page": "counter(page, local)", "pages": "counter(pages, local)"}
    parts = _PLACEHOLDER.split(message)
    words = [
        counters.get(part, '""') if number % 2 else str(_css_string(part))
        for number, part in enumerate(parts)
        if part
    ]
    return Markup(" ").join(map(Markup, words))


def _css_string(text: str) -> Markup:
    """Return a text as a CSS string in which nothing ends the string or the style sheet."""
    escaped = _CSS_SPECIAL.sub(lambda match: f"\\{ord(match.group()):x} ", text)
    return Markup(f'"{escaped}"')  # noqa: S704 - escaped
