"""Where somebody goes on to after they have come in: back to the page that they asked for."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

_NEXT = "next"


def asked_for(request: HttpRequest) -> str:
    """Return the page that the address names, or an empty text; none of another site."""
    url = request.POST.get(_NEXT) or request.GET.get(_NEXT) or ""
    is_ours = url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return url if is_ours else ""


def remember(request: HttpRequest, url: str) -> None:
    """Keep the page over the steps of coming in."""
    if url:
        request.session[_NEXT] = url


def way_on(request: HttpRequest) -> str:
    """Return where to go on to, once."""
    url: str = request.session.pop(_NEXT, "")
    return url or reverse("desk:home")
