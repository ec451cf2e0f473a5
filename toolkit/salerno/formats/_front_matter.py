"""YAML front matter: which values are for translators, and how a target is written back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from salerno.errors import ArticleError
from salerno.formats._targets import fold
from salerno.model import Kind, Metadata

TRANSLATABLE = {"title": Kind.TITLE, "description": Kind.DESCRIPTION, "topic": Kind.TOPIC}
"""The keys whose values readers see in their own language; all others stay as they are."""

_MINUTES = re.compile(r"\d+")


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
    root = _composed(content)
    if root is None:
        return
    for key, node in root.value:
        kind = TRANSLATABLE.get(str(key.value))
        if kind and isinstance(node, yaml.ScalarNode) and node.value.strip():
            start, end = node.start_mark, node.end_mark
            yield Value(kind, node.value, (start.line, start.column), (end.line, end.column))


def _composed(content: str) -> yaml.MappingNode | None:
    try:
        root = yaml.compose(content, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise ArticleError(f"front matter: {error.problem}", line=line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ArticleError(f"front matter is no YAML: {error}", line=1) from error
    if root is None:
        return None
    if not isinstance(root, yaml.MappingNode):
        raise ArticleError("front matter is no mapping", line=2, help="write `key: value` lines")
    return root


def metadata(content: str) -> Metadata:
    """Return what a front matter says; unknown keys are the site generator's business."""
    data = _loaded(content)
    return Metadata(
        title=_text(data, "title"),
        description=_text(data, "description"),
        topic=_text(data, "topic"),
        reviewed_by=_text(data, "reviewed_by"),
        reading_minutes=_minutes(_text(data, "reading_time")),
        date=_date(data.get("date")),
        risk=_risk(_text(data, "risk")),
    )


def _loaded(content: str) -> dict[str, Any]:
    if _composed(content) is None:
        return {}
    try:
        data = yaml.safe_load(content)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        line = mark.line + 2 if mark else 1
        raise ArticleError(f"front matter: {problem}", line=line) from error
    return {str(key).lower().replace("-", "_").replace(" ", "_"): data[key] for key in data}


def _text(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    return "" if value is None else fold(str(value))


def _minutes(text: str) -> int | None:
    match = _MINUTES.search(text)
    return int(match.group()[:4]) if match else None


def _date(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    try:
        return dt.date.fromisoformat(str(value)).isoformat() if value else ""
    except ValueError as error:
        raise ArticleError(
            f"front matter: date {value!r} is no date",
            line=1,
            help="write it as YYYY-MM-DD",
        ) from error


def _risk(text: str) -> str:
    if text in {"", "critical", "standard"}:
        return text
    raise ArticleError(
        f"front matter: risk {text!r} is unknown",
        line=1,
        help="write critical or standard",
    )


def encode(target: str, raw: str) -> str:
    """Write a target as a YAML scalar: as plainly as the article did, quoted where it must be."""
    folded = fold(target)
    if raw[:1] not in {'"', "'", "|", ">"} and _reads_back(folded):
        return folded
    quoted: str = yaml.dump(folded, default_style='"', allow_unicode=True, width=2**31)
    return quoted.strip()


def _reads_back(text: str) -> bool:
    try:
        return bool(yaml.safe_load(f"key: {text}\n") == {"key": text})
    except (yaml.YAMLError, ValueError):
        return False
