"""The second factor: codes from an app (TOTP, RFC 6238), and recovery codes for the day it is lost."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import math
import secrets
import time
from dataclasses import dataclass

import segno
from django.db import transaction
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django_otp import verify_token
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from salerno.web.people.models import Account, App
from salerno.web.people.models.devices import sealed

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that is taken for another one."""
_DIGITS = 6
"""Of a code from an app."""
_CODES = 10
_LONG = 16
"""Letters of a recovery code: 79 bits, so that a plain hash of one keeps it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A secret that an app is to be told; it counts once a code from the app came back."""

    account: Account
    key: str
    """In hexadecimal digits."""

    @property
    def text(self) -> str:
        """The secret as people type it, in groups of four."""
        return _grouped(base64.b32encode(bytes.fromhex(self.key)).decode("ascii"))

    @property
    def address(self) -> str:
        """What an app on this very machine opens (otpauth:)."""
        return str(TOTPDevice(user=self.account, key=self.key).config_url)

    @property
    def picture(self) -> SafeString:
        """The same as a QR code, for an app on another machine; an SVG element without any style."""
        code = segno.make_qr(self.address, error="m")
        svg: str = code.svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True)
        return mark_safe(svg)  # noqa: S308 - made of squares alone


def new_key() -> str:
    """Return a new secret."""
    key: str = random_hex(20)
    return key


def device_of(account: Account) -> App | None:
    """Return the second factor of an account, or None while it has none."""
    found: App | None = App.objects.filter(user=account, confirmed=True).first()
    return found


def confirmed(offer: Offer, code: str, *, replaces: bool) -> App | None:
    """Make an offer the account's second factor if the code is the app's; else return None.

    One that is there already is given up only where `replaces` says so.
    """
    totp = TOTP(bytes.fromhex(offer.key))
    totp.time = time.time()
    if not _is_code(code) or not totp.verify(int(code), tolerance=1):
        return None
    with transaction.atomic():
        account = Account.objects.select_for_update().get(pk=offer.account.pk)
        if device_of(account) and not replaces:
            return None
        remove(account)
        key = sealed(offer.key, account.pk)
        told = {"key": key, "last_t": totp.t(), "drift": totp.drift}
        made: App = App.objects.create(user=account, name="app", confirmed=True, **told)
        return made


def _is_code(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == _DIGITS


def accepted(account: Account, code: str) -> Device | None:
    """Return the factor that a code proves, a device or a recovery code; no code is accepted twice."""
    text = "".join(code.split())
    found: Device | None
    if _is_code(text):
        found, said = device_of(account), text
    else:
        found, said = StaticDevice.objects.filter(user=account).first(), _kept(text)
    return verify_token(account, found.persistent_id, said) if found else None


def seconds_to_wait(account: Account) -> int:
    """Return for how long no code at all is looked at, because the last ones were wrong."""
    device = device_of(account)
    allowed, why = device.verify_is_allowed() if device else (True, None)
    if allowed or not why:
        return 0
    left: dt.timedelta = why["locked_until"] - timezone.now()
    return max(1, math.ceil(left.total_seconds()))


def remove(account: Account) -> None:
    """Take away every second factor, recovery codes too."""
    App.objects.filter(user=account).delete()
    StaticDevice.objects.filter(user=account).delete()


@transaction.atomic
def new_codes(account: Account) -> list[str]:
    """Make recovery codes in the place of those that there were; they are shown once, their hashes kept."""
    Account.objects.select_for_update().get(pk=account.pk)
    StaticDevice.objects.filter(user=account).delete()
    device = StaticDevice.objects.create(user=account, name="recovery codes")
    codes = [
        _grouped("".join(secrets.choice(_LETTERS) for _ in range(_LONG))) for _ in range(_CODES)
    ]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=_kept(code)) for code in codes)
    return codes


def codes_left(account: Account) -> int:
    """Return how many recovery codes are unused."""
    count: int = StaticToken.objects.filter(device__user=account).count()
    return count


def _kept(code: str) -> str:
    """Return what is kept of a recovery code, whatever stands between its letters: 80 bits of its hash."""
    letters = "".join(letter for letter in code.lower() if letter in _LETTERS)
    return base64.b32encode(hashlib.sha256(letters.encode("ascii")).digest()).decode("ascii")[:16]


def _grouped(text: str) -> str:
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))
