"""What somebody tries who may commit, or reach the web server, and has nobody's passphrase.

The table in docs/trust.md says where each attack is caught; here each row of it is tried, in a real
repository, by the real commands.
"""

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from salerno import signing
from salerno.edition import document_of, hash_of
from salerno.errors import InputError, SalernoError
from salerno.model import Actor, EventType, Role, canonical_json
from salerno.pipeline import decide
from salerno.pipeline.build import build
from salerno.pipeline.pages import pages
from salerno.pipeline.signoff import withdraw
from salerno.store import editions, files, keys, ledger, reviewers
from salerno.store import workspace as workspaces
from salerno.verify import main as verify_alone
from tests_support import clinic, desk_of, key_of, register, sign

DOC = Path(__file__).resolve().parents[1] / "docs" / "trust.md"
EVIL = "Beba lejía."


def git(workspace, *arguments):
    name = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "-C", str(workspace.root), *name, *arguments], check=True)


def commit(workspace):
    git(workspace, "init", "-q")
    git(workspace, "add", "-A")
    git(workspace, "commit", "-q", "-m", "x")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def again(workspace):
    """Return the workspace as a new command finds it."""
    return workspaces.find(workspace.root)


def registry(workspace):
    return reviewers.path_of(workspace)


def page(workspace, article="fever", locale="es"):
    return workspace.site / locale / article / "index.html"


def proof(workspace):
    return page(workspace).with_name("review.json")


def lines(workspace, article="fever", locale="es"):
    return workspace.ledger(article, locale).read_bytes().splitlines(keepends=True)


def keep_lines(workspace, number, article="fever"):
    workspace.ledger(article, "es").write_bytes(b"".join(lines(workspace, article)[:number]))


def new_edition(workspace, by="ana"):
    seat = desk_of(workspace, by=by)
    entry = seat.entries()[2]
    decide.edit(seat, entry, [EVIL])
    decide.approve(seat, [entry.unit.key])
    return sign(workspace, by=by)


def own_reviewer(workspace):
    register(workspace, "mallory", "clinician", "linguist")
    new_edition(workspace, by="mallory")
    pages(workspace)


def own_key(workspace):
    pem, public = signing.generate("correct horse")
    keys.path_of(workspace, "ana").write_bytes(pem)
    known = reviewers.read(workspace)["ana"].public_key
    edit(registry(workspace), known, public)
    for article in ("site", "fever", "cough"):
        keep_lines(workspace, -1, article)
        sign(workspace, article)
    pages(workspace)


def other_name(workspace):
    edit(registry(workspace), '"MD"', '"Professor"')
    pages(workspace)


def more_locales(workspace):
    edit(registry(workspace), '["es"]', '["es", "fr"]')


def compromised(workspace):
    reviewers.retire(workspace, "ana", at="2026-01-01T00:00:00Z", compromised=True)


def uncompromise(workspace):
    text = registry(workspace).read_text()
    registry(workspace).write_text(re.sub("(retired|compromised) = .*\n", "", text))
    pages(workspace)


def pulled(workspace):
    withdraw(desk_of(workspace), reason="A wrong dose.", key=key_of(workspace))
    pages(workspace)


def drop_newest(workspace):
    keep_lines(workspace, -1)
    pages(workspace)


def rejected(workspace):
    seat = desk_of(workspace)
    decide.reject(seat, seat.entries()[2], reason="No.", category="accuracy", severity="major")


def two_editions(workspace):
    """Publish a second edition; keep the first one's page and its place in the ledger for later."""
    shutil.copytree(page(workspace).parent, workspace.root / ".salerno" / "old")
    (workspace.root / ".salerno" / "lines").write_text(str(len(lines(workspace))))
    new_edition(workspace)
    pages(workspace)


def roll_back(workspace):
    keep_lines(workspace, int((workspace.root / ".salerno" / "lines").read_text()))
    pages(workspace)


def old_page(workspace):
    shutil.copytree(workspace.root / ".salerno" / "old", page(workspace).parent, dirs_exist_ok=True)


