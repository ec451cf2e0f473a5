"""salerno.toml: what a workspace is set to.

What was found to be right once is not checked again: the check, by pydantic, takes longer to load than
many a command to run. What says so is a digest in the cache, of the file and of the program.
"""

from __future__ import annotations

import re
import tomllib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from salerno.errors import InputError, StorageError, WorkspaceError
from salerno.store import files
from salerno.store.program import digest, program

FILE = "salerno.toml"
MEMORY = "memory"
"""What stands in lists of engines and is none: people's own words come first."""


@dataclass(frozen=True)
class Review:
    """What a page needs before it is published."""

    required: list[str] = field(default_factory=lambda: ["linguistic-review", "medical-review"])
    two_person: bool = False


@dataclass(frozen=True)
class Handout:
    """How handouts are printed."""

    paper: str = "A4"


@dataclass(frozen=True)
class Settings:
    """The settings of a workspace (DESIGN.md, section 8)."""

    workspace: uuid.UUID | None = None
    source_locale: str = "en"
    locales: list[str] = field(default_factory=list)
    title: str = "Health articles"
    base_url: str = ""
    publisher: str = ""
    risk: str = "critical"
    review: Review = field(default_factory=Review)
    handout: Handout = field(default_factory=Handout)
    engines: dict[str, list[str]] = field(default_factory=lambda: {"default": [MEMORY, "apertium"]})
    engine: dict[str, dict[str, Any]] = field(default_factory=dict)

    def engines_for(self, locale: str) -> list[str]:
        """Return the engines of a locale, in the order in which they are tried."""
        return self.engines.get(locale, self.engines.get("default", []))


def load(path: Path) -> Settings:
    """Return the settings in a file; raise WorkspaceError, with the line, for the first mistake."""
    try:
        text = files.read_text(path, FILE).removeprefix("\ufeff")
    except InputError as error:
        raise WorkspaceError(error.what, where=error.where, help=error.help) from error
    seal = path.parent / ".salerno" / "cache" / "settings"
    now = digest(program(), text)
    if _is_sealed(seal, now):
        return _settings(_tables(text))
    settings = parse(text)
    if seal.parent.parent.is_dir():
        with suppress(StorageError):  # a cache that cannot be written costs time, and nothing else
            files.write(seal, now.encode("ascii"))
    return settings


def _is_sealed(seal: Path, now: str) -> bool:
    try:
        return seal.read_text("ascii") == now
    except (OSError, ValueError):
        return False


def parse(text: str) -> Settings:
    """Return the settings in a text; raise WorkspaceError, with the line, for the first mistake."""
    from salerno.store.settings_check import check

    tables = _tables(text)
    check(tables, text)
    return _settings(tables)


def _settings(tables: dict[str, Any]) -> Settings:
    """Return the settings that tables without a mistake say."""
    workspace = tables.get("workspace")
    return Settings(
        **{
            **tables,
            "workspace": uuid.UUID(workspace) if workspace else None,
            "review": Review(**tables.get("review", {})),
            "handout": Handout(**tables.get("handout", {})),
        }
    )


def _tables(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{FILE}:{line.group(1)}" if line else f"{FILE}:{text.count(chr(10)) + 1}"
        raise WorkspaceError(f"no TOML: {str(error).partition(' (')[0]}", where=where) from error
    except RecursionError as error:
        raise WorkspaceError("no TOML: brackets within brackets without end", where=FILE) from error


@contextmanager
def placed(root: Path, engine: str) -> Iterator[None]:
    """Give what an engine refuses of its options, when it is made, the line in the settings."""
    from salerno.store import settings_check

    with settings_check.placed(files.read_text(root / FILE, FILE), engine):
        yield
