"""What a remote has, fetched and pushed: never by force, and never over what it had before."""

from __future__ import annotations

from salerno.errors import CheckoutError
from salerno.store import git, refs
from salerno.store.git import Answer
from salerno.store.repository import Repository, Upstream

_LIMIT = 120
"""Seconds for one word with a remote."""

_REASONS = {
    "the remote does not let this server in": (
        "authentication failed",
        "permission denied",
        "could not read username",
        "could not read password",
        "host key verification failed",
        "error: 401",
        "error: 403",
    ),
    "the remote is out of reach": (
        "could not resolve",
        "could not read from remote",
        "does not appear to be a git repository",
        "unable to access",
        "connection",
    ),
}
"""What git's own words come to; the first that fits."""
_OVERTAKEN = ("fetch first", "non-fast-forward", "cannot lock ref", "incorrect old value")
"""What git says of a push when somebody else's came first."""


def seen(repository: Repository, upstream: Upstream) -> str:
    """Return the commit that the remote's branch had when it was looked at last, empty if never."""
    return repository.commit(_ours(upstream, "seen")) or repository.commit(upstream.tracking)


def fetch(repository: Repository, upstream: Upstream) -> str:
    """Return the commit that the remote's branch has, empty if it has no such branch yet.

    Raises CheckoutError where it cannot be had, and where its history was rewritten: what it had before
    is gone from it, and only people know why.
    """
    known = seen(repository, upstream)
    place = _ours(upstream, "fetched")
    refs.free(repository, place)
    options = ("--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head")
    what = (upstream.remote, f"+{upstream.ref}:{place}")
    answer = _ask(repository, "fetch", *options, "--refmap=", *what)
    if answer.status and _is_missing(repository, upstream):
        if known:
            raise _rewritten(upstream, known)
        return ""
    _check(answer)
    found = repository.commit(place)
    if known and not repository.is_ancestor(known, found):
        raise _rewritten(upstream, known)
    remember(repository, upstream, found)
    return found


def _is_missing(repository: Repository, upstream: Upstream) -> bool:
    answer = _ask(repository, "ls-remote", upstream.remote, upstream.ref)
    return answer.status == 0 and not answer.out


def _rewritten(upstream: Upstream, known: str) -> CheckoutError:
    return CheckoutError(
        f"the history of {upstream.name} was rewritten: {known[:12]}, which it had, is gone from it",
        help="docs/checkout.md says how to go on; nothing was merged or pushed",
    )


def tracked(repository: Repository, upstream: Upstream) -> str:
    """Return the commit that is known of the remote's branch, from whomever, empty if nothing is.

    Raises CheckoutError if that lacks what the branch had before.
    """
    known, found = seen(repository, upstream), repository.commit(upstream.tracking)
    if known and found and not repository.is_ancestor(known, found):
        raise _rewritten(upstream, known)
    return found


def push(repository: Repository, upstream: Upstream, commit: str) -> bool:
    """Have the remote's branch stand at a commit; return False if somebody else's push came first."""
    options = ("--porcelain", "--no-follow-tags", "--recurse-submodules=no", "--no-signed")
    what = (upstream.remote, f"{commit}:{upstream.ref}")
    answer = _ask(repository, "push", *options, *what)
    if answer.status == 0:
        remember(repository, upstream, commit)
        return True
    refused = [
        line for line in answer.out.decode("utf-8", "replace").split("\n") if line[:1] == "!"
    ]
    if refused and any(word in refused[0] for word in _OVERTAKEN):
        return False
    if refused:
        reason = refused[0].split("\t")[-1]
        raise CheckoutError(f"the remote refused what was pushed: {reason}{_remarks(answer)}")
    _check(answer)
    raise AssertionError


def _remarks(answer: Answer) -> str:
    """Return the last that the remote itself had to say."""
    lines = [
        line.removeprefix("remote:").strip()
        for line in answer.err.splitlines()
        if line.startswith("remote:")
    ]
    told = [line for line in lines if line]
    return f": {told[-1]}" if told else ""


def remember(repository: Repository, upstream: Upstream, commit: str) -> None:
    """Note what the remote has, for us and for whoever asks git."""
    for ref in (_ours(upstream, "seen"), upstream.tracking):
        answer = refs.set_ref(repository, ref, commit)
        if answer.status:
            raise CheckoutError(f"what the remote has cannot be noted: {answer.said}")


def _ours(upstream: Upstream, what: str) -> str:
    return f"{refs.OURS}{what}/{upstream.name}"


def _ask(repository: Repository, *arguments: str) -> Answer:
    return git.ask(repository.top, *arguments, limit=_LIMIT)


def _check(answer: Answer) -> None:
    """Raise CheckoutError, in plain words and git's own, if the remote could not be asked."""
    if answer.status:
        said = answer.said.lower()
        plain = [what for what, signs in _REASONS.items() if any(sign in said for sign in signs)]
        what = plain[0] if plain else "the remote cannot be used"
        raise CheckoutError(f"{what}: {answer.said}")
