"""The proof of a page: its hashes and signatures, and that it says what was signed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from salerno import edition as editions
from salerno import signing
from salerno.errors import SalernoError
from salerno.evidence.file import Evidence
from salerno.model import Change, Edition, Event, EventType, Reviewer
from salerno.page.bylines import Byline, bylines
from salerno.page.localized import localized
from salerno.page.looks import Looks
from salerno.page.metadata import review_claims
from salerno.page.reading import Reading, read_fragment, read_page
from salerno.page.words import collapsed
from salerno.review import Policy, is_complete


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page was found, which says what it claims to be."""

    locale: str
    article: str
    workspace: str = ""
    """The workspace whose site it is; empty where that is not known."""
    looks: Looks = field(default_factory=Looks)
    """The style sheet and the script of that site."""


def problems_of(
    html: str,
    evidence: Evidence,
    place: Place,
    reviewers: Mapping[str, Reviewer],
    policy: Policy,
) -> Iterator[str]:
    """Yield what is wrong with a page; nothing, if it is what reviewers with known keys signed.

    `policy` is what the workspace asks, on top of what the edition says that it was made under.
    """
    edition = evidence.edition
    name = editions.hash_of(edition)
    yield from editions.problems_of(
        edition,
        name=name,
        article=place.article,
        locale=place.locale,
        workspace=place.workspace,
    )
    yield from _approval_problems(evidence)
    yield from _signature_problems(evidence, name, reviewers)
    yield from _naming_problems(evidence, reviewers)
    yield from _missing(evidence.signoffs, policy.stricter(edition.required, edition.two_person))
    yield from page_problems(html, evidence, place.looks, reviewers)


def page_problems(
    html: str, evidence: Evidence, looks: Looks, reviewers: Mapping[str, Reviewer]
) -> Iterator[str]:
    """Yield where a page says something else than its edition and those who signed it."""
    try:
        page = read_page(html, looks)
        yield from _page_problems(page, evidence.edition)
        yield from _claim_problems(page, evidence.edition, bylines(evidence.signoffs, reviewers))
    except SalernoError as error:
        yield f"its edition makes no page: {error}"


def _approval_problems(evidence: Evidence) -> Iterator[str]:
    """Yield units that nobody approved, and decisions on what the edition does not hold."""
    edition = evidence.edition
    digests = {unit.digest for unit in edition.units}
    for event in evidence.approvals:
        yield from _event_problems(event, EventType.APPROVE, edition, edition.locale)
    for event in evidence.waivers:
        yield from _event_problems(event, EventType.WAIVE, edition, edition.locale)
    for event in (*evidence.approvals, *evidence.waivers):
        if event.digest not in digests:
            yield f"the {event.type} {event.id[:12]} is of another text"
        for problem in signing.misread([event]):
            yield f"the {event.type} {event.id[:12]}: {problem.what}"
    approved = {event.digest for event in evidence.approvals}
    for unit in edition.units:
        if unit.digest not in approved:
            yield f"nobody approved {unit.source[:60]!r}"


def _event_problems(event: Event, kind: EventType, edition: Edition, locale: str) -> Iterator[str]:
    """Yield why an event is not one of its kind on this article, as it was made."""
    what = f"the {kind} {event.id[:12]}"
    if event.type is not kind:
        yield f"{what} is a {event.type}"
    if signing.id_of(event) != event.id:
        yield f"{what} was changed after it was made"
    if (event.article, event.locale) != (edition.article, locale):
        yield f"{what} belongs elsewhere"


def _signature_problems(
    evidence: Evidence,
    name: str,
    reviewers: Mapping[str, Reviewer],
) -> Iterator[str]:
    edition = evidence.edition
    for event in evidence.signoffs:
        yield from _event_problems(event, EventType.SIGNOFF, edition, edition.locale)
        if event.edition != name:
            yield f"the {event.type} {event.id[:12]} is of another edition"
    if evidence.classification:
        yield from _classification_problems(evidence.classification, edition)
    for event in _signed(evidence):
        # Only a classification is on the source, which reviewers of any locale may decide on.
        source_locale = edition.source_locale if event.type is EventType.CLASSIFY else ""
        for problem in signing.authority_problems(event, reviewers, source_locale):
            yield f"{event.type} {problem.what}"


