"""A signature is one person's, on one event, of one type, and cannot be bent into another one."""

import base64
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as generate_ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from salerno import signing
from salerno.errors import InputError
from salerno.model import Event, EventType
from trail_support import AT, EDITION, PEOPLE, Trail, key_of

ANA, BEN = key_of("ana"), key_of("ben")
EVENT = signing.seal(Event(EventType.SIGNOFF, "fever", "es"), at=AT, parents=())
SIGNED = signing.signed(EVENT, ANA)
RAW = base64.b64decode(SIGNED.signature)
ORDER = 2**252 + 27742317777372353535851937790883648493
"""Of Ed25519's base point (RFC 8032, section 5.1)."""


def with_signature(signature):
    text = signature if isinstance(signature, str) else base64.b64encode(signature).decode()
    return replace(EVENT, signature=text)


def test_a_signature_is_that_of_its_key_alone():
    assert signing.is_signed_by(SIGNED, ANA.public)
    assert not signing.is_signed_by(SIGNED, BEN.public)


def test_the_message_is_the_contracts():
    message = f"salerno-signoff-v1\n{EVENT.id}".encode()

    assert ANA.sign(message) == RAW


def test_a_signature_changes_nothing_else():
    assert replace(SIGNED, signature=None) == EVENT


def bent():
    number = int.from_bytes(RAW[32:], "little")
    text = SIGNED.signature
    return {
        "none": None,
        "empty": "",
        "zeros": bytes(64),
        "ones": b"\xff" * 64,
        "short": RAW[:-1],
        "long": RAW + b"\0",
        "half": RAW[:32],
        "twice": RAW + RAW,
        "S + L": RAW[:32] + (number + ORDER).to_bytes(32, "little"),
        "-S": RAW[:32] + (ORDER - number).to_bytes(32, "little"),
        "R and S swapped": RAW[32:] + RAW[:32],
        "no padding": text.rstrip("="),
        "more padding": text + "=",
        "line break": text[:40] + "\n" + text[40:],
        "space": text + " ",
        "url-safe": base64.urlsafe_b64encode(RAW + b"").decode().replace("_", "-"),
        "loose bits": text[:-3] + chr(ord(text[-3]) + 1) + "==",
        "hex": RAW.hex(),
        "not ASCII": "é" + text[1:],
        "a NUL": "\0" + text[1:],
        "half a pair": "\ud800",
        "ben's": signing.signed(EVENT, BEN).signature,
    }


@pytest.mark.parametrize("name", [name for name in bent() if bent()[name] != SIGNED.signature])
def test_no_bent_signature_holds(name):
    said = bent()[name]

    assert not signing.is_signed_by(with_signature(said) if said else EVENT, ANA.public)


@pytest.mark.parametrize("name", ["loose bits", "no padding", "line break", "S + L"])
def test_the_same_bytes_written_otherwise_are_another_case(name):
    assert bent()[name] != SIGNED.signature


def test_loose_bits_decode_to_the_same_signature_and_are_refused_all_the_same():
    loose = bent()["loose bits"]

    assert base64.b64decode(loose) == RAW
    assert not signing.is_signed_by(with_signature(loose), ANA.public)


@pytest.mark.parametrize("position", range(64))
def test_any_changed_bit_of_a_signature_breaks_it(position):
    for bit in range(8):
        changed = bytearray(RAW)
        changed[position] ^= 1 << bit
        assert not signing.is_signed_by(with_signature(bytes(changed)), ANA.public)


@pytest.mark.parametrize("kind", [kind for kind in EventType if kind is not EventType.SIGNOFF])
def test_a_signature_for_one_type_is_none_for_another(kind):
    moved = replace(SIGNED, type=kind)

    assert not signing.is_signed_by(moved, ANA.public)
    assert not signing.is_signed_by(replace(moved, id=signing.id_of(moved)), ANA.public)


