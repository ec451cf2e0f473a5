"""`GET /healthz`: whether the server can do its work, for whoever watches over it. It tells nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from salerno.errors import SalernoError
from salerno.web import here, rounds
from salerno.web.access import open_to_all


@open_to_all
@csrf_exempt
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Answer 200 if all is well, else 503; `keeper` is when its last round ended, or null."""
    found = {
        "database": _has_database(),
        "workspace": _is_readable(),
        "writable": all(os.access(path, os.W_OK) for path in _written()),
    }
    is_well = all(found.values())
    said = {"ok": is_well, **found, "keeper": rounds.last(settings.ENVIRONMENT.folder)}
    return JsonResponse(said, status=200 if is_well else 503)


def _has_database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except (DatabaseError, InterfaceError):
        return False


def _is_readable() -> bool:
    try:
        workspace = here.workspace()
        return all(
            os.access(path, os.R_OK | os.X_OK) for path in (workspace.root, workspace.source)
        )
    except (SalernoError, OSError):
        return False


def _written() -> Iterator[Path]:
    """Yield the folders that decisions are written to."""
    root: Path = settings.ENVIRONMENT.workspace.root
    yield root / "locales"
    yield root / ".salerno"
