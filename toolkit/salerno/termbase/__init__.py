"""Terminology found in texts, however its words are inflected."""

from salerno.termbase.lookup import Found, Termbase

__all__ = ["Found", "Termbase"]
