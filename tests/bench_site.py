"""What a site costs: `make bench`. Real editions and signatures; the ledgers are written in one go."""

from __future__ import annotations

import random
import resource
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from page_support import edition_of as localization
from page_support import evidence_of, page_of, problems
from salerno import signing
from salerno.model import Actor, Event, EventType, Meaning, Role
from salerno.pipeline.content import contents, entries
from salerno.pipeline.editions import edition_of
from salerno.pipeline.extract import extract
from salerno.pipeline.pages import pages
from salerno.pipeline.update import update
from salerno.pipeline.verify import ground_of, verify
from salerno.store import catalogs, editions
from test_parsing import SENTENCES
from tests_support import key_of, make_workspace, register, write

LOCALES = ("es", "fr", "pt-BR", "de", "pl")
WORDS = [
    "rest",
    "water",
    "fever",
    "doctor",
    "nurse",
    "dose",
    "child",
    "adult",
    "morning",
    "evening",
    "tablet",
    "clinic",
    "pain",
    "sleep",
    "help",
    "drink",
    "take",
    "avoid",
    "after",
    "before",
    "when",
    "ask",
    "call",
    "hour",
    "day",
    "week",
    "blood",
    "heart",
    "skin",
    "breath",
]
AT = "2026-11-22T10:00:00Z"


def article(number: int) -> str:
    """Return about 600 words in headings, paragraphs and a list; no sentence stands in two articles."""
    dice = random.Random(number)

    def sentence() -> str:
        words = " ".join(dice.choices(WORDS, k=14)).capitalize()
        return f"{words} {number} times {dice.randint(2, 90)} mg."

    blocks = [
        f"---\ntitle: Article {number}\ndescription: About {number}.\n---\n\n# Article {number}"
    ]
    for part in range(6):
        blocks.append(f"## Part {part} of {number}?")
        blocks += [" ".join(sentence() for _ in range(3)) for _ in range(2)]
    blocks.append("\n".join(f"- {sentence()}" for _ in range(4)))
    return "\n\n".join(blocks) + "\n"


def site(folder: Path, size: int):
    """Make a workspace of `size` articles, all published in all locales."""
    workspace = make_workspace(folder, LOCALES, engines=("pseudo",))
    for number in range(size):
        write(workspace, f"source/article-{number}.md", article(number))
    extract(workspace)
    update(workspace)
    register(workspace, "ana", "clinician", "linguist", locales=LOCALES)
    for content in contents(workspace):
        for locale in LOCALES:
            publish(workspace, content, locale)
    return workspace


def publish(workspace, content, locale: str) -> None:
    """Translate every entry by a text of its own, approve it, and sign the whole."""
    path = workspace.catalog(content.slug, locale)
    catalog = catalogs.read(workspace, path)
    filled = tuple(
        replace(entry, targets=tuple(target or words(entry, locale) for target in entry.targets))
        for entry in catalog.entries
    )
    path.write_text(catalogs.text_of(replace(catalog, entries=filled)), "utf-8")
    found = entries(workspace, content, locale)
    blank = Event(EventType.APPROVE, content.slug, locale, actor=Actor("ana", Role.CLINICIAN))
    events: list[Event] = []
    for entry in found:
        said = replace(
            blank,
            context=entry.unit.context,
            source=entry.unit.source,
            source_plural=entry.unit.source_plural,
            targets=entry.targets,
            digest=entry.digest(content.slug, locale),
        )
        events.append(signing.seal(said, at=AT, parents=tuple(e.id for e in events[-1:])))
    name = editions.write(workspace, edition_of(workspace, content, locale, found))
    meanings = (Meaning.LINGUISTIC,) if content.article is None else tuple(Meaning)
    said = replace(blank, type=EventType.SIGNOFF, edition=name, meanings=meanings)
    signed = signing.seal(said, at=AT, parents=(events[-1].id,))
    events.append(signing.signed(signed, key_of(workspace)))
    ledger = workspace.ledger(content.slug, locale)
    ledger.parent.mkdir(parents=True, exist_ok=True)
    ledger.write_bytes(b"".join(map(signing.line_of, events)))


def words(entry, locale: str) -> str:
    """Return a target that no other locale has."""
    return f"{entry.unit.source} {locale}"


def timed(work):
    """Return the CPU seconds of a call, and what it returned."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def row(size: int) -> None:
    """Show what `pages` takes cold, with nothing to do, and after one change."""
    folder = Path(tempfile.mkdtemp(prefix="salerno-bench-"))
    try:
        workspace = site(folder / "site", size)
        cold, report = timed(lambda: pages(workspace))
        again, idle = timed(lambda: pages(workspace))
        assert len(report.published) == size * (len(LOCALES) + 1), report.withheld[:1]
        assert idle.changed == 0
        path = workspace.catalog("article-0", "es")
        path.write_text(path.read_text("utf-8").replace("mg", "ml", 1), "utf-8")
        one, changed = timed(lambda: pages(workspace))
        proof, found = timed(lambda: list(verify(workspace.site, ground_of(workspace))))
        assert all(page.ok for page in found)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        count = 2 * size * len(LOCALES) + size
        print(
            f"{size:8} {count:7} {cold:8.2f} {count / cold:8.0f} {again:8.2f} {one:8.2f}"
            f" {changed.changed:7} {proof:8.2f} {memory:8.0f}"
        )
    finally:
        shutil.rmtree(folder)


def paragraphs() -> None:
    """Show how a page of one paragraph grows, in CPU seconds for a megabyte of it."""
    print("\nCPU s/MB of one paragraph   size KB    render    verify")
    for locale, sentence in SENTENCES.items():
        for size in (250, 1000, 2000):
            text = (sentence * (size * 1000 // len(sentence))).strip()
            target = {"Take it.": text}
            made = localization("# A\n\nTake it.\n", "md", locale, lambda s, t=target: t.get(s, s))
            proof = evidence_of(made)
            rendered, page = timed(lambda m=made: page_of(m))
            proved, found = timed(lambda p=page, e=proof: problems(p, e))
            assert not found, found[0][:200]
            cells = f"{rendered * 1000 / size:10.2f}{proved * 1000 / size:10.2f}"
            print(f"{locale:24} {size:10} {cells}")


def main(sizes: tuple[int, ...] = (50, 500)) -> None:
    """Print the table."""
    print("\npages of 600 words in 5 locales: published and preview, every edition proved; CPU s")
    print("articles   pages     cold  pages/s  nothing  1 change  files   verify   RSS MB")
    for size in sizes:
        row(size)


if __name__ == "__main__":
    main()
    paragraphs()