def test_only_what_a_page_hangs_on_is_signed():
    assert {kind for kind in EventType if kind.is_signed} == {
        "signoff",
        "withdraw",
        "waive",
        "classify",
    }


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"article": "cough"},
        {"locale": "fr"},
        {"edition": "a" * 64},
        {"at": "2026-11-22T10:00:01Z"},
        {"parents": ("a" * 64,)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_signature_moved_to_another_event_does_not_hold_there(elsewhere):
    other = replace(EVENT, **elsewhere)
    moved = replace(other, id=signing.id_of(other), signature=SIGNED.signature)

    assert not signing.is_signed_by(moved, ANA.public)


def test_a_signature_holds_in_one_workspace_only():
    """What a sign-off signs is the hash of an edition, and the workspace is in that."""
    from salerno.edition import hash_of

    here = hash_of(EDITION)
    there = hash_of(replace(EDITION, workspace="another"))
    event = Trail().signoff("cleo", edition=here)
    moved = replace(event, edition=there)
    moved = replace(moved, id=signing.id_of(moved))

    assert signing.is_signed_by(event, PEOPLE["cleo"].public_key)
    assert not signing.is_signed_by(moved, PEOPLE["cleo"].public_key)


@pytest.mark.parametrize(
    "text", ["", "x", "ssh-ed25519", "ssh-ed25519 AAAA", "ssh-rsa AAAA", "\ud800"]
)
def test_no_key_has_signed_nothing(text):
    assert not signing.is_signed_by(SIGNED, text)
    with pytest.raises(InputError, match="is no public key"):
        signing.public_key_of(text)


def test_a_public_key_is_written_without_its_comment():
    assert signing.public_key_of(f"  {ANA.public}  ana@laptop of Ana\n") == ANA.public
    assert ANA.public.startswith("ssh-ed25519 AAAA")
    assert len(ANA.public.split()) == 2


def test_a_public_keys_comment_may_be_in_any_encoding():
    assert signing.public_key_of(f"{ANA.public} Ren\udce9@laptop") == ANA.public


def test_another_kind_of_key_is_refused_by_name():
    public = generate_ec(SECP256R1()).public_key()
    text = public.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()

    with pytest.raises(
        InputError,
        match=r"^'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTIt' is no Ed25519 key; make one with `reviewer key`$",
    ):
        signing.public_key_of(text)
    assert not signing.is_signed_by(SIGNED, text)


def test_what_is_no_public_key_is_named_with_what_one_looks_like():
    with pytest.raises(
        InputError, match=r"^'xx{39}' is no public key; it looks like `ssh-ed25519 AAAA…`"
    ):
        signing.public_key_of("x" * 99)


def test_the_fingerprint_is_what_openssh_shows():
    """`ssh-keygen -lf` on the key of RFC 8032's first test vector."""
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    key = signing.PrivateKey(Ed25519PrivateKey.from_private_bytes(seed))

    assert signing.fingerprint(key.public) == "SHA256:bbXpuKG6zhzdmnxq256TlqzFBzRl2f6OOg722cYNbU8"


def test_a_made_key_opens_with_its_passphrase_and_signs():
    pem, public = signing.generate("open sesame é")
    key = signing.open_key(pem, "open sesame é")

    assert key.public == public
    assert b"ENCRYPTED PRIVATE KEY" in pem
    assert signing.is_signed_by(signing.signed(EVENT, key), public)


def test_two_made_keys_are_two():
    assert signing.generate("x")[1] != signing.generate("x")[1]


PEM, _ = signing.generate("right")
OPEN = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
CURVE = generate_ec(SECP256R1()).private_bytes(
    Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"right")
)


@pytest.mark.parametrize(
    ("pem", "passphrase"),
    [
        (PEM, "wrong"),
        (PEM, ""),
        (PEM, "right "),
        (PEM[:-40], "right"),
        (PEM.replace(b"M", b"N"), "right"),
        (b"", "right"),
        (b"\xff\xfe", "right"),
        (OPEN, "right"),
    ],
)
def test_a_wrong_passphrase_and_a_damaged_file_are_one_answer(pem, passphrase):
    with pytest.raises(
        InputError, match=r"^the passphrase does not open this key, or the file is damaged$"
    ):
        signing.open_key(pem, passphrase)


def test_a_private_key_of_another_kind_is_refused():
    with pytest.raises(InputError, match=r"^this is no Ed25519 key$"):
        signing.open_key(CURVE, "right")


def test_a_key_is_not_made_without_a_passphrase():
    with pytest.raises(InputError, match=r"^a private key needs a passphrase$"):
        signing.generate("")


def test_a_passphrase_that_is_no_text_makes_no_key():
    with pytest.raises(InputError, match=r"^the passphrase is not UTF-8$") as caught:
        signing.generate("secret\ud800")

    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_private_key_shows_itself_to_nobody():
    assert repr(ANA) == str(ANA) == f"{ANA}" == "<a private key>"
