"""The Markdown of Salerno: CommonMark, tables, strike-through, footnotes, terms, front matter."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from salerno.errors import ArticleError
from salerno.inline.footnotes import name_footnotes

DEEPEST = 64
"""Containers around a block; a quote is one, a list two: itself and its item.

Every one of them costs the parser a handful of Python's thousand frames.
"""
_LONGEST_STEP = 2


def markdown() -> MarkdownIt:
    """Return a new parser.

    Beyond `maxNesting` the library drops text without a word, so that is out of reach here: a block
    that is nested deeper than `DEEPEST` raises ArticleError.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST + _LONGEST_STEP + 1})
    parser.enable(["table", "strikethrough"])
    for plugin in (front_matter_plugin, footnote_plugin, deflist_plugin):
        parser.use(plugin)
    name_footnotes(parser)
    parser.block.ruler.before("front_matter", "nesting", _refuse_depth)
    return parser


def _refuse_depth(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    if state.level > DEEPEST:
        raise ArticleError(
            f"nested in more than {DEEPEST} quotes and lists (a list counts twice)",
            line=line + 1,
            help="take some of the outer ones away",
        )
    return False
