"""Every byte of what proves a page is changed, taken out and doubled: it shows, or it changes nothing."""

import json
import re
from dataclasses import dataclass, replace

import pytest

from salerno.errors import SalernoError
from salerno.pipeline.content import contents, entries
from salerno.pipeline.decisions import decisions, policy
from salerno.pipeline.ledgers import verify_ledgers
from salerno.pipeline.pages import pages
from salerno.pipeline.publication import publication
from salerno.pipeline.verify import ground_of, verify
from salerno.review import standing
from salerno.store import editions, reviewers
from tests_support import clinic, desk_of, key_of


def changes(data):
    """Yield the data with each byte changed, taken out, and with a byte put in before each."""
    for place in range(len(data)):
        yield data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        yield data[:place] + data[place + 1 :]
        yield data[:place] + data[place : place + 1] + data[place:]
    yield data + b"\n"


@dataclass(frozen=True)
class Counts:
    """What counts: who may sign, what is approved, and what stands on the page."""

    states: tuple
    signers: tuple
    edition: str
    signoffs: tuple

    @classmethod
    def of(cls, workspace):
        content = next(contents(workspace, ["fever"]))
        decided = decisions(workspace, "fever", "es")
        if decided.problems:
            return None
        found = standing(decided.history, policy(workspace, "fever"))
        known = sorted(decided.reviewers.items())
        return cls(
            tuple(decided.state(entry) for entry in entries(workspace, content, "es")),
            tuple((name, _signer(r)) for name, r in known),
            found.edition,
            tuple(event.id for event in found.signoffs),
        )


def _signer(reviewer):
    """Return what counts of a reviewer: the names that a page shows are signed by nobody."""
    return replace(reviewer, name="", credential="", organisation="", public_name=False)


def is_told(workspace):
    """Return whether `ledger verify` has something to say; a refusal is one."""
    try:
        return any(verify_ledgers(workspace))
    except SalernoError:
        return True


def sweep(workspace, path):
    """Yield each change of a file that changes what counts, or is refused, with what counts then."""
    before, data = Counts.of(workspace), path.read_bytes()
    assert before.edition
    for changed in changes(data):
        path.write_bytes(changed)
        try:
            now = Counts.of(workspace)
        except SalernoError:
            continue
        if now != before:
            yield changed, now
    path.write_bytes(data)
    assert Counts.of(workspace) == before


def test_a_changed_byte_of_the_ledger_shows_or_changes_nothing(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    edition = Counts.of(workspace).edition
    found = list(enumerate(sweep(workspace, workspace.ledger("fever", "es"))))
    for number, (changed, now) in found:
        assert now is None or now.edition in {edition, ""}, changed
        if now is not None or number % 20 == 0:
            workspace.ledger("fever", "es").write_bytes(changed)
            assert is_told(workspace), changed

    assert len(found) > 5000


def test_a_changed_byte_of_a_withdrawal_does_not_bring_the_page_back(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    path = workspace.ledger("fever", "es")
    start = path.stat().st_size
    withdraw(workspace)
    content, data = next(contents(workspace, ["fever"])), path.read_bytes()
    for place in range(start, len(data) - 1):
        for changed in (bytes([data[place] ^ 1]), b""):
            path.write_bytes(data[:place] + changed + data[place + 1 :])

            assert not publication(workspace, content, "es").is_published
    path.write_bytes(data[:-1])

    assert not publication(workspace, content, "es").is_published


def withdraw(workspace):
    from salerno.pipeline.signoff import withdraw as pull

    pull(desk_of(workspace), reason="A wrong dose.", key=key_of(workspace))


def test_a_changed_byte_of_an_edition_shows(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    (path,) = workspace.editions("fever", "es").glob("*.json")
    name, data = Counts.of(workspace).edition, path.read_bytes()
    content = next(contents(workspace, ["fever"]))
    for number, changed in enumerate(changes(data)):
        path.write_bytes(changed)
        with pytest.raises(SalernoError):
            editions.load(workspace, "fever", "es", name)
        if number % 40 == 0:
            assert is_told(workspace)
            assert not publication(workspace, content, "es").is_published


def test_a_changed_byte_of_the_reviewers_shows_or_changes_nothing(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    edition = Counts.of(workspace).edition
    for changed, now in sweep(workspace, reviewers.path_of(workspace)):
        assert now is not None, changed
        assert now.edition in {edition, ""}, changed
        assert not now.edition or now.signers != Counts.of(workspace).signers, changed


def test_no_change_of_evidence_or_page_makes_another_text_pass(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    ground = ground_of(workspace)
    folder = workspace.site / "es" / "fever"
    page, proof = folder / "index.html", folder / "review.json"
    before = page.read_bytes()
    start, end = before.index(b"<article>"), before.index(b"</article>")
    words = range(start, end, 3)
    for place in words:
        page.write_bytes(before[:place] + b"x" + before[place + 1 :])
        if not _found(workspace, ground):
            assert _words(page.read_bytes()) == _words(before), place
    page.write_bytes(before)
    data = proof.read_bytes()
    for place in range(0, len(data), 5):
        proof.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        if not _found(workspace, ground):
            assert _proves_the_same(data, proof.read_bytes())


def _words(html):
    return re.sub(rb"<[^>]*>", b"", html)


def _found(workspace, ground):
    return [page for page in verify(workspace.site, ground) if not page.ok]


def _proves_the_same(data, changed):
    """Return whether two proofs differ only in what is there for people to look at."""
    one, other = json.loads(data), json.loads(changed)
    for shown in ("reviewers", "hash"):
        one.pop(shown), other.pop(shown)
    return one == other


def test_pages_after_any_such_change_show_what_was_signed_or_nothing(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    page = workspace.site / "es" / "fever" / "index.html"
    signed = page.read_text()
    paths = [workspace.ledger("fever", "es"), *workspace.editions("fever", "es").glob("*.json")]
    for path in (*paths, reviewers.path_of(workspace)):
        data = path.read_bytes()
        for number, changed in enumerate(changes(data)):
            if number % 97:
                continue
            path.write_bytes(changed)
            try:
                pages(workspace)
            except SalernoError:
                continue
            assert page.read_text() == signed or "<article>" not in page.read_text()
        path.write_bytes(data)
