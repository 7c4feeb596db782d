"""Libraries that some formats need and the core goes without."""

from translate.errors import UnreadableFile
from translate.installation import has_libraries, install_command
from translate.wording.phrase import Phrase


def require_library(module: str, library: str, name: str) -> None:
    """Refuse a file whose format cannot be read without a library that is not there.

    Args:
        module: That is imported.
        library: Its distribution.
        name: Of the file.

    Raises:
        UnreadableFile: The library is not installed.
    """
    if not has_libraries(module):
        raise UnreadableFile(
            name,
            Phrase(
                "this format needs {library}, which is not installed. To install it: {command}",
                library=library,
                command=install_command("files"),
            ),
        )
