"""From drafts through review to a published page, by the command line as people use it."""

import io
import json
import re
from dataclasses import replace

import pytest

from salerno.pipeline.recording import record
from salerno.store import catalogs
from tests_support import make_workspace, register, sign, write

ARTICLE = """---
title: Fever
description: What to do.
reviewed_by: Dr. Source
---

# Fever

Take **two** tablets of 500 mg.

Do not drive.
"""


@pytest.fixture(autouse=True)
def passphrase(monkeypatch):
    monkeypatch.setenv("SALERNO_PASSPHRASE", "correct horse")


@pytest.fixture
def clinic(tmp_path, salerno):
    """Make a workspace in es, drafted, with a bilingual clinician."""
    workspace = make_workspace(tmp_path / "clinic", locales=("es",), engines=("memory", "pseudo"))
    write(workspace, "source/fever.md", ARTICLE)
    run = _Run(workspace, salerno)
    run("build")
    run.add("ana", "clinician", "linguist", public=True)
    return run


class _Run:
    def __init__(self, workspace, salerno):
        self.workspace, self._salerno = workspace, salerno

    def __call__(self, *arguments, status=0):
        result = self._salerno("-C", self.workspace.root, *arguments)
        assert result.status == status, result.err
        return result

    def add(self, identifier, *roles, public=False):
        given = [word for role in roles for word in ("--role", role)]
        name = ["--public-name"] if public else []
        self("reviewer", "add", identifier, "--name", f"Dr. {identifier.title()} Smith", *given, "-l", "es", "--credential", "MD", "--organisation", "Example Clinic", *name)  # fmt: skip

    def sign(self, *articles, by="ana"):
        for article in articles or ("site", "fever"):
            self("approve", article, "-l", "es", "--as", by, "--all")
            self("signoff", article, "-l", "es", "--as", by)

    def page(self, locale="es"):
        path = self.workspace.site / locale / "fever" / "index.html"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def evidence(self):
        return json.loads((self.workspace.site / "es" / "fever" / "review.json").read_text())

    def key(self, words):
        waiting = json.loads(self("queue", "--json").out)["entries"]
        return next(item["key"] for item in waiting if words in item["source"])


def test_a_page_appears_when_all_is_signed_and_proves_itself(clinic):
    assert not clinic.page()

    clinic.sign()
    report = json.loads(clinic("pages", "--json").out)
    proof = json.loads(clinic("verify", "--json").out)

    assert "output/site/es/fever/index.html" in report["published"]
    assert report["withheld"] == []
    assert {page["path"]: page["ok"] for page in proof["pages"]}["es/fever/index.html"]
    assert sorted(proof["pages"][0]) == ["ok", "path", "problems"]


def test_nothing_is_published_while_the_page_chrome_is_not_signed(clinic):
    clinic.sign("fever")
    report = json.loads(clinic("pages", "--json").out)

    assert not clinic.page()
    assert any(reason.startswith("site: not signed") for reason in report["withheld"][0]["reasons"])


def test_status_tells_what_is_signed_and_publishable(clinic):
    clinic.sign()
    rows = {row["article"]: row for row in json.loads(clinic("status", "--json").out)["articles"]}

    assert rows["fever"]["approved"] == rows["fever"]["units"]
    assert rows["fever"]["signed"] == ["linguistic-review", "medical-review"]
    assert rows["fever"]["publishable"]


def test_the_queue_has_the_shape_of_the_contract_and_the_riskiest_first(clinic):
    entries = json.loads(clinic("queue", "--json").out)["entries"]

    assert sorted(entries[0]) == [
        "article",
        "findings",
        "key",
        "locale",
        "risk",
        "source",
        "state",
        "target",
    ]
    risks = [entry["risk"] for entry in entries]
    order = ["critical-finding", "number", "negation", "unknown-words", "other"]
    assert risks == sorted(risks, key=order.index)
    assert entries[0]["source"] == "Take **two** tablets of 500 mg."


