"""What every answer tells browsers: nothing from elsewhere, no inline code, in nobody's frame."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SHOWN_PAGE = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
"""For a page of the site, shown in a frame as it will be: it has its style inside, and runs nothing."""


class Headers:
    """Middleware that sets the headers, unless a view has set its own policy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take what comes next."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the headers set."""
        response = self._get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        is_framed = response.headers["Content-Security-Policy"] == SHOWN_PAGE
        response.headers.setdefault("X-Frame-Options", "SAMEORIGIN" if is_framed else "DENY")
        response.headers.setdefault(
            "Permissions-Policy", "interest-cohort=(), camera=(), geolocation=()"
        )
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response
