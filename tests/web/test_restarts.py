"""PostgreSQL goes down under reviewers who approve: they are told, nothing confirmed is lost, all goes on by itself."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest

from crowd_support import team
from postgres_support import postgres
from salerno.pipeline.build import build
from salerno.pipeline.content import listed
from salerno.pipeline.decisions import decisions
from salerno.pipeline.ledgers import verify_ledgers
from tests_support import make_workspace, register, write

NAMES = ("ana", "bea", "cai")
OUTAGES = 2


@pytest.fixture
def workspace(tmp_path):
    workspace = make_workspace(tmp_path / "clinic", ("es",), engines=("pseudo",))
    for number in range(4):
        items = "\n".join(f"- Take {n} tablets of {number} mg." for n in range(40))
        write(workspace, f"source/fever-{number}.md", f"# Fever {number}\n\n{items}\n")
    build(workspace)
    for name in NAMES:
        register(workspace, name, "clinician")
    return workspace


@pytest.fixture
def own_postgres():
    with postgres(durable=True) as running:
        if running is None:
            pytest.skip("PostgreSQL is not installed; `make test-setup` adds it")
        yield running


class Shift:
    """What happens while reviewers work."""

    def __init__(self):
        self.confirmed: list[tuple[str, str]] = []
        self.refused: list = []
        self.is_over = False

    async def of(self, reviewer):
        """Approve one entry after the other; send again what was not confirmed, as the page offers."""
        while not self.is_over:
            found = await reviewer.next_entry()
            assert found, "there should have been more to approve"
            path, page = found
            if page.status == 200:
                digest, answer = await reviewer.approve(path, page)
                while answer.status == 503 and not self.is_over:
                    self.refused.append(answer)
                    assert "Send it again" in answer.text
                    _, answer = await reviewer.approve(path, answer)
                if answer.status == 302:
                    self.confirmed.append((digest, reviewer.name))
            else:
                self.refused.append(page)

    async def until(self, happens):
        """Wait for something that the reviewers bring about."""
        async with asyncio.timeout(60):
            while not happens():  # noqa: ASYNC110 - what is waited for is seen from many places
                await asyncio.sleep(0.02)


async def worked(shift, running, server):
    """Have the reviewers work while the server goes down and up; return their last pages, and whether workers died."""
    reviewers = running.reviewers
    for reviewer in reviewers:
        await reviewer.log_in()
    workers = running.workers()
    tasks = [asyncio.create_task(shift.of(reviewer)) for reviewer in reviewers]

    async def more(found, count):
        wanted = len(found) + count
        await shift.until(lambda: len(found) >= wanted or any(task.done() for task in tasks))

    for _ in range(OUTAGES):
        await more(shift.confirmed, 3)
        await asyncio.to_thread(server.stop, "immediate")
        await more(shift.refused, 3)
        await asyncio.to_thread(server.start)
    await more(shift.confirmed, 3)
    shift.is_over = True
    await asyncio.gather(*tasks)
    pages = [await reviewer.ask("GET", "/queue/") for reviewer in reviewers]
    return pages, running.workers() - workers


def test_what_was_confirmed_before_a_restart_is_kept_and_what_was_not_is_said(
    django_started, workspace, own_postgres, tmp_path
):
    shift = Shift()
    with team(workspace, own_postgres.url, NAMES, tmp_path) as running:
        pages, new_workers = asyncio.run(worked(shift, running, own_postgres))
    counts = Counter(
        (event.digest, event.actor.id)
        for slug in listed(workspace)
        for event in decisions(workspace, slug, "es").history.events
        if event.type == "approve"
    )
    answers = [each for reviewer in running.reviewers for _, each in reviewer.answers]

    assert [each for each in shift.confirmed if counts[each] != 1] == []
    assert max(counts.values()) == 1
    assert list(verify_ledgers(workspace)) == []
    assert {answer.status for answer in answers} == {200, 302, 503}
    assert all("database does not answer" in each.text for each in shift.refused)
    assert not any("Traceback" in answer.text for answer in answers)
    assert all(each.headers["Retry-After"] for each in shift.refused)
    assert [page.status for page in pages] == [200] * len(NAMES)
    assert not new_workers
