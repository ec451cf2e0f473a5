"""`verify`: prove published pages from the evidence beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from salerno import evidence
from salerno.errors import InputError, SalernoError
from salerno.evidence import Place
from salerno.model import Meaning, Reviewer
from salerno.page.reading import read_page
from salerno.review import Policy
from salerno.store import files, reviewers
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Verified:
    """A page and what is wrong with it."""

    path: str
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether it is what was signed."""
        return not self.problems


def verify(
    root: Path,
    known: Mapping[str, Reviewer],
    *,
    source_locale: str = "",
    policy: Policy = Policy(()),  # noqa: B008 - frozen, and empty
) -> Iterator[Verified]:
    """Yield every page under a site's folder; pages in the source language are the publisher's own.

    Without `source_locale`, pages without evidence that hold an article are taken for source pages
    only if no evidence anywhere names their locale as a target.
    """
    pages = sorted(root.rglob("*.html"))
    if not pages:
        raise InputError(f"no pages under {root}")
    sources = {source_locale} if source_locale else _source_locales(pages)
    for page in pages:
        place = page.relative_to(root)
        problems = tuple(_problems(page, place.parts, known, policy, sources))
        yield Verified(place.as_posix(), problems)
    for proof in sorted(root.rglob("review.json")):
        if not proof.with_name("index.html").exists():
            yield Verified(proof.relative_to(root).as_posix(), ("there is no page beside it",))


def verify_page(workspace: Workspace, article: str, locale: str) -> list[str]:
    """Return what is wrong with the page of an article in a workspace; nothing if there is none."""
    page = workspace.site / locale / article / "index.html"
    if not page.exists():
        return []
    settings = workspace.settings
    policy = Policy(tuple(map(Meaning, settings.review.required)), settings.review.two_person)
    known = reviewers.read(workspace)
    found = _problems(page, (locale, article, page.name), known, policy, {settings.source_locale})
    return [f"{workspace.name(page)}: {problem}" for problem in found]


def _problems(
    page: Path,
    parts: Sequence[str],
    known: Mapping[str, Reviewer],
    policy: Policy,
    sources: set[str],
) -> Iterator[str]:
    proof = page.with_name("review.json")
    try:
        html = files.read_text(page, page.name)
        if page.name == "index.html" and proof.exists():
            yield from _proved(html, proof, parts, known, policy)
        elif parts[0] not in sources and read_page(html).articles:
            yield "it holds an article and has no review.json beside it"
    except SalernoError as error:
        yield str(error)


def _proved(
    html: str,
    proof: Path,
    parts: Sequence[str],
    known: Mapping[str, Reviewer],
    policy: Policy,
) -> Iterator[str]:
    try:
        found = evidence.parse(files.read_text(proof, proof.name))
    except (ValueError, RecursionError) as error:
        yield f"review.json: {error}"
        return
    *locale, article, _ = parts
    place = Place("/".join(locale), article)
    yield from evidence.problems_of(html, found, place, known, policy)


def _source_locales(pages: Sequence[Path]) -> set[str]:
    """Return what the evidence under a site says to be its source language."""
    found = set()
    for page in pages:
        proof = page.with_name("review.json")
        if proof.exists():
            try:
                found.add(evidence.parse(files.read_text(proof, proof.name)).edition.source_locale)
            except (ValueError, RecursionError, SalernoError):
                continue
    return found
