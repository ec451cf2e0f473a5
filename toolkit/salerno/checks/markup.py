"""Markup: the target has the source's elements, none of its own, and stays one block.

Where the words went the markup may go, so its order is free. What could run a script, hide text or
lead elsewhere is critical, for a page is served as it was signed. So is a half of a pair.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest

from salerno.checks._elements import differences
from salerno.checks._raw import RawTag, breaks, controls, count_scripts, overrides, raw_tags
from salerno.checks._signs import lone_signs
from salerno.checks._text import ADDRESS
from salerno.model import Finding, Severity, Syntax, Unit

NAME = "markup"

_LONGEST = 20_000
"""No block of an article has more characters, and beyond them a parser can be kept busy."""
_MOST = 20
"""So many pieces of raw HTML say what is wrong."""
_MARKED = re.compile(r"[*_~`\[\]<>&\\!^]")
_BESIDE_TEXT = re.compile(r"\]\([^()]*\)|<[^<>]*>")
_MAY_HOLD_ADDRESS = re.compile(r"://|www\.|@")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]*\]")

_DECLARATIONS = frozenset({"!", "!--", "?"})
_COMPARED_AS_ELEMENTS = frozenset({"cite", "class", "dir", "href", "id", "lang", "name", "src"})
_WORDS = frozenset({"alt", "aria-description", "aria-label", "title"})
"""Attributes that a reader reads or hears."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:  # noqa: ARG001
    """Yield what markup was lost, added or broken, and signs and breaks that have no business."""
    if target == unit.source:
        return
    yield from _direction_findings(unit.source, target)
    yield from _control_findings(unit.source, target)
    yield from _break_findings(unit.source, target)
    yield from _address_findings(unit.source, target)
    if unit.syntax is Syntax.PLAIN:
        yield from _shown_tag_findings(unit.source, target)
    elif _MARKED.search(unit.source) or _MARKED.search(target):
        yield from _markup_findings(unit, target)


def _direction_findings(source: str, target: str) -> Iterator[Finding]:
    found = overrides(target)
    if len(found) > len(overrides(source)):
        start, end = found[0]
        sign = f"U+{ord(target[start]):04X}"
        message = f"an invisible sign ({sign}) makes the text after it read in the wrong direction"
        yield Finding(NAME, Severity.CRITICAL, message, target_span=(start, end))


def _control_findings(source: str, target: str) -> Iterator[Finding]:
    """Yield the first control character that no page may hold, and the source has not."""
    for match in controls(target):
        if match.group() not in source:
            message = f"holds a control character (U+{ord(match.group()):04X}), which no page may"
            yield Finding(NAME, Severity.CRITICAL, message, target_span=match.span())
            return


def _break_findings(source: str, target: str) -> Iterator[Finding]:
    allowed, found = len(breaks(source)), breaks(target)
    if len(found) > allowed:
        message = "the translation starts a new line where the source does not"
        yield Finding(NAME, Severity.MAJOR, message, target_span=found[allowed])


def _address_findings(source: str, target: str) -> Iterator[Finding]:
    """Yield web and mail addresses in the text that differ; those of links are the elements'."""
    if not _MAY_HOLD_ADDRESS.search(source) and not _MAY_HOLD_ADDRESS.search(target):
        return
    said, found = _addresses(source), _addresses(target)
    for lost, added in zip_longest((said - found).elements(), (found - said).elements()):
        if added is None:
            message = f"the address {lost} is missing"
        elif lost is None:
            message = f"the address {added} is not in the source"
        else:
            message = f"the address {lost} became {added}"
        spans = _span(source, lost), _span(target, added)
        yield Finding(NAME, Severity.MAJOR, message, *spans)


def _addresses(text: str) -> Counter[str]:
    return Counter(ADDRESS.findall(_BESIDE_TEXT.sub(" ", text)))


def _shown_tag_findings(source: str, target: str) -> Iterator[Finding]:
    """Yield tags in a plain text: they run nothing, but the reader is shown them."""
    for tag in _beyond(raw_tags(target), raw_tags(source)):
        if tag.closed or tag.name == "script":
            message = f"the reader is shown {_typed(tag)}, which is not in the source"
            yield Finding(NAME, Severity.MAJOR, message, target_span=tag.span)


