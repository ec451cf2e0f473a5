"""The proof of a page: its hashes and signatures, and that it says what was signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from salerno import edition as editions
from salerno import signing
from salerno.evidence.file import Evidence
from salerno.model import Edition, Event, EventType, Reviewer
from salerno.page.localized import localized
from salerno.page.reading import Reading, read_fragment, read_page
from salerno.review import Policy, is_complete


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page was found, which says what it claims to be."""

    locale: str
    article: str


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
    if (edition.locale, edition.article) != (place.locale, place.article):
        yield f"its evidence is for {edition.article} in {edition.locale}"
    name = editions.hash_of(edition)
    yield from editions.problems_of(
        edition,
        name=name,
        article=edition.article,
        locale=edition.locale,
        workspace="",
    )
    yield from _approval_problems(evidence)
    yield from _signature_problems(evidence, name, reviewers)
    yield from _missing(evidence.signoffs, policy.stricter(edition.required, edition.two_person))
    yield from _page_problems(read_page(html), edition)


def _approval_problems(evidence: Evidence) -> Iterator[str]:
    """Yield units that nobody approved, and approvals that were changed."""
    edition = evidence.edition
    for event in (*evidence.approvals, *evidence.waivers):
        if signing.id_of(event) != event.id:
            yield f"the {event.type} {event.id[:12]} was changed after it was made"
        if (event.article, event.locale) != (edition.article, edition.locale):
            yield f"the {event.type} {event.id[:12]} belongs elsewhere"
    approved = {event.digest for event in evidence.approvals if event.type is EventType.APPROVE}
    for unit in edition.units:
        if unit.digest not in approved:
            yield f"nobody approved {unit.source[:60]!r}"


def _signature_problems(
    evidence: Evidence,
    name: str,
    reviewers: Mapping[str, Reviewer],
) -> Iterator[str]:
    edition = evidence.edition
    said = (evidence.classification,) if evidence.classification else ()
    for event in (*evidence.signoffs, *evidence.waivers, *said):
        for problem in signing.authority_problems(event, reviewers, edition.source_locale):
            yield f"{event.type} {problem.what}"
        if signing.id_of(event) != event.id:
            yield f"the {event.type} {event.id[:12]} was changed after it was made"
    if said and said[0].from_ != editions.digest_of_text(edition.source):
        yield "the classification is of another change of the source"
    for event in evidence.signoffs:
        if event.type is not EventType.SIGNOFF or event.edition != name:
            yield f"the sign-off {event.id[:12]} is of another edition"
        if (event.article, event.locale) != (edition.article, edition.locale):
            yield f"the sign-off {event.id[:12]} belongs elsewhere"


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
    if page.lang != edition.locale:
        yield f"its language is {page.lang!r}, not {edition.locale!r}"
    if page.title != " ".join(document.metadata.title.split()):
        yield f"its title is {page.title!r}"
    if page.description != " ".join(document.metadata.description.split()):
        yield f"its description is {page.description!r}"
    for what in page.suspicious:
        yield f"it holds {what}"
    expected = read_fragment(document.html)
    if page.article != expected:
        yield _first_difference(page.article, expected)


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
