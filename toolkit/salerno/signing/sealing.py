"""Short secrets under lock, for a database whose copies others may read: AES-256-GCM, bound to whose they are."""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_FORM = "1."
"""Of what is sealed, so that another way of sealing can be told from this one."""
_NONCE = 12


def seal(secret: bytes, words: str, whose: str) -> str:
    """Return a secret under lock; `words` are long and random, `whose` is no secret.

    The same secret never looks the same twice. 20 bytes become 66 letters.
    """
    nonce = os.urandom(_NONCE)
    locked = _cipher(words).encrypt(nonce, secret, whose.encode())
    return _FORM + base64.urlsafe_b64encode(nonce + locked).decode("ascii")


def find_sealed(sealed: str, words: Sequence[str], whose: str) -> bytes | None:
    """Return the secret that one of some words opens, None if none does or it is somebody else's."""
    if not sealed.startswith(_FORM):
        return None
    try:
        data = base64.b64decode(sealed.removeprefix(_FORM), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    for each in words:
        try:
            return _cipher(each).decrypt(data[:_NONCE], data[_NONCE:], whose.encode())
        except (InvalidTag, ValueError):
            continue
    return None


def _cipher(words: str) -> AESGCM:
    """Return the cipher of a key that is made for this alone (RFC 5869)."""
    info = b"salerno: sealed secrets, 1"
    return AESGCM(HKDF(SHA256(), length=32, salt=None, info=info).derive(words.encode()))
