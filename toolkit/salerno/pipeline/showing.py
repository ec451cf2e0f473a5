"""Whether pages show a target as it was written."""

from __future__ import annotations

import re
from html import unescape

from salerno import inline
from salerno.model import Syntax, Unit
from salerno.page.reading import read_fragment
from salerno.page.sanitise import is_elsewhere, may_stand, sanitised

_TAG = re.compile(r"</?([a-z][^\s/>]*)", re.IGNORECASE)
_PICTURE = re.compile(r"<img[^<>]*(\ssrc=\"([^\"]*)\")", re.IGNORECASE)


def changes_when_sanitised(target: str, unit: Unit) -> bool:
    """Return whether a page would show something else than the target says.

    A picture from elsewhere that the source shows too is no reason: of both, pages have the words.
    """
    if unit.syntax is Syntax.PLAIN:
        return False
    html, source = _html(target, unit.syntax), _html(unit.source, unit.syntax)
    if _unknown(html) - _unknown(source):  # a parser may drop them, and what is behind them
        return True
    for address in _pictures_from_elsewhere(source):
        html = html.replace(address, "")
    return read_fragment(html) != read_fragment(sanitised(html))


def _html(text: str, syntax: Syntax) -> str:
    return text if syntax is Syntax.HTML else inline.rendered(text)


def _unknown(html: str) -> set[str]:
    """Return the names of tags in an HTML text that no article may hold."""
    return {name for name in map(str.lower, _TAG.findall(html)) if not may_stand(name)}


def _pictures_from_elsewhere(html: str) -> list[str]:
    """Return the attributes by which an HTML text shows pictures of other sites."""
    return [attribute for attribute, src in _PICTURE.findall(html) if is_elsewhere(unescape(src))]
