"""Which pages and handouts go when an edition is withdrawn."""

from __future__ import annotations

from salerno.model import SITE
from salerno.store import handouts
from salerno.store.workspace import Workspace


def pulled(workspace: Workspace, article: str, locale: str) -> list[str]:
    """Return the files that stand now and go with the next `pages`, relative to the workspace.

    Without its chrome nothing of a locale is published, so that takes all of its pages along.
    """
    folder = workspace.site / locale
    wanted = "*" if article == SITE else article
    # Where there is no evidence, a notice stands, and stays.
    found = [path.with_name("index.html") for path in folder.glob(f"{wanted}/review.json")]
    found += [
        path
        for path, made in handouts.listed(workspace)
        if made.locale == locale and (article == SITE or article in made.articles)
    ]
    return sorted(map(workspace.name, found))
