"""Whether an edition is the one that stands: what only a workspace knows of a page."""

from __future__ import annotations

from collections.abc import Iterator

from salerno.edition import hash_of
from salerno.errors import InputError
from salerno.model import Edition
from salerno.pipeline.content import contents
from salerno.pipeline.publication import publication
from salerno.store.workspace import Workspace


def why_not_current(workspace: Workspace, edition: Edition) -> Iterator[str]:
    """Yield why the next `pages` would not show this edition: replaced, withdrawn, out of date."""
    if edition.locale not in workspace.settings.locales:
        yield f"the workspace has no locale {edition.locale!r} any longer; run `salerno pages`"
        return
    try:
        content = next(contents(workspace, [edition.article]))
    except InputError as error:
        yield f"{error}; run `salerno pages`"
        return
    found = publication(workspace, content, edition.locale)
    if found.edition and found.is_published:
        name = hash_of(found.edition)
        if name != hash_of(edition):
            yield f"edition {name[:16]} stands, and this is another; run `salerno pages`"
    else:
        for reason in found.reasons:
            yield f"its edition does not stand any longer: {reason}; run `salerno pages`"
