"""Formats whose library is not there."""

import pytest

from benchmarks.data.made_files import pdf_file, word_file
from translate.errors import UnreadableFile
from translate.text.formats import libraries
from translate.text.formats.contents import contents_of


@pytest.mark.parametrize(
    ("data", "library"), [(pdf_file([[(50, 700, "Words")]]), "pypdf"), (word_file("<w:p/>"), "defusedxml")]
)
def test_a_missing_library_is_told_with_what_to_do(data: bytes, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "has_libraries", lambda module: False)
    with pytest.raises(UnreadableFile, match=f"needs {library}, which is not installed. To install it: pip install"):
        contents_of(data, "story")
