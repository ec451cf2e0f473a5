"""Fixtures of the review server's tests; without Django there is nothing to test here."""

from __future__ import annotations

from importlib.util import find_spec

from web_support import database_url, django_started, live, server  # noqa: F401

collect_ignore_glob = [] if find_spec("django") else ["test_*.py"]
