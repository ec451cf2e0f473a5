"""`build`: extract, update, draft, check, pages; each writes only what changed."""

from __future__ import annotations

from dataclasses import dataclass

from salerno.pipeline.check import Located, check
from salerno.pipeline.draft import LocaleDrafts, draft
from salerno.pipeline.extract import extract
from salerno.pipeline.listener import SILENT, Listener
from salerno.pipeline.pages import PagesReport, pages
from salerno.pipeline.update import update
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What each step of a build came to."""

    templates: int
    catalogs: int
    drafts: list[LocaleDrafts]
    findings: list[Located]
    pages: PagesReport


def build(workspace: Workspace, listener: Listener = SILENT) -> BuildReport:
    """Do all that leads from articles to pages."""
    templates = extract(workspace, listener=listener)
    changed = update(workspace)
    drafts = list(draft(workspace, listener=listener))
    return BuildReport(
        len(templates),
        len(changed),
        drafts,
        list(check(workspace)),
        pages(workspace),
    )
