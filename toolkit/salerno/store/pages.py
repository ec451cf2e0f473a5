"""Pages on the disk; only what Salerno wrote is ever taken away again."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from salerno.store import files

_GENERATOR = b'<meta name="generator" content="Salerno">'


def write(path: Path, html: str) -> bool:
    """Write a page if it changed; return whether it did."""
    return files.write(path, html.encode("utf-8"))


def copy(source: Path, path: Path) -> bool:
    """Copy a file that an article shows; return whether that changed anything."""
    return files.write(path, files.read_bytes(source))


def remove_others(root: Path, locales: Collection[str], keep: Collection[Path]) -> list[Path]:
    """Remove pages of articles and locales that are gone, and return them.

    `locales` are those that were built just now; pages of any other locale that the workspace no
    longer has go too when the caller names them. A file without our generator tag is somebody's own.
    """
    removed = []
    for locale in locales:
        for page in sorted((root / locale).glob("*/index.html")):
            is_ours = _GENERATOR in files.read_bytes(page)
            evidence = page.with_name("review.json")
            for path in (page, evidence) if is_ours else ():
                if path not in keep and path.exists():
                    _remove(path)
                    removed.append(path)
    return removed


def _remove(path: Path) -> None:
    with files.disk(path, "remove"):
        path.unlink()
        _remove_if_empty(path.parent, path.parent.parent)


def _remove_if_empty(*folders: Path) -> None:
    for folder in folders:
        if not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()


def locales_in(root: Path) -> set[str]:
    """Return the locales that have a folder of pages."""
    return {path.name for path in root.iterdir() if path.is_dir()} if root.is_dir() else set()