def forged_edition(workspace):
    """Write an edition with other words, and move the signature of the true one to it."""
    path = workspace.ledger("fever", "es")
    events = ledger.read(workspace, path)
    edition = editions.load(workspace, "fever", "es", events[-1].edition)
    made = replace(edition, target=edition.target.replace("2", "9"))
    name = hash_of(made)
    file = editions.path_of(workspace, "fever", "es", name)
    file.write_bytes(canonical_json(document_of(made)) + b"\n")
    forged = replace(events[-1], edition=name, signature=None)
    forged = signing.seal(forged, at=forged.at, parents=(events[-1].id,))
    forged = replace(forged, signature=events[-1].signature)
    path.write_bytes(path.read_bytes() + signing.line_of(forged))


def moved_event(workspace):
    path = workspace.ledger("fever", "es")
    path.write_bytes(path.read_bytes() + lines(workspace, "cough")[-1])


def retired(workspace):
    reviewers.retire(workspace, "ana", at="2099-01-01T00:00:00Z", compromised=False)


def backdate(workspace):
    path = workspace.ledger("fever", "es")
    last = ledger.read(workspace, path)[-1]
    signed = signing.signed(signing.seal(last, at=last.at, parents=(last.id,)), key_of(workspace))
    path.write_bytes(path.read_bytes() + signing.line_of(signed))
    pages(workspace)


def forged_approval(workspace):
    path = workspace.ledger("fever", "es")
    events = ledger.read(workspace, path)
    approval = next(event for event in events if event.type is EventType.APPROVE)
    forged = signing.seal(approval, at=events[-1].at, parents=(events[-1].id,))
    path.write_bytes(path.read_bytes() + signing.line_of(forged))
    pages(workspace)


def by_hand(workspace):
    path = page(workspace, "hand")
    path.parent.mkdir()
    shutil.copy(page(workspace), path)
    return path


def without_article(workspace):
    path = page(workspace, "hand")
    path.parent.mkdir()
    path.write_text(f"<!doctype html><title>x</title><main><p>{EVIL}</p></main>")


def in_place_without_article(workspace):
    proof(workspace).unlink()
    page(workspace).write_text(f"<!doctype html><title>x</title><main><p>{EVIL}</p></main>")


def html(old, new):
    return lambda workspace: edit(page(workspace), old, new)


def without_isolates(workspace):
    text = page(workspace).read_text(encoding="utf-8")
    assert "<bdi>" in text
    page(workspace).write_text(re.sub("</?bdi>", "", text), encoding="utf-8")


def evidence(change):
    def attack(workspace):
        document = json.loads(proof(workspace).read_text())
        change(document)
        proof(workspace).write_text(json.dumps(document))
        return proof(workspace)

    return attack


def other_approver(document):
    event = signing.event_of(document["approvals"][0])
    forged = replace(event, actor=Actor("famous", Role.CLINICIAN))
    document["approvals"][0] = signing.document_of(signing.seal(forged, at=event.at, parents=()))


def elsewhere(*folders):
    def attack(workspace):
        for folder in folders:
            shutil.copytree(page(workspace).parent, workspace.site / folder)

    return attack


def settings(old, new):
    def attack(workspace):
        edit(workspace.root / "salerno.toml", old, new)
        pages(again(workspace))

    return attack


def source_words(workspace):
    edit(workspace.source / "fever.md", "Drink water.", "Drink tea.")


def original_page(workspace):
    edit(page(workspace, locale="en"), "Drink water.", "Drink bleach.")
    return page(workspace, locale="en")


def in_the_originals(workspace):
    shutil.copytree(page(workspace).parent, workspace.site / "en" / "fiebre")
    (workspace.site / "en" / "fiebre" / "review.json").unlink()


def packed(workspace):
    page(workspace).with_name("index.html.gz").write_bytes(b"\x1f\x8b")


def linked(workspace):
    (workspace.site / "es" / "linked").symlink_to(workspace.root / "source")


def gone(path_of):
    def attack(workspace):
        path = path_of(workspace)
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return attack


def catalog(workspace):
    path = workspace.catalog("fever", "es")
    path.write_text(path.read_text().replace("2", "9"))
    pages(workspace)


def changed_edition(workspace):
    edit(next(workspace.editions("fever", "es").glob("*.json")), "Fever", "Fewer")


def nothing(workspace):
    pass


