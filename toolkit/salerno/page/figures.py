"""Keeps figures on one line in text that runs from left to right: `1 000 mg`, `4–6 h`.

Broken over two lines they read as something else: `1` and, below it, `000 mg`. Which words are units
depends on the language, so that any short word behind a number stays with it. What is too long for
the line of a narrow telephone may break, but its parts stay whole where they can.

One pattern goes through the HTML once, tags and all, because every page waits for it; it is
possessive or bounded throughout, so that the time it takes is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from salerno.page.chunks import CURRENCY, DASHES, EXTENSION, FRACTIONS, LETTERS, SPACE

_SPELT = (
    r"A-Za-zªµºÀ-ÖØ-öø-\u058f\u0900-\u1fff\u20d0-\u20f0\u2100-\u214f\u2c00-\u2dff\uac00-\ud7ff"
    r"\uff21-\uff3a\uff41-\uff5a"
)
"""Letters of scripts in which a line ends between words; in those of Han and kana, anywhere."""
_HAN = r"\u3005-\u3007\u3300-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE = re.compile(rf"[{_HAN}\u3031-\u30ff\uac00-\ud7ff\uff01-\uff60]")
_BROAD = re.compile("[A-ZmwÀ-ÞΑ-ΩЀ-Я@%‰—]")
"""Twice as wide as other letters, and half as much again."""

_TAG = r'<(?:[^<>"]++|"[^"]*+")*+>'
_EMPHASIS = "(?:b|em|i|mark|small|strong|u)>"
_THROUGH = rf"(?:</?{_EMPHASIS})?"
"""What a figure may go through; by `_is_whole` both ends of it."""

_DIGIT = (
    r"0-9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f"
    r"\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9\u0f20-\u0f29\u1040-\u1049\u17e0-\u17e9"
    rf"\u1810-\u1819\uff10-\uff19{FRACTIONS}"
)
"""Of all scripts that run from left to right and are in use; `\\d` takes three times as long."""
_DASH = "[+−–‐‑-]"
_SIGNS = rf"≤≥≈≃=±~+−–‐‑\-#№%{CURRENCY}"
_SIGN = (
    rf"(?:(?:[≤≥≈≃=±~#№%{CURRENCY}]|&[lg]t;)=?{SPACE}?|{_DASH})?{_DASH}?(?:[{CURRENCY}]{SPACE}?)?"
)
_JOIN = (
    rf"(?:[.,:/'’·]|\){SPACE}?[{DASHES}]?|{SPACE}?[%°]?{SPACE}?[{DASHES}×÷±=+*x]{{1,2}}{_THROUGH}"
    rf"{SPACE}?[{CURRENCY}+(%]?|{SPACE})(?=[{_DIGIT}])"
)
"""What stands between the parts of a number, of a range or of a telephone number."""
_NUMBER = (
    rf"[{_DIGIT}]*+(?:{SPACE}?\([{_DIGIT}]{{1,5}}\)[{_DIGIT}]*+|{_THROUGH}{_JOIN}[{_DIGIT}]++)*+"
)
_WORD = rf"(?![{_DIGIT}])[{_SPELT}]{{1,12}}+(?![{_SPELT}])"
_UNIT = (
    rf"{SPACE}?{_THROUGH}(?:[%‰]|°(?:{SPACE}?[CFK](?![{LETTERS}]))?|[{CURRENCY}](?![{_DIGIT}])"
    rf"|[ap]\.{SPACE}?m\.|[hH]{SPACE}?[{_DIGIT}]{{2}}(?![{_DIGIT}])|{_WORD}(?:[./·]{_WORD}){{0,2}}+"
    rf"|[かカヶ]?(?:(?![到至])[{_HAN}]){{1,2}}+(?:/[{_HAN}]{{1,2}}+)?|つ|[ァ-ヺー]{{1,8}}+)"
    rf"|[-‐‑]{_WORD}"
)
_MEASURE = (
    rf"{_NUMBER}(?:(?=[,;]?{SPACE}?\(?[aeiprdwxдв#分内內AEIPRDWX]){EXTENSION}|{_THROUGH}{_UNIT})?+"
)
_BEGINS = rf"(?<=[{_DIGIT}])(?<![{_SPELT}{_DIGIT}_].)(?<!&#.)"
_SIMPLE = (
    rf"[{_DIGIT}]{{0,3}}+(?:[.,][{_DIGIT}]{{1,3}}+)?+[ \n](?![{_DIGIT}])[{_SPELT}]{{2,12}}+"
    rf"(?=[,;:?!)<]|\.(?![{_SPELT}])|[ \n][^{DASHES}{_DIGIT}/×+=±])(?P<simple>)"
)
"""`2.5 mg`, like most; it is found sooner by itself than as one of all the others."""
_START = (
    rf"{_BEGINS}|(?<=<){_EMPHASIS}{_SIGN}[{_DIGIT}]"
    rf"|(?<=\()(?<![{_SPELT}{_DIGIT})].)\+?[{_DIGIT}]{{1,5}}\)"
    rf"|(?:(?<=&)[lg]t;=?{SPACE}?|(?<=[{_SIGNS}])(?<![{_SPELT}{_DIGIT})].)"
    rf"(?:(?<=[≤≥≈≃=±~#№%{CURRENCY}])=?{SPACE}?)?){_DASH}?(?:[{CURRENCY}]{SPACE}?)?[{_DIGIT}]"
)
"""What a figure may begin with, behind its first character: a sign, a parenthesis, emphasis."""
_FIGURE = re.compile(
    rf"[<&({_SIGNS}{_DIGIT}](?:{_BEGINS}{_SIMPLE}|(?:{_START})"
    rf"{_MEASURE}(?:{SPACE}?[{DASHES}/×+=±到至]{SPACE}?[{_DIGIT}]{_MEASURE}){{0,3}}+"
    rf"(?:</{_EMPHASIS})?(?P<figure>)"
    rf"|(?<=<)(?P<alone>bd[io]|code|pre)\b[^>]*+>.*?</(?P=alone)>|(?<=<){_TAG[1:]}|(?<=&)#?\w+;)",
    re.DOTALL,
)
"""A figure, or what there is none in: a tag, an element that is left alone, a character reference.

