"""`make demo`: the whole way from an article to a published page, and a forgery that is caught.

Runs the real commands in a throwaway folder, says what it does, and leaves the folder for looking around.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCALE, ARTICLE, REVIEWER = "es", "ketamine-for-anxiety", "demo"


class Demo:
    """A walk through a workspace; every step is checked, so the demo is a test as well."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = os.environ | {"SALERNO_PASSPHRASE": "only for the demo"}

    def salerno(self, *arguments: str, status: int = 0) -> str:
        """Run a command, show it, and insist on its exit status."""
        print(f"\n$ salerno {' '.join(arguments)}")
        done = subprocess.run(
            [sys.executable, "-m", "salerno", *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        for line in (done.stdout + done.stderr).splitlines()[:14]:
            print(f"  {line[:150]}")
        if done.returncode != status:
            print(done.stdout, done.stderr, sep="\n")
            sys.exit(f"expected exit status {status}, got {done.returncode}")
        return done.stdout

    @property
    def page(self) -> Path:
        return self.folder / "output" / "site" / LOCALE / ARTICLE / "index.html"

    def change(self, path: Path, old: str, new: str) -> None:
        """Edit a file as somebody with an editor would."""
        text = path.read_text(encoding="utf-8")
        if old not in text:
            sys.exit(f"{path} does not hold {old!r}")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        print(f"\n(somebody edits {path.relative_to(self.folder)}: {old!r} becomes {new!r})")

    def caught(self, path: Path, old: str, new: str, command: str) -> None:
        """Forge something, see that it is caught and named, and undo it."""
        before = path.read_bytes()
        self.change(path, old, new)
        said = self.salerno(*command.split(), status=1)
        if not said.strip():
            sys.exit("nothing was named")
        path.write_bytes(before)


def say(text: str) -> None:
    print(f"\n— {text}")


def main() -> None:
    """Walk the whole way."""
    folder = Path(tempfile.mkdtemp(prefix="salerno-demo-")) / "clinic"
    demo = Demo(folder)
    say("A new workspace with the sample article, drafted in Spanish")
    demo.folder = folder.parent
    demo.salerno("init", str(folder))
    demo.folder = folder
    settings = folder / "salerno.toml"
    settings.write_text(settings.read_text().replace('["es", "fr"]', '["es"]'), encoding="utf-8")
    source = folder / "source" / f"{ARTICLE}.md"
    source.write_bytes((ROOT / "source" / source.name).read_bytes())
    demo.salerno("build")
    if json.loads(demo.salerno("status", "--json"))["articles"][0]["missing"]:
        say("Apertium is not installed, so a pseudo-translation stands in for its drafts")
        demo.salerno("draft", "--engine", "pseudo")

    say("A bilingual clinician is registered; her key is made here, under her passphrase")
    demo.salerno("reviewer", "add", REVIEWER, "--name", "Dr. Demo Reviewer", "--role", "clinician", "--role", "linguist", "-l", LOCALE, "--credential", "MD", "--organisation", "Example Clinic", "--public-name")  # fmt: skip
    say("Nothing can be signed yet")
    demo.salerno("signoff", ARTICLE, "-l", LOCALE, "--as", REVIEWER, status=1)

    review(demo)
    forge(demo)
    outdate(demo)
    say(f"All of it is in {folder} for looking around; the page is {demo.page}")


def review(demo: Demo) -> None:
    """Mend one entry, answer for findings, approve, sign, publish."""
    say("She mends the riskiest entry, answers for what a check says of it, and approves the rest")
    waiting = json.loads(demo.salerno("queue", "-l", LOCALE, "--json"))["entries"]
    first = next(entry for entry in waiting if entry["article"] == ARTICLE)
    mended = (
        "Según un informe de investigación, mejoró entre el cincuenta y cinco y el setenta por ciento de "
        "los pacientes. Todavía hay muchos estudios en marcha, y no ayuda a todo el mundo."
    )
    risky = next((e for e in waiting if "55 and 70" in e["source"]), first)
    demo.salerno(
        "edit", ARTICLE, "-l", LOCALE, "--as", REVIEWER, "--unit", risky["key"], "--target", mended
    )
    findings = json.loads(demo.salerno("check", "-l", LOCALE, "--json", status=check_status(demo)))[
        "findings"
    ]
    for finding in {(f["article"], f["key"], f["check"]): f for f in findings}.values():
        demo.salerno("waive", finding["article"], "-l", LOCALE, "--as", REVIEWER, "--unit", finding["key"], "--check", finding["check"], "--reason", "The same figures, written in words.")  # fmt: skip
    for article in ("site", ARTICLE):
        demo.salerno("approve", article, "-l", LOCALE, "--as", REVIEWER, "--all")
        demo.salerno("signoff", article, "-l", LOCALE, "--as", REVIEWER)
    say("The page is published, and proves itself")
    demo.salerno("pages")
    demo.salerno("verify")
    demo.salerno("ledger", "verify")
    demo.salerno("report", ARTICLE, "-l", LOCALE)


def check_status(demo: Demo) -> int:
    """Return what `check` exits with just now."""
    command = [sys.executable, "-m", "salerno", "check", "-l", LOCALE]
    return subprocess.run(command, cwd=demo.folder, capture_output=True, check=False).returncode


def forge(demo: Demo) -> None:
    """Change a catalog, the page, the edition and the ledger, one after the other."""
    say("A later edit of the catalog changes nothing on the site")
    published = demo.page.read_bytes()
    catalog = demo.folder / "locales" / LOCALE / "LC_MESSAGES" / f"{ARTICLE}.po"
    demo.change(catalog, "cincuenta y cinco", "quince")
    demo.salerno("pages")
    if demo.page.read_bytes() != published:
        sys.exit("the page was changed")
    demo.change(catalog, "quince", "cincuenta y cinco")
    say("One word of the article is changed on the page")
    demo.caught(demo.page, "cincuenta y cinco", "treinta y cinco", "verify")
    say("One byte is changed in the edition")
    edition = next((demo.folder / "locales" / LOCALE / "editions" / ARTICLE).glob("*.json"))
    demo.caught(edition, "cincuenta y cinco", "cuarenta y cinco", "ledger verify")
    say("One byte is changed in the ledger")
    ledger = demo.folder / "locales" / LOCALE / "decisions" / f"{ARTICLE}.jsonl"
    demo.caught(ledger, '"type":"approve"', '"type":"comment"', "ledger verify")


def outdate(demo: Demo) -> None:
    """Change the source: the page gives way, and comes back when the change is classified."""
    say("The source is edited: the translation is out of date, and its page gives way to a notice")
    source = demo.folder / "source" / f"{ARTICLE}.md"
    demo.change(source, "Everybody worries", "Everyone worries")
    demo.salerno("build")
    if "<article>" in demo.page.read_text(encoding="utf-8"):
        sys.exit("the page still stands")
    say("A clinician says that the change was editorial: the page is back")
    demo.salerno("classify", ARTICLE, "editorial", "--as", REVIEWER, "--reason", "Another word, the same meaning.")  # fmt: skip
    demo.salerno("pages")
    if "<article>" not in demo.page.read_text(encoding="utf-8"):
        sys.exit("the page is still gone")
    demo.salerno("verify")


if __name__ == "__main__":
    main()
