"""What two clones changed differently waits for a person, and what nobody should let in stays out."""

import atexit
import hashlib
import re
import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkout_support import (
    ANA,
    CATALOG,
    DRINK,
    FEVER,
    KEYS,
    LEDGER,
    REST,
    bytes_of,
    check_sound,
    clash,
    clones,
    conflicting,
    decision,
    git,
    pull,
    push,
    refused,
    settled,
    targets,
    tree,
    word,
)
from salerno import signing
from salerno.model import EventType, State
from salerno.pipeline import checkout, decide
from salerno.pipeline.build import build
from salerno.pipeline.content import contents, entries
from salerno.pipeline.decisions import decisions
from salerno.pipeline.file_kinds import FileKind, kind_of
from salerno.pipeline.ledgers import check_edition, united, verify_ledgers
from salerno.pipeline.merge_case import Case, Ground
from salerno.pipeline.merge_rules import outcome
from salerno.store import catalogs, ledger, reviewers, settings
from salerno.store import repository as repositories
from salerno.store import workspace as workspaces
from salerno.store.repository import Blob
from tests_support import clinic, desk_of, write


@pytest.fixture
def pair(tmp_path):
    return clones(tmp_path / "there")


# What conflicts


def test_two_wordings_are_shown_to_an_editor_with_all_they_need(pair):
    server, desk = pair
    before = targets(server)[DRINK]
    clash(server, desk)
    found = conflicting(server, "worded in two ways")

    assert (found.file, found.article, found.locale, found.key) == (
        CATALOG,
        "fever",
        "es",
        KEYS[DRINK],
    )
    assert (found.source, found.source_plural, found.takes_text) == (DRINK, None, True)
    assert found.base == checkout.Version((before,))
    assert found.ours == checkout.Version(("Beba agua.",))
    assert found.theirs == checkout.Version(("Tome agua.",))


@pytest.mark.parametrize(
    ("side", "words", "expected"),
    [
        (checkout.Side.OURS, (), "Beba agua."),
        (checkout.Side.THEIRS, (), "Tome agua."),
        (None, ("Beba mucha agua.",), "Beba mucha agua."),
    ],
)
def test_an_editors_choice_stands_and_the_rest_stays_in_history(pair, side, words, expected):
    server, desk = pair
    clash(server, desk)
    word(desk, REST, "Descanse 2 días.")
    push(desk)
    result = settled(server, conflicting(server, "worded"), side, *words)
    pull(desk)

    assert result.went == 2
    assert targets(server)[DRINK] == expected
    assert targets(server)[REST] == "Descanse 2 días."
    assert tree(server) == tree(desk)
    assert "Beba agua." in git(desk, "show", f"HEAD^1:{CATALOG}")
    assert "Tome agua." in git(desk, "show", f"HEAD^2:{CATALOG}")
    assert git(desk, "log", "-1", "--format=%an") == ANA.name
    told = f"- {CATALOG} {KEYS[DRINK]}: {side or 'words of their own'}"
    assert told in git(desk, "log", "-1", "--format=%b").split("\n")


def test_an_approval_falls_with_the_words_that_it_was_of(pair):
    server, desk = pair
    decision(server)
    decide.approve_all(desk_of(server))
    checkout.commit(server, ANA, "Approved")
    word(desk, DRINK, "Tome agua.")
    push(desk)
    found = conflicting(server, "worded")

    def state():
        content = next(contents(server, ["fever"]))
        decided = decisions(server, "fever", "es")
        return [decided.state(e) for e in entries(server, content, "es") if e.unit.source == DRINK]

    assert state() == [State.APPROVED]
    settled(server, found, checkout.Side.THEIRS)
    assert state() == [State.TRANSLATED]


def test_a_choice_is_of_what_was_shown(pair):
    server, desk = pair
    clash(server, desk)
    found = conflicting(server, "worded")
    decision(server, DRINK, "Beba más agua.")
    result = checkout.settle(server, [checkout.Choice(found.id, checkout.Side.OURS)], ANA)

    (now,) = result.conflicts
    assert now.id != found.id
    assert now.ours == checkout.Version(("Beba más agua.",))
    assert targets(server)[DRINK] == "Beba más agua."
    settled(server, now, checkout.Side.THEIRS)