Its first character is one of few, so that most of a text is passed over at once."""
_SMALLER = [
    re.compile(rf"(?:(?<![{_SPELT}{_DIGIT})]){_SIGN})?[{_DIGIT}]{part}")
    for part in (_MEASURE, _NUMBER)
]
_STEADY = re.compile(rf"[{_DIGIT}{_SPELT}.,:%°'’·+\u00a0\u202f\u2011]*+")
"""Where no line can end anyway."""
_AUTHORS = re.compile(r"<bdi>(?=(.{0,400}?)</bdi>)?", re.DOTALL)
_ELEMENT = re.compile(rf"({_TAG})")


@dataclass(frozen=True, slots=True)
class Room:
    """How much stands on one line in a place of a page."""

    letters: int
    """Those of Han and kana count twice."""

    def fits(self, text: str) -> bool:
        """Return whether a text stands on one line there, on a telephone of 320 CSS pixels."""
        if len(text) <= self.letters // 2:
            return True
        more = len(_WIDE.findall(text)) + len(_BROAD.findall(text)) // 2
        return len(text) + more <= self.letters

    def with_figures(self, html: str) -> str:
        """Return sanitised HTML with `<bdi>` around each figure in which a line could end."""
        found = _FIGURE.sub(self._marked, html.replace("&nbsp;", "\u00a0"))
        return found.replace("\u00a0", "&nbsp;")

    def _marked(self, match: re.Match[str]) -> str:
        """Return a match with `<bdi>` around it, or around the parts of it that can have one."""
        html = match[0]
        if match.lastgroup == "simple" and self is LINE:
            return f"<bdi>{html}</bdi>"
        if match.lastgroup not in {"simple", "figure"}:
            return html
        if "<" in html and not (self.fits(_shown(html)) and _is_whole(html)):
            parts = _ELEMENT.split(html)
            return "".join(p if p.startswith("<") else self.with_figures(p) for p in parts)
        return self._fitting(html) if self is LINE else self._boxed(html)

    def _boxed(self, html: str) -> str:
        """Return a figure that is too long for a cell as a box, which breaks as late as it can."""
        shown = _shown(html)
        is_box = LINE.fits(shown) and not self.fits(shown)
        held = self._fitting(html)
        return f'<bdi dir="auto">{held}</bdi>' if is_box else held

    def _fitting(self, html: str, smaller: Sequence[re.Pattern[str]] = _SMALLER) -> str:
        """Return a figure on one line, or those in it where it is too long for that."""
        if " " not in html and _STEADY.fullmatch(html):
            return html
        if self.fits(_shown(html)):
            return f"<bdi>{html}</bdi>"
        if not smaller:
            return html
        pattern, *others = smaller
        return pattern.sub(lambda match: self._fitting(match[0], others), html)


LINE, CELL = Room(24), Room(12)
"""Text, where more than the first would scroll sideways; a table, which as little as can be shall."""


def with_authors(html: str) -> str:
    """Return HTML in which an author's long `<bdi>` says in other words what it is (`dir=auto`).

    Else it would be taken for one of ours, which keep what they hold on one line.
    """
    return _AUTHORS.sub(_told_apart, html)


def _told_apart(tag: re.Match[str]) -> str:
    is_short = tag[1] is not None and LINE.fits(_shown(tag[1]))
    return tag[0] if is_short else '<bdi dir="auto">'


def _is_whole(html: str) -> bool:
    """Return whether each tag in a figure has its other half in it."""
    opened: list[str] = []
    for tag in _ELEMENT.findall(html):
        if not tag.startswith("</"):
            opened.append(tag[1:])
        elif not opened or opened.pop() != tag[2:]:
            return False
    return not opened


def _shown(html: str) -> str:
    """Return what a reader sees of HTML, without its tags."""
    return unescape(_ELEMENT.sub("", html))
