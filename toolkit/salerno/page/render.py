"""Jinja templates, sandboxed and escaping by themselves, filled with what a page says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from salerno import languages
from salerno.model import Document, Mark, Meaning, Role, State
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
class Byline:
    """A sign-off as a page tells of it: a name only with its bearer's consent."""

    meaning: Meaning
    role: Role
    name: str
    credential: str
    organisation: str
    at: str
    """The day, YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a published localization says of itself."""

    bylines: Sequence[Byline]
    source_href: str
    is_outdated: bool = False
    """Whether its source has changed in substance since."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """All that a page shows; without `preview` and `published` it is the source text, as written."""

    locale: str
    source_locale: str
    document: Document
    site_title: str
    publisher: str = ""
    alternates: Sequence[Alternate] = field(default=())
    preview: Preview | None = None
    published: Published | None = None


def render_page(page: SitePage, chrome: Chrome) -> str:
    """Return a page as HTML."""
    body = sanitised(page.document.html)
    if page.preview:
        marks = page.preview.marks
        body = with_marks(body, lambda number: _opening(marks[number], page.source_locale, chrome))
    metadata = page.document.metadata
    return (
        template_environment()
        .get_template("page.html.j2")
        .render(
            page=page,
            metadata=metadata,
            body=Markup(body),  # noqa: S704 - sanitised above
            has_title=any(heading.level == 1 for heading in page.document.headings),
            direction=languages.direction(page.locale),
            date=lambda iso: languages.format_date(iso, page.locale),
            number=lambda value: languages.format_number(value, page.locale),
            who=lambda byline: who_signed(byline, chrome),
            source_language=languages.autonym(page.source_locale),
            source_direction=languages.direction(page.source_locale),
            states=list(State),
            **chrome_words(chrome),
        )
    )


def who_signed(byline: Byline, chrome: Chrome) -> Markup:
    """Return who signed: name or role, credential, organisation."""
    role = chrome.text("a clinician" if byline.role is Role.CLINICIAN else "a linguist")
    parts = [byline.name or role, byline.credential, byline.organisation]
    return Markup(", ").join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class NoticePage:
    """A page that gives way: it names the article in its source language and leads there."""

    locale: str
    source_locale: str
    title: str
    """Of the article, in the source language."""
    site_title: str
    source_href: str
    alternates: Sequence[Alternate] = field(default=())


def render_notice(page: NoticePage, chrome: Chrome) -> str:
    """Return a notice page; it holds no article."""
    template = template_environment().get_template("notice.html.j2")
    return template.render(
        page=page,
        direction=languages.direction(page.locale),
        source_language=languages.autonym(page.source_locale),
        source_direction=languages.direction(page.source_locale),
        **chrome_words(chrome),
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
    template = template_environment().get_template("overview.html.j2")
    return template.render(
        rows=rows, site_title=site_title, states=list(State), **chrome_words(chrome)
    )


def chrome_words(chrome: Chrome) -> dict[str, object]:
    """Return what every template says its words with."""
    return {
        "_": chrome.text,
        "plural": chrome.plural,
        "plain": chrome.plain,
        "state_names": STATE_NAMES,
        "chrome_locale": chrome.locale,
    }


@cache
def template_environment() -> ImmutableSandboxedEnvironment:
    """Return the sandbox in which our own templates run; none comes from content."""
    return ImmutableSandboxedEnvironment(
        loader=PackageLoader("salerno.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