def test_all_has_to_be_settled_before_any_of_it_comes_in(pair):
    server, desk = pair
    decision(server, DRINK, "Beba agua.")
    decision(server, REST, "Repose 2 días.")
    word(desk, DRINK, "Tome agua.")
    word(desk, REST, "Descanse 2 días.")
    push(desk)
    one, other = checkout.synchronise(server).conflicts
    result = checkout.settle(server, [checkout.Choice(one.id, checkout.Side.THEIRS)], ANA)

    assert result.conflicts == (other,)
    assert "Tome agua." not in targets(server).values()
    choices = [checkout.Choice(each.id, checkout.Side.THEIRS) for each in (one, other)]
    assert checkout.settle(server, choices, ANA).conflicts == ()
    assert {"Tome agua.", "Descanse 2 días."} <= set(targets(server).values())


@pytest.mark.parametrize("words", [(), ("",), (" \n",), ("one", "two"), ("a\0b",), ("\ud800",)])
def test_words_of_ones_own_have_to_be_some(pair, words):
    server, desk = pair
    clash(server, desk)
    found = conflicting(server, "worded")
    result = checkout.settle(server, [checkout.Choice(found.id, None, words)], ANA)

    assert result.why
    assert checkout.conflicts(server) == (found,)
    check_sound(server)


def test_what_is_settled_goes_on_when_the_remote_has_moved_on_too(pair):
    server, desk = pair
    clash(server, desk)
    found = conflicting(server, "worded")
    word(desk, REST, "Descanse 2 días.")
    push(desk)
    settled(server, found, checkout.Side.OURS)

    assert targets(server)[REST] == "Descanse 2 días."
    pull(desk)
    assert tree(server) == tree(desk)


def test_what_is_settled_is_kept_when_the_remote_is_out_of_reach(pair, tmp_path):
    server, desk = pair
    clash(server, desk)
    found = conflicting(server, "worded")
    (tmp_path / "there/remote.git").rename(tmp_path / "away")
    result = checkout.settle(server, [checkout.Choice(found.id, checkout.Side.THEIRS)], ANA)

    assert (result.came, result.went) == ((CATALOG,), 0)
    assert "out of reach" in result.why
    assert targets(server)[DRINK] == "Tome agua."
    (tmp_path / "away").rename(tmp_path / "there/remote.git")
    assert checkout.synchronise(server).went == 2


def test_a_server_goes_on_deciding_while_a_conflict_waits(pair):
    server, desk = pair
    clash(server, desk)
    found = conflicting(server, "worded")
    decision(server, REST, "Descanse 2 días.")

    assert checkout.synchronise(server).conflicts == (found,)
    settled(server, found, checkout.Side.THEIRS)
    assert targets(server)[REST] == "Descanse 2 días."


def test_a_reviewer_whom_both_changed_is_for_a_person(pair):
    server, desk = pair
    for workspace, locales in ((server, '["es", "fr"]'), (desk, '["es", "pt-BR"]')):
        path = reviewers.path_of(workspace)
        path.write_text(path.read_text().replace('["es"]', locales))
    checkout.commit(server, ANA, "x")
    push(desk)
    found = conflicting(server, "who may review")

    assert (found.key, "pt-BR" in found.theirs.targets[0], found.takes_text) == ("ana", True, False)
    settled(server, found, checkout.Side.THEIRS)
    assert reviewers.read(server)["ana"].locales == ("es", "pt-BR")


def test_an_article_that_both_changed_in_one_place_is_for_a_person(pair):
    server, desk = pair
    for workspace, days in ((server, "3"), (desk, "4")):
        path = workspace.root / "source/fever.md"
        path.write_text(path.read_text().replace("2", days))
        git(workspace, "commit", "-q", "-a", "-m", days)
    git(desk, "push", "-q")
    found = conflicting(server, "changed in two ways")

    assert found.theirs.targets == ("# Fever\n\nRest for 4 days.\n\nDrink water.\n",)
    settled(server, found, checkout.Side.OURS)
    assert "Rest for 3" in (server.root / "source/fever.md").read_text()


