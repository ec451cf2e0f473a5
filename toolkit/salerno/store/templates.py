"""A workspace's own `templates/` and `assets/`, which stand before Salerno's, file by file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from salerno.page.names import FOLDER, SCRIPT, STYLE
from salerno.store import files
from salerno.store.workspace import Workspace

ASSETS = "assets"
_LARGEST = 1024 * 1024
"""Bytes of a template; beyond that it is none."""


def read(workspace: Workspace) -> dict[str, str]:
    """Return a workspace's own templates by name."""
    return dict(_texts(workspace, workspace.root / FOLDER, "*.j2"))


def looks(workspace: Workspace) -> dict[str, str]:
    """Return a workspace's own style sheet and script by name."""
    folder = workspace.root / ASSETS
    return dict([*_texts(workspace, folder, STYLE), *_texts(workspace, folder, SCRIPT)])


def in_folder(folder: Path) -> dict[str, str]:
    """Return the style sheet and script in any folder, such as one that was kept apart from a site."""
    found = {name: folder / name for name in (STYLE, SCRIPT)}
    return {
        name: files.read_text(path, str(path), largest=_LARGEST)
        for name, path in found.items()
        if path.is_file()
    }


def _texts(workspace: Workspace, folder: Path, pattern: str) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder; one that cannot be read is no reason to take Salerno's instead."""
    for path in sorted(folder.glob(pattern)) if folder.is_dir() else ():
        if not path.name.startswith("."):
            name = workspace.name(path)
            yield path.name, files.read_text(workspace.inside(path), name, largest=_LARGEST)


def shown(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """Yield what a workspace puts into `assets/` besides style and script, for the site to show."""
    folder = workspace.root / ASSETS
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        is_hidden = any(part.startswith(".") for part in Path(name).parts)
        if path.is_file() and not is_hidden and name not in {STYLE, SCRIPT}:
            yield f"{ASSETS}/{name}", files.read_bytes(workspace.inside(path))
