"""Text that was decoded in a wrong encoding and saved like that ("РџСѓС‚РёРЅ"), mended where that is beyond doubt."""

from translate.installation import has_libraries
from translate.languages.registry import compared_languages
from translate.text.detection import detect_language

MIN_LONGER = 4  # characters that a line loses when it is mended; a single pair of letters may be meant as it stands


def mended(text: str) -> tuple[str, int]:
    """A text with what ftfy is sure of put right, line by line, and the number of lines that were.

    A line that reads as it is in a language that is compared stays. Without ftfy, all stay.
    """
    if text.isascii() or not has_libraries("ftfy"):
        return text, 0
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    lines = text.split("\n")
    count = 0
    for i, line in enumerate(lines):
        if line.isascii() or not is_bad(line):
            continue
        fixed = fix_encoding(line)
        if len(line) - len(fixed) >= MIN_LONGER and detect_language(fixed).language in compared_languages():
            lines[i] = fixed
            count += 1
    return "\n".join(lines), count
