"""What a workspace holds to be translated: its articles, and the page chrome as the article `site`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from salerno.catalog import paired, template
from salerno.errors import InputError
from salerno.model import SITE, Entry, Piece, Unit
from salerno.store import articles, catalogs
from salerno.store.articles import Article
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Content:
    """An article with its units; `article` is None for the page chrome."""

    slug: str
    units: tuple[Unit, ...]
    article: Article | None = None
    pieces: tuple[Piece, ...] = ()


def contents(workspace: Workspace, slugs: Iterable[str] = ()) -> Iterator[Content]:
    """Yield the named articles, or all of them and then the page chrome."""
    named = list(slugs)
    for slug in named or articles.slugs(workspace):
        yield _site() if slug == SITE else of_article(articles.load(workspace, slug))
    if not named:
        yield _site()


def of_article(article: Article) -> Content:
    """Return an article with its units."""
    pieces = tuple(article.pieces())
    return Content(article.slug, template(pieces, article.file), article, pieces)


def _site() -> Content:
    from salerno.page import chrome_units, template_sources

    return Content(SITE, chrome_units(template_sources()))


def chosen(workspace: Workspace, locales: Sequence[str]) -> list[str]:
    """Return the named locales, or all; raise InputError for one that the workspace has not."""
    known = workspace.settings.locales
    for locale in locales:
        if locale not in known:
            listed = ", ".join(known) or "none"
            remedy = f"locales here: {listed}; add it to salerno.toml"
            raise InputError(f"no locale {locale!r} in this workspace", help=remedy)
    return list(locales) or known


def entries(workspace: Workspace, content: Content, locale: str) -> tuple[Entry, ...]:
    """Return an entry for each unit of an article in a locale, in reading order."""
    catalog = catalogs.read(workspace, workspace.catalog(content.slug, locale))
    return paired(content.units, catalog)
