"""`verify`: prove published pages from the evidence beside them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from salerno import evidence
from salerno.errors import InputError
from salerno.evidence import Evidence, Place
from salerno.model import Edition, Meaning, Reviewer
from salerno.page.looks import Looks
from salerno.page.names import SCRIPT, STYLE, shipped
from salerno.page.reading import read_page
from salerno.pipeline.wording import printable
from salerno.review import Policy
from salerno.store import files, reviewers, templates
from salerno.store.workspace import Workspace

_PAGES = {".html", ".htm", ".xhtml", ".xht", ".shtml"}
"""What a web server sends as a page, be it packed (index.html.gz) or in one of its languages."""
_ASKS_NOTHING = Policy(())
Proofs = Mapping[Path, tuple[Evidence | None, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Verified:
    """A page and what is wrong with it."""

    path: str
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether it is what was signed."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Ground:
    """What pages are proved against."""

    known: Mapping[str, Reviewer]
    """The reviewers and their keys, from a place that is trusted."""
    policy: Policy = _ASKS_NOTHING
    """What the workspace asks, on top of what an edition says that it was made under."""
    source_locale: str = ""
    """Pages in it are the publisher's own; empty is what the proved pages say."""
    looks: Looks = field(default_factory=Looks)
    """The style sheet and the script of the site: what else stands on a page may change its words."""
    why_not: Callable[[str, Evidence], Iterable[str]] = lambda *_: ()
    """Why a page with its evidence may not stand; outside of a workspace nobody knows."""
    why_not_bare: Callable[[str, Sequence[str]], Iterable[str]] = lambda *_: ()
    """Why a page without evidence may not stand in a place."""


def verify(root: Path, ground: Ground) -> Iterator[Verified]:
    """Yield every page under a site's folder, and every link that leads to what is not under it."""
    pages, links = _found(root)
    if not pages:
        raise InputError(f"no pages under {root}")
    proofs = {page: _proof(page, root, ground) for page in pages if _has_evidence(page)}
    sources = {ground.source_locale} if ground.source_locale else _source_locales(proofs)
    for page in pages:
        place = page.relative_to(root)
        proof = proofs.get(page)
        problems = proof[1] if proof else _problems(page, place.parts, sources, ground)
        yield _verified(place, problems)
    for link in links:
        yield _verified(link.relative_to(root), ["a link: what it shows is not proved"])
    for alone in sorted(root.rglob("review.json")):
        if not alone.with_name("index.html").exists():
            yield _verified(alone.relative_to(root), ["there is no page beside it"])


def _verified(path: Path, problems: Iterable[str]) -> Verified:
    return Verified(printable(path.as_posix()), tuple(map(printable, problems)))


def verify_page(workspace: Workspace, article: str, locale: str) -> list[str]:
    """Return what is wrong with the page of an article in a workspace; nothing if there is none."""
    page = workspace.site / locale / article / "index.html"
    if not page.exists():
        return []
    ground = ground_of(workspace)
    if _has_evidence(page):
        found = _proof(page, workspace.site, ground)[1]
    else:
        found = tuple(_problems(page, (locale, article, page.name), {ground.source_locale}, ground))
    return [f"{workspace.name(page)}: {problem}" for problem in found]


def ground_of(workspace: Workspace, known: Mapping[str, Reviewer] | None = None) -> Ground:
    """Return what a workspace knows of its pages; `known` are keys from elsewhere, more trusted."""
    from salerno.pipeline.current import Current

    review, current = workspace.settings.review, Current(workspace)
    return Ground(
        reviewers.read(workspace) if known is None else known,
        Policy(tuple(map(Meaning, review.required)), review.two_person),
        workspace.settings.source_locale,
        looks_in(templates.looks(workspace)),
        current.why_not,
        current.why_not_bare,
    )


def looks_in(own: Mapping[str, str]) -> Looks:
    """Return the looks that a style sheet and a script give, Salerno's where one is not among `own`."""
    return Looks(own.get(STYLE) or shipped(STYLE), own.get(SCRIPT) or shipped(SCRIPT))


def _found(root: Path) -> tuple[list[Path], list[Path]]:
    """Return the pages under a folder, and the links to folders, which may lead anywhere."""
    pages, links = [], []
    for folder, folders, names in os.walk(root):
        links += [Path(folder, name) for name in folders if Path(folder, name).is_symlink()]
        pages += [Path(folder, name) for name in names if _PAGES & set(_suffixes(name))]
    return sorted(pages), sorted(links)


def _suffixes(name: str) -> list[str]:
    return Path(name.lower()).suffixes


def _has_evidence(page: Path) -> bool:
    return page.name == "index.html" and page.with_name("review.json").exists()


def _problems(page: Path, parts: Sequence[str], sources: set[str], ground: Ground) -> Iterator[str]:
    """Yield what is wrong with a page that has no evidence."""
    try:
        html = files.read_text(page, page.name)
        holds_articles = read_page(html).articles
        wrong = list(ground.why_not_bare(html, parts))
    except Exception as error:  # noqa: BLE001 - one hostile page must not stop the proof of the rest
        yield _said(error)
        return
    if parts[0] not in sources and holds_articles:
        yield "it holds an article and has no review.json beside it"
    yield from wrong


def _proof(page: Path, root: Path, ground: Ground) -> tuple[Evidence | None, tuple[str, ...]]:
    """Return the evidence of a page, and what is wrong with the two."""
    proof = page.with_name("review.json")
    found = None
    problems: list[str] = []
    try:
        found = evidence.parse(files.read_text(proof, proof.name))
        problems.extend(_proved(page, page.relative_to(root).parts, found, ground))
    except Exception as error:  # noqa: BLE001 - one hostile page must not stop the proof of the rest
        problems.append(f"review.json: {_said(error)}" if found is None else _said(error))
    return found, tuple(problems)


def _said(error: Exception) -> str:
    return str(error) or f"cannot be read: {type(error).__name__}"


def _proved(page: Path, parts: Sequence[str], found: Evidence, ground: Ground) -> Iterator[str]:
    html = files.read_text(page, page.name)
    place = Place("/".join(parts[:-2]), parts[-2] if len(parts) > 1 else "", looks=ground.looks)
    yield from evidence.problems_of(html, found, place, ground.known, ground.policy)
    yield from _asset_problems(page.parent, found.edition)
    yield from ground.why_not(html, found)


def _asset_problems(folder: Path, edition: Edition) -> Iterator[str]:
    """Yield the images and other files beside a page that are not those that were signed."""
    for asset in edition.assets:
        path = folder / asset.path
        is_inside = path.resolve().is_relative_to(folder.resolve())
        if not is_inside or not path.is_file():
            yield f"{asset.path} is missing"
        elif hashlib.sha256(files.read_bytes(path)).hexdigest() != asset.sha256:
            yield f"{asset.path} is not the file that was signed"


def _source_locales(proofs: Proofs) -> set[str]:
    """Return what proved pages say to be their source language; a forged one cannot name another."""
    targets = {found.edition.locale for found, _ in proofs.values() if found}
    return {
        found.edition.source_locale for found, problems in proofs.values() if found and not problems
    } - targets