def test_a_sign_off_is_refused_with_reasons(clinic):
    result = clinic("signoff", "fever", "-l", "es", "--as", "ana", status=1)

    assert "Do not drive." in result.err
    assert not list((clinic.workspace.root / "locales" / "es").glob("editions/*/*"))


def test_an_open_finding_stops_bulk_approval_and_sign_off_until_it_is_waived(clinic):
    key = clinic.key("500 mg")
    clinic("edit", "fever", "-l", "es", "--as", "ana", "--unit", key, "--target", "Tome **dos** de quinientos miligramos.")  # fmt: skip
    skipped = clinic("approve", "fever", "-l", "es", "--as", "ana", "--all")
    clinic("approve", "fever", "-l", "es", "--as", "ana", "--unit", key)
    refused = clinic("signoff", "fever", "-l", "es", "--as", "ana", status=1)
    clinic("waive", "fever", "-l", "es", "--as", "ana", "--unit", key, "--check", "numbers", "--reason", "In words.")  # fmt: skip
    clinic("signoff", "fever", "-l", "es", "--as", "ana")

    assert f"skipped {key}" in skipped.err
    assert "critical finding of numbers" in refused.err
    assert json.loads(clinic("check", "--json").out)["findings"][0]["waived"]


def test_a_waiver_falls_when_the_text_changes(clinic):
    key = clinic.key("500 mg")
    for text in ("Tome **dos** de quinientos miligramos.", "Tome **dos** de quinientos mg."):
        clinic("edit", "fever", "-l", "es", "--as", "ana", "--unit", key, "--target", text)
        clinic("approve", "fever", "-l", "es", "--as", "ana", "--unit", key)
        if "miligramos" in text:
            clinic("waive", "fever", "-l", "es", "--as", "ana", "--unit", key, "--check", "numbers", "--reason", "In words.")  # fmt: skip

    assert clinic("check", status=1).out.count("(waived)") == 0


def test_a_later_edit_of_the_catalog_changes_nothing_on_the_site(clinic):
    clinic.sign()
    clinic("pages")
    before = clinic.page()
    path = clinic.workspace.catalog("fever", "es")
    path.write_text(path.read_text(encoding="utf-8").replace("500", "50"), encoding="utf-8")
    clinic("pages")

    assert clinic.page() == before
    assert json.loads(clinic("status", "--json").out)["articles"][0]["approved"] < 4


def test_a_rejected_entry_leaves_the_queue_and_tells_the_translator_why(clinic):
    key = clinic.key("Do not drive")
    clinic("reject", "fever", "-l", "es", "--as", "ana", "--unit", key, "--reason", "The\nnot is lost.", "--severity", "critical")  # fmt: skip
    keys = [item["key"] for item in json.loads(clinic("queue", "--json").out)["entries"]]
    catalog = catalogs.read(clinic.workspace, clinic.workspace.catalog("fever", "es"))
    entry = next(entry for entry in catalog.entries if entry.unit.key == key)

    assert key not in keys
    assert entry.comment == "rejected by a clinician (accuracy, critical): The not is lost."
    assert entry.fuzzy


def test_a_decision_can_be_taken_back(clinic):
    key = clinic.key("Do not drive")
    said = clinic(
        "reject", "fever", "-l", "es", "--as", "ana", "--unit", key, "--reason", "No."
    ).out
    clinic("retract", said.split()[1], "--as", "ana")

    assert key in [item["key"] for item in json.loads(clinic("queue", "--json").out)["entries"]]


def test_withdrawing_takes_the_page_down_at_once_and_signing_again_brings_it_back(clinic):
    clinic.sign()
    clinic("pages")
    clinic("withdraw", "fever", "-l", "es", "--as", "ana", "--reason", "A wrong dose.")
    report = json.loads(clinic("pages", "--json").out)
    taken_down = clinic.page()
    clinic("signoff", "fever", "-l", "es", "--as", "ana")
    clinic("pages")

    assert report["notices"] == ["output/site/es/fever/index.html"]
    assert "<article>" not in taken_down
    assert "Esta traducción no está disponible por el momento." in taken_down
    assert not (clinic.workspace.site / "es" / "fever" / "review.json").exists() or clinic.page()
    assert "<article>" in clinic.page()
    clinic("verify")


