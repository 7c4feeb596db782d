"""What an engine needs is asked for one library after the other."""

import pytest

from translate.engines import libraries
from translate.engines.libraries import require
from translate.errors import LibraryMissing
from translate.wording.phrase import Phrase


def test_the_first_library_that_is_absent_is_named(monkeypatch):
    monkeypatch.setattr(libraries, "has_libraries", lambda name: name == "one")
    require(Phrase("Counting"), ["one"])
    with pytest.raises(LibraryMissing, match=r"^Counting needs two, which is not installed"):
        require(Phrase("Counting"), ["one", "two", "three"])
