"""What operations cost, and how that grows: `make bench`.

Prints whole-process CPU seconds (user + system, median of five), and the growth of the pure steps.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from salerno.catalog import template, template_catalog, updated
from salerno.checks import findings_of
from salerno.formats import fill, load_format
from salerno.model import Catalog, Translate
from salerno.pipeline.content import contents, listed
from salerno.pipeline.sight import sight
from salerno.store import workspace as workspaces
from salerno.store.catalogs import parse, text_of

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = (ROOT / "source" / "ketamine-for-anxiety.md").read_text(encoding="utf-8")
RUNS = 5


def cpu(*arguments: str, folder: Path = ROOT) -> float:
    """Return the CPU seconds that one run of the command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "salerno", *arguments],
        cwd=folder,
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commands() -> None:
    """Time the commands on the sample."""
    cpu("build")
    print("command on the sample            CPU s   aim")
    for arguments, aim in ((["--help"], 0.25), (["status"], 0.5), (["build"], 1.0)):
        seconds = statistics.median(cpu(*arguments) for _ in range(RUNS))
        print(f"salerno {' '.join(arguments):24} {seconds:5.2f}  {aim:5.2f}")


def timed(work) -> float:
    """Return the CPU seconds that a call takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def article(copies: int) -> str:
    """Return the sample, repeated with other words in each copy, so that no unit is the same."""
    body = SAMPLE.partition("---\n\n")[2]
    return "\n\n".join(body.replace("Ketamine", f"Ketamine{n}") for n in range(copies))


def steps() -> None:
    """Show how the pure steps grow with an article, in CPU seconds for a megabyte."""
    form = load_format("md")
    print("\nCPU s/MB     size KB    split  fill+render")
    for copies in (40, 160, 640):
        text = article(copies)
        megabytes = len(text.encode()) / 1e6
        pieces = form.split(text)
        targets = {(p.context, p.source): p.source for p in pieces if isinstance(p, Translate)}
        split = timed(lambda text=text: form.split(text)) / megabytes
        filled = timed(lambda p=pieces, t=targets: form.render(fill(p, t, form))) / megabytes
        print(f"{'':12} {megabytes * 1000:7.0f} {split:8.2f} {filled:8.2f}")


def catalogs() -> None:
    """Show how catalogs grow, in CPU seconds for ten thousand entries."""
    form = load_format("md")
    print("\nCPU s/10,000 entries   entries    read   write  update  10 % reworded   check")
    for copies in (50, 200, 800):
        units = template(form.split(article(copies)), "source/a.md")
        empty = template_catalog(units, project="Bench", locale="en", digest="")
        old = updated(empty, units, locale="es", project="Bench")
        entries = tuple(entry.__class__(entry.unit, (entry.unit.source,)) for entry in old.entries)
        catalog = Catalog(entries, headers=old.headers)
        text = text_of(catalog)
        reworded = [
            unit if number % 10 else unit.__class__(f"{unit.source} Now.", where=unit.where)
            for number, unit in enumerate(units)
        ]
        per = 10_000 / len(units)
        parse.cache_clear()
        figures = [
            timed(lambda text=text: parse(text, "x.po")),
            timed(lambda c=catalog: text_of(c)),
            timed(lambda c=catalog, u=units: updated(c, u, locale="es", project="B")),
            timed(lambda c=catalog, u=reworded: updated(c, u, locale="es", project="B")),
            timed(lambda c=catalog: [list(findings_of(entry, "es")) for entry in c.entries]),
        ]
        cells = "".join(f"{seconds * per:8.2f}" for seconds in figures)
        print(f"{'':20} {len(units):9} {cells}")


def looks() -> None:
    """Show what it costs to show a reviewer one entry, once its files were read."""
    print("\nCPU ms, one look at an entry   units   first  median    most")
    workspace = workspaces.find(ROOT)
    for slug in listed(workspace):
        content = next(contents(workspace, [slug]))
        keys = [unit.key for unit in content.units]
        spent = [timed(lambda k=key, c=content: sight(workspace, c, "es", k)) for key in keys]
        figures = (spent[0], statistics.median(spent[1:]), max(spent[1:]))
        cells = "".join(f"{1000 * seconds:8.1f}" for seconds in figures)
        print(f"  {slug:26} {len(keys):7} {cells}")


def drafts() -> None:
    """Show what the engines take for the sample, where they are installed."""
    print("\nCPU s, draft of the sample from nothing (start of the engine included)")
    for locale, engine in (
        ("es", "pseudo"),
        ("es", "apertium"),
        ("fr", "apertium"),
        ("pt-BR", "apertium"),
    ):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "w"
            cpu("init", str(folder))
            settings = folder / "salerno.toml"
            settings.write_text(settings.read_text().replace('["es", "fr"]', f'["{locale}"]'))
            (folder / "source" / "a.md").write_text(SAMPLE, encoding="utf-8")
            for verb in ("extract", "update"):
                cpu(verb, folder=folder)
            start = time.monotonic()
            seconds = cpu("draft", "--engine", engine, folder=folder)
            print(
                f"  {locale:6} {engine:9} {seconds:6.2f}  ({time.monotonic() - start:.1f} s by the clock)"
            )


if __name__ == "__main__":
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}")
    commands()
    steps()
    catalogs()
    looks()
    drafts()
