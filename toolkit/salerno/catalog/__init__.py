"""Bring a catalog up to date with its template: kept, moved, changed (fuzzy), gone.

Nothing a person wrote is dropped here: a translation stays with its unit wherever that moves, goes on
as a fuzzy proposal where the unit was reworded, and becomes obsolete where the unit is gone.
"""

from salerno.catalog.merge import Clash, Merged, Wording, merged
from salerno.catalog.template import forms_of, paired, template
from salerno.catalog.update import SOURCE_DIGEST, template_catalog, updated

__all__ = [
    "SOURCE_DIGEST",
    "Clash",
    "Merged",
    "Wording",
    "forms_of",
    "merged",
    "paired",
    "template",
    "template_catalog",
    "updated",
]
