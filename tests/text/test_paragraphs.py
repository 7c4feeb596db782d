"""Paragraphs: lines of a page, and wrapped prose put together again."""

import pytest

from translate.text.paragraphs import split_paragraphs


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in split_paragraphs(text)]


def wrapped(width: int, words: str) -> str:
    """Words in lines as long as a greedy typesetter makes them."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


PROSE = (
    "the government has decided to support the makers of computers, and the order was published on a cold day, and "
    "officials said that the money would come from the budget of the following year, which is not yet passed."
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_a_blank_line_parts_paragraphs_and_white_space_is_no_part(end: str) -> None:
    assert paragraphs(f"  One. {end}{end}\t Two.{end} {end}Three. ") == ["One.", "Two.", "Three."]
    assert paragraphs(f"{end} {end}") == []


@pytest.mark.parametrize(
    ("width", "joined"), [(34, False), (35, True), (60, True), (100, True), (111, True), (112, False)]
)
def test_prose_is_wrapped_where_its_lines_have_a_usual_width(width: int, joined: bool) -> None:
    text = wrapped(width, "x" * width + " " + PROSE)
    assert max(map(len, text.split("\n"))) == width
    assert (len(paragraphs(text)) == 1) == joined


def test_lines_that_could_have_held_the_next_word_are_paragraphs() -> None:
    lines = ["one line of prose that is quite long indeed and full", "and this is", "and that is", "and so on"]
    assert paragraphs("\n".join(lines)) == lines


def test_lines_that_begin_with_capitals_are_paragraphs() -> None:
    text = wrapped(60, PROSE.title())
    assert len(paragraphs(text)) == len(text.split("\n"))


def test_lines_that_end_with_a_stop_are_paragraphs() -> None:
    lines = [line[:-1] + "." for line in wrapped(60, PROSE).split("\n")]
    assert len(paragraphs("\n".join(lines))) == len(lines)


def test_three_of_four_line_ends_must_be_a_typesetters() -> None:
    """One short line among four is still prose, two are not."""
    full = ["a" * 27 + " " + "b" * 32] * 3 + ["c" * 40]
    one_short = [*full[:1], "b" * 50, *full]
    two_short = [*full[:1], "b" * 20, *full[:1], "c" * 20, "dd d", *full[:1]]
    assert len(paragraphs("\n".join(one_short))) == 1
    assert len(paragraphs("\n".join(two_short))) == len(two_short)


def test_a_short_line_with_a_stop_ends_a_paragraph() -> None:
    """The next word would have fitted behind it, and it was not put there."""
    one = wrapped(60, PROSE.removesuffix(", which is not yet passed.") + ".")
    assert paragraphs(f"{one}\n{one}") == [one, one]
    assert len(paragraphs(f"{one[:-1]}\n{one}")) == 1


@pytest.mark.parametrize(
    ("mark", "parted"),
    [
        ("-", True),
        ("—", True),
        ("*", True),
        ("12.", True),
        ("123)", True),
        ("1234.", False),
        ("-x", False),
        ("a.", False),
    ],
)
def test_a_list_mark_starts_a_paragraph(mark: str, parted: bool) -> None:
    first = wrapped(60, PROSE[:-1])
    item = wrapped(60, f"{mark} {PROSE}")
    assert (len(paragraphs(f"{first}\n{item}")) == 2) == parted


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_a_blank_line_parts_wrapped_prose(end: str) -> None:
    """Even where its first part has no stop."""
    part = wrapped(60, PROSE[:-1]).replace("\n", end)
    assert paragraphs(end.join([part] * 4)) == [end.join([part] * 4)]
    assert paragraphs((end + end).join([part] * 4)) == [part] * 4
    assert paragraphs(f"{end} {end}{part}{end}  {end}{part}") == [part] * 2


@pytest.mark.parametrize(("first", "joined"), [(52, False), (53, True)])
def test_a_line_end_is_a_typesetters_where_the_next_word_would_not_have_fitted(first: int, joined: bool) -> None:
    """Sixty characters hold fifty-two, a space and six, and one is left for the line end that many programs count."""
    text = "a" * first + "\nbbbbbb " + "c" * 53
    assert (len(paragraphs(text)) == 1) == joined


@pytest.mark.parametrize(("short", "joined"), [({1}, True), ({1, 3}, False)])
def test_one_of_four_line_ends_may_be_short(short: set[int], joined: bool) -> None:
    lines = ["b" * 20 if place in short else "a" * 27 + " " + "b" * 32 for place in range(5)]
    assert (len(paragraphs("\n".join(lines))) == 1) == joined


@pytest.mark.parametrize(("small", "joined"), [(1, False), (2, True), (3, True)])
def test_two_of_five_lines_must_go_on_in_small_letters(small: int, joined: bool) -> None:
    full = "a" * 27 + " " + "b" * 32
    lines = [full.title()] * (6 - small) + [full] * small
    assert (len(paragraphs("\n".join(lines))) == 1) == joined


@pytest.mark.parametrize(
    ("stop", "joined"), [(".", False), (".”", False), (".”)]", False), (".”)]]", True), ("”)]", True), (",", True)]
)
def test_a_stop_may_have_three_closing_marks_behind_it(stop: str, joined: bool) -> None:
    """Lines that end with stops are no wrapped prose."""
    lines = ["a" * 27 + " " + "b" * (32 - len(stop)) + stop] * 4
    assert (len(paragraphs("\n".join(lines))) == 1) == joined


def test_a_full_line_with_a_stop_goes_on() -> None:
    full = "a" * 27 + " " + "b" * 32
    assert len(paragraphs("\n".join([full, full, full[:-1] + ".", full, full]))) == 1
    assert len(paragraphs("\n".join(["x.", "", full, full, full[:-1] + ".", full, full]))) == 2
    assert len(paragraphs("\n".join([full, full, full, full[:28] + "b.", full, full]))) == 2


def test_one_line_is_one_paragraph() -> None:
    assert paragraphs("one line of prose that is quite long indeed and full") == [
        "one line of prose that is quite long indeed and full"
    ]
