"""Text of a stranger inside Streamlit's Markdown: shown as it is, never a link, a picture or a colour."""

import re

from translate.text.shown import one_line

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|:~$<>&])")


def plain(text: str) -> str:
    """Text for a Markdown label, on one line.

    Example:
        >>> print(plain("*a* :red[b]"))
        \\*a\\* \\:red\\[b\\]
    """
    return _SPECIAL.sub(r"\\\1", one_line(text))
