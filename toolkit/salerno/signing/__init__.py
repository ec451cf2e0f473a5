"""Ids of events, signatures, and the verification of a ledger (DESIGN.md, section 6)."""

from salerno.signing.events import document_of, event_of, heads, id_of, line_of, parse, seal
from salerno.signing.keys import (
    PrivateKey,
    fingerprint,
    generate,
    is_signed_by,
    open_key,
    public_key_of,
    signed,
)
from salerno.signing.ledger import (
    Problem,
    authority_problems,
    misread,
    outside,
    problems_of,
    valid_ids,
)

__all__ = [
    "PrivateKey",
    "Problem",
    "authority_problems",
    "document_of",
    "event_of",
    "fingerprint",
    "generate",
    "heads",
    "id_of",
    "is_signed_by",
    "line_of",
    "misread",
    "open_key",
    "outside",
    "parse",
    "problems_of",
    "public_key_of",
    "seal",
    "signed",
    "valid_ids",
]
