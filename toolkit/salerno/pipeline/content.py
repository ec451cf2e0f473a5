"""What a workspace holds to be translated: its articles, and the page chrome as the article `site`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from salerno.catalog import SOURCE_DIGEST, paired, template
from salerno.errors import InputError
from salerno.model import SITE, Entry, Piece, Unit
from salerno.page.own_names import is_left_as_it_is, name_units
from salerno.page.sources import template_sources
from salerno.store import articles, catalogs
from salerno.store import templates as own_templates
from salerno.store.articles import Article
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Content:
    """An article with its units; `article` is None for the page chrome."""

    slug: str
    digest: str
    """The SHA-256 of the text that the units are from."""
    units: tuple[Unit, ...]
    article: Article | None = None
    pieces: tuple[Piece, ...] = ()


def contents(workspace: Workspace, slugs: Iterable[str] = ()) -> Iterator[Content]:
    """Yield the named articles, or all of them and then the page chrome."""
    for slug in slugs or listed(workspace):
        yield _site(workspace) if slug == SITE else content_of(articles.load(workspace, slug))


def listed(workspace: Workspace) -> list[str]:
    """Return the slugs of all articles, and last that of the page chrome."""
    return [*articles.slugs(workspace), SITE]


@lru_cache(maxsize=512)
def content_of(article: Article) -> Content:
    """Return an article with its units; one build asks for the same one several times."""
    pieces = tuple(article.pieces())
    units = template(pieces, article.file)
    return Content(article.slug, _digest(article.text), units, article, pieces)


def _site(workspace: Workspace) -> Content:
    from salerno.page.chrome import chrome_units

    names = name_units(workspace.settings.title, workspace.settings.publisher)
    units = (*chrome_units(_templates(workspace)), *names)
    return Content(SITE, _site_digest(workspace), units)


def _site_digest(workspace: Workspace) -> str:
    names = (workspace.settings.title, workspace.settings.publisher)
    return _digest("\0".join((*(text for _, text in _templates(workspace)), *names)))


def _templates(workspace: Workspace) -> tuple[tuple[str, str], ...]:
    return template_sources(own_templates.read(workspace))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def digest_of(workspace: Workspace, slug: str) -> str:
    """Return the digest of the text that an article's units are from, without taking it apart."""
    return _site_digest(workspace) if slug == SITE else _digest(articles.load(workspace, slug).text)


def units_of(workspace: Workspace, slug: str) -> tuple[Unit, ...]:
    """Return the units of an article from its template where that is up to date, which is quick.

    Such units do not know their kind and syntax: they serve to count, not to check or to render.
    """
    found = catalogs.read(workspace, workspace.template(slug))
    if found.header(SOURCE_DIGEST) == digest_of(workspace, slug):
        return tuple(entry.unit for entry in found.entries)
    return next(contents(workspace, [slug])).units


def entries(workspace: Workspace, content: Content, locale: str) -> tuple[Entry, ...]:
    """Return an entry for each unit that an article has in a locale, in reading order."""
    return present(content.slug, all_entries(workspace, content, locale))


def all_entries(workspace: Workspace, content: Content, locale: str) -> tuple[Entry, ...]:
    """Return an entry for each unit that an article may have in a locale."""
    catalog = catalogs.read(workspace, workspace.catalog(content.slug, locale))
    return paired(content.units, catalog)


def present(slug: str, found: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries of an article without the workspace's names that are left as they are."""
    return tuple(entry for entry in found if slug != SITE or not is_left_as_it_is(entry))


def entry_of(found: Iterable[Entry], key: str, article: str) -> Entry:
    """Return the entry with a KEY; raise InputError if there is none."""
    for entry in found:
        if entry.unit.key == key:
            return entry
    raise InputError(
        f"no unit {key!r} in {article}",
        help="`salerno queue --json` and `check --json` name the keys",
    )
