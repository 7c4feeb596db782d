"""Text of strangers as it may be shown: nothing in it steers a terminal, breaks a page or is unknown to XML."""

import re

# Control characters would steer a terminal or break a page, and XML holds none of them; the pictures U+2400... show
# them and keep every offset.
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
_CONTROLS |= {0x7F: "\u2421"} | dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")
_CONTROLS[0x85] = " "  # NEL is a line end
# What a terminal would obey or no file can hold, but for the controls below 0x20, which JSON escapes itself.
STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]|\r(?!\n)")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OVERWRITING = re.compile("\r(?!\n)")  # sends a terminal back over what it has shown


def visible(text: str) -> str:
    """Text with every control character but tab and line ends replaced by a visible one; the length stays.

    Example:
        >>> visible("a\\x00b\\x1b[31m")
        'a␀b␛[31m'
    """
    return text.translate(_CONTROLS)


def one_line(text: str) -> str:
    """Text for one line of plain output: visible, without direction controls, white space collapsed.

    Example:
        >>> one_line("abc \\u202e def\\n ghi")
        'abc def ghi'
    """
    return " ".join(_DIRECTIONS.sub("", visible(text)).split())


def beginning(text: str, longest: int) -> str:
    """Text for one line, cut where it has more characters than that.

    Example:
        >>> beginning("Rain in\\nPrimorye", 16), beginning("Rain in Primorye", 9)
        ('Rain in Primorye', 'Rain in…')
    """
    line = one_line(text)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def for_terminal(text: str) -> str:
    """Text of several lines that leaves a terminal as it is: visible, without direction controls.

    Example:
        >>> for_terminal("one\\r\\n\\ttwo \\x1b]0;title\\x07\\rthree")
        'one\\r\\n\\ttwo ␛]0;title␇␍three'
    """
    return _OVERWRITING.sub("\u240d", _DIRECTIONS.sub("", visible(text)))
