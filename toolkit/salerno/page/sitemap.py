"""sitemap.xml (sitemaps.org, with Google's xhtml:link alternates) of what is published, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from salerno.page.metadata import Address

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class Location:
    """A published page, with the same page in all its languages, itself among them."""

    url: str
    changed: str = ""
    """The day of its last change, YYYY-MM-DD."""
    alternates: Sequence[Address] = field(default=())
    fallback: str = ""


def sitemap(locations: Iterable[Location]) -> str:
    """Return the sitemap as XML."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">',
        *(line for location in locations for line in _lines(location)),
        "</urlset>",
    ]
    return "\n".join(lines) + "\n"


def _lines(location: Location) -> Iterable[str]:
    yield "<url>"
    yield f"<loc>{_text(location.url)}</loc>"
    if location.changed:
        yield f"<lastmod>{_text(location.changed)}</lastmod>"
    for other in location.alternates:
        yield _link(other.locale, other.href)
    if location.fallback:
        yield _link("x-default", location.fallback)
    yield "</url>"


def _link(language: str, href: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang={quoteattr(language)} href={quoteattr(href)}/>'


def _text(value: str) -> str:
    return quoteattr(value)[1:-1]
