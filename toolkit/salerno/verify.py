"""Prove published pages from the evidence beside them: `python -m salerno.verify DIR --reviewers FILE`.

For people who have a site, and the reviewers' keys from a place that they trust, and nothing else.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from salerno.errors import SalernoError, WorkspaceError
from salerno.pipeline.verify import Ground, Verified, ground_of, looks_in, verify
from salerno.pipeline.wording import harmless
from salerno.store import reviewers, templates
from salerno.store import workspace as workspaces
from salerno.store.workspace import Workspace


def run(
    folder: Path,
    directory: Path | None,
    keys: Path | None,
    assets: Path | None = None,
    *,
    as_json: bool,
) -> int:
    """Verify and print; return the exit status."""
    workspace = _workspace(folder)
    if workspace is None and (directory is None or keys is None):
        raise WorkspaceError(
            "outside of a workspace the keys have to come from somewhere",
            help="give DIR and --reviewers FILE, a reviewers.toml from a place that you trust",
        )
    root = directory or _site(workspace)
    found = list(verify(root, _ground(workspace, keys, assets)))
    _print(found, as_json=as_json, is_alone=workspace is None)
    return int(not all(page.ok for page in found))


def _workspace(folder: Path) -> Workspace | None:
    try:
        return workspaces.find(folder)
    except WorkspaceError as error:
        if error.where:
            raise
        return None


def _ground(workspace: Workspace | None, keys: Path | None, assets: Path | None) -> Ground:
    known = reviewers.read_file(keys) if keys else None
    ground = ground_of(workspace, known) if workspace else Ground(known or {})
    return replace(ground, looks=looks_in(templates.in_folder(assets))) if assets else ground


def _site(workspace: Workspace | None) -> Path:
    return workspace.site if workspace else Path()


def _print(found: Sequence[Verified], *, as_json: bool, is_alone: bool) -> None:
    if as_json:
        pages = [{"path": p.path, "ok": p.ok, "problems": list(p.problems)} for p in found]
        sys.stdout.write(json.dumps({"pages": pages}, ensure_ascii=False, indent=2) + "\n")
    else:
        for page in found:
            sys.stdout.write(f"{'ok     ' if page.ok else 'FORGED '} {page.path}\n")
            for problem in page.problems:
                sys.stdout.write(f"        {problem}\n")
    if is_alone:
        sys.stderr.write(
            "This proves that the articles are what was signed: not what stands around them, nor that "
            "no newer edition exists.\n",
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the arguments and verify; status 0 if all holds, 1 if not, 2 for wrong use."""
    parser = argparse.ArgumentParser(prog="python -m salerno.verify", description=__doc__)
    parser.add_argument("directory", type=Path, nargs="?", help="the site's folder")
    parser.add_argument("--reviewers", type=Path, help="their keys, from a place that you trust")
    parser.add_argument(
        "--assets", type=Path, help="its own style.css and comfort.js, if it has them"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    given = parser.parse_args(arguments)
    try:
        return run(Path(), given.directory, given.reviewers, given.assets, as_json=given.json)
    except SalernoError as error:
        sys.stderr.write(f"salerno: {harmless(str(error))}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
