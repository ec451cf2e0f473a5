"""`GET /api/openapi.json`: the API as OpenAPI 3.1 describes it, written by hand beside this module."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from salerno.web.access import open_to_all

_FILE = Path(__file__).with_name("openapi.json")


@open_to_all
@csrf_exempt
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Answer with the description; it is the same everywhere, and no secret."""
    return HttpResponse(_FILE.read_bytes(), content_type="application/json")
