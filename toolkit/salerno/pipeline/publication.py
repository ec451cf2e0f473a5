"""What may be shown of an article in a locale: its page, a notice, or nothing, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from salerno.edition import Consequence, classified, consequence, digest_of_text
from salerno.errors import InputError, LedgerError, PluginError
from salerno.evidence import Evidence
from salerno.model import SITE, Asset, Change, Edition, Event, EventType
from salerno.pipeline.assets import assets_of
from salerno.pipeline.content import Content, contents
from salerno.pipeline.decisions import Decisions, decisions, policy
from salerno.pipeline.editions import current_shape, risk_of, shape_of
from salerno.review import History, Policy, Standing, is_complete, standing
from salerno.store import editions
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Publication:
    """What stands of an article in a locale; without an edition, the reasons why nothing does."""

    article: str
    locale: str
    standing: Standing
    edition: Edition | None = None
    evidence: Evidence | None = None
    consequence: Consequence = Consequence.CURRENT
    reasons: tuple[str, ...] = ()
    was_up: bool = False
    """Whether readers may look for a page here: somebody signed one once."""

    @property
    def is_published(self) -> bool:
        """Whether the article's own text may be shown."""
        return self.edition is not None and not self.reasons


def publication(
    workspace: Workspace,
    content: Content,
    locale: str,
    site: Publication | None = None,
) -> Publication:
    """Return what may be shown; anything that cannot be proved is withheld.

    `site` is the publication of the locale's page chrome, for who asks for many articles.
    """
    decided = decisions(workspace, content.slug, locale)
    found = standing(decided.history, policy(workspace, content.slug))
    held = [*decided.problems, *(found.reasons or _contested(workspace, decided, found))]
    was_up = _was_complete(decided, policy(workspace, content.slug))
    if content.slug != SITE:
        site = site or site_publication(workspace, locale)
        held += [f"{SITE}: {reason}" for reason in site.reasons]
        was_up = was_up and site.was_up
    if held:
        return Publication(content.slug, locale, found, reasons=tuple(held), was_up=was_up)
    try:
        edition = editions.load(workspace, content.slug, locale, found.edition)
        return _of_edition(workspace, content, decided, found, edition)
    except (LedgerError, InputError, PluginError) as error:
        return Publication(content.slug, locale, found, reasons=(str(error),), was_up=True)


def site_publication(workspace: Workspace, locale: str) -> Publication:
    """Return what may be shown of the page chrome: without it, nothing of a locale is published."""
    return publication(workspace, next(contents(workspace, [SITE])), locale)


def _contested(workspace: Workspace, decided: Decisions, found: Standing) -> list[str]:
    """Return why the edition that is proved to stand may not be the one that was meant to.

    A signature that was damaged, or whose key is compromised, must not bring back what it took down:
    neither a withdrawn edition, nor the one before. A sign-off in the knowledge of it settles that.
    """
    history = decided.history
    said = [event for event in history.events if event.type in _ON_EDITIONS]
    doubtful = [event for event in said if event.id not in history.valid]
    if not doubtful:
        return []
    claimed = History(history.events, {event.id for event in said})
    if standing(claimed, policy(workspace, decided.article)).edition == found.edition:
        return []
    names = ", ".join(f"{event.type} {event.id[:12]}" for event in doubtful)
    return [f"not proved: {names}; see `salerno ledger verify`, then sign again or withdraw"]


_ON_EDITIONS = {EventType.SIGNOFF, EventType.WITHDRAW}


def _was_complete(decided: Decisions, needs: Policy) -> bool:
    """Return whether an edition had its sign-offs once, whatever became of them.

    A ledger that was tampered with cannot tell: then readers who come get a notice.
    """
    signed: dict[str, list[Event]] = {}
    for event in decided.history.events:
        if event.type is EventType.SIGNOFF and event.edition:
            signed.setdefault(event.edition, []).append(event)
    return bool(decided.problems) or any(is_complete(events, needs) for events in signed.values())