ATTACKS = {
    "a reviewer of one's own, who signs": (nothing, own_reviewer),
    "another key for a reviewer, and everything signed again": (nothing, own_key),
    "another name, credential or organisation for a reviewer": (nothing, other_name),
    "more roles, locales or time for a reviewer": (nothing, more_locales),
    "a compromised key declared sound": (compromised, uncompromise),
    "a withdrawal taken out of the ledger": (pulled, drop_newest),
    "a reject taken out of the ledger": (rejected, drop_newest),
    "the ledger rolled back to an old edition": (two_editions, roll_back),
    "an old page put back with its evidence": (two_editions, old_page),
    "the newest sign-off taken out": (nothing, lambda w: keep_lines(w, -1)),
    "the ledger removed": (nothing, gone(lambda w: w.ledger("fever", "es"))),
    "the editions removed": (nothing, gone(lambda w: w.editions("fever", "es"))),
    "the reviewers removed": (nothing, gone(registry)),
    "an edition changed": (nothing, changed_edition),
    "another edition under a copied signature": (nothing, forged_edition),
    "an event of another article": (nothing, moved_event),
    "a signature by somebody who has gone, backdated": (retired, backdate),
    "an approval in somebody's name": (nothing, forged_approval),
    "a page made by hand": (nothing, by_hand),
    "a page made by hand without `<article>`": (nothing, without_article),
    "such a page in the place of an article's": (nothing, in_place_without_article),
    "a word of the article": (nothing, html("2 ", "9 ")),
    "words turned round (`dir`, `<bdo>`, U+2067)": (nothing, html("<bdi>", '<bdi dir="rtl">')),
    "isolates taken out": (nothing, without_isolates),
    "the title or the description": (nothing, html("<title>", "<title>9 ")),
    "a second title": (nothing, html("</footer>", f"</footer><title>{EVIL}</title>")),
    "a script": (nothing, html("</body>", '<script src="x.js"></script></body>')),
    "a link to a script, disguised": (nothing, html("<footer>", '<footer><a href="java&#9;script:x">x</a>')),
    "JSON-LD for search engines": (nothing, html("</head>", '<script type="application/ld+json">{}</script></head>')),
    "a style sheet": (nothing, html("</head>", "<style>article { display: none }</style></head>")),
    "`<base>`": (nothing, html("</head>", '<base href="https://example.com/"></head>')),
    "`<meta http-equiv=refresh>`": (nothing, html("</head>", '<meta http-equiv="refresh" content="0"></head>')),
    "a layer over the article": (nothing, html("</main>", '</main><div style="position: fixed">x</div>')),
    "words, images or a byline around the article": (nothing, html("<footer>", f"<footer><p>{EVIL}</p>")),
    "what search engines and messengers are told": (nothing, html("</head>", f'<meta property="og:description" content="{EVIL}"></head>')),
    "another name or key in `review.json`": (nothing, evidence(lambda d: d["reviewers"][0].update(credential="Professor"))),
    "another approver in `review.json`": (nothing, evidence(other_approver)),
    "fewer meanings required in `review.json`": (nothing, evidence(lambda d: d["edition"].update(required=["linguistic-review"]))),
    "a page with its evidence under another name": (nothing, elsewhere("es/cold", "fr/fever")),
    "a packed page beside the page (`index.html.gz`)": (nothing, packed),
    "a link in the site that leads elsewhere": (nothing, linked),
    "softer rules in `salerno.toml`": (nothing, settings('["linguistic-review", "medical-review"]', '["linguistic-review"]')),
    "another publisher in `salerno.toml`": (nothing, settings("Example Clinic", EVIL)),
    "a catalog changed after the signature": (nothing, catalog),
    "the source changed": (nothing, source_words),
    "words of an original page": (nothing, original_page),
    "a page among the originals": (nothing, in_the_originals),
}  # fmt: skip


