"""A handout stands as long as what is printed on it does: then `pages` or `handout` takes it away.

Pages are made anew when a new edition is signed; a PDF is made when somebody asks for it. So that
nobody prints yesterday's dose, a handout of anything but what is published now goes.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from salerno.edition import hash_of
from salerno.errors import InputError
from salerno.model import digest_of
from salerno.pipeline.content import contents
from salerno.pipeline.publication import Publication, publication
from salerno.store import handouts
from salerno.store.workspace import Workspace


def standing_of(found: Publication) -> str:
    """Return the digest of what a sheet shows: the edition, its notice, who signed; or nothing."""
    if not found.is_published or found.edition is None:
        return ""
    signoffs = sorted(event.id for event in found.standing.signoffs)
    return digest_of([hash_of(found.edition), found.consequence.value, signoffs])


def remove_fallen(workspace: Workspace, locales: Collection[str] = ()) -> list[Path]:
    """Remove the handouts, of some locales or of all, that show anything else than what is published.

    Return them.
    """
    now = cache(lambda article, locale: _now(workspace, article, locale))
    fallen = [
        path
        for path, made in handouts.listed(workspace)
        if made.locale in (locales or {made.locale})
        and any(now(article, made.locale) != then for article, then in made.articles.items())
    ]
    for path in fallen:
        handouts.remove(path)
    return fallen


def _now(workspace: Workspace, article: str, locale: str) -> str:
    """Return what stands of an article; of one that is gone or cannot be read, nothing does."""
    if locale not in workspace.settings.locales:
        return ""
    try:
        content = next(contents(workspace, [article]))
    except InputError:
        return ""
    return standing_of(publication(workspace, content, locale))
