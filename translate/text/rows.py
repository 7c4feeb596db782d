"""What stands in one row of a table, or in one unit of a translation memory, belongs together: its maker said so."""

from translate.text.given import Text
from translate.text.origin import FileText


def shared_rows(source: Text, target: Text) -> tuple[int, ...]:
    """Numbers, from 0, of the rows in which a file that holds both versions has a sentence of either; none for any
    other two texts.

    Args:
        source, target: The two versions as they were given.

    Example:
        >>> from translate.text.origin import text_of_rows
        >>> shared_rows(text_of_rows(["Дождь.", "Снег."], "a.csv"), text_of_rows(["Rain.", ""], "a.csv"))
        (0,)
    """
    if not (isinstance(source, FileText) and isinstance(target, FileText)):
        return ()
    left, right = source.sentences, target.sentences
    if left is None or right is None or source.origin.name != target.origin.name or len(left) != len(right):
        return ()
    return tuple(row for row, both in enumerate(zip(left, right, strict=True)) if all(both))