@pytest.mark.parametrize("side", checkout.Side)
def test_a_file_that_one_took_away_and_the_other_changed_is_for_a_person(pair, side):
    server, desk = pair
    git(server, "rm", "-q", "source/fever.md")
    git(server, "commit", "-q", "-m", "gone")
    write(desk, "source/fever.md", "# Fever\n\nNew.\n")
    push(desk)
    settled(server, conflicting(server, "was removed here and changed there"), side)

    assert (server.root / "source/fever.md").exists() == (side is checkout.Side.THEIRS)


def test_a_ledger_that_one_took_away_comes_back_if_the_other_wrote_on_it(pair):
    server, desk = pair
    decision(server)
    git(desk, "rm", "-q", LEDGER)
    push(desk)
    found = conflicting(server, "changed here and removed there", [checkout.Side.OURS])
    settled(server, found, checkout.Side.OURS)

    assert list(verify_ledgers(server)) == []


def test_histories_that_crossed_are_merged_without_a_guess(pair):
    """Each side merged the other's tip: both tips are what they came from."""
    server, desk = pair
    word(desk, REST, "Descanse 2 días.")
    push(desk)
    decision(server, DRINK, "Beba agua.")
    ours = git(server, "rev-parse", "HEAD")
    checkout.synchronise(server)
    git(desk, "fetch", "-q", "origin")
    theirs = git(desk, "rev-parse", "HEAD")
    crossed = git(
        desk, "commit-tree", "-p", theirs, "-p", ours, "-m", "crossed", "origin/main^{tree}"
    )
    git(desk, "reset", "-q", "--hard", crossed)
    word(desk, FEVER, "Fiebre")
    git(desk, "commit", "-q", "-a", "-m", "Fiebre")
    git(desk, "push", "-q", "origin", "HEAD:refs/heads/side")
    git(server, "fetch", "-q")
    git(server, "branch", "-q", "--set-upstream-to=origin/side")
    git(server, "update-ref", "-d", "refs/salerno/seen/origin/main")
    assert len(repositories.find(server.root).bases("HEAD", "origin/side")) == 2
    result = checkout.synchronise(server)

    assert (result.why, result.conflicts) == ("", ())
    assert targets(server) == {FEVER: "Fiebre", REST: "Descanse 2 días.", DRINK: "Beba agua."}


# What must not come in


GARBAGE = [
    b"\x00\xff\xfe\x89PNG\r\n\x1a\n" * 100,
    b"",
    b'msgid "cut',
    b'<<<<<<< HEAD\nmsgid ""\nmsgstr ""\n',
    b'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
    '\ufeffmsgid ""\n'.encode("utf-16"),
    b"[" * 100_000,
]


@pytest.mark.parametrize("has_changed", [False, True])
def test_garbage_in_place_of_a_catalog_is_a_conflict_on_the_file(pair, has_changed):
    server, desk = pair
    if has_changed:
        decision(server)
    desk.catalog("fever", "es").write_bytes(GARBAGE[0])
    write(desk, "source/cough.md", "# Cough\n")
    push(desk)
    before = bytes_of(server, CATALOG)
    found = conflicting(server, "cannot be read there", [checkout.Side.OURS])
    settled(server, found, checkout.Side.OURS)

    assert bytes_of(server, CATALOG) == before
    assert (server.root / "source/cough.md").exists()
    pull(desk)
    assert bytes_of(desk, CATALOG) == before


def kept_out(server, what):
    """Insist that all of what came is a conflict; settle it, and insist that none of it is there then."""
    before = tree(server)
    found = checkout.synchronise(server).conflicts

    assert [each for each in found if not re.search(what, each.what)] == []
    assert {each.sides for each in found} == {(checkout.Side.OURS,)}
    choices = [checkout.Choice(each.id, checkout.Side.OURS) for each in found]
    assert checkout.settle(server, choices, ANA).conflicts == ()
    assert tree(server) == before
    return {each.file for each in found}


