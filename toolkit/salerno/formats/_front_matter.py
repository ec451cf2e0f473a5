"""YAML front matter: which values are for translators, and how a target is written back."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import yaml

from salerno.errors import ArticleError
from salerno.formats._lines import Lines
from salerno.formats._targets import fold
from salerno.model import Kind, Metadata

TRANSLATABLE = {"title": Kind.TITLE, "description": Kind.DESCRIPTION, "topic": Kind.TOPIC}
"""The keys whose values readers see in their own language; all others stay as they are."""

_KNOWN = {*TRANSLATABLE, "reviewed_by", "reading_time", "date", "risk"}
_MINUTES = re.compile(r"\d+")
_FIRST_LINE = 2
"""Of the article, that a front matter's first line stands on; the one before it opens it."""
_TEXT_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "timestamp")}
_NULL = "tag:yaml.org,2002:null"
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
"""An anchor or a tag before a value; both stay where they are."""
_WORDS = re.compile(r"[^\W\d_][^\s:]*(?: [^\s:#][^\s:]*)+")
"""Two words or more, with nothing between them that YAML knows: most titles, told without the parser."""
_OPENING = re.compile(r"-{3,}[ \t]*(?:\r\n|\r|\n)[A-Za-z_][\w -]{0,40}:(?:[ \t\r\n]|\Z)")


@dataclass(frozen=True, slots=True)
class Value:
    """A translatable value; lines count from the front matter's first, columns from 0."""

    kind: Kind
    text: str
    start: tuple[int, int]
    end: tuple[int, int]


def values(content: str) -> Iterator[Value]:
    """Yield the translatable values of a front matter; raise ArticleError if it does not hold."""
    metadata(content)
    lines = Lines(content)
    seen: set[int] = set()
    for key, node in _checked(content).items():
        kind = TRANSLATABLE.get(key)
        if kind and _text(key, node) and id(node) not in seen:  # an alias is the node it stands for
            seen.add(id(node))
            start, end = node.start_mark, node.end_mark
            column = _PROPERTIES.match(lines[start.line], start.column)
            yield Value(
                kind,
                str(node.value),
                (start.line, column.end() if column else start.column),
                (end.line, end.column),
            )


def require_closed(text: str) -> None:
    """Raise ArticleError for an article that starts with a front matter which nothing closes.

    To Markdown it would be a rule and a paragraph, and stand on the page.
    """
    if _OPENING.match(text):
        raise ArticleError(
            "the front matter that starts here is not closed",
            line=1,
            help="write a line of --- behind it, or an empty line behind this one if it is a rule",
        )


def metadata(content: str) -> Metadata:
    """Return what a front matter says; unknown keys are the site generator's business."""
    found = _checked(content)
    text = defaultdict(str, {key: _text(key, found[key]) for key in _KNOWN & found.keys()})
    return Metadata(
        title=text["title"],
        description=text["description"],
        topic=text["topic"],
        reviewed_by=text["reviewed_by"],
        reading_minutes=_minutes(text["reading_time"]),
        date=_date(text["date"], found.get("date")),
        risk=_risk(text["risk"], found.get("risk")),
    )


@lru_cache(maxsize=8)
def _checked(content: str) -> Mapping[str, yaml.Node]:
    """Return the values by their keys, in lower case with `_`; a key that is there twice is refused."""
    found: dict[str, yaml.Node] = {}
    for key, node in _composed(content):
        name = str(key.value).lower().replace("-", "_").replace(" ", "_")
        if name in found:
            raise _error(f"{key.value} is there twice", key, "keep one of the two")
        found[name] = node
    return found


def _composed(content: str) -> list[tuple[yaml.Node, yaml.Node]]:
    try:
        root = yaml.compose(content, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + _FIRST_LINE if error.problem_mark else 1
        raise ArticleError(f"front matter: {error.problem}", line=line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ArticleError(f"front matter is no YAML: {error}", line=1) from error
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise _error("no mapping", root, "write `key: value` lines")
    return list(root.value)


def _error(what: str, node: yaml.Node, help: str) -> ArticleError:
    line = int(node.start_mark.line) + _FIRST_LINE
    return ArticleError(f"front matter: {what}", line=line, help=help)


def _text(key: str, node: yaml.Node) -> str:
    """Return a value as it is written; several reviewers are one text."""
    if isinstance(node, yaml.ScalarNode) and node.tag in {*_TEXT_TAGS, _NULL}:
        return "" if node.tag == _NULL else fold(str(node.value))
    if isinstance(node, yaml.SequenceNode) and key not in TRANSLATABLE:
        return ", ".join(_text(key, item) for item in node.value)
    raise _error(f"{key} is no text", node, "write it between quotes")


def _minutes(text: str) -> int | None:
    match = _MINUTES.search(text)
    return int(match.group()[:4]) if match else None


def _date(text: str, node: yaml.Node | None) -> str:
    """Return a day; the time of day that may stand behind it is dropped."""
    if node is None or not text:
        return ""
    try:
        return dt.date.fromisoformat(re.split("[Tt ]", text, maxsplit=1)[0]).isoformat()
    except ValueError as error:
        raise _error(f"date {text!r} is no date", node, "write it as YYYY-MM-DD") from error


def _risk(text: str, node: yaml.Node | None) -> str:
    if node is None or text in {"", "critical", "standard"}:
        return text
    raise _error(f"risk {text!r} is unknown", node, "write critical or standard")


def encode(target: str, raw: str) -> str:
    """Write a target as a YAML scalar: as plainly as the article did, quoted where it must be."""
    folded = fold(target)
    if raw[:1] not in {'"', "'", "|", ">"} and _reads_back(folded):
        return folded
    quoted: str = yaml.dump(folded, default_style='"', allow_unicode=True, width=2**31)
    return quoted.strip()


def _reads_back(text: str) -> bool:
    if text.isprintable() and _WORDS.fullmatch(text):
        return True
    try:
        return bool(yaml.safe_load(f"key: {text}\n") == {"key": text})
    except (yaml.YAMLError, ValueError):
        return False