def rows():
    """Return the table of docs/trust.md: attack → where it is caught, and what `pages` does."""
    cells = [
        [cell.strip() for cell in line.strip("|\n").split("|")]
        for line in DOC.read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    return {row[0]: row[1:] for row in cells if len(row) == 7 and row[0] not in {"attack", "---"}}


@pytest.fixture
def attacked(tmp_path, monkeypatch):
    """Return what carries out an attack and tells where it was caught."""
    monkeypatch.setenv("SALERNO_PASSPHRASE", "correct horse")

    def run(before, attack, salerno):
        workspace = clinic(tmp_path / "clinic", articles=("fever", "cough"))
        before(workspace)
        commit(workspace)
        pinned = tmp_path / "pinned.toml"
        shutil.copy(registry(workspace), pinned)
        published = {path: path.read_bytes() for path in workspace.site.rglob("*.*")}
        about = attack(workspace) or page(workspace)
        left = about.read_bytes()
        at = ("-C", workspace.root)
        monkeypatch.chdir(tmp_path)
        caught = [
            salerno(*at, "verify").status,
            salerno(*at, "ledger", "verify").status,
            salerno(*at, "ledger", "verify", "--since", "HEAD").status,
            verify_alone([str(workspace.site), "--reviewers", str(pinned)]),
        ]
        assert salerno(*at, "pages").status == 0
        now = about.read_bytes() if about.exists() else b""
        is_down = b"<article" in left and b"<article" not in now
        is_anew = now != left and now == published.get(about)
        done = "down" if is_down else "anew" if is_anew else "–"
        return [done, *("yes" if status else "–" for status in caught)]

    return run


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_caught_where_the_table_of_trust_says(attacked, salerno, name):
    before, attack = ATTACKS[name]
    found = attacked(before, attack, salerno)

    assert rows()[name][:5] == found


def test_every_row_of_the_table_is_tried_and_every_attack_stands_in_it():
    assert list(rows()) == list(ATTACKS)


def test_a_site_that_was_copied_whole_proves_itself_there_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    workspace = clinic(tmp_path / "clinic")
    shutil.copytree(workspace.site, tmp_path / "elsewhere")
    status = verify_alone([str(tmp_path / "elsewhere"), "--reviewers", str(registry(workspace))])

    assert status == 0


@pytest.mark.parametrize("shown", ["<script>", [["x"]], [5], [{"id": "ana"}], None])
def test_reviewers_of_any_other_shape_are_no_evidence(tmp_path, salerno, shown):
    workspace = clinic(tmp_path / "clinic")
    evidence(lambda document: document.update(reviewers=shown))(workspace)
    result = salerno("-C", workspace.root, "verify")

    assert result.status == 1
    assert "review.json: no evidence" in result.out


def test_a_pipe_or_a_device_in_the_place_of_a_file_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(InputError, match="no ordinary file"):
            files.read_bytes(path)


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_a_pipe_or_a_device_in_the_site_stops_nothing(tmp_path, salerno, make):
    workspace = clinic(tmp_path / "clinic")
    (workspace.site / "es" / "x").mkdir()
    make(workspace.site / "es" / "x" / "index.html")
    result = salerno("-C", workspace.root, "verify")

    assert result.status == 1
    assert "is no ordinary file" in result.out
    assert salerno("-C", workspace.root, "pages").status == 0


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 300_000,
        f"<p {' '.join(f'a{n}' for n in range(100_000))}>",
        "<p " + " ".join(f"a{n}='>'" for n in range(100_000)) + ">",
    ],
    ids=["nested", "attributes", "values"],
)
def test_a_page_that_takes_for_ever_to_read_is_refused_at_once(tmp_path, salerno, markup):
    workspace = clinic(tmp_path / "clinic")
    edit(page(workspace), "</main>", markup + "</main>")
    result = salerno("-C", workspace.root, "verify")

    assert result.status == 1
    assert "holds more markup than any article does" in result.out


def test_keys_are_not_written_where_a_link_in_the_repository_leads(tmp_path, salerno, monkeypatch):
    monkeypatch.setenv("SALERNO_PASSPHRASE", "correct horse")
    workspace = clinic(tmp_path / "clinic")
    shutil.rmtree(workspace.root / ".salerno" / "keys")
    (tmp_path / "open").mkdir()
    (workspace.root / ".salerno" / "keys").symlink_to(tmp_path / "open")
    result = salerno("-C", workspace.root, "reviewer", "key", "ben")

    assert result.status == 2
    assert "leads out of the workspace" in result.err
    assert not list((tmp_path / "open").iterdir())


@pytest.mark.parametrize("letter", ["\n", "\x1b[2J", "\x9b", "\u202e", "\u2067", "\u2028"])
def test_a_name_or_credential_holds_nothing_but_letters(tmp_path, salerno, monkeypatch, letter):
    monkeypatch.setenv("SALERNO_PASSPHRASE", "correct horse")
    workspace = clinic(tmp_path / "clinic")
    before = registry(workspace).read_bytes()
    add = ["reviewer", "add", "ben", "--role", "linguist", "-l", "es", "--name", "Ben"]
    added = salerno("-C", workspace.root, *add, "--credential", f"MD{letter}x")
    assert registry(workspace).read_bytes() == before
    edit(registry(workspace), '"MD"', json.dumps(f"MD{letter}x"))
    committed = salerno("-C", workspace.root, "pages")

    assert (added.status, committed.status) == (2, 2)
    assert "credential holds" in committed.err
    assert letter == "\n" or letter not in added.err + committed.err


