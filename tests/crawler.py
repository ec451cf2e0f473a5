"""What a crawler takes from a site: its pages by their addresses, and from each what leads on."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

ADDRESSES = {
    "a": "href", "area": "href", "link": "href", "img": "src", "script": "src", "source": "src",
    "iframe": "src", "form": "action", "object": "data", "audio": "src", "video": "src",
}  # fmt: skip
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LINK = "{http://www.w3.org/1999/xhtml}link"


class Page(HTMLParser):
    """A page, taken apart."""

    def __init__(self, text):
        super().__init__()
        self.text = text
        self.tags = []
        self.data = []
        self._in_data = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append((tag, found))
        self._in_data = found.get("type") == "application/ld+json"

    def handle_endtag(self, tag):
        self._in_data = False

    def handle_data(self, data):
        if self._in_data:
            self.data.append(json.loads(data))

    def links(self, relation):
        return [a for tag, a in self.tags if tag == "link" and a.get("rel") == relation]

    @property
    def alternates(self):
        """The addresses of the page in all languages, by language; one language stands once."""
        found = [(link["hreflang"], link["href"]) for link in self.links("alternate")]
        assert len(dict(found)) == len(found)
        return dict(found)

    @property
    def anchors(self):
        found = [a["id"] for _, a in self.tags if "id" in a]
        assert len(set(found)) == len(found)
        return set(found)

    @property
    def headings(self):
        return [(tag, a.get("id")) for tag, a in self.tags if tag in {"h1", "h2", "h3"}]

    @property
    def hrefs(self):
        return [a["href"] for tag, a in self.tags if tag == "a"]

    @property
    def addresses(self):
        """All that the page leads to or shows."""
        return [a[ADDRESSES[tag]] for tag, a in self.tags if a.get(ADDRESSES.get(tag))]

    @property
    def locale(self):
        return next(a["lang"] for tag, a in self.tags if tag == "html")

    @property
    def robots(self):
        return [a["content"] for _, a in self.tags if a.get("name", "").lower() == "robots"]

    def meta(self, name):
        return [a["content"] for _, a in self.tags if name in {a.get("property"), a.get("name")}]


def crawled(folder, base):
    """Return all pages that stand in a folder, by the addresses at which they are served."""
    found = {}
    for path in folder.rglob("*.html"):
        name = path.relative_to(folder).as_posix()
        is_index = name.rpartition("/")[2] == "index.html"
        url = base + (name.removesuffix("index.html") if is_index else name)
        found[url] = Page(path.read_text("utf-8"))
    return found


def reached(pages, start):
    """Return the addresses of the pages to which links lead from a first one."""
    found, waiting = set(), [start]
    while waiting:
        url = waiting.pop()
        if url in pages and url not in found:
            found.add(url)
            waiting += [urldefrag(urljoin(url, href))[0] for href in pages[url].hrefs]
    return found


def sitemap(path):
    """Return what a sitemap lists, in its order: (address, alternates by language, last change)."""
    root = ET.parse(path).getroot()  # noqa: S314 - we wrote it
    assert root.tag == f"{_SITEMAP}urlset"
    return [
        (
            url.findtext(f"{_SITEMAP}loc"),
            {link.get("hreflang"): link.get("href") for link in url.iter(_LINK)},
            url.findtext(f"{_SITEMAP}lastmod"),
        )
        for url in root
    ]
