"""A server is killed at every moment at which it changes the disk or asks git, and the next call finds all in order."""

import os
import signal
import sys
from itertools import count

import pytest

from checkout_support import (
    ANA,
    DRINK,
    KEYS,
    REST,
    check_sound,
    clones,
    git,
    pull,
    push,
    targets,
    word,
)
from salerno.pipeline import checkout, decide, signoff
from salerno.pipeline.ledgers import verify_ledgers
from salerno.store import catalogs
from salerno.store import git as gits
from tests_support import desk_of, key_of, register, write

CHANGES = (
    "fsync",
    "sync",
    "replace",
    "rename",
    "link",
    "unlink",
    "rmdir",
    "mkdir",
    "chmod",
    "symlink",
)
"""What `os` does to a disk, but for opening and writing; each is a moment to be killed before."""
WORDS = {DRINK: "Beba agua.", REST: "Descanse 2 días."}


def kill_at(moment):
    """Kill this process at the n-th thing that it does to the disk or asks git.

    Git is killed before it begins, goes on without us, or is killed at its work too.
    """
    numbers = count()

    def strike(process=None):
        if next(numbers) == moment:
            if process:
                process.kill()
            os.kill(os.getpid(), signal.SIGKILL)

    def armed(function):
        def call(*arguments, **options):
            strike()
            return function(*arguments, **options)

        return call

    for name in CHANGES:
        setattr(os, name, armed(getattr(os, name)))
    started = gits.subprocess.Popen

    def popen(*arguments, **options):
        strike()
        process = started(*arguments, **options)
        strike()
        strike(process)
        return process

    gits.subprocess.Popen = popen
    sys.addaudithook(lambda event, said: strike() if _is_opened_to_write(event, said) else None)


def _is_opened_to_write(event, said):
    flags = said[2] if event == "open" else None
    is_pipe = event == "open" and isinstance(said[0], int)
    return isinstance(flags, int) and not is_pipe and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)


def killed(act, moment):
    """Do something in a process of its own; return whether it was killed."""
    child = os.fork()
    if not child:
        try:
            kill_at(moment)
            act()
        except BaseException as error:  # noqa: BLE001 - whatever it is, the parent has to hear of it
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
            os._exit(70)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {0, -signal.SIGKILL}
    return status != 0


def decided(workspace):
    """Record an edit, approvals and a sign-off, and commit none of it."""
    seat = desk_of(workspace)
    decide.edit(seat, seat.entry(KEYS[DRINK]), [WORDS[DRINK]])
    decide.approve_all(seat)
    assert signoff.sign_off(seat, key_of(workspace), ()).event


def translated(desk):
    """Push what changes, adds and removes files of all kinds."""
    register(desk, "cleo", "clinician", "linguist")
    seat = desk_of(desk, by="cleo")
    decide.edit(seat, seat.entry(KEYS[REST]), [WORDS[REST]])
    decide.approve_all(seat)
    assert signoff.sign_off(seat, key_of(desk, "cleo"), ()).event
    (desk.root / "Makefile").unlink()
    write(desk, "source/cough.md", "# Cough\n")
    push(desk)


def commits(server):
    checkout.commit(server, ANA, "Sign-off")


def synchronises(server):
    done = checkout.synchronise(server)
    assert not done.why, done


def settles(server):
    found = checkout.conflicts(server)
    choices = [checkout.Choice(each.id, checkout.Side.THEIRS) for each in found]
    done = checkout.settle(server, choices, ANA)
    assert not done.why, done


def prepare_commit(server, desk):
    decided(server)
    return {DRINK: WORDS[DRINK]}


def prepare_exchange(server, desk):
    translated(desk)
    decided(server)
    checkout.commit(server, ANA, "Sign-off")
    seat = desk_of(server)
    decide.comment(seat, seat.entry(KEYS[DRINK]), reason="Not committed, and in the way.")
    return WORDS


def prepare_settling(server, desk):
    translated(desk)
    word(desk, DRINK, "Tome agua.")
    push(desk)
    decided(server)
    checkout.commit(server, ANA, "Sign-off")
    assert checkout.synchronise(server).conflicts
    return WORDS | {DRINK: "Tome agua."}


ACTS = {
    "commit": (prepare_commit, commits),
    "synchronise": (prepare_exchange, synchronises),
    "settle": (prepare_settling, settles),
}


def check_whole(server):
    """Insist that what lies there at any moment is whole: each file as it was, or as it shall be."""
    for path in (server.root / "locales").rglob("*.po"):
        catalogs.read(server, path)
    assert list(verify_ledgers(server)) == []


def check_after(name, server, desk, expected):
    """Insist that the next call finishes it, and that nothing is lost or somebody else's."""
    ACTS[name][1](server)
    check_sound(server)
    check_whole(server)
    assert targets(server) | expected == targets(server)
    assert checkout.standing(server).uncommitted == ()
    assert "Sign-off" in git(server, "log", "--format=%s", f"--author={ANA.email}")
    if name != "commit":
        pull(desk)
        assert git(desk, "rev-parse", "HEAD") == git(server, "rev-parse", "HEAD")
        assert not (server.root / "Makefile").exists()
        assert (server.root / "source/cough.md").exists()
        merged = [
            git(server, "log", "-1", "--merges", f"--format={form}") for form in ("%an", "%P")
        ]
        assert merged[0] == (ANA.name if name == "settle" else "Salerno review server")
    assert git(server, "status", "--porcelain") == ""


def tried(name, folder, moments):
    """Kill at the given moments, until one is beyond the end; return how many there were."""
    for done, moment in enumerate(moments):
        server, desk = clones(folder / str(moment))
        expected = ACTS[name][0](server, desk)
        was_killed = killed(lambda at=server: ACTS[name][1](at), moment)
        check_whole(server)
        check_after(name, server, desk, expected)
        if not was_killed:
            return done
    raise AssertionError


@pytest.mark.parametrize("name", ACTS)
def test_a_server_that_is_killed_has_done_all_or_nothing(name, tmp_path):
    assert tried(name, tmp_path, count(17, 53)) > 1


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", ACTS)
def test_a_server_that_is_killed_at_any_moment_has_done_all_or_nothing(name, tmp_path):
    assert tried(name, tmp_path, count()) > 40
