"""Reviewers come at the same time and approve, through real workers: no error, each decision once."""

from __future__ import annotations

import asyncio
from collections import Counter

import psycopg
import pytest

from crowd_support import team
from salerno.pipeline.build import build
from salerno.pipeline.content import listed
from salerno.pipeline.decisions import decisions
from salerno.pipeline.ledgers import verify_ledgers
from tests_support import make_workspace, register, write

NAMES = ("ana", "bea", "cai", "dan", "eva", "fay")
EACH = 3


@pytest.fixture(scope="module")
def clinic(tmp_path_factory):
    workspace = make_workspace(tmp_path_factory.mktemp("crowd") / "clinic", ("es",), ("pseudo",))
    items = "\n".join(f"- Take {n} tablets of 5 mg." for n in range(2, 40))
    write(workspace, "source/fever.md", f"# Fever\n\n{items}\n")
    build(workspace)
    for name in NAMES:
        register(workspace, name, "clinician")
    return workspace


@pytest.fixture(scope="module")
def crowd(django_started, clinic, postgres_url, tmp_path_factory):
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE crowd")
    url = postgres_url.removesuffix("postgres") + "crowd"
    with team(clinic, url, NAMES, tmp_path_factory.mktemp("team")) as running:
        yield running


def approvals(workspace):
    """Return how often each text was approved by each reviewer."""
    return Counter(
        (event.digest, event.actor.id)
        for slug in listed(workspace)
        for event in decisions(workspace, slug, "es").history.events
        if event.type == "approve"
    )


async def turn(reviewer):
    """Log in, and approve a few; return what was confirmed, each with its reviewer."""
    await reviewer.log_in()
    done = []
    for _ in range(EACH):
        path, page = await reviewer.next_entry()
        digest, answer = await reviewer.approve(path, page)
        assert answer.status == 302, answer.text
        done.append((digest, reviewer.name))
    return done


async def turns(reviewers):
    return [done for each in await asyncio.gather(*map(turn, reviewers)) for done in each]


async def impatient(reviewer):
    """Send the same form several times at once."""
    await reviewer.log_in()
    path, page = await reviewer.next_entry()
    return await asyncio.gather(*(reviewer.approve(path, page) for _ in range(6)))


def test_reviewers_who_approve_at_once_lose_nothing_and_do_nothing_twice(crowd, clinic):
    confirmed = asyncio.run(turns(crowd.reviewers[1:]))
    counts = approvals(clinic)
    answers = [each for reviewer in crowd.reviewers for _, each in reviewer.answers]

    assert len(confirmed) == EACH * (len(NAMES) - 1)
    assert set(confirmed) == set(counts)  # the table may show what was just decided once more
    assert set(counts.values()) == {1}
    assert max(answer.status for answer in answers) < 400
    assert list(verify_ledgers(clinic)) == []


def test_a_form_that_is_sent_several_times_at_once_is_one_decision(crowd, clinic):
    answers = asyncio.run(impatient(crowd.reviewers[0]))
    ((digest, _), *_) = answers

    assert {answer.status for _, answer in answers} == {302}
    assert approvals(clinic)[digest, "ana"] == 1
