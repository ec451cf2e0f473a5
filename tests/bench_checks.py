"""What checks catch, and what they cry wolf on: `make bench-checks`.

Prints Markdown tables. Recall: a bad translation counts as caught if it has a finding that the good
one of the pair has not. False alarms: segments of human translations with a finding, each of them
false until shown otherwise. Pairs into English are turned round, for a page's source is English.
"""

from __future__ import annotations

import argparse
import gzip
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polib

from salerno import plugins
from salerno.checks import findings_of
from salerno.model import Entry, Severity, Syntax, Unit

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
CRITICAL = frozenset({Severity.CRITICAL})
BLOCKING = frozenset({Severity.CRITICAL, Severity.MAJOR})
LOCALES = {"zh": "zh-Hans", "es-LA": "es-419"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A source with a good translation, and perhaps a bad one."""

    name: str
    set: str
    locale: str
    phenomenon: str
    source: str
    good: str
    bad_source: str = ""
    bad: str = ""

    def syntax(self):
        return Syntax.MARKDOWN if self.set == "hazards" else Syntax.PLAIN


def rows(path):
    """Yield the lines of a table by column."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as file:
        names = next(file).rstrip("\n").split("\t")
        for line in file:
            yield dict(zip(names, line.rstrip("\n").split("\t"), strict=True))


def hazards():
    for row in rows(DATA / "hazards" / "dev.tsv"):
        source = row["source"]
        yield Pair(
            row["id"], "hazards", row["locale"], row["phenomenon"], source, row["good"],
            source, row["bad"],
        )  # fmt: skip


def contrastive():
    for row in rows(DATA / "errors" / "contrastive.tsv.gz"):
        source, good, bad = row["source"], row["good"], row["bad"]
        name, sets, phenomenon = row["id"], row["set"], row["phenomenon"]
        left, _, right = row["lang_pair"].rpartition("-")
        if left == "en" or left.startswith("en-"):
            locale = row["lang_pair"].partition("-")[2]
            locale = LOCALES.get(locale, locale)
            yield Pair(name, sets, locale, phenomenon, source, good, source, bad)
        elif right == "en":
            yield Pair(name, sets, LOCALES.get(left, left), phenomenon, good, source, bad, source)


def tico():
    for path in sorted((DATA / "tico19").glob("en-*.tsv.gz")):
        tag = path.name.removeprefix("en-").removesuffix(".tsv.gz")
        for row in rows(path):
            yield Pair(row["id"], "tico19", LOCALES.get(tag, tag), "", row["source"], row["target"])


def clean():
    for row in rows(DATA / "errors" / "clean.tsv.gz"):
        tag = row["lang_pair"].removeprefix("en-")
        locale = LOCALES.get(tag, tag)
        yield Pair(row["id"], f"clean {row['kind']}", locale, "", row["source"], row["target"])


def found(source, target, pair):
    """Return the findings on a target that block a page."""
    entry = Entry(Unit(source, syntax=pair.syntax()), (target,))
    return [
        finding
        for _, finding in findings_of(entry, pair.locale)
        if finding.severity in BLOCKING
    ]  # fmt: skip


@cache
def good_findings(pair):
    return found(pair.source, pair.good, pair)


@cache
def caught(pair):
    """Return the findings on the bad translation that the good one has not."""
    known = Counter((finding.check, finding.message) for finding in good_findings(pair))
    new = []
    for finding in found(pair.bad_source, pair.bad, pair):
        same = (finding.check, finding.message)
        known[same] -= 1
        if known[same] < 0:
            new.append(finding)
    return new


def share(part, whole, digits=0):
    return f"{100 * part / whole:.{digits}f} %" if whole else "–"


def table(head, lines):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for line in lines:
        print("| " + " | ".join(str(cell) for cell in line) + " |")
    print()


def blocked(findings, severities):
    return any(finding.severity in severities for finding in findings)


def checks_of(findings):
    """Return `numbers 12, length 1`: in how many segments each check spoke."""
    counts = Counter(check for each in findings for check in {finding.check for finding in each})
    return ", ".join(f"{check} {count}" for check, count in counts.most_common()) or "–"


def recall(pairs):
    """Print what is caught, by set, phenomenon and locale."""
    groups = defaultdict(list)
    for pair in pairs:
        if pair.bad:
            groups[pair.set, pair.phenomenon, pair.locale].append(pair)
            groups[pair.set, pair.phenomenon, "**all**"].append(pair)
    lines = []
    for (name, phenomenon, locale), group in sorted(groups.items()):
        new = [caught(pair) for pair in group]
        critical = sum(blocked(each, CRITICAL) for each in new)
        either = sum(blocked(each, BLOCKING) for each in new)
        size = len(group)
        lines.append(
            (name, phenomenon, locale, size, f"{critical} ({share(critical, size)})",
             f"{either} ({share(either, size)})", checks_of(new))
        )  # fmt: skip
    print("## Recall\n")
    head = ("set", "phenomenon", "locale", "pairs", "critical", "critical or major", "by check")
    table(head, lines)


def alarms(pairs):
    """Print how many good translations have a finding, by set and locale."""
    groups = defaultdict(list)
    for pair in pairs:
        sets = pair.set if pair.phenomenon in {"", "control"} else f"{pair.set}, good sides"
        sets = f"{sets}, controls" if pair.phenomenon == "control" else sets
        groups[sets, pair.locale].append(pair)
    lines = []
    for (name, locale), group in sorted(groups.items()):
        group = list({(pair.source, pair.good): pair for pair in group}.values())  # noqa: PLW2901
        findings = [good_findings(pair) for pair in group]
        size = len(group)
        counts = [sum(blocked(each, those) for each in findings) for those in (CRITICAL, BLOCKING)]
        critical = [[f for f in each if f.severity is Severity.CRITICAL] for each in findings]
        major = [[f for f in each if f.severity is Severity.MAJOR] for each in findings]
        lines.append(
            (name, locale, size, *(f"{count} ({share(count, size, 1)})" for count in counts),
             checks_of(critical), checks_of(major))
        )  # fmt: skip
    print("## False alarms\n")
    head = ("set", "locale", "segments", "critical", "critical or major", "critical by check")
    table((*head, "major by check"), lines)


def speed(pairs):
    """Print the CPU time of each check alone, and of all: what several look for is found once."""
    pairs = [pair for pair in pairs if not pair.bad][:3000]
    units = [(Entry(Unit(pair.source), (pair.good,)), pair.locale) for pair in pairs]
    for entry, locale in units:
        list(findings_of(entry, locale))
    lines = []
    for name in (*plugins.names("checks"), "**all together**"):
        names = None if name.startswith("*") else (name,)
        start = time.process_time()
        for entry, locale in units:
            list(findings_of(entry, locale, names))
        taken = (time.process_time() - start) / len(units)
        lines.append((name, f"{1e6 * taken:.0f}", f"{1 / taken:,.0f}"))
    print("## Speed\n")
    table(("check", "CPU µs per entry", "entries per second"), lines)


def peers(pairs, python):
    """Print what the checks of Translate Toolkit catch on the hazards, run as a program of its own."""
    pofilter = Path(python).with_name("pofilter")
    if not pofilter.exists():
        print(f"no {pofilter}: Translate Toolkit is left out\n")
        return
    said = {side: _pofilter(pofilter, pairs, side) for side in ("good", "bad")}
    groups = defaultdict(list)
    for pair in pairs:
        groups[pair.phenomenon].append(pair)
    lines = []
    for phenomenon, group in sorted(groups.items()):
        size = len(group)
        bad = [pair for pair in group if pair.bad]
        theirs = sum(bool(said["bad"][pair.name] - said["good"][pair.name]) for pair in bad)
        noise = sum(bool(said["good"][pair.name]) for pair in group)
        ours = sum(bool(caught(pair)) for pair in bad)
        false = sum(bool(good_findings(pair)) for pair in group)
        lines.append((phenomenon, len(bad), ours, theirs, size, false, noise))
    print(
        "## Beside Translate Toolkit, on the hazards (any of its checks; our critical or major)\n"
    )
    head = ("phenomenon", "pairs", "caught: Salerno", "Translate Toolkit", "good sides")
    table((*head, "false alarms: Salerno", "Translate Toolkit"), lines)


def _pofilter(program, pairs, side):
    """Return the names of the checks that speak on each pair."""
    said = defaultdict(set)
    by_locale = defaultdict(list)
    for pair in pairs:
        by_locale[pair.locale].append(pair)
    with tempfile.TemporaryDirectory() as folder:
        for locale, group in by_locale.items():
            file = polib.POFile()
            file.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": locale}
            for pair in group:
                if text := getattr(pair, side):
                    file.append(polib.POEntry(msgid=pair.source, msgctxt=pair.name, msgstr=text))
            path = Path(folder) / f"{locale}.po"
            file.save(str(path))
            out = path.with_suffix(".out.po")
            language = locale.replace("zh-Hans", "zh_CN").replace("-", "_")
            subprocess.run(
                [program, f"--language={language}", "--progress=none", path, out],
                check=True, capture_output=True,
            )  # fmt: skip
            for entry in polib.pofile(str(out)) if out.exists() else ():
                notes = f"{entry.comment}\n{entry.tcomment}".replace("# ", "")
                for line in notes.splitlines():
                    if line.startswith("(pofilter) "):
                        said[entry.msgctxt].add(line.split()[1].rstrip(":"))
    return said


def show(pair, findings):
    print(f"{pair.name[-60:]} [{pair.set} {pair.locale} {pair.phenomenon}]")
    print(f"  source {pair.bad_source or pair.source}")
    if pair.bad:
        print(f"  bad    {pair.bad}")
    print(f"  good   {pair.source if pair.source != pair.bad_source and pair.bad else pair.good}")
    for finding in findings:
        print(f"  {finding.severity} {finding.check}: {finding.message}")


def chosen(pairs, options):
    for each in options.locale or ():
        pairs = [pair for pair in pairs if pair.locale.startswith(each)]
    if options.set:
        pairs = [pair for pair in pairs if pair.set.startswith(options.set)]
    return list(sampled(pairs, options.sample)) if options.sample else pairs


def sampled(pairs, size):
    """Yield about `size` pairs of each set, spread evenly, always the same ones."""
    sets = defaultdict(list)
    for pair in pairs:
        sets[pair.set].append(pair)
    for group in sets.values():
        yield from group[:: max(1, len(group) // size)]


def parsed():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", metavar="PHENOMENON", help="print the pairs not caught")
    parser.add_argument("--alarms", metavar="LOCALE", help="print the good translations blamed")
    parser.add_argument("--check", help="with --alarms: only this check's")
    parser.add_argument("--locale", action="append", help="only this one")
    parser.add_argument("--set", help="only hazards, bio-mqm, demetr, distil, tico19 or clean")
    parser.add_argument("--sample", type=int, help="about so many of each collection")
    parser.add_argument("--critical", action="store_true", help="leave major findings out")
    parser.add_argument("--peers", metavar="PYTHON", default=sys.executable,
                        help="of an environment that holds translate-toolkit")  # fmt: skip
    return parser.parse_args()


def main():
    if not DATA.is_dir():
        print(f"skipped: there is no {DATA.relative_to(DATA.parents[2])} to measure on")
        return
    options = parsed()
    severities = CRITICAL if options.critical else BLOCKING
    bad, good = [*hazards(), *contrastive()], [*tico(), *clean()]
    bad, good = chosen(bad, options), chosen(good, options)
    if options.misses:
        for pair in bad:
            matches = pair.phenomenon.startswith(options.misses)
            if pair.bad and matches and not blocked(caught(pair), severities):
                show(pair, caught(pair))
        return
    if options.alarms:
        for pair in (*bad, *good):
            findings = [
                finding
                for finding in good_findings(pair)
                if finding.severity in severities and options.check in {None, finding.check}
            ]
            if pair.locale.startswith(options.alarms) and findings:
                show(pair, findings)
        return
    recall(bad)
    alarms([*bad, *good])
    speed(good)
    peers([pair for pair in bad if pair.set == "hazards"], options.peers)


if __name__ == "__main__":
    main()
