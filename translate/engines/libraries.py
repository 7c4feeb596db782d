"""Libraries that some engines need and the core goes without."""

from collections.abc import Iterable

from translate.errors import LibraryMissing
from translate.installation import Extra, has_libraries
from translate.wording.phrase import Phrase


def require(what: Phrase, libraries: Iterable[str], extra: Extra = "translate") -> None:
    """See that libraries are there which have the name of the module that is imported.

    Args:
        what: That needs them, as the beginning of a sentence.
        libraries: One of them after the other.
        extra: That brings them.

    Raises:
        LibraryMissing: The first that is not installed.
    """
    for library in libraries:
        if not has_libraries(library):
            raise LibraryMissing(what, library, extra)