def test_new_catalogs_that_are_none_are_not_let_in(pair):
    server, desk = pair
    names = {f"locales/es/LC_MESSAGES/new{n}.po": data for n, data in enumerate(GARBAGE)}
    for name, data in names.items():
        (desk.root / name).write_bytes(data)
    push(desk)

    assert kept_out(server, "cannot be read there") == set(names)


def test_garbage_here_gives_way(pair):
    server, desk = pair
    server.catalog("fever", "es").write_bytes(b"garbage")
    checkout.commit(server, ANA, "x")
    word(desk, DRINK, "Tome agua.")
    push(desk)
    settled(
        server,
        conflicting(server, "cannot be read here", [checkout.Side.THEIRS]),
        checkout.Side.THEIRS,
    )

    assert targets(server)[DRINK] == "Tome agua."


def test_an_edition_is_never_changed(pair):
    server, desk = pair
    (edition,) = (desk.root / "locales/es/editions/fever").iterdir()
    edition.write_bytes(edition.read_bytes().replace(b"critical", b"standard"))
    push(desk)

    conflicting(server, "another edition there than here", [])


def test_an_edition_that_is_none_is_not_let_in(pair):
    server, desk = pair
    write(desk, "locales/es/editions/fever/0123456789abcdef.json", "{}")
    push(desk)

    conflicting(server, "no edition", [])


def test_a_ledger_that_somebody_edited_is_not_let_in(pair):
    server, desk = pair
    path = desk.ledger("fever", "es")
    path.write_bytes(path.read_bytes().replace(b'"approve"', b'"reject"', 1))
    push(desk)
    found = conflicting(server, "was edited there", [])

    assert checkout.settle(server, [checkout.Choice(found.id, checkout.Side.OURS)], ANA).conflicts


def test_an_event_of_another_article_is_not_let_in(pair):
    server, desk = pair
    path = desk.ledger("fever", "es")
    path.write_bytes(path.read_bytes() + desk.ledger("site", "es").read_bytes())
    push(desk)

    conflicting(server, "belongs to site in es", [])


def test_a_withdrawal_that_nobody_signed_is_not_let_in(pair):
    server, desk = pair
    events = ledger.read(desk, desk.ledger("fever", "es"))
    last = next(each for each in events if each.type is EventType.SIGNOFF)
    forged = signing.seal(
        replace(last, type=EventType.WITHDRAW, meanings=(), reason="No.", signature="A" * 88),
        at=last.at,
        parents=signing.heads(events),
    )
    path = desk.ledger("fever", "es")
    path.write_bytes(path.read_bytes() + signing.line_of(forged))
    push(desk)

    conflicting(server, "withdraw without a signature", [])


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "[[[",
        lambda text: text + "unknown = 1\n",
        lambda text: re.sub('workspace = "[^"]*"', 'workspace = "b5b3d3f0-0000-4000-8000-000000000000"', text),
    ],
)  # fmt: skip
def test_settings_that_do_not_hold_are_not_let_in(pair, change):
    server, desk = pair
    path = desk.root / "salerno.toml"
    path.write_text(change(path.read_text()))
    push(desk)
    found = conflicting(server, "cannot be used as it is there", [checkout.Side.OURS])
    settled(server, found, checkout.Side.OURS)

    assert workspaces.find(server.root)


@pytest.mark.parametrize("name", ["salerno.toml", "locales/reviewers.toml"])
def test_what_a_workspace_cannot_be_without_is_not_taken_away(pair, name):
    server, desk = pair
    git(desk, "rm", "-q", name)
    push(desk)

    settled(server, conflicting(server, "was removed", [checkout.Side.OURS]), checkout.Side.OURS)
    assert (server.root / name).exists()


NAMES_TO_KEEP_OUT = (
    ".git/hooks/pre-commit",
    ".GIT/config",
    "../outside",
    "a/../../../outside",
    "./salerno.toml",
    "line\nbreak",
    ".salerno/keys/ana.pem",
    ".Salerno/server/db.sqlite3",
)


