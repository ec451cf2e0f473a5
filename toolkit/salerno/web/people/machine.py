"""The address of the machine that asks."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def machine_of(request: HttpRequest) -> str:
    """Return the IP address; of the proxies that stand before the server only their own word is taken.

    Each proxy adds whom it heard from at the end of X-Forwarded-For; what stands further in front was
    written by the client, who may write anything. Empty if there is none, as behind a socket.
    """
    nearest = str(request.META.get("REMOTE_ADDR", ""))
    proxies: int = settings.ENVIRONMENT.proxies
    heard = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if proxies else []
    return _address(heard[-proxies] if len(heard) >= proxies > 0 else nearest)


def _address(text: str) -> str:
    try:
        return str(ipaddress.ip_address(text.strip()))
    except ValueError:
        return ""
