"""What WeasyPrint leaves out of the tags of a PDF: languages, and the bodies of list items.

A reading machine has to change its voice with the language (PDF/UA-1, 7.2; WCAG 3.1.2), and an item
of a list holds a label and a body, nothing else (ISO 32000-1, 14.8.4.3.3). WeasyPrint tells the
language of the whole document only, and offers no place to say more, so that the one function which
makes its structure elements is wrapped here. The tests notice if it is ever renamed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

_IN_AN_ITEM = {"/L", "/LBody", "/Lbl"}


@cache
def complete_tags() -> None:
    """Let WeasyPrint write complete tags, from now on."""
    from weasyprint.pdf import tags

    tags._build_box_tree = _completed(tags._build_box_tree)  # noqa: SLF001 - see above


def _completed(build: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def built(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
        for element in build(box, parent, pdf, *rest):
            _tell_language(element, box)
            if element["S"] == "/LI":
                _give_body(element, pdf)
            yield element

    return built


def _tell_language(element: Any, box: Any) -> None:
    import pydyf

    style = getattr(getattr(box, "_box", box), "style", None)
    language = style["lang"] if style is not None else None
    if language and "Lang" not in element:
        element["Lang"] = pydyf.String(language)


def _give_body(item: Any, pdf: Any) -> None:
    """Put what stands loosely in an item, paragraphs mostly, into a body of its own."""
    import pydyf

    kids = [pdf.objects[int(reference.split()[0])] for reference in item["K"]]
    loose = [kid for kid in kids if kid["S"] not in _IN_AN_ITEM]
    if not loose:
        return
    body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "P": item.reference})
    pdf.add_object(body)
    body["Pg"] = item["Pg"]
    body["K"] = pydyf.Array([kid.reference for kid in loose])
    for kid in loose:
        kid["P"] = body.reference
    kept = [kid.reference for kid in kids if kid not in loose]
    item["K"] = pydyf.Array([*kept[:1], body.reference, *kept[1:]])
