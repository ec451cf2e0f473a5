"""The files that an article shows or offers: images and the like, which stand beside it in `source/`."""

from __future__ import annotations

import hashlib
import html
import re
from pathlib import Path
from urllib.parse import unquote

from salerno.errors import ArticleError
from salerno.formats import rendered
from salerno.model import Asset
from salerno.page.sanitise import is_elsewhere
from salerno.store import articles, files
from salerno.store.workspace import Workspace

_SHOWN = re.compile(r"""<[^>]*?\s(?:href|src)="([^"]*)\"""")
_PICTURE = re.compile(r"""<img[^<>]*?\ssrc="([^"]*)\"""", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|/", re.IGNORECASE)


def links_of(form: str, source: str) -> tuple[str, ...]:
    """Return the addresses that an article names, in order, as they stand in its HTML."""
    return tuple(_SHOWN.findall(rendered(form, source).html))


def shown_by(file: str, form: str, source: str) -> list[tuple[str, str]]:
    """Return the names in `source/` of what an article shows, sorted, each with its place in the article."""
    names = sorted({name for link in links_of(form, source) if (name := asset_name(link))})
    return [(name, _place(file, source, name)) for name in names]


def pictures_from_elsewhere(file: str, form: str, source: str) -> list[str]:
    """Return the places in an article, `file:line`, where it shows what stands on another site."""
    found = dict.fromkeys(map(html.unescape, _PICTURE.findall(rendered(form, source).html)))
    return [_place(file, source, address) for address in found if is_elsewhere(address)]


def assets_of(workspace: Workspace, article: str, form: str, source: str) -> tuple[Asset, ...]:
    """Return the files that an article shows, with their hashes.

    Raises ArticleError, with file and line, for one that is not there.
    """
    shown = shown_by(f"source/{article}.{form}", form, source)
    files_ = [(name, check_asset(workspace, name, where)) for name, where in shown]
    return tuple(
        Asset(name, hashlib.sha256(files.read_bytes(file)).hexdigest()) for name, file in files_
    )


def check_asset(workspace: Workspace, name: str, where: str) -> Path:
    """Return the file with a name; raise ArticleError if there is none, or it is not in `source/`."""
    file = workspace.source / name
    is_named_inside = not name.startswith("/") and ".." not in re.split(r"[/\\]", name)
    if not is_named_inside or not file.is_file():
        raise ArticleError(f"shows {name!r}, which is not in source/", where=where)
    if not file.resolve().is_relative_to(workspace.source.resolve()):
        raise ArticleError(f"shows {name!r}, a link that leads out of source/", where=where)
    return file


def asset_name(link: str) -> str:
    """Return the name of the file that an address is of; nothing for a page or a place.

    An address is written with escapes (`a%20b.png`), and in HTML once more (`a&amp;b.png`).
    """
    address = html.unescape(link)
    name = unquote(address.partition("#")[0].partition("?")[0])
    suffix = name.rpartition(".")[2].lower()
    return name if suffix in articles.ASSETS and not _ADDRESS.match(address) else ""


def _place(file: str, source: str, name: str) -> str:
    """Return where an article names a file, `file:line`.

    Rendered HTML knows no lines: it is the first with an address that comes to the name, or with the name.
    """
    lines = list(enumerate(source.split("\n"), 1))
    near = [(number, line) for number, line in lines if name in unquote(html.unescape(line))]
    exact = (number for number, line in near if name in map(asset_name, _addresses(line)))
    number = next(exact, near[0][0] if near else 0)
    return f"{file}:{number}" if number else file


def _addresses(line: str) -> list[str]:
    """Return what on a line may be an address: words, and what stands in pointed brackets or quotes."""
    patterns = (r"[^\s()<>\"'\[\]=]+", r"<([^<>]+)>", r'"([^"]+)"', r"'([^']+)'")
    return [found for pattern in patterns for found in re.findall(pattern, line)]