def _signed(evidence: Evidence) -> tuple[Event, ...]:
    said = (evidence.classification,) if evidence.classification else ()
    return (*evidence.signoffs, *evidence.waivers, *said)


def _naming_problems(evidence: Evidence, reviewers: Mapping[str, Reviewer]) -> Iterator[str]:
    """Yield who is shown as a signer and is none, or as somebody else than the reviewers' file has."""
    signers = {event.actor.id for event in _signed(evidence) if event.actor}
    if sorted(reviewer.id for reviewer in evidence.reviewers) != sorted(signers):
        yield "review.json shows other reviewers than those who signed"
    for shown in evidence.reviewers:
        known = reviewers.get(shown.id)
        names = ("public_key", "credential", "organisation", *(["name"] * shown.public_name))
        for name in names if known else ():
            if getattr(shown, name) != getattr(known, name):
                yield f"review.json shows another {name.replace('_', ' ')} for {shown.id}"


def _classification_problems(event: Event, edition: Edition) -> Iterator[str]:
    yield from _event_problems(event, EventType.CLASSIFY, edition, edition.source_locale)
    if event.from_ != editions.digest_of_text(edition.source):
        yield "the classification is of another change of the source"
    if event.category not in {Change.EDITORIAL, Change.SUBSTANTIVE}:
        yield f"a change of its source was classified as {event.category}: the page gives way"


def _missing(signoffs: Sequence[Event], policy: Policy) -> Iterator[str]:
    given = {meaning for event in signoffs for meaning in event.meanings}
    lacking = [meaning for meaning in policy.required if meaning not in given]
    if lacking or not policy.required:
        yield f"not signed: {', '.join(lacking) or 'anything'}"
    elif not is_complete(signoffs, policy):
        yield "the sign-offs must come from two people"


def _page_problems(page: Reading, edition: Edition) -> Iterator[str]:
    """Yield where the page says something else than the edition."""
    if page.articles != 1:
        yield f"it holds {page.articles} articles"
        return
    document = localized(edition)
    title, description = document.metadata.title, document.metadata.description
    if page.lang != edition.locale:
        yield f"its language is {page.lang!r}, not {edition.locale!r}"
    if page.title != collapsed(title, edition.locale):
        yield f"its title is {page.title!r}"
    if page.description != collapsed(description, edition.locale):
        yield f"its description is {page.description!r}"
    for what in dict.fromkeys(page.suspicious):
        yield f"it holds {what}"
    expected = read_fragment(document.html, edition.locale)
    if page.article != expected:
        yield _first_difference(page.article, expected)


def _claim_problems(page: Reading, edition: Edition, signed: Sequence[Byline]) -> Iterator[str]:
    """Yield where a page tells search engines of a review that nobody gave."""
    if len(page.data) > 1:
        yield "it tells search engines two things"
    for text in page.data[:1]:
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            said = None
        if not isinstance(said, dict) or said.get("inLanguage") != edition.locale:
            yield "what it tells search engines is not of this page"
        elif _claimed(said) != _claimed(review_claims(signed)):
            yield "it tells search engines of another review than was signed"


def _claimed(said: Mapping[str, Any]) -> tuple[object, list[object]]:
    """Return when and by whom a page says that it was reviewed; titles and employers may change."""
    people = said.get("reviewedBy", [])
    names = [person.get("name") for person in people if isinstance(person, dict)]
    return said.get("lastReviewed"), [len(people), *names]


def _first_difference(found: Sequence[str], expected: Sequence[str]) -> str:
    for number, (here, there) in enumerate(zip(found, expected, strict=False)):
        if here != there:
            after = next(
                (part for part in reversed(found[:number]) if not part.startswith("<")), ""
            )
            behind = f" (behind {after[-40:]!r})" if after else ""
            return f"it says {here[:120]!r} where {there[:120]!r} was signed{behind}"
    more, less = len(found), len(expected)
    if more > less:
        return f"it says more than was signed: {found[less][:120]!r}"
    return f"it lacks what was signed: {expected[more][:120]!r}"
