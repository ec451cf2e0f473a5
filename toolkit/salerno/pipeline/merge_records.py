"""Records that two clones changed: ledgers united, editions never changed, reviewers made one entry by entry."""

from __future__ import annotations

from pathlib import PurePosixPath

from salerno.errors import InputError
from salerno.pipeline.conflicts import Conflict, Side, Version
from salerno.pipeline.ledgers import check_edition, problems_in, united
from salerno.pipeline.merge_case import BOTH, Case, Ground, Outcome, id_of, whole
from salerno.pipeline.wording import printable
from salerno.store import files, ledger, reviewer_merge, reviewers


def ledger_rule(ground: Ground, case: Case) -> Outcome:
    """Return the union of two ledgers: whatever theirs took out stays, and what holds here goes on to hold."""
    versions = []
    for data, side in ((case.here, "here"), (case.there, "there")):
        try:
            versions.append(ledger.parse(data or b"", case.name))
        except InputError as error:
            return whole(ground, case, f"was edited {side}: {error}", ())
    ours, theirs = versions
    events = united(ours.events, theirs.events)
    path = ground.workspace.root / case.name
    known = set(problems_in(ground.workspace, path, ours.events, ground.reviewers))
    for problem in problems_in(ground.workspace, path, events, ground.reviewers):
        if problem not in known:
            return whole(ground, case, f"does not hold with theirs: {printable(problem)}", ())
    torn = dict.fromkeys(piece.data for each in (ours, theirs) for piece in each.torn)
    for version, blob in ((ours, case.ours), (theirs, case.theirs)):
        is_whole = len(version.torn) == len(torn) and not version.is_open
        if blob and is_whole and set(version.events) == set(events):
            return Outcome(blob)
    lines = b"".join(data + b"\n" for data in torn)
    return Outcome(ledger.bytes_from(events, case.name) + lines)


def torn_rule(_: Ground, case: Case) -> Outcome:
    """Unite what was torn off ledgers, line by line; nobody reads it but people."""
    ours, theirs = ((data or b"").splitlines(keepends=True) for data in (case.here, case.there))
    new = [line for line in theirs if line not in ours]
    return Outcome(b"".join([*ours, *new]) if new else case.ours)


def edition_rule(ground: Ground, case: Case) -> Outcome:
    """Let in an edition that is new and what it is named for; one that is here is never changed."""
    if case.ours is not None:
        return whole(ground, case, "is another edition there than here", ())
    try:
        check_edition(PurePosixPath(case.name), case.there or b"")
    except InputError as error:
        return whole(ground, case, error.what, ())
    return Outcome(case.theirs)


def reviewers_rule(ground: Ground, case: Case) -> Outcome:
    """Return both sides' reviewers; whom they changed differently is for a person to say."""
    texts = []
    for data, side, choices in zip((case.base, case.here, case.there), _SIDES, _LEFT, strict=True):
        try:
            text = files.decoded(data or b"", case.name)
            reviewers.parse(text, case.name)
        except InputError as error:
            return whole(ground, case, f"cannot be read {side}: {error}", choices)
        texts.append(text)
    try:
        return _of_reviewers(ground, case, texts)
    except InputError as error:
        return whole(ground, case, str(error))


_SIDES = ("in what both came from", "here", "there")
_LEFT = (BOTH, (Side.THEIRS,), (Side.OURS,))


def _of_reviewers(ground: Ground, case: Case, texts: list[str]) -> Outcome:
    base, ours, theirs = texts
    first = reviewer_merge.merged(base, ours, theirs, name=case.name)
    found = [(clash, _reviewer_conflict(case, clash)) for clash in first.clashes]
    settled = {
        clash.id: clash.ours if ground.choices[conflict.id].side is Side.OURS else clash.theirs
        for clash, conflict in found
        if conflict.id in ground.choices and ground.choices[conflict.id].side
    }
    text = reviewer_merge.merged(base, ours, theirs, settled, name=case.name).text
    left = tuple(conflict for clash, conflict in found if clash.id not in settled)
    for version, blob in ((ours, case.ours), (theirs, case.theirs)):
        if text == version:
            return Outcome(blob, left)
    return Outcome(text.encode("utf-8"), left)


def _reviewer_conflict(case: Case, clash: reviewer_merge.Clash) -> Conflict:
    base, ours, theirs = (
        None if text is None else Version((text,))
        for text in (clash.base, clash.ours, clash.theirs)
    )
    return Conflict(
        id_of(case.name, clash.id, clash.base, clash.ours, clash.theirs),
        printable(case.name),
        "who may review was changed in two ways at once",
        key=clash.id,
        base=base,
        ours=ours,
        theirs=theirs,
    )
