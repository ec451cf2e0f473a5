"""`python -m salerno.web keep`: the keeper as a process of its own, beside the workers."""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from salerno.web.chores import chores
from salerno.web.clone.exchange import Exchange
from salerno.web.keeper import Keeper


class Command(BaseCommand):
    """Keeps the queue current, publishes what is signed, commits decisions, and sends mails."""

    help = "Keep the queue current, publish what is signed, commit decisions, and send mails."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer a single round, for a timer."""
        parser.add_argument("--once", action="store_true", help="go round once, then end")

    def handle(self, *_args: Any, once: bool, **_options: Any) -> None:
        """Go round until the process is told to end."""
        keeper, exchange, stop = Keeper(also=chores()), Exchange(), threading.Event()
        if once:
            exchange.round()
            keeper.round()
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        beside = threading.Thread(target=exchange.run, args=(stop,), daemon=True)
        beside.start()
        keeper.run(stop)
