"""What templates of the desk show with marks: differences and highlighted spans. All of it is escaped."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from salerno.model import Cue, Difference, Fate, Highlight, Segment, Segments

register = template.Library()

_TAGS = {Fate.KEPT: "{}", Fate.TAKEN_OUT: "<del>{}</del>", Fate.PUT_IN: "<ins>{}</ins>"}


@register.filter
def shown_difference(difference: Difference) -> SafeString:
    """Show what was taken out and put in."""
    parts = [format_html(_TAGS[stretch.fate], stretch.text) for stretch in difference]
    return format_html_join("", "{}", ((part,) for part in parts))


@register.filter
def shown_segments(segments: Segments) -> SafeString:
    """Show a text with what a reviewer should look at twice."""
    return format_html_join("", "{}", ((_shown(segment),) for segment in segments))


def _shown(segment: Segment) -> SafeString:
    if not segment.highlights:
        return format_html("{}", segment.text)
    classes = " ".join(dict.fromkeys(map(_class, segment.highlights)))
    title = "; ".join(filter(None, map(_title, segment.highlights)))
    return format_html('<mark class="{}" title="{}">{}</mark>', classes, title, segment.text)


def _class(highlight: Highlight) -> str:
    found = highlight.finding
    return found.severity.value if found else highlight.cue.value


def _title(highlight: Highlight) -> str:
    if highlight.finding:
        return f"{highlight.finding.severity}: {highlight.finding.message}"
    if highlight.cue is Cue.QUANTITY:
        return f"{highlight.value} {highlight.unit}".strip()
    return highlight.cue.value
