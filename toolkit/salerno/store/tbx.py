"""TBX (ISO 30042), 2008 and 2019, of any dialect: concepts with their terms, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from salerno.errors import TermbaseError

_CONCEPTS = {"conceptEntry", "termEntry"}
_LANGUAGES = {"langSec", "langSet"}
_TERMS = {"termSec", "tig", "ntig"}
_STATUS = "administrativeStatus"
_STATUSES = {
    "preferredTerm-admn-sts": "preferred",
    "preferredTerm": "preferred",
    "admittedTerm-admn-sts": "admitted",
    "admittedTerm": "admitted",
    "deprecatedTerm-admn-sts": "forbidden",
    "deprecatedTerm": "forbidden",
    "supersededTerm-admn-sts": "forbidden",
    "supersededTerm": "forbidden",
    "notRecommended": "forbidden",
    "obsolete": "forbidden",
}
_SUBJECTS = {"subjectField"}
_DEPTH = 100
"""Of elements; TBX has about ten."""


@dataclass(slots=True)
class Row:
    """A term with what its concept says."""

    id: str
    locale: str
    term: str
    status: str = ""
    subject: str = ""
    definition: str = ""
    line: int = 0


def rows(data: bytes, name: str) -> Iterator[Row]:
    """Yield the terms of a TBX file; raise TermbaseError, with the line, for what is none.

    No entity is resolved, and nothing outside of the file is looked at.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.sax import parseString

    handler = _Handler(name)
    try:
        # A document type may lie elsewhere: nobody goes there, for no entity can be declared.
        parseString(data, handler, forbid_external=False)
    except DefusedXmlException as error:
        raise TermbaseError(
            "holds entities, which a termbase has no need of", where=name
        ) from error
    except SAXException as error:
        line = getattr(error, "getLineNumber", lambda: 0)()
        where = f"{name}:{line}" if line else name
        said = error.getMessage()
        raise TermbaseError(f"no valid XML: {said}", where=where) from error
    if not handler.is_tbx:
        raise TermbaseError("no TBX: its first element is neither tbx nor martif", where=name)
    yield from handler.rows


@dataclass
class _Handler(ContentHandler):
    """Keeps what stands in a concept until it is known what each of its terms is."""

    name: str
    rows: list[Row] = field(default_factory=list)
    is_tbx: bool = False
    _stack: list[str] = field(default_factory=list)
    _concept: str = ""
    _subject: str = ""
    _definition: str = ""
    _begun: int = 0
    _locale: str = ""
    _row: Row | None = None
    _into: str = ""
    _text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._locator: Any = None

    def setDocumentLocator(self, locator: Any) -> None:  # noqa: N802 - SAX names it so
        """Take what knows the line."""
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        """Note where an element begins."""
        name = name.rpartition(":")[2]
        if not self._stack:
            self.is_tbx = name in {"tbx", "martif"}
        self._stack.append(name)
        if len(self._stack) > _DEPTH:
            raise TermbaseError("nests too deep", where=f"{self.name}:{self._line}")
        kind = attrs.get("type", name)
        if name in _CONCEPTS:
            self._concept = attrs.get("id", "") or f"line {self._line}"
            self._subject, self._definition, self._begun = "", "", len(self.rows)
        elif name in _LANGUAGES:
            self._locale = attrs.get("xml:lang", "")
        elif name in _TERMS:
            self._row = Row(self._concept, self._locale, "", line=self._line)
        elif name == "term":
            self._read("term")
        elif kind == _STATUS:
            self._read("status")
        elif kind in _SUBJECTS:
            self._read("subject")
        elif kind == "definition":
            self._read("definition")

    def _read(self, what: str) -> None:
        self._into, self._text = what, []

    @property
    def _line(self) -> int:
        return int(self._locator.getLineNumber()) if self._locator else 0

    def characters(self, content: str) -> None:
        """Keep the text of what is read; a term may hold elements of its own."""
        if self._into:
            self._text.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        """Put what was read where it belongs."""
        name = name.rpartition(":")[2]
        self._stack.pop()
        if name in _TERMS and self._row:
            self.rows.append(self._row)
            self._row = None
        elif name in _CONCEPTS:
            for row in self.rows[self._begun :]:
                row.subject, row.definition = self._subject, self._definition
        elif self._into and name not in {"hi", "foreign", "sc"}:
            self._keep(self._into, " ".join("".join(self._text).split()))
            self._into = ""

    def _keep(self, what: str, text: str) -> None:
        if what == "term" and self._row:
            self._row.term = text
        elif what == "status" and self._row:
            self._row.status = _STATUSES.get(text, text)
        elif what == "subject":
            self._subject = text
        elif what == "definition":
            self._definition = self._definition or text
