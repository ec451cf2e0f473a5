"""Django for tests: started once, on a throwaway database; each test in a transaction that is undone.

Only tests that ask for `server` or `live` start it, so that all others need no Django. With SALERNO_TEST_DATABASE
(a PostgreSQL URL whose user may create databases) the same tests run on PostgreSQL.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from tests_support import make_workspace

PASSWORD = "seven wet umbrellas"
_FAST = "django.contrib.auth.hashers.MD5PasswordHasher"
_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def database_url():
    """Return the database to test on; empty is SQLite."""
    return os.environ.get("SALERNO_TEST_DATABASE", "")


@pytest.fixture(scope="session")
def django_started(tmp_path_factory, database_url):
    """Set Django up on a workspace of its own, and make the database of the tests."""
    folder = tmp_path_factory.mktemp("server")
    said = {
        "SALERNO_WORKSPACE": str(make_workspace(folder / "clinic").root),
        "SALERNO_DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "salerno.web.settings",
        # Playwright keeps an event loop in this thread; Django would take that for asynchronous code.
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
    }
    with _environment(said):
        yield from _started(folder)


@contextmanager
def _environment(said: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in said}
    os.environ.update(said)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


def _started(folder):
    import django
    from django.conf import settings
    from django.test.utils import (
        setup_databases,
        setup_test_environment,
        teardown_databases,
        teardown_test_environment,
    )

    if not settings.ENVIRONMENT.database:
        # A file, as the threads of a live server need: they cannot share a database in memory.
        settings.DATABASES["default"]["TEST"] = {"NAME": str(folder / "test.sqlite3")}
    django.setup()
    setup_test_environment()
    made = setup_databases(verbosity=0, interactive=False, serialized_aliases=())
    yield settings
    teardown_databases(made, verbosity=0)
    teardown_test_environment()


@dataclass
class Server:
    """A server on a test's own workspace, and the ways to come in."""

    workspace: Any
    address: str = ""
    """Where a live one listens."""
    clients: list[Any] = field(default_factory=list)

    def account(self, *rights: str, locale: str = "", password: str = "", **details: Any) -> Any:
        """Make an account with rights in a locale, or in all; without a password nobody can log in."""
        from salerno.web.people.models import Account, Grant

        number = next(_NUMBERS)
        known = {"email": f"person{number}@example.org", "name": f"Person {number}"} | details
        account = Account(**known)
        account.set_password(password or None)
        account.save()
        for right in rights:
            Grant.objects.create(account=account, right=right, locale=locale)
        return account

    def client(self, **options: Any) -> Any:
        """Return the browser of somebody who has not logged in."""
        from django.test import Client

        return Client(**options)

    def logged_in(self, *rights: str, locale: str = "", **details: Any) -> Any:
        """Return the browser of a new account that has shown its second factor; `.account` is whose."""
        return self.verified(self.account(*rights, locale=locale, **details))

    def verified(self, account: Any, **options: Any) -> Any:
        """Return a browser in which an account has just logged in and shown its second factor."""
        from django_otp import DEVICE_ID_SESSION_KEY

        client = self.half_in(account, **options)
        session = client.session
        session[DEVICE_ID_SESSION_KEY] = self.device(account).persistent_id
        session["proved"] = int(time.time())
        session.save()
        client.account = account
        return client

    def half_in(self, account: Any, **options: Any) -> Any:
        """Return a browser in which an account has typed its password, and shown no second factor yet."""
        client = self.client(**options)
        account.refresh_from_db()
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        return client

    def device(self, account: Any) -> Any:
        """Return the second factor of an account; it gets one if it has none."""
        from django_otp.plugins.otp_totp.models import TOTPDevice

        return TOTPDevice.objects.get_or_create(user=account, confirmed=True, name="app")[0]

    def code(self, device: Any, *, later: int = 0) -> str:
        """Return the code that an app shows; `later` by so many half minutes."""
        from django_otp.oath import totp

        return f"{totp(device.bin_key, drift=later):06}"


@pytest.fixture
def server(django_started, workspace):
    """Return a server on the test's workspace; what it writes into the database is undone."""
    from django.db import transaction

    with _on(django_started, workspace), transaction.atomic():
        yield Server(workspace)
        transaction.set_rollback(True)


@contextmanager
def _on(settings: Any, workspace: Any, **more: Any) -> Iterator[None]:
    from django.test import override_settings

    environment = replace(settings.ENVIRONMENT, workspace=workspace)
    hashers = [_FAST, *settings.PASSWORD_HASHERS]
    with override_settings(ENVIRONMENT=environment, PASSWORD_HASHERS=hashers, **more):
        yield


@pytest.fixture
def live(django_started, workspace):
    """Return a server that really listens, for browsers and threads; the database is emptied after."""
    from django.core.management import call_command
    from django.db import connections
    from django.test.testcases import LiveServerThread

    with _on(django_started, workspace, ALLOWED_HOSTS=["127.0.0.1"]):
        thread = LiveServerThread("127.0.0.1", static_handler=lambda handler: handler)
        thread.daemon = True
        thread.start()
        thread.is_ready.wait()
        if thread.error:
            raise thread.error
        yield Server(workspace, f"http://127.0.0.1:{thread.port}")
        thread.terminate()
        call_command("flush", verbosity=0, interactive=False)
        connections.close_all()


__all__ = ["PASSWORD", "database_url", "django_started", "live", "server"]