def change_source(clinic, old, new):
    path = clinic.workspace.source / "fever.md"
    path.write_text(path.read_text().replace(old, new))
    clinic("build")


@pytest.mark.parametrize(
    ("change", "stands", "banner"),
    [("editorial", True, False), ("substantive", True, True), ("safety", False, False)],
)
def test_what_a_source_change_does_depends_on_what_a_clinician_says_of_it(
    clinic, change, stands, banner
):
    clinic.sign()
    change_source(clinic, "Do not drive.", "Never drive.")
    unclassified = clinic.page()
    clinic("classify", "fever", change, "--as", "ana", "--reason", "Read it.")
    clinic("pages")

    assert "<article>" not in unclassified
    assert ("<article>" in clinic.page()) is stands
    assert ("Es posible que esta página no esté al día." in clinic.page()) is banner
    clinic("verify")


def test_an_unclassified_change_of_a_standard_article_leaves_its_page_with_a_notice(
    tmp_path, salerno
):
    workspace = make_workspace(tmp_path / "w", locales=("es",), engines=("pseudo",))
    path = workspace.root / "salerno.toml"
    path.write_text(path.read_text().replace('risk = "critical"', 'risk = "standard"'))
    write(workspace, "source/fever.md", ARTICLE)
    clinic = _Run(workspace, salerno)
    clinic("build")
    clinic.add("ana", "clinician", "linguist")
    clinic.sign()
    change_source(clinic, "Do not drive.", "Never drive.")

    assert "<article>" in clinic.page()
    assert 'role="note"' in clinic.page()


def test_reformatting_the_source_changes_nothing(clinic):
    clinic.sign()
    change_source(clinic, "# Fever\n\nTake **two** tablets of 500 mg.", "Fever\n=====\n\nTake **two**\ntablets of 500 mg.")  # fmt: skip
    report = json.loads(clinic("pages", "--json").out)

    assert "output/site/es/fever/index.html" in report["published"]


def test_the_byline_names_only_who_agreed_to_it(clinic):
    clinic.add("ben", "linguist")
    clinic.sign("site", by="ben")
    clinic("approve", "fever", "-l", "es", "--as", "ben", "--all")
    clinic("signoff", "fever", "-l", "es", "--as", "ben")
    clinic("signoff", "fever", "-l", "es", "--as", "ana", "--meaning", "medical-review")
    clinic("pages")
    page, proof = clinic.page(), json.dumps(clinic.evidence(), ensure_ascii=False)

    assert "Revisión médica de esta traducción: Dr. Ana Smith, MD, Example Clinic," in page
    assert "Revisión lingüística de esta traducción: lingüista, MD, Example Clinic," in page
    assert "Ben Smith" not in page + proof


def test_the_reviewer_of_the_source_is_not_taken_for_one_of_the_translation(clinic):
    clinic.sign()
    clinic("pages")

    assert "Dr. Source hizo la revisión médica del texto original." in clinic.page()
    assert "Dr. Source" not in json.dumps(clinic.evidence()["reviewers"])


def test_two_people_are_needed_where_the_workspace_says_so(clinic):
    path = clinic.workspace.root / "salerno.toml"
    path.write_text(path.read_text().replace("two_person = false", "two_person = true"))
    clinic.sign()
    alone = json.loads(clinic("pages", "--json").out)["withheld"][0]["reasons"]
    clinic.add("ben", "linguist")
    clinic("signoff", "fever", "-l", "es", "--as", "ben")
    clinic("pages")

    assert "the sign-offs must come from two people" in alone
    assert "<article>" in clinic.page()
    clinic("verify")


def test_an_article_that_is_removed_is_unpublished_and_its_record_stays(clinic):
    clinic.sign()
    clinic("pages")
    (clinic.workspace.source / "fever.md").unlink()
    clinic("pages")

    assert not clinic.page()
    assert not (clinic.workspace.site / "es" / "fever").exists()
    assert clinic.workspace.ledger("fever", "es").exists()


