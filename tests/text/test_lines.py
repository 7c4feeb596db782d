"""Lines of a page: what each looks like, before anybody judges it."""

import pytest

from translate.text.lines import MAX_HEADLINE, MAX_OTHER_HEADLINE, MIN_PROSE, Line, core_of, lines_of

PAGE = "Menu\n\nStorm  hits\u00a0city\nTwo people were hurt. Trains stopped."


def line(text: str, sentences: int = 1) -> Line:
    return Line(text, core_of(text), range(sentences))


def test_a_line_is_a_paragraph_in_single_spaces() -> None:
    spans = [[(0, 4)], [(6, 22)], [(23, 44), (45, 60)]]
    menu, title, body = lines_of(PAGE, spans)
    assert [each.text for each in (menu, title, body)] == [
        "Menu",
        "Storm hits city",
        "Two people were hurt. Trains stopped.",
    ]
    assert [each.sentences for each in (menu, title, body)] == [range(1), range(1, 2), range(2, 4)]


def test_only_a_blank_line_parts() -> None:
    """The first line has nothing above it."""
    assert [each.parted for each in lines_of(PAGE, [[(0, 4)], [(6, 22)], [(23, 60)]])] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "core"),
    [("▶ Watch", "Watch"), ("«Реклама»", "Реклама"), ("* * *", ""), ("Read  also:", "Read also"), ("5.2 %", "5.2 %")],
)
def test_the_marks_around_a_line_fall_away(text: str, core: str) -> None:
    assert core_of(text) == core


@pytest.mark.parametrize(("length", "prose"), [(MIN_PROSE - 1, False), (MIN_PROSE, True)])
def test_prose_is_long_and_ends_as_a_sentence_does(length: int, prose: bool) -> None:
    assert line("a" * length + ".").prose is prose
    assert line("a" * length).prose is False


@pytest.mark.parametrize(
    ("text", "ended"),
    [("He left.", True), ("He left.”", True), ("Left…", True), ("He left", False), ("He left:", False)],
)
def test_how_a_sentence_ends(text: str, ended: bool) -> None:
    assert line(text).ended is ended


@pytest.mark.parametrize(
    ("text", "sentences", "title"),
    [
        ("Storm hits city", 1, True),
        ("Will it rain?", 1, True),
        ("Storm hits city.", 1, False),
        ("Storm hits city…", 1, False),
        ("Storm hits city", 2, False),
        ("a" * MAX_HEADLINE, 1, True),
        ("a" * (MAX_HEADLINE + 1), 1, False),
    ],
)
def test_what_can_be_a_headline(text: str, sentences: int, title: bool) -> None:
    assert line(text, sentences).title_like is title


@pytest.mark.parametrize(
    ("text", "teaser"),
    [("a" * MAX_OTHER_HEADLINE, True), ("a" * (MAX_OTHER_HEADLINE + 1), False), ("* * *", False), ("Storm.", False)],
)
def test_what_can_be_a_headline_of_another_story(text: str, teaser: bool) -> None:
    assert line(text).teaser_like is teaser
