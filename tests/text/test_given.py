"""What a caller may give for a text, and how anything else is refused."""

from pathlib import Path

import pytest

from translate.errors import NotText
from translate.text.document import document_of_sentences
from translate.text.given import is_running, require_string, require_text
from translate.text.origin import FileText, text_of_rows


@pytest.mark.parametrize("given", ["", "A story.", ["One.", ""], ("One.",), document_of_sentences(["One."], "en")])
def test_a_story_has_three_forms(given: object) -> None:
    assert require_text(given) is given  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [None, 5, b"x", bytearray(b"x"), memoryview(b"x"), {"a": 1}, [], (), ["One.", 2]])
def test_anything_else_is_refused_with_the_forms(given: object) -> None:
    with pytest.raises(NotText, match=r"Give the story as a string, .*, or the Path of a file\."):
        require_text(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", [b"x", bytearray(b"x"), memoryview(b"x")])
def test_bytes_are_no_list(given: object) -> None:
    with pytest.raises(NotText) as refused:
        require_text(given)  # type: ignore[arg-type]
    assert "Item" not in str(refused.value)


def test_the_place_in_a_list_is_told() -> None:
    with pytest.raises(NotText, match="Item 1 of the list is no sentence but 5"):
        require_text(["One.", 5, "Three."])  # type: ignore[list-item]
    with pytest.raises(NotText, match="It holds no sentences"):
        require_text([])


def test_a_text_alone_must_be_a_string() -> None:
    assert require_string("A story.") == "A story."
    with pytest.raises(NotText, match=r"Give the text as a string\."):
        require_string(["A story."])  # type: ignore[arg-type]


def test_of_a_path_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Storm hits city.")
    found = require_text(tmp_path / "story.txt")
    assert isinstance(found, FileText)
    assert found.text == "Storm hits city."
    assert is_running(found)
    assert require_text(found) is found


def test_only_running_text_may_hold_page_furniture() -> None:
    assert is_running("Storm hits city.")
    assert not is_running(["Storm hits city."])
    assert not is_running(text_of_rows(["Storm hits city."], "list.csv"))
    assert not is_running(document_of_sentences(["Storm hits city."], "en"))
