"""`status`: how far each article is in each locale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from salerno.catalog import paired
from salerno.model import State
from salerno.pipeline.content import contents, listed, present, units_of
from salerno.pipeline.decisions import decisions, policy
from salerno.review import standing
from salerno.store import catalogs
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    """Counts by state of one article in one locale."""

    article: str
    locale: str
    counts: Mapping[State, int]
    signed: tuple[str, ...] = ()
    publishable: bool = False

    @property
    def units(self) -> int:
        """How many units the article has."""
        return sum(self.counts.values())


def status(workspace: Workspace) -> Iterator[ArticleStatus]:
    """Yield the status of each article, in each locale."""
    for slug in listed(workspace):
        units = units_of(workspace, slug)
        for locale in workspace.settings.locales:
            decided = decisions(workspace, slug, locale)
            catalog = catalogs.read(workspace, workspace.catalog(slug, locale))
            found = standing(decided.history, policy(workspace, slug))
            yield ArticleStatus(
                slug,
                locale,
                counted(map(decided.state, present(slug, paired(units, catalog)))),
                tuple(found.signed),
                bool(found.edition) and is_publishable(workspace, slug, locale),
            )


def is_publishable(workspace: Workspace, slug: str, locale: str) -> bool:
    """Return whether `pages` would publish the article: asked only of what is signed, for it costs."""
    from salerno.pipeline.publication import publication

    return publication(workspace, next(contents(workspace, [slug])), locale).is_published


def counted(states: Iterable[State]) -> dict[State, int]:
    """Return how often each state is among `states`; one that is not there counts 0."""
    counts = Counter(states)
    return {state: counts[state] for state in State}