def test_html_in_a_name_stays_text_on_the_page_and_in_the_report(tmp_path, salerno):
    workspace = clinic(tmp_path / "clinic")
    edit(registry(workspace), '"MD"', '"<script>alert(1)</script>"')
    pages(workspace)
    salerno("-C", workspace.root, "report", "fever", "-l", "es")
    report = (workspace.root / "output" / "reports" / "es" / "fever.html").read_text()

    assert "<script>alert" not in page(workspace).read_text() + report
    assert "&lt;script&gt;" in page(workspace).read_text()


def test_no_draft_moves_the_cursor_or_turns_words_round_on_a_reviewers_screen(
    tmp_path, salerno, monkeypatch
):
    workspace = clinic(tmp_path / "clinic")
    path = workspace.catalog("fever", "es")
    path.write_text(path.read_text().replace("öööŕ 2", "\x9b2J9\u202e2"), encoding="utf-8")
    monkeypatch.setattr("builtins.input", lambda: "q")
    out = salerno("-C", workspace.root, "review", "-l", "es", "--as", "ana").out

    assert not {"\x9b", "\u202e"} & set(out)
    assert "\\x9b2J9\\u202e2" in out


def test_nobody_can_name_a_commit_what_it_is_not(tmp_path, salerno):
    workspace = clinic(tmp_path / "clinic")
    commit(workspace)
    keep_lines(workspace, -1)
    git(workspace, "commit", "-q", "-a", "-m", "y")
    git(workspace, "replace", "HEAD~1", "HEAD")
    result = salerno("-C", workspace.root, "ledger", "verify", "--since", "HEAD~1")

    assert result.status == 1
    assert "is gone" in result.out


def test_a_merge_of_two_clones_keeps_what_both_decided(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    commit(workspace)
    git(workspace, "checkout", "-q", "-b", "other")
    seat = desk_of(workspace)
    decide.comment(seat, seat.entries()[0], reason="Theirs.")
    git(workspace, "commit", "-q", "-a", "-m", "theirs")
    git(workspace, "checkout", "-q", "-")
    git(workspace, "checkout", "-q", "HEAD~0")
    pulled(workspace)
    git(workspace, "commit", "-q", "-a", "-m", "ours")
    git(workspace, "merge", "-q", "-s", "recursive", "-X", "ours", "other", "-m", "both")
    reasons = {event.reason for event in ledger.read(workspace, workspace.ledger("fever", "es"))}
    pages(workspace)

    assert {"Theirs.", "A wrong dose."} <= reasons
    assert b"<article" not in page(workspace).read_bytes()


@pytest.mark.parametrize(
    "text",
    [b"[" * 100_000 + b"\n", b'{"a":' * 100_000 + b"\n", b"\xff\xfe\n", b'{"type":"approve"}\n'],
)
def test_a_ledger_of_nonsense_is_named_and_nothing_is_published_from_it(tmp_path, salerno, text):
    workspace = clinic(tmp_path / "clinic")
    path = workspace.ledger("fever", "es")
    path.write_bytes(path.read_bytes() + text + lines(workspace)[0])
    proved = salerno("-C", workspace.root, "ledger", "verify")

    assert proved.status == 1
    assert "Traceback" not in proved.err
    assert salerno("-C", workspace.root, "pages").status == 0
    assert b"<article" not in page(workspace).read_bytes()


def test_nothing_outside_of_the_workspace_is_read_by_way_of_a_link(tmp_path, salerno):
    workspace = clinic(tmp_path / "clinic")
    secret = tmp_path / "secret.md"
    secret.write_text("# Secret\n\nWords.\n")
    (workspace.source / "leak.md").symlink_to(secret)
    result = salerno("-C", workspace.root, "build")

    assert result.status == 2
    assert "leads out of the workspace" in result.err
    with pytest.raises(SalernoError):
        build(workspace)
