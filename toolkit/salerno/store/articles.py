"""Articles in `source/`: their names are checked before anything is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from salerno import formats
from salerno.errors import ArticleError, InputError
from salerno.formats import Format
from salerno.model import SITE, Piece, Translate
from salerno.store import files
from salerno.store.workspace import Workspace

_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LONGEST = 100
"""Characters of a slug: it becomes part of paths and URLs."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it stands in `source/`."""

    slug: str
    file: str
    """Relative to the workspace."""
    format_name: str
    text: str

    @property
    def format(self) -> Format:
        """The format that reads it."""
        return formats.load_format(self.format_name)

    def pieces(self) -> tuple[Piece, ...]:
        """Return its pieces; raise ArticleError, with file and line, if it has none to translate."""
        try:
            pieces = formats.pieces_of(self.format_name, self.text)
        except ArticleError as error:
            raise error.at(self.file) from error
        if not any(isinstance(piece, Translate) for piece in pieces):
            raise ArticleError("nothing to translate in here", where=self.file, help="is it empty?")
        return pieces


def slugs(workspace: Workspace) -> list[str]:
    """Return the slugs of all articles, sorted; raise InputError for a name that cannot be one."""
    return sorted(_paths(workspace))


def overlooked(workspace: Workspace) -> Iterator[str]:
    """Yield, in a sentence each, what in `source/` somebody may take for an article, and why it is none."""
    for path in _listed(workspace):
        if why := _why_no_article(path):
            yield f"{workspace.name(path)}: {why}"


def _why_no_article(path: Path) -> str:
    """Return why a name in `source/` is no article's; nothing for an article, and what one may show."""
    suffix = path.suffix[1:].lower()
    if path.name.endswith(_BACKUPS):
        return ""
    if not path.exists():
        return "a link that leads nowhere"
    if path.is_dir():
        inside = (found.suffix[1:].lower() for found in path.rglob("*") if found.is_file())
        is_read = not any(name in {*formats.names(), *(_DOCUMENTS - ASSETS)} for name in inside)
        return (
            "" if is_read else "articles are not looked for in folders; move them up into source/"
        )
    if suffix in formats.names() or (suffix in ASSETS and suffix not in _DOCUMENTS):
        return ""
    return "no format reads this; save it as Markdown (.md) or text (.txt)"


ASSETS = {"avif", "gif", "jpeg", "jpg", "mp3", "mp4", "pdf", "png", "svg", "webp"}
"""The suffixes of files that an article may show or offer."""
_DOCUMENTS = {"adoc", "doc", "docx", "htm", "html", "markdown", "odt", "pdf", "rst", "rtf", "text"}
"""Suffixes of files that are articles, for all one can see, and that no built-in format reads."""


_BACKUPS = ("~", "#", ".bak", ".orig")
"""How the names end that editors and merges give to older texts."""


def asset_stats(workspace: Workspace) -> Iterator[str]:
    """Yield what tells whether a file that an article may show was touched."""
    for path in sorted(workspace.source.rglob("*")):
        if path.suffix[1:].lower() in ASSETS and path.is_file():
            found = path.stat()
            yield f"{workspace.name(path)} {found.st_size} {found.st_mtime_ns}"


def load(workspace: Workspace, slug: str) -> Article:
    """Return an article; raise ArticleError if there is none of that name, InputError if not text."""
    path = _path(workspace, slug)
    name = workspace.name(path)
    text = files.read_text(workspace.inside(path), name)
    return Article(slug, name, path.suffix[1:], text)


def path_of(workspace: Workspace, slug: str) -> Path:
    """Return an article's file; raise ArticleError if there is none of that name."""
    return _path(workspace, slug)


def _files(workspace: Workspace) -> list[Path]:
    return [path for path in _listed(workspace) if path.is_file()]


def _listed(workspace: Workspace) -> list[Path]:
    """Return what stands in `source/`, but for hidden files."""
    if not workspace.source.is_dir():
        raise InputError("no folder source/", help="put your articles there")
    with files.disk(workspace.source, "list"):
        entries = sorted(workspace.source.iterdir())
    return [path for path in entries if not path.name.startswith(".")]


def _path(workspace: Workspace, slug: str) -> Path:
    """Return an article's file; the whole folder is looked through only if that is not plain to see."""
    names = formats.names() if _SLUG.fullmatch(slug) and slug != SITE else ()
    near = [workspace.source / f"{slug}.{name}" for name in names]
    found = [path for path in near if path.is_file()]
    if len(found) == 1:
        return found[0]
    paths = _paths(workspace)
    if slug not in paths:
        known = ", ".join(sorted(paths)) or "none"
        raise ArticleError(f"no article {slug!r} in source/", help=f"articles here: {known}")
    return paths[slug]


def _paths(workspace: Workspace) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in _files(workspace):
        if path.suffix[1:].lower() not in formats.names():
            continue
        slug = _checked(path, workspace)
        if slug in found:
            raise ArticleError(
                f"two articles are called {slug!r}: {found[slug].name} and {path.name}",
                where=workspace.name(path),
                help="rename one",
            )
        found[slug] = path
    return found


def _checked(path: Path, workspace: Workspace) -> str:
    """Return the slug of a file; its name goes into paths and addresses, so it has to be plain."""
    slug = path.name.removesuffix(path.suffix)
    where = workspace.name(path)
    if not _SLUG.fullmatch(slug) or path.suffix != path.suffix.lower() or len(slug) > _LONGEST:
        plain = "-".join(re.findall("[a-z0-9]+", slug.lower()))[:_LONGEST]
        remedy = f"rename it to {plain}{path.suffix.lower()}" if plain else "rename it"
        raise ArticleError(
            f"an article's name is made of a–z, 0–9, - and _ only, not {path.name!r}",
            where=where,
            help=remedy,
        )
    if slug == SITE:
        raise ArticleError(
            "the name 'site' is taken by the page chrome", where=where, help="rename it"
        )
    return slug
