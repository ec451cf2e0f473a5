"""A page: an article, or a preview of its localization, as one self-contained HTML file."""

from salerno.page.chrome import Chrome, chrome_units
from salerno.page.render import (
    Alternate,
    Preview,
    SitePage,
    render_overview,
    render_page,
    template_sources,
)
from salerno.page.sanitise import sanitised

__all__ = [
    "Alternate",
    "Chrome",
    "Preview",
    "SitePage",
    "chrome_units",
    "render_overview",
    "render_page",
    "sanitised",
    "template_sources",
]
