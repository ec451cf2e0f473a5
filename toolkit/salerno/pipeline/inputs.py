"""What pages are made from, as digests: the same digest needs no new page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from salerno.model import SITE
from salerno.store import articles, files, reviewers, templates
from salerno.store.articles import Article
from salerno.store.program import digest
from salerno.store.settings import FILE
from salerno.store.workspace import Workspace


class Inputs:
    """The digests of one command's inputs; each file is read when it is first asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._sites: dict[str, str] = {}
        self._localized: dict[tuple[str, str], str] = {}

    @cached_property
    def common(self) -> str:
        """The digest of what every page is made from."""
        root = self._workspace.root
        return digest(
            files.read_bytes(root / FILE),
            reviewers.text_of(self._workspace),
            *articles.asset_stats(self._workspace),
            repr(templates.read(self._workspace)),
            repr(templates.looks(self._workspace)),
        )

    def site(self, locale: str) -> str:
        """Return the digest of the page chrome of a locale, signed and unsigned."""
        if locale not in self._sites:
            self._sites[locale] = digest(*self._decided(SITE, locale))
        return self._sites[locale]

    def article(self, article: Article) -> str:
        """Return the digest of what an article's page in its own language is made from."""
        return digest(self.common, article.file, article.text)

    def localized(self, article: Article, locale: str) -> str:
        """Return the digest of what all is known of an article in a locale."""
        key = (article.slug, locale)
        if key not in self._localized:
            source_locale = self._workspace.settings.source_locale
            self._localized[key] = digest(
                self.article(article),
                _read(self._workspace.ledger(article.slug, source_locale)),
                self.site(locale),
                *self._decided(article.slug, locale),
            )
        return self._localized[key]

    def _decided(self, slug: str, locale: str) -> Iterator[bytes | str]:
        workspace = self._workspace
        yield _read(workspace.catalog(slug, locale))
        yield _read(workspace.ledger(slug, locale))
        for path in sorted(workspace.editions(slug, locale).glob("*.json")):
            yield path.name
            yield _read(path)


def _read(path: Path) -> bytes:
    """Return what a file holds: for a digest, wherever a link may lead."""
    return files.read_bytes(path) if path.exists() else b""
