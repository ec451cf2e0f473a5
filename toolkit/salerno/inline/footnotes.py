"""Footnotes as HTML that reading machines announce in their own listener's language.

Words would have to be translated and signed; the roles of DPUB-ARIA 1.1 need none. The link back is
called by the number of its note, as an arrow is no name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token


def name_footnotes(parser: MarkdownIt) -> None:
    """Give notes, the links to them and those back their roles and names."""
    parser.add_render_rule("footnote_ref", _reference)
    parser.add_render_rule("footnote_block_open", _opening)
    parser.add_render_rule("footnote_block_close", _closing)
    parser.add_render_rule("footnote_anchor", _way_back)


def _reference(_: RendererProtocol, tokens: Sequence[Token], index: int, *_more: Any) -> str:
    number, place = _number(tokens[index])
    return (
        f'<sup class="footnote-ref"><a href="#fn{number}" id="fnref{place}" role="doc-noteref">'
        f"[{place}]</a></sup>"
    )


def _opening(*_: Any) -> str:
    return (
        '<hr class="footnotes-sep">\n<div class="footnotes" role="doc-endnotes">\n'
        '<ol class="footnotes-list">\n'
    )


def _closing(*_: Any) -> str:
    return "</ol>\n</div>\n"


def _way_back(_: RendererProtocol, tokens: Sequence[Token], index: int, *_more: Any) -> str:
    place = _number(tokens[index])[1]
    # U+FE0E, so that no telephone shows the arrow as a picture.
    return (
        f' <a href="#fnref{place}" class="footnote-backref" role="doc-backlink"'
        f' aria-label="[{place}]">\u21a9\ufe0e</a>'
    )


def _number(token: Token) -> tuple[str, str]:
    """Return the number of a note, and that of a place which leads to it: `1`, `1:2`."""
    number = str(token.meta["id"] + 1)
    again = token.meta.get("subId", 0)
    return number, f"{number}:{again}" if again > 0 else number