def planted(desk, path, tip):
    """Return a commit on another with a file by a name that git itself would not check out."""
    made = git(desk, "hash-object", "-w", "--stdin", given="planted")
    *folders, name = path.split("/")
    entry = f"100644 blob {made}\t{name}"
    for folder in reversed(folders):
        made = git(desk, "mktree", "-z", given=f"{entry}\0")
        entry = f"040000 tree {made}\t{folder}"
    kept = [line for line in git(desk, "ls-tree", "-z", tip).split("\0") if line]
    whole = git(desk, "mktree", "-z", given="\0".join([*kept, entry]) + "\0")
    return git(desk, "commit-tree", "-p", tip, "-m", "planted", whole)


def test_no_name_leads_out_of_the_clone_or_into_its_own_folders(pair, tmp_path):
    server, desk = pair
    tip = "HEAD"
    for path in NAMES_TO_KEEP_OUT:
        if not path.startswith("a/"):  # two entries of one name are another matter
            tip = planted(desk, path, tip)
    tip = planted(desk, "a/../../../outside", tip)
    git(desk, "push", "-q", "origin", f"{tip}:refs/heads/main")
    secrets = bytes_of(server, ".git/config"), bytes_of(server, ".salerno/keys/ana.pem")
    found = kept_out(server, "no file here may have|this machine's own")

    assert found == {name.replace("\n", "\\n") for name in NAMES_TO_KEEP_OUT}
    assert not list(tmp_path.rglob("outside"))
    assert not (server.root / ".git/hooks/pre-commit").exists()
    assert secrets == (bytes_of(server, ".git/config"), bytes_of(server, ".salerno/keys/ana.pem"))


WAYS_OUT = (
    "/etc/passwd",
    "..",
    "../..",
    "../../outside",
    "../source/../../../outside",
    "../.salerno/keys/ana.pem",
    "../.git/config",
    "../.GIT/config",
    "./fever.md",
    "fever.md/",
    "a//b",
    "x/..",
)


def test_no_link_leads_out_of_the_workspace(pair):
    server, desk = pair
    for number, target in enumerate(WAYS_OUT):
        made = git(desk, "hash-object", "-w", "--stdin", given=target)
        git(desk, "update-index", "--add", "--cacheinfo", f"120000,{made},source/{number}.md")
    git(desk, "commit", "-q", "-m", "links")
    git(desk, "push", "-q")

    assert len(kept_out(server, "is a link that leads to")) == len(WAYS_OUT)


@pytest.mark.parametrize("name", [CATALOG, LEDGER, "locales/reviewers.toml"])
def test_no_link_takes_the_place_of_a_record(pair, name):
    server, desk = pair
    (desk.root / name).unlink()
    (desk.root / name).symlink_to("x")
    push(desk)

    conflicting(server, "is no ordinary file there", [checkout.Side.OURS])


def test_nothing_is_written_by_way_of_a_link_that_lies_around(pair, tmp_path):
    server, desk = pair
    (server.root / "extra").symlink_to(tmp_path)
    (server.root / ".git/info/exclude").write_text("extra\n")
    write(desk, "extra/planted", "x")
    push(desk)

    refused(server, "not committed: extra/planted")
    assert not (tmp_path / "planted").exists()


def test_a_file_too_large_to_be_a_catalog_is_not_read(pair, monkeypatch):
    server, desk = pair
    monkeypatch.setattr("salerno.store.files.LARGEST", 100_000)
    desk.catalog("fever", "es").write_bytes(b"# x\n" * 30_000)
    push(desk)

    conflicting(server, "no file, or larger", [checkout.Side.OURS])


# Whatever a remote may hold


def test_an_article_that_was_rewritten_there_and_decisions_here_go_together(pair):
    """Their catalog has other units, obsolete ones and fuzzy ones; ours has new words on all the old ones."""
    server, desk = pair
    write(desk, "source/fever.md", "# Fever\n\nRest for 3 days.\n\nCall a doctor.\n")
    build(desk)
    push(desk)
    for source in (DRINK, REST):
        decision(server, source, f"{source} · es")
    result = checkout.synchronise(server)
    found = catalogs.read(server, server.catalog("fever", "es"))
    build(server)

    assert (result.why, result.conflicts) == ("", ())
    assert {"Rest for 3 days.", "Call a doctor."} <= targets(server).keys()
    gone = {entry.unit.source: entry.targets[0] for entry in found.obsolete}
    assert gone == {source: f"{source} · es" for source in (DRINK, REST)}
    assert list(verify_ledgers(server)) == []
    check_sound(server)


