"""Carry placeholders through an engine as made-up words, since words are what survives there.

Measured over 300 sentences and four language pairs: `{1}`, `<x id="1"/>`, `%1$s` and private-use
characters come back damaged or doubled; a capitalised word of letters alone (`Xqza`) comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, product
from string import ascii_lowercase

_PLACEHOLDER = "[\U000f0000-\U000ffffd]"
_CUT_OFF_ALONE = frozenset('.,;:!?()…“”"«»')
"""What an engine parts from a word by itself; a hyphen or an apostrophe it takes for a part of it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A made-up word, what it stands for, and on which sides it was given a space.

    Of two tokens in a row the first has the space between them.
    """

    word: str
    span: str
    space_before: bool
    space_after: bool


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text fit for an engine, and the tokens in it, in order."""

    text: str
    tokens: tuple[Token, ...] = ()


def split(text: str, reserved: str = "") -> list[str]:
    """Return what is between placeholders and `reserved` spans, and those, by turns.

    `reserved` is a regular expression without groups; joining the parts gives the text back.
    """
    pattern = f"({_PLACEHOLDER}|{reserved})" if reserved else f"({_PLACEHOLDER})"
    return re.split(pattern, text)


def encode(text: str, reserved: str = "") -> Encoded:
    """Replace placeholders and `reserved` spans; `decode` of the encoded text undoes it.

    A token is set off by spaces where the text had none, or the engine would see half a word.
    """
    parts = split(text, reserved)
    gaps, spans = parts[::2], parts[1::2]
    words = _words(_unused_stem(text), len(spans))
    tokens = tuple(
        Token(word, span, _touches(before[-1:]), _touches(after[:1] or following))
        for word, span, before, after, following in zip(
            words,
            spans,
            gaps,
            gaps[1:],
            [*spans[1:], ""],
            strict=False,
        )
    )
    return Encoded(_joined(gaps, tokens), tokens)


def decode(text: str, tokens: Sequence[Token]) -> str:
    """Put the spans back, and take the added spaces away on the side where they were added.

    A token that the engine capitalised or glued to a word is found all the same; one that it lost
    or doubled stays so, which is for the caller to see (`intact`).
    """
    if not tokens:
        return text
    known = {token.word.lower(): token for token in tokens}
    parts = _pattern(tokens).split(text)
    for at in range(1, len(parts), 2):
        token = known[parts[at].lower()]
        if token.space_before:
            parts[at - 1] = parts[at - 1].removesuffix(" ")
        if token.space_after:
            parts[at + 1] = parts[at + 1].removeprefix(" ")
        parts[at] = token.span
    return "".join(parts)


def intact(text: str, tokens: Sequence[Token]) -> bool:
    """Whether each token is in an engine's output exactly once."""
    if not tokens:
        return True
    found = sorted(word.lower() for word in _pattern(tokens).findall(text))
    return found == sorted(token.word.lower() for token in tokens)


def _pattern(tokens: Sequence[Token]) -> re.Pattern[str]:
    # All words of one text are equally long, so none is the beginning of another.
    return re.compile(f"({'|'.join(token.word for token in tokens)})", re.IGNORECASE | re.ASCII)


def _unused_stem(text: str) -> str:
    lowered = text.lower()
    return next(stem for stem in _stems() if stem.lower() not in lowered)


def _stems() -> Iterator[str]:
    for length in count(1):
        yield from ("Xq" + "".join(letters) for letters in product("zjxkv", repeat=length))


def _words(stem: str, number: int) -> list[str]:
    width = next(width for width in count(1) if len(ascii_lowercase) ** width >= number)
    endings = product(ascii_lowercase, repeat=width)
    return [stem + "".join(ending) for ending, _ in zip(endings, range(number), strict=False)]


def _touches(neighbour: str) -> bool:
    first = neighbour[:1]
    return bool(first) and not first.isspace() and first not in _CUT_OFF_ALONE


def _joined(gaps: Sequence[str], tokens: Sequence[Token]) -> str:
    joined = [gaps[0]]
    for token, gap in zip(tokens, gaps[1:], strict=True):
        joined += [" " if token.space_before else "", token.word]
        joined += [" " if token.space_after else "", gap]
    return "".join(joined)
