"""Ed25519 keys (RFC 8032): the public one in OpenSSH's form, the private one under a passphrase.

`cryptography` is imported where it is used: most commands open no key.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from salerno.errors import InputError
from salerno.model import Event

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )


_LOCKED = b"-----BEGIN ENCRYPTED PRIVATE KEY-----"
"""How a key that we made begins; other forms have ciphers of their own, and ways to fail."""


@dataclass(frozen=True, slots=True, repr=False)
class PrivateKey:
    """A key that was opened with its passphrase; it shows itself to nobody."""

    _key: Ed25519PrivateKey

    def __repr__(self) -> str:
        return "<a private key>"

    @property
    def public(self) -> str:
        """Its public half, in OpenSSH's form."""
        return _openssh(self._key.public_key())

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of a message."""
        return self._key.sign(message)


def generate(passphrase: str) -> tuple[bytes, str]:
    """Make a key; return it encrypted (PKCS #8, PEM), and its public half."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        PrivateFormat,
    )

    if not passphrase:
        raise InputError("a private key needs a passphrase")
    key = Ed25519PrivateKey.generate()
    locked = BestAvailableEncryption(_bytes(passphrase))
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked), _openssh(key.public_key())


def open_key(pem: bytes, passphrase: str) -> PrivateKey:
    """Return the key in a PEM; raise InputError for a wrong passphrase or a damaged file."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    secret = _bytes(passphrase)
    try:
        key = load_pem_private_key(pem if pem.startswith(_LOCKED) else b"", secret)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise InputError("the passphrase does not open this key, or the file is damaged") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise InputError("this is no Ed25519 key")
    return PrivateKey(key)


def _bytes(passphrase: str) -> bytes:
    """Return a passphrase as bytes; an error about it does not show it."""
    try:
        return passphrase.encode("utf-8")
    except UnicodeEncodeError:
        raise InputError("the passphrase is not UTF-8") from None


def public_key_of(text: str) -> str:
    """Return a public key in the one form that we write; raise InputError if it is none."""
    return _openssh(_public(text))


def _openssh(key: Ed25519PublicKey) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode("ascii")


def _public(text: str) -> Ed25519PublicKey:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_ssh_public_key

    try:
        key = load_ssh_public_key(" ".join(text.split()[:2]).encode("utf-8"))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise InputError(
            f"{text[:40]!r} is no public key",
            help="it looks like `ssh-ed25519 AAAA…`, on one line",
        ) from error
    if not isinstance(key, Ed25519PublicKey):
        raise InputError(f"{text[:40]!r} is no Ed25519 key", help="make one with `reviewer key`")
    return key


def fingerprint(public_key: str) -> str:
    """Return what people compare on the telephone: OpenSSH's SHA256 fingerprint."""
    blob = base64.b64decode(public_key.split()[1])
    return "SHA256:" + base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")


def signed(event: Event, key: PrivateKey) -> Event:
    """Return a sealed event with its signature."""
    signature = base64.b64encode(key.sign(_message(event))).decode("ascii")
    return replace(event, signature=signature)


def is_signed_by(event: Event, public_key: str) -> bool:
    """Return whether the event's signature was made with the private half of a public key."""
    from cryptography.exceptions import InvalidSignature

    try:
        signature = base64.b64decode(event.signature or "")
        _public(public_key).verify(signature, _message(event))
    except (InvalidSignature, InputError, ValueError):
        return False
    # Decoding passes over what is no base64, and over loose bits: there is one way to write it.
    return base64.b64encode(signature).decode("ascii") == event.signature


def _message(event: Event) -> bytes:
    """Return what is signed: the type is in it, so that no signature can be taken for another's."""
    return f"salerno-{event.type}-v1\n{event.id}".encode()
