"""Fixtures of the review server's tests; without Django there is nothing to test here."""

from __future__ import annotations

from importlib.util import find_spec

from web_support import (  # noqa: F401
    database,
    databases,
    django_started,
    live,
    on_databases,
    postgres_url,
    server,
)

collect_ignore_glob = [] if find_spec("django") else ["test_*.py"]
pytest_generate_tests = on_databases
