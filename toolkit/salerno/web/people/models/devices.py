"""The app that shows somebody's one-time codes; its secret is kept sealed with the server's own."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django_otp.plugins.otp_totp.models import TOTPDevice

from salerno.errors import InputError
from salerno.signing.sealing import find_sealed, seal

_LOG = logging.getLogger("salerno.web")


def sealed(key: str, account: int) -> str:
    """Return a secret (hexadecimal) as it is kept for an account: a row moved to another opens nothing."""
    return seal(bytes.fromhex(key), settings.SECRET_KEY, _whose(account))


def _whose(account: int) -> str:
    return f"second factor of account {account}"


class App(TOTPDevice):  # type: ignore[misc]
    """A TOTP device of django-otp's whose `key` is sealed. Whoever reads the database cannot make codes."""

    class Meta:
        """It is in django-otp's table."""

        proxy = True

    @property
    def bin_key(self) -> bytes:
        """The secret; raise InputError if the server's secrets do not open it."""
        words = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        found = find_sealed(self.key, words, _whose(self.user_id))
        if found is None:
            raise InputError(
                f"the second factor of account {self.user_id} cannot be opened",
                help="has SALERNO_SECRET_KEY changed? name the one before in SALERNO_OLD_SECRET_KEYS",
            )
        return found

    def verify_token(self, token: Any) -> bool:
        """Return whether a code is the app's; one that cannot be looked at is not."""
        try:
            return bool(super().verify_token(token))
        except InputError as error:
            _LOG.error("%s", error)
            return False


def reseal() -> None:
    """Seal with the server's secret of today what an older one sealed, so that that one may be forgotten."""
    for app in App.objects.all():
        whose = _whose(app.user_id)
        if find_sealed(app.key, [settings.SECRET_KEY], whose) is None:
            secret = find_sealed(app.key, settings.SECRET_KEY_FALLBACKS, whose)
            if secret is not None:
                # Unless it was set up anew at this very moment.
                App.objects.filter(pk=app.pk, key=app.key).update(
                    key=sealed(secret.hex(), app.user_id)
                )
