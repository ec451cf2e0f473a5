"""How a file that another clone changed becomes one with ours: a rule for each kind, and none that loses words."""

from __future__ import annotations

from collections.abc import Callable

from salerno.errors import InputError
from salerno.pipeline.conflicts import Side
from salerno.pipeline.file_kinds import FileKind
from salerno.pipeline.merge_case import BOTH, Case, Ground, Outcome, whole
from salerno.pipeline.merge_catalog import catalog_rule
from salerno.pipeline.merge_danger import danger
from salerno.pipeline.merge_records import edition_rule, ledger_rule, reviewers_rule, torn_rule
from salerno.store import commits, files, settings


def outcome(ground: Ground, case: Case) -> Outcome:
    """Return what a file becomes."""
    if what := danger(case):
        return whole(ground, case, what, (Side.OURS,))
    if case.theirs is None or (case.ours is None and not case.is_theirs_alone):
        return _removal(ground, case)
    return _RULES.get(case.kind, _other)(ground, case)


_NEEDED = {FileKind.SETTINGS, FileKind.REVIEWERS}
"""Without these files there is no workspace, or nobody who may review in it."""


def _removal(ground: Ground, case: Case) -> Outcome:
    """Return the outcome where one side took a file away; what the other changed is not lost with it."""
    if case.kind in _NEEDED:
        return whole(ground, case, "was removed", (Side.OURS,) if case.ours else (Side.THEIRS,))
    if case.theirs is None and case.is_theirs_alone:
        return Outcome(None)
    there, here = ("removed", "changed") if case.theirs is None else ("changed", "removed")
    left = Side.OURS if case.theirs is None else Side.THEIRS
    only_grows = case.kind in {FileKind.LEDGER, FileKind.EDITION, FileKind.TORN}
    what = f"was {here} here and {there} there"
    return whole(ground, case, what, (left,) if only_grows else BOTH)


def _template(_: Ground, case: Case) -> Outcome:
    """Take theirs: nobody writes templates, and `extract` makes them anew from the articles."""
    return Outcome(case.theirs)


def _settings(ground: Ground, case: Case) -> Outcome:
    theirs = _settings_problem(ground, case.there)
    if theirs:
        return whole(ground, case, f"cannot be used as it is there: {theirs}", (Side.OURS,))
    result = _other(ground, case)
    if isinstance(result.becomes, bytes) and _settings_problem(ground, result.becomes):
        return whole(ground, case, "was changed in two ways that do not go together")
    return result


def _settings_problem(ground: Ground, data: bytes | None) -> str:
    try:
        found = settings.parse(files.decoded(data or b"", settings.FILE).removeprefix("\ufeff"))
    except InputError as error:
        return str(error)
    if found.workspace != ground.workspace.settings.workspace:
        return "it is another workspace's"
    return ""


def _other(ground: Ground, case: Case) -> Outcome:
    """Take what one side changed; of a text that both did, what git makes of it."""
    if case.is_theirs_alone:
        return Outcome(case.theirs)
    base, ours, theirs = case.base, case.here, case.there
    if base is None or ours is None or theirs is None:
        return whole(ground, case, "was changed in two ways at once")
    text = commits.merged_text(base, ours, theirs)
    return whole(ground, case, "was changed in two ways at once") if text is None else Outcome(text)


_RULES: dict[FileKind, Callable[[Ground, Case], Outcome]] = {
    FileKind.CATALOG: catalog_rule,
    FileKind.LEDGER: ledger_rule,
    FileKind.TORN: torn_rule,
    FileKind.EDITION: edition_rule,
    FileKind.REVIEWERS: reviewers_rule,
    FileKind.TEMPLATE: _template,
    FileKind.SETTINGS: _settings,
}