def _of_edition(
    workspace: Workspace,
    content: Content,
    decided: Decisions,
    found: Standing,
    edition: Edition,
) -> Publication:
    needs = policy(workspace, content.slug).stricter(edition.required, edition.two_person)
    reasons = (
        [] if is_complete(found.signoffs, needs) else ["the edition was made for more sign-offs"]
    )
    outcome, event = _currency(workspace, content, edition)
    if outcome is Consequence.GIVES_WAY:
        reasons.append("its source has changed: sign a new edition, or classify the change")
    reasons += _changed_assets(workspace, content, edition)
    return Publication(
        content.slug,
        decided.locale,
        found,
        edition,
        _evidence(decided, found, edition, event),
        outcome,
        tuple(reasons),
        was_up=True,
    )


def _currency(
    workspace: Workspace,
    content: Content,
    edition: Edition,
) -> tuple[Consequence, Event | None]:
    """Return what the source's changes come to; the page chrome's never take it down.

    A new word of the chrome stands on the page in English, marked so, until the chrome is signed again.
    """
    if content.slug == SITE:
        return Consequence.CURRENT, None
    if _is_same(workspace, content, edition):
        return Consequence.CURRENT, None
    shape, digest = current_shape(workspace, content)
    signed = shape_of(edition.format, edition.source, edition.assets)
    if signed == shape:
        return Consequence.CURRENT, None
    change, event = _classification(workspace, content, digest_of_text(edition.source), digest)
    risks = {edition.risk, risk_of(workspace, content)}
    return consequence(signed, shape, change, risks), event


def _is_same(workspace: Workspace, content: Content, edition: Edition) -> bool:
    """Return whether an article is to the letter what an edition was made from, which is quick to see."""
    article = content.article
    if article is None or (article.text, article.format_name) != (edition.source, edition.format):
        return False
    return assets_of(workspace, article.slug, edition.format, edition.source) == edition.assets


def _classification(
    workspace: Workspace,
    content: Content,
    before: str,
    after: str,
) -> tuple[Change | None, Event | None]:
    """Return what was said of a change; raise LedgerError if the last word on it cannot be proved."""
    decided = decisions(workspace, content.slug, workspace.settings.source_locale)
    for problem in decided.problems:
        raise LedgerError(problem)
    history = decided.history
    said = [
        event
        for event in history.events
        if event.type is EventType.CLASSIFY and (event.from_, event.to) == (before, after)
    ]
    latest = history.order.latest(said)
    for event in latest:
        if event.id not in history.valid:
            raise LedgerError(f"not proved: classify {event.id[:12]}", help="classify again")
    change = classified(latest, before, after)
    said_so = [event for event in latest if change and event.category == change.value]
    return change, next(iter(said_so), None)


def _changed_assets(workspace: Workspace, content: Content, edition: Edition) -> list[str]:
    """Return which images are not those that were signed: a page shows what it was signed with."""
    current: Sequence[Asset] = current_shape(workspace, content)[0].assets if edition.assets else ()
    return [
        f"{asset.path} is not the file that was signed"
        for asset in edition.assets
        if asset not in current
    ]


def _evidence(
    decided: Decisions,
    found: Standing,
    edition: Edition,
    classification: Event | None,
) -> Evidence:
    digests = [unit.digest for unit in edition.units]
    approvals = [decided.history.approval(digest) for digest in digests]
    waivers = [event for digest in digests for event in decided.history.waived(digest).values()]
    events = [*found.signoffs, *waivers, *([classification] if classification else [])]
    signers = dict.fromkeys(event.actor.id for event in events if event.actor)
    return Evidence(
        edition,
        approvals=tuple(event for event in approvals if event),
        waivers=tuple(waivers),
        signoffs=found.signoffs,
        classification=classification,
        reviewers=tuple(decided.reviewers[signer] for signer in signers),
    )
