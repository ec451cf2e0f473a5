"""Where the markup of an inline Markdown text stands, told by the parser itself.

Whether a `<`, a `*` or a backtick is markup depends on all that stands before it (an escape, a code
span, a link's address), so nobody but the parser can tell: its rules are wrapped and report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from salerno.inline.grammar import markdown

_KEY = "salerno"
_Rule = Callable[[StateInline, bool], bool]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Where an element begins or ends that Markdown made: emphasis, a link."""

    name: str
    closes: bool


@dataclass(slots=True)
class Parts:
    """What of a text is markup, and what looks like markup and has no effect."""

    scopes: list[list[Span | Edge]] = field(default_factory=list)
    """HTML tags as spans, and the elements that they stand between, in order.

    The whole text is a scope, and so is every inline footnote, for it is rendered elsewhere.
    """
    delimiters: list[Span] = field(default_factory=list)
    """Signs of emphasis and strike-through that opened or closed nothing, though they could."""
    ticks: list[Span] = field(default_factory=list)
    """Runs of backticks that opened no code."""
    brackets: list[Span] = field(default_factory=list)
    """Square brackets that are text."""
    literals: str = ""
    """All that is text, escaped characters among it."""


def parts(text: str) -> Parts:
    """Return where the markup of an inline text stands; positions count in `text`."""
    recorder = _Recorder()
    tokens: list[Token] = []
    parser = _recording_parser()
    parser.inline.parse(text, parser, {_KEY: recorder}, tokens)
    recorder.found.literals = "".join(_literals(tokens))
    return recorder.found


def _literals(tokens: list[Token]) -> list[str]:
    return [token.content for token in _flat(tokens) if token.type in {"text", "text_special"}]


def _flat(tokens: list[Token]) -> list[Token]:
    flat: list[Token] = []
    waiting = tokens[::-1]
    while waiting:
        token = waiting.pop()
        flat.append(token)
        waiting += (token.children or [])[::-1]
    return flat


class _Recorder:
    """What the rules report while one text is parsed."""

    def __init__(self) -> None:
        self.found = Parts()
        self.base = 0
        """Where the text that is being parsed stands in the whole one."""
        self.shows_tags = True
        """Not so within the alternative text of an image."""
        self.signs: dict[int, list[tuple[Span, Token]]] = defaultdict(list)
        """Signs of emphasis by the parse they belong to, until it is known which have a partner."""
        self.tags: dict[int, list[Span]] = defaultdict(list)

    def span(self, start: int, end: int) -> Span:
        return Span(self.base + start, self.base + end)


def _of(state: StateInline) -> _Recorder:
    return cast("_Recorder", state.env[_KEY])


@cache
def _recording_parser() -> MarkdownIt:
    parser = markdown()
    ruler = parser.inline.ruler
    original = {rule.name: rule.fn for rule in ruler.__rules__}
    for name, wrap in _WRAPPERS.items():
        ruler.at(name, wrap(original[name]))
    ruler.push("brackets", _record_bracket)
    parser.inline.ruler2.before("fragments_join", "partners", _record_partners)
    parser.inline.ruler2.before("fragments_join", "scope", _record_scope)
    return parser


def _tag(rule: _Rule) -> _Rule:
    def recorded(state: StateInline, silent: bool) -> bool:
        start = state.pos
        done = rule(state, silent)
        if done and not silent:
            _of(state).tags[id(state)].append(_of(state).span(start, state.pos))
        return done

    return recorded


def _code(rule: _Rule) -> _Rule:
    def recorded(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        done = rule(state, silent)
        if done and not silent and len(state.tokens) == before:
            _of(state).found.ticks.append(_of(state).span(start, state.pos))
        return done

    return recorded


def _emphasis(rule: _Rule) -> _Rule:
    def recorded(state: StateInline, silent: bool) -> bool:
        before = len(state.delimiters)
        done = rule(state, silent)
        end = state.pos
        for delimiter in reversed(state.delimiters[before:]):
            token = state.tokens[delimiter.token]
            span = _of(state).span(end - len(token.content), end)
            end -= len(token.content)
            if delimiter.open or delimiter.close:
                _of(state).signs[id(state)].append((span, token))
        return done

    return recorded


def _record_partners(state: StateInline) -> None:
    """Keep the signs that are still text; the others were turned into elements."""
    recorder = _of(state)
    for span, token in recorder.signs.pop(id(state), []):
        if token.type == "text" and token.content:
            recorder.found.delimiters.append(span)


def _record_scope(state: StateInline) -> None:
    """Put the tags of a parse between the elements that Markdown made."""
    recorder = _of(state)
    tags = iter(recorder.tags.pop(id(state), []))
    scope = [
        next(tags) if token.type == "html_inline" else Edge(token.tag, token.nesting < 0)
        for token in state.tokens
        if token.type == "html_inline" or token.nesting
    ]
    if recorder.shows_tags:
        recorder.found.scopes.append(scope)


def _record_bracket(state: StateInline, silent: bool) -> bool:
    """Report a bracket that no rule before this last one knew what to do with."""
    if not silent and state.src[state.pos] in "[]":
        _of(state).found.brackets.append(_of(state).span(state.pos, state.pos + 1))
    return False


def _within(rule: _Rule, *, shows_tags: bool) -> _Rule:
    """Wrap a rule that parses what stands between its `x[` and `]` as a text of its own."""

    def recorded(state: StateInline, silent: bool) -> bool:
        recorder = _of(state)
        outer = recorder.base, recorder.shows_tags
        if not silent:
            recorder.base += state.pos + 2
            recorder.shows_tags = recorder.shows_tags and shows_tags
        try:
            return rule(state, silent)
        finally:
            recorder.base, recorder.shows_tags = outer

    return recorded


_WRAPPERS: dict[str, Callable[[_Rule], _Rule]] = {
    "html_inline": _tag,
    "backticks": _code,
    "emphasis": _emphasis,
    "strikethrough": _emphasis,
    "image": lambda rule: _within(rule, shows_tags=False),
    "footnote_inline": lambda rule: _within(rule, shows_tags=True),
}