def test_the_report_tells_everything_and_escapes_it(clinic):
    key = clinic.key("Do not drive")
    clinic("comment", "fever", "-l", "es", "--as", "ana", "--unit", key, "--reason", "<script>alert(1)</script>")  # fmt: skip
    clinic.sign()
    clinic("pages")
    clinic("report", "fever", "-l", "es")
    html = (clinic.workspace.root / "output/reports/es/fever.html").read_text(encoding="utf-8")

    assert "Do not drive." in html
    assert "pseudo" in html
    assert "approve in bulk" in html
    assert "signoff, signature valid: linguistic-review and medical-review" in html
    assert "everything holds" in html
    assert "<script>" not in html


def answers(monkeypatch, *lines):
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def states(clinic):
    return json.loads(clinic("status", "--json").out)["articles"][0]


def test_the_terminal_review_goes_through_the_queue_and_saves_each_decision(clinic, monkeypatch):
    answers(
        monkeypatch, "?", "a", "e", "No conduzca.", "a", "r", "", "critical", "Wrong.", "s", "q"
    )
    out = clinic("review", "fever", "-l", "es", "--as", "ana").out

    assert "4 entries wait in es." in out
    assert "Source: Take **two** tablets of 500 mg." in out
    assert "a  approve this text" in out
    assert "Saved. Look at it again:" in out
    assert "4 decisions were made; all of them are saved." in out
    assert states(clinic)["approved"] == 2


def test_undo_gives_an_entry_its_text_and_its_flag_back(clinic, monkeypatch):
    before = clinic.workspace.catalog("fever", "es").read_bytes()
    answers(monkeypatch, "e", "Tome **dos** tabletas de 500 mg.", "a", "u", "u", "q")
    out = clinic("review", "fever", "-l", "es", "--as", "ana").out

    assert out.count("Undone:") == 2
    assert clinic.workspace.catalog("fever", "es").read_bytes() == before


def test_a_session_that_breaks_off_loses_nothing(clinic, monkeypatch):
    answers(monkeypatch, "a")
    clinic("review", "fever", "-l", "es", "--as", "ana")

    assert states(clinic)["approved"] == 1


def test_a_text_that_changed_since_it_was_shown_is_not_approved(clinic, monkeypatch):
    path = clinic.workspace.catalog("fever", "es")

    def translator_saves(*arguments):
        path.write_text(path.read_text(encoding="utf-8").replace("500", "5"), encoding="utf-8")
        monkeypatch.setattr("salerno.pipeline.decide.record", record)
        return record(*arguments)

    monkeypatch.setattr("salerno.pipeline.decide.record", translator_saves)
    answers(monkeypatch, "a", "q")
    out = clinic("review", "fever", "-l", "es", "--as", "ana").out

    assert "was changed since it was shown; nothing was written" in out
    assert states(clinic)["approved"] == 0


def test_the_difference_to_the_last_approved_text_is_shown_in_signs(clinic, monkeypatch):
    key = clinic.key("Do not drive")
    for text in ("No conduzca hoy.", "No conduzca mañana."):
        clinic("edit", "fever", "-l", "es", "--as", "ana", "--unit", key, "--target", text)
        if "hoy" in text:
            clinic("approve", "fever", "-l", "es", "--as", "ana", "--unit", key)
    answers(monkeypatch, "s", "s", "s", "s", "q")
    out = clinic("review", "fever", "-l", "es", "--as", "ana").out

    assert "Since the last approved text: No conduzca [-hoy-]{+mañana+}." in out


