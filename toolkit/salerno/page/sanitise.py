"""Nothing but known, harmless HTML reaches a page, wherever it came from."""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3

_TAGS = frozenset(
    """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section
    small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
    """.split(),  # noqa: SIM905 - one name a line would hide the list
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href", "id", "hreflang", "aria-label"},
    "img": {"src", "alt", "width", "height"},
    "li": {"id", "value"},
    "ol": {"start", "reversed", "type"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": {"datetime"},
    "span": {"data-salerno"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
_CLASSES = {
    "hr": {"footnotes-sep"},
    "div": {"footnotes"},
    "ol": {"footnotes-list"},
    "li": {"footnote-item"},
    "sup": {"footnote-ref"},
    "a": {"footnote-backref"},
    "td": {"align-start", "align-center", "align-end"},
    "th": {"align-start", "align-center", "align-end"},
}
_VALUES = {
    "div": {"role": {"doc-endnotes"}},
    "a": {"role": {"doc-noteref", "doc-backlink"}},
}
"""Attributes that may say these words and no others."""
_SCHEMES = {"http", "https", "mailto", "tel"}
_ELSEWHERE = re.compile(r"[\x00-\x20]*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_DROPPED = str.maketrans("", "", "\t\n\r")
"""What a browser drops from an address, wherever it stands in it (WHATWG URL, 4.4)."""
_SPAN = re.compile(r'<span data-salerno="(\d+)">')


def sanitised(html: str) -> str:
    """Return the HTML with only known elements, attributes and addresses, and every tag closed.

    Of a picture from elsewhere its words stay: nobody signs what another server shows tomorrow, and
    nobody there shall hear who reads what.
    """
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=_filtered if "<img" in html.lower() else None,
        tag_attribute_values=_VALUES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        clean_content_tags={"script", "style", "iframe", "object", "template"},
        link_rel=None,
        strip_comments=True,
    )


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    return None if _is_picture_from_elsewhere(tag, attribute, value) else value


def _is_picture_from_elsewhere(tag: str, attribute: str, value: str) -> bool:
    return (tag, attribute) == ("img", "src") and is_elsewhere(value)


def is_elsewhere(address: str) -> bool:
    """Return whether an address is of another site than the page that names it."""
    return bool(_ELSEWHERE.match(address.translate(_DROPPED)))


def may_stand(tag: str) -> bool:
    """Return whether an element is one that `sanitised` lets through."""
    return tag in _TAGS


def may_stand_on(tag: str, attribute: str, value: str) -> bool:
    """Return whether an attribute of an element is one that `sanitised` lets through."""
    if _is_picture_from_elsewhere(tag, attribute, value):
        return False
    if attribute == "class":
        return set(value.split()) <= _CLASSES.get(tag, set())
    if attribute in _VALUES.get(tag, {}):
        return value in _VALUES[tag][attribute]
    return attribute in _ATTRIBUTES["*"] | _ATTRIBUTES.get(tag, set())


def with_marks(html: str, opening: Callable[[int], str]) -> str:
    """Replace the marks of units (`<span data-salerno="N">`) by what `opening(N)` returns."""
    return _SPAN.sub(lambda match: opening(int(match.group(1))), html)
