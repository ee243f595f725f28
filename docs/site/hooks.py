"""What the site does with the pages beyond rendering them.

The pages are written to be read where they lie. Here languages that stand side by side become tabs, pages
from outside `docs/` join, and links follow them; what is not on the site is linked in the repository.
"""

from __future__ import annotations

import os
import re
import textwrap
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[2]

# Pages from outside `docs/`, by the names they have on the site.
JOINED = {
    "emulator.md": "emulator/README.md",
    "contributing.md": "CONTRIBUTING.md",
    "benchmarks.md": "bench/README.md",
    "changelog.md": "CHANGELOG.md",
}

# What the tools of each language make of its sources: where they leave it, and where readers begin.
API = {
    "Rust": ("doc", "qoder_cloud/index.html"),
    "Python": ("api/python", "qoder_cloud.html"),
    "TypeScript": ("api/typescript", "modules/index.html"),
}

# Pages whose tables need the room of the table of contents.
WIDE = {"performance.md", "benchmarks.md"}

TABS = {"python": "Python", "js": "Node", "rust": "Rust"}
BLOCK = re.compile(r"^```({})\n.*?^```\n".format("|".join(TABS)), flags=re.MULTILINE | re.DOTALL)
SIDE_BY_SIDE = re.compile(rf"(?:{BLOCK.pattern}\n?){{2,}}", flags=BLOCK.flags)
LINK = re.compile(r"(?<=\]\()(?!\w+:|#)([^)#\s]+)(#[^)\s]*)?(?=\))")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """A folder in the navigation stands for its pages."""
    config.nav = [_expanded(item, Path(config.docs_dir)) for item in config.nav or []]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    joined = {name: ROOT / source for name, source in JOINED.items()}
    for language, (folder, _) in API.items():
        built = ROOT / "target" / folder
        for path in filter(Path.is_file, built.rglob("*")):
            joined[f"api/{language.lower()}/{path.relative_to(built).as_posix()}"] = path
    for name, path in joined.items():
        files.append(File.generated(config, name, abs_src_path=str(path)))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    reference = next(item for item in nav.items if item.title == "Reference")
    for language, (_, first) in API.items():
        url = f"api/{language.lower()}/{first}"
        if reference.children is not None and files.get_file_from_path(url):
            reference.children.append(Link(f"{language} API", url))
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    name = page.file.src_uri
    if name in WIDE:
        page.meta["hide"] = ["toc"]

    def link(found: re.Match[str]) -> str:
        return _target(found[1], name, config) + (found[2] or "")

    return LINK.sub(link, SIDE_BY_SIDE.sub(_tabs, markdown))


def _expanded(item: Any, docs: Path) -> Any:
    if isinstance(item, str) or not all(isinstance(place, str) for place in item.values()):
        return item
    ((title, place),) = item.items()
    return {title: _pages(docs / place, docs)} if place.endswith("/") else item


def _pages(folder: Path, docs: Path) -> list[Any]:
    """The pages of a folder, its README first and folders within it last."""
    pages = sorted(folder.glob("*.md"), key=lambda page: (page.stem != "README", page.stem))
    folders = sorted(path for path in folder.iterdir() if path.is_dir())
    named: list[Any] = [page.relative_to(docs).as_posix() for page in pages]
    return named + [{inner.name.title(): _pages(inner, docs)} for inner in folders]


def _tabs(found: re.Match[str]) -> str:
    """Blocks that follow one another, each of another language, as tabs."""
    blocks = list(BLOCK.finditer(found[0]))
    if len({block[1] for block in blocks}) < len(blocks):
        return found[0]
    tabs = [f'=== "{TABS[block[1]]}"\n\n{textwrap.indent(block[0], "    ")}' for block in blocks]
    return "\n".join(tabs) + "\n"


def _target(target: str, name: str, config: MkDocsConfig) -> str:
    """Where a link of the page called `name` leads: on the site, or in the repository when it leaves that."""
    home = os.path.dirname(JOINED.get(name, f"docs/{name}"))
    path = target[1:] if target.startswith("/") else os.path.normpath(os.path.join(home, target))
    on_site = {source: name for name, source in JOINED.items()}
    if path in on_site or path.startswith("docs/"):
        there = on_site.get(path, path.removeprefix("docs/"))
        return os.path.relpath(there, os.path.dirname(name) or ".")
    return f"{config.repo_url}/blob/main/{path}"
