"""What words and labels give away of a page's furniture."""

import pytest

from translate.text.furniture import given_away, matching_rule, rules
from translate.text.lines import Line, lines_of
from translate.text.paragraphs import split_paragraphs
from translate.text.segmentation import split_sentences


def lines(*texts: str) -> list[Line]:
    """A page of one sentence a line."""
    return [Line(text, text.strip(" .…"), range(number, number + 1)) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("name", "example"), [(rule.name, example) for rule in rules() for example in rule.examples], ids=str
)
def test_every_rule_matches_its_examples(name, example):
    found = matching_rule(example)
    assert found is not None


def test_every_rule_is_needed_by_an_example_of_its_own():
    """No rule stands so far behind another that its examples never reach it."""
    reached = {matching_rule(example).name for rule in rules() for example in rule.examples}
    assert reached == {rule.name for rule in rules()}


@pytest.mark.parametrize(
    "sentence",
    [
        "Follow-up talks on Twitter's future began on Monday.",
        "Read also wrote two novels about the war.",
        "The comments of the minister drew criticism.",
        "By Friday, the storm had left thousands without power.",
        "Подписывайтесь под петицией не все, сказал министр.",
        "Читайте классиков, посоветовал писатель школьникам.",
        "Фото Кокорина выложил в сеть тренер команды.",
    ],
)
def test_sentences_of_a_story_stay_body(sentence):
    assert matching_rule(sentence) is None


def test_a_label_takes_the_headlines_under_it_along():
    story = "The president has ordered the government to support the makers of supercomputers, the order says."
    page = lines(
        story, "Related stories", "Storm leaves thousands without power", "Why prices are rising", story + " Again."
    )
    assert given_away(page) == {1, 2, 3}


def test_a_line_said_again_is_a_teaser():
    title = "Makers of supercomputers to get support"
    assert given_away(lines(title, "The order was signed on Friday.", "It is public.", title)) == {3}


PROSE = "The president has ordered the government to support the makers of supercomputers, the order says today."
MORE = "The report is due by the first day of December, and the ministry will write it, officials have said."


def story(*texts, language="en"):
    """What words and labels leave of a page whose lines are given, sentence by sentence."""
    page = "\n".join(texts)
    paragraphs = [
        [(start + first, start + last) for first, last in split_sentences(page[start:end], language)]
        for start, end in split_paragraphs(page)
    ]
    given = given_away(list(lines_of(page, paragraphs)))
    return [page[a:b] for number, spans in enumerate(paragraphs) if number not in given for a, b in spans]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        # one headline under "Next Article"
        (["Next Article", "Plane crashes near Omsk", "Storm hits city"], ["Storm hits city"]),
        (["Next Article", "Plane crashes near Omsk."], []),  # with a final stop as well
        (["Next Article", "Storm " + "a" * 154], []),
        (["Next Article", "Storm " + "a" * 155], ["Storm " + "a" * 155]),
        (["Next Article", "One came. Two left."], ["One came.", "Two left."]),
        # a list of headlines under "Related stories"
        (["Related stories", "Plane crashes near Omsk", "Storm hits city", MORE], [MORE]),
        (["Related stories", "Plane crashes near Omsk."], ["Plane crashes near Omsk."]),
        (
            ["Related stories", *(f"Headline number {i}" for i in range(12)), "One more line than a label takes"],
            ["One more line than a label takes"],
        ),
    ],
)
def test_a_label_takes_other_headlines_along(lines, kept):
    assert story("Storm hits city", PROSE, *lines) == ["Storm hits city", PROSE, *kept]


def test_comments_run_to_the_end_of_the_page():
    assert story("Storm hits city", PROSE, "Comments (1)", "Ivan", "I doubt it very much.") == [
        "Storm hits city",
        PROSE,
    ]


def test_comments_above_a_longer_story_take_nothing_along():
    """The label then stands at the top of the page."""
    assert story("Storm hits city", "Comments (1)", PROSE, MORE) == ["Storm hits city", PROSE, MORE]


@pytest.mark.parametrize(("letters", "kept"), [(0, False), (1, True)])
def test_comments_are_at_most_half_of_the_page(letters, kept):
    above, label = "Storm hits city today", "Comments"
    below = "Storm " + "a" * (len(above) + len(label) + letters - 6)
    assert (below in story(above, label, below)) == kept


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["Storm hits city", "By Jane Smith", "Jane Smith", PROSE], ["Storm hits city", PROSE]),
        (["Storm hits city", "Jane Smith", "By Jane Smith", PROSE], ["Storm hits city", PROSE]),
        (["Jane Smith", "By Jane Smith", PROSE], ["Jane Smith", PROSE]),  # the first line is the headline
        (["Storm hits city", PROSE, "By Jane Smith", "Jane Smith"], ["Storm hits city", PROSE, "Jane Smith"]),
        (
            ["Storm hits city", "By Jane Smith", "Storm leaves town", PROSE],
            ["Storm hits city", "Storm leaves town", PROSE],
        ),
    ],
)
def test_a_name_beside_the_author_is_the_author(lines, kept):
    assert story(*lines) == kept


