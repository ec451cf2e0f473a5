"""Measures how long translations are, and prints the rows of `checks/_lengths.py`.

Of the data only TICO-19 (CC0) and the clean segments of bio-MQM (Apache-2.0) are read. French rows of
TICO-19 are left out: about 8 % of its references are translations of other sentences.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from bench_checks import clean, tico
from salerno.checks._clauses import Clauses, clauses
from salerno.checks._lengths import BASE, GROWTH, Band
from salerno.checks.completeness import _SHORTEST_SOURCE, _gained, _lost

SHARE, MARGIN = 0.98, 1.2
"""A limit is beyond what so many translations stay within, times this: to count the last few of a
thousand would be to learn from the rows that are wrong."""
LEAST_OF_PEOPLE = (2.0, 3.3)
LEAST_OF_MACHINES = (2.5, 3.9)
"""Limits, short and long, where most of the data is machines': they keep closer to the source."""
LEAST_SPREAD = 0.53
"""Part of the rate, for the same reason."""
LONGEST = 140
"""Letters of the segments that limits are measured on: in longer ones sentences are missing."""
FEWEST = 100


@dataclass(frozen=True, slots=True)
class Row:
    set: str
    said: Clauses
    found: Clauses

    @property
    def lengths(self):
        kept = self.said.kept(self.found)
        return self.said.letters - kept, self.found.letters - kept


def measured(rows):
    """Return the band of a language."""
    lengths = [row.lengths for row in rows]
    rate = median(found / said for said, found in lengths)
    off = sorted((found - rate * said) / (said + BASE) ** GROWTH for said, found in lengths)
    spread = max((quantile(off, 0.95) - quantile(off, 0.05)) / 3.29, LEAST_SPREAD * rate)
    usual = Band(rate, spread)
    people = sum(row.set in {"tico19", "clean ref"} for row in rows) > len(rows) / 2
    least = LEAST_OF_PEOPLE if people else LEAST_OF_MACHINES
    sets = defaultdict(list)
    for row in rows:
        sets[row.set].append(row)
    limits = [limits_of(group, usual) for group in sets.values() if len(group) >= FEWEST]
    short, long = map(max, least, *limits)
    return Band(rate, spread, short, long, measured=True)


def limits_of(rows, usual):
    """Return beyond which scores rows are too short, too long."""
    brief = [row for row in rows if row.lengths[0] <= LONGEST]
    scored = [(usual.deviation(*row.lengths), row.said, row.found) for row in brief]
    short = sorted(-z + _lost(said, found) if z < 0 else 0.0 for z, said, found in scored)
    long = sorted(z + _gained(said, found) if z > 0 else 0.0 for z, said, found in scored)
    return MARGIN * quantile(short, SHARE), MARGIN * quantile(long, SHARE)


def quantile(values, share):
    return values[min(len(values) - 1, int(share * len(values)))]


def main():
    groups = defaultdict(list)
    for pair in (*tico(), *clean()):
        language = pair.locale.partition("-")[0]
        row = Row(pair.set, clauses(pair.source, "en"), clauses(pair.good, language))
        if (language, pair.set) != ("fr", "tico19") and row.lengths[0] >= _SHORTEST_SOURCE:
            groups[language].append(row)
    for language, rows in sorted(groups.items()):
        if len(rows) >= FEWEST:
            usual = measured(rows)
            figures = f"{usual.rate:.3f}, {usual.spread:.3f}, {usual.short:.1f}, {usual.long:.1f}"
            print(f'    "{language}": _measured({figures}),  # {len(rows)} segments')


if __name__ == "__main__":
    main()
