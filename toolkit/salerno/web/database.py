"""Where accounts and the table of what waits are kept: SQLite beside the workspace, or a team's PostgreSQL."""

from __future__ import annotations

from typing import Any

import dj_database_url

from salerno.web.environment import Environment

_SECONDS = 600
"""How long a connection is used again; each request first asks whether it is still alive."""


def databases(environment: Environment) -> dict[str, Any]:
    """Return Django's setting of that name."""
    return {"default": _postgres(environment) if environment.database else _sqlite(environment)}


def _postgres(environment: Environment) -> dict[str, Any]:
    found = dj_database_url.parse(
        environment.database, conn_max_age=_SECONDS, conn_health_checks=True
    )
    # A machine that does not answer at all must not hold every worker for minutes.
    options = {"connect_timeout": 5} | dict(found.get("OPTIONS", {}))
    return {**found, "OPTIONS": options}


def _sqlite(environment: Environment) -> dict[str, Any]:
    """Return SQLite as a server wants it: readers do not wait for a writer, writers wait in line."""
    environment.folder.mkdir(parents=True, exist_ok=True)
    environment.folder.chmod(0o700)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": environment.folder / "server.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
