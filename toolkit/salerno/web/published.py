"""Whether the files let a page be published: asked for each article again and again, so it is remembered."""

from __future__ import annotations

from salerno.errors import SalernoError
from salerno.model import SITE
from salerno.pipeline.inputs import Inputs
from salerno.pipeline.status import is_publishable
from salerno.store import articles
from salerno.store.workspace import Workspace
from salerno.web.desk.models import Part

_MOST = 100_000
_known: dict[tuple[str, str, str], bool] = {}
"""By article, locale and the digest of all that counts; the same for whoever asks."""


class Publishable:
    """What can be published of a workspace, as its files are while somebody asks."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the workspace; each file is read when it is first needed."""
        self._workspace = workspace
        self._inputs = Inputs(workspace)

    def of(self, part: Part) -> bool:
        """Return whether `pages` would publish an article; what cannot be read is not published."""
        if not part.edition:
            return False
        try:
            key = (part.article, part.locale, self._digest(part))
            if key not in _known:
                if len(_known) >= _MOST:
                    _known.clear()
                _known[key] = is_publishable(self._workspace, part.article, part.locale)
            return _known[key]
        except SalernoError:
            return False

    def _digest(self, part: Part) -> str:
        if part.article == SITE:
            return self._inputs.common + self._inputs.site(part.locale)
        article = articles.load(self._workspace, part.article)
        return self._inputs.localized(article, part.locale)
