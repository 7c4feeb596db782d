"""What `repr` says of a result: one English line, short however long the text is, for a person at a prompt."""

from translate.wording.interface import whole_hundredths

WIDTH = 60  # characters of a text that stand in a repr


def excerpt(text: str, width: int = WIDTH) -> str:
    """The beginning of a text as a quoted line; what a terminal would not show stands escaped.

    Example:
        >>> excerpt("Flood\\n\\nThree rivers burst their banks in Primorye after rain.", 30)
        "'Flood Three rivers burst their…'"
    """
    begun = " ".join(text[: 4 * width].split())
    if len(begun) > width or len(text) > 4 * width:
        begun = begun[:width].rstrip() + "…"
    return repr(begun)


def several(count: int, noun: str) -> str:
    """A number of things.

    Example:
        >>> several(1, "bead"), several(1200, "bead")
        ('1 bead', '1,200 beads')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def share(probability: float) -> str:
    """A share in [0, 1] in whole percent; 100 % and 0 % are kept for what is exactly that.

    Example:
        >>> share(0.9991), share(1.0)
        ('99 %', '100 %')
    """
    return f"{100 * whole_hundredths(probability):.0f} %"


def numbers(indices: tuple[int, ...]) -> str:
    """Indices of sentences, the middle of a long row left out; "none" for no sentence.

    Example:
        >>> numbers((4, 5)), numbers(()), numbers(tuple(range(40)))
        ('4+5', 'none', '0+1+2+…+39')
    """
    if not indices:
        return "none"
    shown = [*map(str, indices[:3]), "…", str(indices[-1])] if len(indices) > 5 else map(str, indices)
    return "+".join(shown)
