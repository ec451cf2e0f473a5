"""Django for tests: started once, on throwaway databases; each test in a transaction that is undone.

Only tests that ask for `server` or `live` start it, so that all others need no Django. They run on SQLite and on a
PostgreSQL of their own; those marked `one_database` hang on no database, and run on SQLite alone.
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

from postgres_support import postgres
from tests_support import make_workspace

PASSWORD = "seven wet umbrellas"
_FAST = "django.contrib.auth.hashers.MD5PasswordHasher"
_NUMBERS = itertools.count(1)
_BOTH = ("SQLite", "PostgreSQL")


def on_databases(metafunc):
    """Have a test that needs the server run on each database."""
    if "database" in metafunc.fixturenames:
        marked = metafunc.definition.get_closest_marker("one_database")
        names = _BOTH[:1] if marked else _BOTH
        metafunc.parametrize("database", names, indirect=True, scope="session")


@pytest.fixture(scope="session")
def postgres_url():
    """Start a PostgreSQL, and return where it answers."""
    with postgres() as running:
        if running is None:
            pytest.skip("PostgreSQL is not installed; `make test-setup` adds it")
        yield running.url


@pytest.fixture(scope="session")
def django_started(tmp_path_factory):
    """Set Django up on a workspace of its own."""
    said = {
        "SALERNO_WORKSPACE": str(make_workspace(tmp_path_factory.mktemp("server") / "clinic").root),
        "DJANGO_SETTINGS_MODULE": "salerno.web.settings",
        # Playwright keeps an event loop in this thread; Django would take that for asynchronous code.
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
    }
    with _environment(said):
        yield from _started()


@pytest.fixture(scope="session")
def databases():
    """Hold what Django is told of each database, once it is made: tests go from one to the other and back."""
    return {}


@pytest.fixture(scope="session")
def database(request, tmp_path_factory, django_started, databases):
    """Have Django use a database of the tests; they go with the session, as does the server that holds them."""
    from django.contrib.contenttypes.models import ContentType

    name = request.param
    url = request.getfixturevalue("postgres_url") if name == "PostgreSQL" else ""
    if name in databases:
        _use(django_started, databases[name])
    else:
        # A file, as the threads of a live server need: they cannot share a database in memory.
        test = {} if url else {"NAME": str(tmp_path_factory.mktemp("database") / "test.sqlite3")}
        databases[name] = _made(django_started, url, test)
    ContentType.objects.clear_cache()  # their numbers are those of one database
    return name


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


def _started():
    import django
    from django.conf import settings
    from django.test.utils import setup_test_environment, teardown_test_environment

    django.setup()
    setup_test_environment()
    yield settings
    teardown_test_environment()


def _made(settings, url, test):
    """Make a database; return what Django is told of it."""
    from django.test.utils import setup_databases

    from salerno.web.database import databases

    told = databases(replace(settings.ENVIRONMENT, database=url))["default"] | {"TEST": test}
    _use(settings, told)
    setup_databases(verbosity=0, interactive=False, serialized_aliases=())
    return told


def _use(settings, told):
    from asgiref.local import Local
    from django.db import connections

    connections.close_all()
    settings.DATABASES["default"] = told
    connections.settings = connections.configure_settings(settings.DATABASES)
    # A browser's event loop in this thread has connections of its own: all of them are forgotten.
    connections._connections = Local(connections.thread_critical)


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
        from salerno.web.people import factor
        from salerno.web.people.models.devices import App, sealed

        known = {"user": account, "name": "app"}
        return factor.device_of(account) or App.objects.create(
            key=sealed(factor.new_key(), account.pk), **known
        )

    def code(self, device: Any, *, later: int = 0) -> str:
        """Return the code that an app shows; `later` by so many half minutes."""
        from django_otp.oath import totp

        return f"{totp(device.bin_key, drift=later):06}"


@pytest.fixture
def server(django_started, database, workspace):
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
def live(django_started, database, workspace):
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


__all__ = [
    "PASSWORD",
    "database",
    "databases",
    "django_started",
    "live",
    "on_databases",
    "postgres_url",
    "server",
]
