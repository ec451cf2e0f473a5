"""`salerno serve`: the review server on this machine, with no set-up."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

HOST = "127.0.0.1"
_THREADS = 8


def prepare(root: Path) -> None:
    """Make Django ready for a workspace, and its database what this version wants."""
    os.environ["SALERNO_WORKSPACE"] = str(root)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "salerno.web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def serve(root: Path, port: int, say: Callable[[str], None]) -> None:
    """Serve until somebody stops it; the first time, say where the owner's account is made."""
    prepare(root)
    from salerno.web.desk.refresh import refresh
    from salerno.web.here import workspace
    from salerno.web.people.first import first_link

    for problem in refresh(workspace()):
        say(problem)
    address = f"http://{HOST}:{port}"
    link = first_link()
    if link:
        say(f"make your account here, once, within a week: {address}{link}")
    say(f"{address}/ (stop with Ctrl-C)")
    _run(port)


def _run(port: int) -> None:
    """Run gunicorn: one process, and in it threads that answer, and two that keep everything current."""
    from django.db import connections
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]
        """Gunicorn, told what to do without a file or a command line."""

        def load_config(self) -> None:
            """Set what differs from what gunicorn does by itself."""
            told = {
                "bind": f"{HOST}:{port}",
                "worker_class": "gthread",
                "threads": _THREADS,
                "loglevel": "warning",
                "control_socket_disable": True,
                "post_worker_init": lambda _worker: _keep(),
            }
            for name, value in told.items():
                self.cfg.set(name, value)

        def load(self) -> object:
            """Return the application."""
            from salerno.web.wsgi import application

            return application

    connections.close_all()  # a worker is a fork, and no connection may be shared with one
    Server().run()


def _keep() -> None:
    from salerno.web.chores import chores
    from salerno.web.clone.exchange import Exchange
    from salerno.web.keeper import Keeper

    for run in (Keeper(also=chores()).run, Exchange().run):
        threading.Thread(target=run, args=(threading.Event(),), daemon=True).start()