def test_a_menu_is_a_run_of_short_words_with_known_furniture():
    menu = ["Share", "Penguins", "Print", "Zebras", "Subscribe", "Lions"]
    assert story(*menu, "Storm hits the city today", PROSE) == ["Storm hits the city today", PROSE]
    assert story("Storm hits the city today", PROSE, *menu) == ["Storm hits the city today", PROSE]
    three = ["Share", "Print", "Subscribe", "Penguins and bears"]
    assert story(*three, "Storm hits the city today", PROSE) == ["Storm hits the city today", PROSE]
    four = [*three[:3], "Penguins of the zoo"]
    assert story(*four, "Storm hits the city today", PROSE)[0] == "Penguins of the zoo"
    few = ["Share", "Penguins", "Print", "Zebras"]
    assert story(*few, "Storm hits the city today", PROSE) == ["Penguins", "Zebras", "Storm hits the city today", PROSE]


@pytest.mark.parametrize(("unknown", "menu"), [(6, True), (7, False)])
def test_a_menu_has_at_most_two_strange_words_for_each_known(unknown, menu):
    words = [f"Section {'abcdefg'[i]}" for i in range(unknown)]
    page = ["Share", "Print", "Subscribe", *words, "Storm hits the city of many towers", PROSE]
    assert (story(*page) == page[-2:]) == menu


@pytest.mark.parametrize(
    ("again", "kept"),
    [
        ("Storm leaves the city without light", False),
        ("STORM LEAVES THE CITY WITHOUT LIGHT", False),
        ("Storm leaves the city without light | Daily News", False),
        ("Storm leaves the city…", False),
        ("Storm leaves the city...", False),
        ("Storm leaves the town without light", True),
        ("Storm leaves the town…", True),
        ("Storm leaves…", True),  # too short to be no chance
    ],
)
def test_the_headline_said_again_is_a_teaser(again, kept):
    lines = ["Storm leaves the city without light", PROSE, again, MORE]
    assert story(*lines) == [*lines[:2], *([again] * kept), MORE]


def test_each_line_said_again_is_a_teaser():
    first, second = "Storm leaves the city without light", "Rain floods the houses by the river"
    page = [first, PROSE, second, MORE, "That is all for today."]
    assert story(*page[:4], first, second, page[4]) == page


@pytest.mark.parametrize(("letters", "kept"), [(19, True), (20, False)])
def test_a_short_line_may_be_said_twice(letters, kept):
    line = "Storm " + "x" * (letters - 6)
    assert (story(line, PROSE, line, MORE).count(line) == 2) == kept


@pytest.mark.parametrize(
    ("line", "last", "kept"),
    [
        ("Wait a little while now, the manual says, again.", False, True),  # an item that the story repeats
        ("Wait a little while now, the manual says, again.", True, False),  # at the bottom of the page
        ("Wait a little while now, the manual says", False, False),  # like a headline
        ("Wait a little while now", False, True),  # short
    ],
)
def test_a_line_from_inside_the_story_may_be_said_twice(line, last, kept):
    page = ["Storm hits city", PROSE, "It rains a lot.", line, MORE, line, *(["It is late."] * (not last)), "So it is."]
    page = [*page, *[f"Line number {i} of it." for i in range(3 * (not last))]]
    assert (story(*page).count(line) == 2) == kept


def test_some_furniture_counts_only_at_the_edges_of_a_page():
    rule = next(rule for rule in rules() if rule.edge)
    example = rule.examples[0]
    assert matching_rule(example, edge=True)
    inside = [f"{PROSE[:-7]} number {i}." for i in range(10)]
    assert story("Storm hits city", *inside, example, *inside[::-1]).count(example) == (
        matching_rule(example, edge=False) is None
    )
    assert example not in story("Storm hits city", *inside, example)
    assert example not in story("Storm hits city", *inside, example, *inside[:3])  # among the last lines


def test_no_rule_describes_a_long_line():
    assert matching_rule("") is None
    assert matching_rule("x" * 400) is not None  # X is a network
    assert matching_rule("x" * 401) is None


@pytest.mark.parametrize("line", ["/" * 400, "a/" * 200, "a / " * 100, "Reuters/" * 50])
def test_a_row_of_strokes_takes_no_time(line):
    """The time of the rules for credits doubled with every third stroke."""
    matching_rule(line)
