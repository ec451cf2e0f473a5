"""Jinja templates, sandboxed and escaping by themselves, filled with what a page says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from salerno import languages
from salerno.model import Document, Mark, State
from salerno.page.chrome import Chrome
from salerno.page.sanitise import sanitised, with_marks


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same article in another language, for the language menu."""

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
class Preview:
    """What a preview says of itself: nothing on it is published."""

    marks: Sequence[Mark | None]
    counts: Mapping[State, int]
    source_href: str


@dataclass(frozen=True, slots=True)
class SitePage:
    """All that a page shows; `preview` is None for the source text, published as written."""

    locale: str
    source_locale: str
    document: Document
    site_title: str
    publisher: str = ""
    alternates: Sequence[Alternate] = field(default=())
    preview: Preview | None = None


def render_page(page: SitePage, chrome: Chrome) -> str:
    """Return a page as HTML."""
    body = sanitised(page.document.html)
    if page.preview:
        marks = page.preview.marks
        body = with_marks(body, lambda number: _opening(marks[number], page.source_locale, chrome))
    metadata = page.document.metadata
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            page=page,
            metadata=metadata,
            body=Markup(body),  # noqa: S704 - sanitised above
            has_title=any(heading.level == 1 for heading in page.document.headings),
            direction=languages.direction(page.locale),
            date=languages.format_date(metadata.date, page.locale) if metadata.date else "",
            number=lambda value: languages.format_number(value, page.locale),
            states=list(State),
            **_words(chrome),
        )
    )


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
        Markup('<span class="unit {}"{}><small class="state" lang="{}">{}</small> ').format(
            mark.state,
            language,
            chrome.locale,
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
"""Their translations are asked for in the template, where Babel finds them."""


def render_overview(
    rows: Sequence[tuple[str, Sequence[tuple[Alternate, Mapping[State, int]]]]],
    chrome: Chrome,
    site_title: str,
) -> str:
    """Return the list of all previews: for each article, its locales with their counts by state."""
    template = _environment().get_template("overview.html.j2")
    return template.render(rows=rows, site_title=site_title, states=list(State), **_words(chrome))


def _words(chrome: Chrome) -> dict[str, object]:
    return {
        "_": chrome.text,
        "plural": chrome.plural,
        "plain": chrome.plain,
        "state_names": STATE_NAMES,
        "chrome_locale": chrome.locale,
    }


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=PackageLoader("salerno.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