def test_the_terminal_review_has_no_colour_and_no_cursor_movement(clinic, monkeypatch):
    answers(monkeypatch, "q")

    assert "\x1b" not in clinic("review", "-l", "es", "--as", "ana").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["approve", "fever", "-l", "es", "--as", "bob", "--all"], "no reviewer 'bob'"),
        (["approve", "fever", "-l", "es", "--as", "ana", "--unit", "0" * 12], "no unit '000000000000'"),
        (["approve", "fever", "-l", "es", "--as", "ana"], "--unit KEY, or --all"),
        (["approve", "cough", "-l", "es", "--as", "ana", "--all"], "no article 'cough'"),
        (["approve", "fever", "-l", "fr", "--as", "ana", "--all"], "no locale 'fr'"),
        (["withdraw", "fever", "-l", "es", "--as", "ana", "--reason", "x"], "no edition of fever in es is signed"),
        (["classify", "fever", "editorial", "--as", "ana", "--reason", "x"], "no edition of fever is out of date"),
        (["retract", "12345678", "--as", "ana"], "no event '12345678'"),
        (["report", "fever", "-l", "fr"], "no locale 'fr'"),
        (["reviewer", "add", "ana", "--name", "X", "--role", "linguist", "-l", "es", "--credential", "c"], "there is a reviewer 'ana' already"),
        (["reviewer", "add", "../x", "--name", "X", "--role", "linguist", "-l", "es", "--credential", "c"], "no reviewer's id"),
        (["reviewer", "add", "x", "--name", "X", "--role", "linguist", "-l", "zh", "--credential", "c"], "zh-Hans or zh-Hant"),
    ],
)  # fmt: skip
def test_wrong_use_gets_one_clear_line_and_status_2(clinic, arguments, message):
    result = clinic(*arguments, status=2)

    assert message in result.err
    assert "Traceback" not in result.err


def test_a_wrong_passphrase_signs_nothing(clinic, monkeypatch):
    clinic("approve", "fever", "-l", "es", "--as", "ana", "--all")
    monkeypatch.setenv("SALERNO_PASSPHRASE", "wrong")
    result = clinic("signoff", "fever", "-l", "es", "--as", "ana", status=2)

    assert "the passphrase does not open this key" in result.err
    assert "wrong" not in re.sub("passphrase.*", "", result.err)


def test_without_a_terminal_the_passphrase_has_to_be_in_the_environment(clinic, monkeypatch):
    clinic("approve", "fever", "-l", "es", "--as", "ana", "--all")
    monkeypatch.delenv("SALERNO_PASSPHRASE")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    result = clinic("signoff", "fever", "-l", "es", "--as", "ana", status=2)

    assert "SALERNO_PASSPHRASE" in result.err


def test_an_arabic_page_with_isolated_doses_is_published_and_proves_itself(tmp_path, salerno):
    workspace = make_workspace(tmp_path / "clinic", locales=("ar",), engines=("pseudo",))
    article = "---\ntitle: Fever 38.5–40 °C\ndescription: Take 5 mg.\n---\n\nTake 2–3 tablets of **5** mg.\n"
    write(workspace, "source/fever.md", article)
    targets = {
        "Fever 38.5–40 °C": "حمى 38.5–40 °C",
        "Take 5 mg.": "خذ 5 mg.",
        "Take 2–3 tablets of **5** mg.": "خذ ٢–٣ أقراص من **5** mg.",
    }
    run = _Run(workspace, salerno)
    run("build")
    _translate(workspace, "fever", "ar", targets)
    register(workspace, "ana", "clinician", "linguist", locales=("ar",))
    for slug in ("site", "fever"):
        sign(workspace, slug, "ar")
    run("pages")
    proof = json.loads(run("verify", "--json").out)
    html = run.page("ar")

    assert '<bdi dir="ltr"><bdi dir="ltr">٢</bdi>–<bdi dir="ltr">٣</bdi></bdi>' in html
    assert '<bdi dir="ltr"><strong>5</strong> mg</bdi>' in html
    assert "<title>حمى \u206638.5–40 °C\u2069</title>" in html
    assert "<h1>حمى \u206638.5–40 °C\u2069</h1>" in html
    assert 'content="خذ \u20665 mg\u2069."' in html
    problems = {page["path"]: page["problems"] for page in proof["pages"]}
    assert problems["ar/fever/index.html"] == []


def _translate(workspace, article, locale, targets):
    path = workspace.catalog(article, locale)
    catalog = catalogs.read(workspace, path)
    entries = [
        replace(entry, targets=(targets[entry.unit.source],), fuzzy=False)
        for entry in catalog.entries
    ]
    catalogs.write(workspace, path, replace(catalog, entries=tuple(entries)))
