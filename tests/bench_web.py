"""What the review server costs: pages through Django's whole stack in one process, then a crowd through gunicorn."""

from __future__ import annotations

import asyncio
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from bench_site import article
from crowd_support import team
from postgres_support import postgres
from tests_support import make_workspace, register, write

REQUESTS = 60
REVIEWERS = 50


def workspace_in(folder: Path):
    """Make a workspace with a few articles of 600 words, drafted; the table is filled up beside it."""
    from salerno.pipeline.build import build

    workspace = make_workspace(folder, ("es", "fr"), engines=("pseudo",))
    for number in range(4):
        write(workspace, f"source/article-{number}.md", article(number))
    build(workspace)
    register(workspace, "ana", "clinician", "linguist", locales=("es", "fr"))
    return workspace


def filled(before: int, size: int) -> None:
    """Fill the table with entries of articles that are in no file, as many as a big team has."""
    from salerno.web.desk.models import Part, Waiting

    counts = dict.fromkeys(("missing", "stale", "translated", "rejected", "approved"), 0)
    for number in range(before // 50, size // 50):
        slug, locale = f"other-{number // 2:05}", ("es", "fr")[number % 2]
        part = Part.objects.create(
            article=slug,
            locale=locale,
            stamp="",
            inputs="",
            units=50,
            draft=50,
            waiting=50,
            **counts,
        )
        Waiting.objects.bulk_create(
            Waiting(
                part=part,
                place=f"{(n * 7 + number) % 5}|2026-11-{1 + number % 28:02}T10:00:00Z|{slug}|{locale}|{n:06}",
                article=slug,
                locale=locale,
                key=f"{number:08x}{n:04x}",
                position=n,
                state="draft",
                rank=(n * 7 + number) % 5,
                risk="number",
                severity="critical" if n % 40 == 0 else "",
                checks=" numbers " if n % 40 == 0 else "",
                since="",
                digest="",
                source=f"Take {n} tablets of 5 mg every 4 to 6 hours with water {number}.",
                target=f"Tome {n} tabletas de 5 mg cada 4 a 6 horas con agua {number}.",
            )
            for n in range(50)
        )


def browser_of(account):
    """Return the browser of an account that has shown its second factor."""
    from django.test import Client
    from django_otp import DEVICE_ID_SESSION_KEY
    from django_otp.plugins.otp_totp.models import TOTPDevice

    client = Client(SERVER_NAME="localhost")
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    device, _ = TOTPDevice.objects.get_or_create(user=account, confirmed=True, name="app")
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    return client


def account(number: int):
    """Make an account that may do anything."""
    from salerno.web.people.models import Account, Grant

    made = Account.objects.create(
        email=f"p{number}@example.org",
        name=f"Person {number}",
        reviewer="ana" if number == 0 else "",
    )
    for right in ("clinician", "linguist"):
        Grant.objects.create(account=made, right=right)
    return made


def p95(times: list[float]) -> float:
    """Return the 95th percentile, in milliseconds."""
    return 1000 * statistics.quantiles(times, n=20)[-1]


def timed(browser, path: str) -> tuple[float, float]:
    """Return how long a page takes, over and over: the 95th percentile by the clock, and the processor's mean."""
    times, before = [], time.process_time()
    for _ in range(REQUESTS):
        start = time.perf_counter()
        found = browser.get(path)
        times.append(time.perf_counter() - start)
        assert found.status_code == 200, (path, found.status_code)
    return p95(times), 1000 * (time.process_time() - before) / REQUESTS


def rows(workspace, sizes: tuple[int, ...], name: str) -> None:
    """Print what pages take as the table grows."""
    from salerno.web.desk.models import Part, Waiting
    from salerno.web.desk.refresh import refresh

    refresh(workspace)
    browser, have = browser_of(account(0)), 0
    for size in sizes:
        filled(have, size)
        have = size
        waiting = Waiting.objects.filter(article="article-1", locale="es")[5]
        deep = Waiting.objects.order_by("place")[size // 2].place
        pages = {
            "list": "/queue/",
            "deep": f"/queue/?after={deep}",
            "filtered": "/queue/?locale=es&finding=critical",
            "review": f"/review/es/article-1/{waiting.key}/",
        }
        found = "  ".join(
            "{} {:6.1f} ({:5.1f})".format(page, *timed(browser, path))
            for page, path in pages.items()
        )
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{name:10} {size:8}  {found}  RSS {memory:5.0f} MB", flush=True)
    Part.objects.filter(article__startswith="other-").delete()


async def _approved(reviewers, entries, workers) -> tuple[list[tuple[float, int]], float]:
    """Have all log in and look, then approve at the same moment.

    Return for each the seconds that it took with the status, and the processor's seconds for all.
    """
    paths = [f"/review/{w.locale}/{w.article}/{w.key}/" for w in entries]
    await asyncio.gather(*(reviewer.log_in() for reviewer in reviewers))
    pages = [await each.ask("GET", path) for each, path in zip(reviewers, paths, strict=True)]
    before = sum(map(_seconds_of, workers))
    found = await asyncio.gather(*map(_approve, reviewers, paths, pages))
    return found, sum(map(_seconds_of, workers)) - before


async def _approve(reviewer, path, page) -> tuple[float, int]:
    start = time.perf_counter()
    _, answer = await reviewer.approve(path, page)
    return time.perf_counter() - start, answer.status


def crowd(workspace, name: str, url: str, size: int) -> None:
    """Have fifty reviewers approve at once, through gunicorn's workers, and count what stands in the ledgers."""
    from salerno.pipeline.decisions import decisions
    from salerno.web.desk.models import Waiting

    names = [f"r{number}" for number in range(REVIEWERS)]
    for each in names:
        register(workspace, each, "clinician", locales=("es", "fr"))
    with team(workspace, url, names, workspace.root.parent, is_kept=False) as running:
        filled(0, size)
        found = Waiting.objects.filter(article__startswith="article-").order_by("place")
        entries = list(found[:REVIEWERS])
        workers = running.workers()
        answers, spent = asyncio.run(_approved(running.reviewers, entries, workers))
        memory = max(map(_megabytes_of, workers))
    kept = sum(
        decisions(workspace, w.article, w.locale).history.verdict(w.digest) == "approved"
        for w in entries
    )
    wrong = sum(status != 302 for _, status in answers)
    print(
        f"{name:10} {size:8}  {len(entries)} approve at once: p95 "
        f"{p95([seconds for seconds, _ in answers]):.0f} ms, {wrong} errors, {kept} kept; "
        f"processor {1000 * spent / len(entries):.0f} ms each; RSS of a worker {memory:.0f} MB",
        flush=True,
    )


def _seconds_of(worker: str) -> float:
    """Return the processor's time that a process has had."""
    fields = Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _megabytes_of(worker: str) -> float:
    """Return the memory that a process has now."""
    status = Path(f"/proc/{worker}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def run(name: str, sizes: tuple[int, ...]) -> None:
    """Measure on the database that the environment names."""
    import django
    from django.core.management import call_command

    folder = Path(tempfile.mkdtemp(prefix="salerno-bench-"))
    workspace = workspace_in(folder / "clinic")
    os.environ |= {
        "SALERNO_WORKSPACE": str(workspace.root),
        "DJANGO_SETTINGS_MODULE": "salerno.web.settings",
    }
    django.setup()
    call_command("migrate", verbosity=0)
    rows(workspace, sizes, name)
    crowd(workspace, name, os.environ.get("SALERNO_DATABASE_URL", ""), sizes[-1])


def main() -> None:
    """Print the table for one database, in a process of its own."""
    if len(sys.argv) > 1:
        run(sys.argv[1], (2_000, 20_000, 200_000))
        return
    print("\nreview server: p95 in ms of 60 requests (and the processor's mean), one process")
    for name in ("SQLite", "PostgreSQL"):
        with ExitStack() as stack:
            if name == "PostgreSQL":
                server = stack.enter_context(postgres(durable=True))
                if server is None:
                    print("PostgreSQL is not installed here")
                    return
                os.environ["SALERNO_DATABASE_URL"] = server.url
            subprocess.run([sys.executable, __file__, name], check=True)


if __name__ == "__main__":
    main()