def _markup_findings(unit: Unit, target: str) -> Iterator[Finding]:
    if count_scripts(target) > count_scripts(unit.source):
        yield Finding(
            NAME, Severity.CRITICAL, "the translation holds an address that runs a script"
        )
    said, found = raw_tags(unit.source), raw_tags(target)
    raw = [tag for tag in _beyond(found, said) if _is_raw(tag, unit.syntax)]
    for tag in raw[:_MOST]:
        yield _raw_finding(tag)
    yield from _attribute_findings(said, found)
    if unit.syntax is Syntax.MARKDOWN:
        yield from _footnote_findings(unit.source, target)
    if len(target) > _LONGEST:
        yield Finding(NAME, Severity.MAJOR, "the translation is too long for its markup to be read")
    elif _is_readable(unit, target, raw):
        for seen in differences(unit, target, {tag.name.lstrip("/") for tag in raw}):
            spans = _span(unit.source, seen.said), _span(target, seen.found)
            yield Finding(NAME, seen.severity, seen.message, *spans)
        if unit.syntax is Syntax.MARKDOWN:
            yield from _unbalanced_findings(unit.source, target)


def _unbalanced_findings(source: str, target: str) -> Iterator[Finding]:
    for lone in islice(lone_signs(source, target), _MOST):
        message = f"the markup is not balanced: {lone.sign} has no other half, and readers see it"
        yield Finding(NAME, Severity.CRITICAL, message, target_span=lone.span)


def _is_raw(tag: RawTag, syntax: Syntax) -> bool:
    """Return whether a tag is more than an element, which is compared as one."""
    return syntax is Syntax.MARKDOWN or not tag.closed or tag.name in _DECLARATIONS


def _is_readable(unit: Unit, target: str, raw: Iterable[RawTag]) -> bool:
    """Return whether Python's HTML parser can be trusted with the target.

    Of unfinished tags it makes what a browser would not, in quadratic time (CPython issue 135462),
    and `<![x[` makes it raise. Markdown is rendered first, so the parser sees finished tags.
    """
    if unit.syntax is Syntax.MARKDOWN:
        return True
    return "<![" not in unit.source + target and all(tag.closed for tag in raw)


def _raw_finding(tag: RawTag) -> Finding:
    if tag.closed:
        message = f"the translation holds raw HTML that the source does not have: {_typed(tag)}"
    else:
        message = f"{_typed(tag)} is not finished and swallows the text after it"
    return Finding(NAME, Severity.CRITICAL, message, target_span=tag.span)


def _attribute_findings(said: Iterable[RawTag], found: Iterable[RawTag]) -> Iterator[Finding]:
    """Yield attributes that only the target has, such as `style`, which can hide text."""
    known = Counter(name for tag in said for name in tag.attributes)
    for tag in found:
        for name in tag.attributes:
            known[name] -= 1
            if known[name] >= 0 or name in _COMPARED_AS_ELEMENTS or name.startswith("on"):
                continue
            severity = Severity.MAJOR if name in _WORDS else Severity.CRITICAL
            message = f"the attribute {name} of {_typed(tag)} is not in the source"
            yield Finding(NAME, severity, message, target_span=tag.span)


def _footnote_findings(source: str, target: str) -> Iterator[Finding]:
    said, found = Counter(_FOOTNOTE.findall(source)), Counter(_FOOTNOTE.findall(target))
    for mark in (said - found).elements():
        message = f"the footnote mark {mark} is missing"
        yield Finding(NAME, Severity.MAJOR, message, source_span=_span(source, mark))
    for mark in (found - said).elements():
        message = f"the footnote mark {mark} is not in the source"
        yield Finding(NAME, Severity.MAJOR, message, target_span=_span(target, mark))


def _beyond(found: Iterable[RawTag], said: Iterable[RawTag]) -> Iterator[RawTag]:
    """Yield the tags of the target that the source has not as many of."""
    allowed = Counter((tag.name, tag.closed) for tag in said)
    for tag in found:
        allowed[tag.name, tag.closed] -= 1
        if allowed[tag.name, tag.closed] < 0:
            yield tag


def _typed(tag: RawTag) -> str:
    return f"<{tag.name}>" if tag.closed else f"<{tag.name}"


def _span(text: str, part: str | None) -> tuple[int, int] | None:
    start = text.find(part) if part else -1
    return (start, start + len(part or "")) if start >= 0 else None
