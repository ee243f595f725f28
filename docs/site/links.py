"""Checks the built site: every link leads somewhere, anchors included; nothing is loaded from elsewhere."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What a browser fetches without being asked, by element.
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"}
# Pages whose links are known to hold: rustdoc checks its own, and finds its anchors by script.
CHECKED = "api/rust/"
# Kinds of `<link>` that only name another place.
NAMED = {"canonical", "next", "prev", "alternate"}


@dataclass
class Seen(HTMLParser):
    """The anchors of a page, where it leads, and what it loads."""

    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self.anchors.update(given[name] for name in ("id", "name") if name in given)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag in LOADED and LOADED[tag] in given:
            self.loads.append(given[LOADED[tag]])
        elif tag == "link" and given.get("rel") not in NAMED and "href" in given:
            self.loads.append(given["href"])


def read(page: Path) -> Seen:
    seen = Seen()
    seen.feed(page.read_text(encoding="utf-8", errors="replace"))
    return seen


def problems(site: Path) -> list[str]:
    pages = {page: read(page) for page in sorted(site.rglob("*.html"))}
    found = []
    for page, seen in pages.items():
        name = page.relative_to(site).as_posix()
        if name.startswith(CHECKED):
            continue
        found += [f"{name}: loads {load}" for load in seen.loads if _outside(load)]
        for link in dict.fromkeys(seen.links + seen.loads):
            if not _outside(link) and (problem := _broken(link, page, site, pages)):
                found.append(f"{name}: {link} {problem}")
    return found


def _outside(link: str) -> bool:
    parts = urlsplit(link)
    return bool(parts.netloc) or parts.scheme not in ("", "data", "javascript")


def _broken(link: str, page: Path, site: Path, pages: dict[Path, Seen]) -> str | None:
    parts = urlsplit(link)
    if parts.scheme:
        return None
    # The page for addresses that do not exist is served at any depth, so its links begin at the root.
    start = site if parts.path.startswith("/") else page.parent
    target = (start / unquote(parts.path).lstrip("/")).resolve() if parts.path else page
    if target.is_dir():
        target = target / "index.html"
    if not target.is_file():
        return "does not exist"
    if parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
        return "has no such anchor"
    return None


def main() -> None:
    site = Path(sys.argv[1]).resolve()
    found = problems(site)
    for problem in found:
        print(problem, file=sys.stderr)
    if found:
        sys.exit(f"{len(found)} broken links")


if __name__ == "__main__":
    main()