def test_plural_forms_are_settled_all_at_once(pair):
    server, desk = pair
    path = desk.catalog("fever", "es")
    forms = '\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    path.write_text(path.read_text() + forms)
    push(desk)
    checkout.synchronise(server)
    for workspace, (one, many) in ((server, ("uno", "dos")), (desk, ("una", "unas"))):
        path = workspace.catalog("fever", "es")
        text = path.read_text().replace('msgstr[0] ""', f'msgstr[0] "{one}"')
        path.write_text(text.replace('msgstr[1] ""', f'msgstr[1] "{many}"'))
        git(workspace, "commit", "-q", "-a", "-m", one)
    git(desk, "push", "-q")
    found = conflicting(server, "worded")

    assert (found.source_plural, found.ours.targets) == ("many", ("uno", "dos"))
    one_form = checkout.Choice(found.id, None, ("un",))
    assert "each plural form" in checkout.settle(server, [one_form], ANA).why
    settled(server, found, None, "un", "unos")
    text = server.catalog("fever", "es").read_text()
    assert 'msgstr[0] "un"\nmsgstr[1] "unos"\n' in text


NAMES = (
    CATALOG,
    LEDGER,
    "locales/es/decisions/fever.torn",
    "locales/es/editions/fever/*.json",
    "locales/reviewers.toml",
    "locales/fever.pot",
    "salerno.toml",
    "source/fever.md",
)


@cache
def sample():
    folder = Path(tempfile.mkdtemp(prefix="salerno-merge-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return clinic(folder / "clinic")


@st.composite
def broken(draw, data):
    """Return bytes with some of them cut out, doubled or replaced."""
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 200)))
        data = (
            data[:start]
            + draw(st.one_of(st.binary(max_size=9), st.just(data[start:end] * 2)))
            + data[end:]
        )
    return data


@given(st.data())
@pytest.mark.parametrize("name", NAMES)
def test_whatever_comes_is_merged_or_a_conflict_and_what_stands_then_holds(name, data):
    workspace = sample()
    path = next(iter(workspace.root.glob(name)), workspace.root / name)
    before = path.read_bytes() if path.exists() else b"torn\n"
    base, ours, theirs = before, data.draw(broken(before)), data.draw(broken(before))
    name = workspace.name(path)
    blobs = [Blob("100644", hashlib.sha256(each).hexdigest()) for each in (base, ours, theirs)]
    case = Case(name, name, kind_of(name), (blobs[0],), *blobs[1:], (base,), ours, theirs)
    ground = Ground(workspace, None, {}, reviewers.read(workspace))
    done = outcome(ground, case)

    contents = dict(zip(blobs, (base, ours, theirs), strict=True))
    result = contents.get(done.becomes, done.becomes)
    if done.conflicts or result == ours:
        assert done.becomes is None or done.conflicts or result == ours
        return
    check = {
        FileKind.CATALOG: lambda: catalogs.parse(result.decode(), name),
        FileKind.LEDGER: lambda: _check_union(ours, result, name),
        FileKind.REVIEWERS: lambda: reviewers.parse(result.decode(), name),
        FileKind.SETTINGS: lambda: settings.parse(result.decode()),
        FileKind.EDITION: lambda: check_edition(path.relative_to(workspace.root), result),
    }
    check.get(case.kind, lambda: None)()


def _check_union(ours, result, name):
    events = set(ledger.parse(ours, name).events)

    assert events <= set(ledger.parse(result, name).events)


def test_a_broken_signature_never_takes_the_place_of_a_whole_one():
    events = ledger.read(sample(), sample().ledger("fever", "es"))
    signed = next(event for event in events if event.signature)
    broken = replace(signed, signature=signed.signature[1:])

    assert signed in united(events, [broken])
    assert broken not in united(events, [broken])
