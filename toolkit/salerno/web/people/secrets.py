"""Random texts that open something once: they are shown, and only their hashes are kept."""

from __future__ import annotations

import hashlib
import secrets


def token() -> str:
    """Return a new token of 256 bits, fit for an address."""
    return secrets.token_urlsafe(32)


def digest(text: str) -> str:
    """Return what is kept of a token; it is random enough to need no salt."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
