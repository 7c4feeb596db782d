"""The pages of docs/ become a site without a warning, and the site asks no other host for anything."""

import io
import logging
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import translate

pytest.importorskip("mkdocs")
pytest.importorskip("mkdocstrings")

ROOT = Path(__file__).resolve().parents[2]
FETCHED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `mkdocs build --strict` does."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    folder = tmp_path_factory.mktemp("site")
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    handler.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(handler)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        try:
            build(load_config(str(ROOT / "mkdocs.yml"), strict=True, site_dir=str(folder)))
        except BaseException as error:
            raise AssertionError(f"The pages are not sound:\n{told.getvalue()}") from error
        finally:
            logging.getLogger("mkdocs").removeHandler(handler)
    assert told.getvalue() == ""
    return folder


class Fetched(HTMLParser):
    """Addresses that a browser asks for when it shows a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.addresses += [value for name, value in attributes if value and FETCHED.get(tag) == name]


def test_every_page_is_there(site: Path) -> None:
    pages = {page.stem for page in (ROOT / "docs").glob("*.md")}
    assert pages == {
        "index", "tutorial", "how-to", "deployment", "api", "how-it-works", "json", "store", "api-service", "cluster",
    }  # fmt: skip
    assert pages <= {page.stem for page in site.glob("*.html")}


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for page in site.glob("*.html"):
        addresses = Fetched(page).addresses
        assert addresses
        assert not [address for address in addresses if re.match(r"(?:[a-z]+:)?//", address)]
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(?:@import|url\()\s*['\"]?(?:https?:)?//", sheet.read_text(encoding="utf-8"))


def test_the_api_page_has_every_public_name(site: Path) -> None:
    """With its docstring: mkdocs makes an error of a name that is not there, and this of one that is left out."""
    page = (site / "api.html").read_text(encoding="utf-8")
    assert {name for name in translate.__all__ if f'id="translate.{name}"' not in page} == set()


def test_docstrings_are_made_ready_for_the_pages() -> None:
    from benchmarks.build.docstrings import ready

    docstring = (
        "Compare.\n\nArgs:\n    source, target: Two\n        texts.\n    to: A language.\n\nExample:\n    >>> 1, 2: 3"
    )
    assert ready(docstring) == (
        "Compare.\n\nArgs:\n    source: Two\n        texts.\n    target: Two\n        texts.\n    to: A language.\n\n"
        "Examples:\n    >>> 1, 2: 3"
    )
    assert ready("One, two: three.\n\nSee Example:\n") == "One, two: three.\n\nSee Example:\n"
