"""Page furniture is told from the story."""

import pytest

from translate.text.cleaning import matching_rule, rules
from translate.text.reading import read_document

ENGLISH_PAGE = """\
Skip to content
+Makers of supercomputers to get support
By Jane Smith
September 6, 2023, 14:05
Share
No time to read?
Get a summary
+The president has ordered the government to support the makers of supercomputers, the order says.
Photo: press service
+What happens next
+The report is due by 1 December.
Related stories
Storm leaves thousands without power
Why prices are rising
+Messaging platforms were discussed as well, officials said.
Makers of supercomputers to get support
Previous Article
Plane crashes near Omsk
Next Article
Storm leaves thousands without power
Comments (1)
Ivan
I doubt it very much.
© 2023 The Daily Example. All rights reserved."""
RUSSIAN_PAGE = """\
Главная
Новости
+Производители суперкомпьютеров получат поддержку
6 сентября 2023, 14:05
Поделиться
+Президент поручил правительству поддержать производителей суперкомпьютеров, говорится в поручении.
Читайте также
Ураган оставил без света тысячи домов
+Доклад должен быть представлен до 1 декабря, его подготовит правительство.
Фото: пресс-служба.
Подписывайтесь на наш канал в Telegram
Нашли опечатку? Выделите её и нажмите Ctrl+Enter.
Предыдущая статья
Под Омском разбился самолёт
Теги: экономика, бюджет"""


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


@pytest.mark.parametrize("page", [ENGLISH_PAGE, RUSSIAN_PAGE], ids=["en", "ru"])
def test_only_the_marked_lines_of_a_page_are_story(page):
    document = read_document(page.replace("\n+", "\n"))
    kept = [document.sentence_text(i) for i in document.compared]
    assert kept == [line[1:] for line in page.split("\n") if line.startswith("+")]
    assert document.sentences[document.compared[0]].role == "headline"


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


def test_instructions_said_twice_in_a_story_stay():
    steps = ["How to reset the device", "Open the lid of the box first.", "Wait a little while now.", "Close it."]
    text = "\n".join([*steps, "Wait a little while now.", "Start again from the first step."])
    assert all(sentence.role != "boilerplate" for sentence in read_document(text).sentences)


def test_teaser_above_the_headline_is_furniture():
    """A line that the page repeats at its end is a teaser where the headline proper follows it."""
    teaser = "Cabinet told to help the builders of home-grown supercomputers"
    page = (
        f"{teaser}\n\nPutin orders support for chip makers\n\nThe order was signed on Friday. It is public.\n\n{teaser}"
    )
    document = read_document(page, "en")
    assert [sentence.role for sentence in document.sentences] == [
        "boilerplate",
        "headline",
        "body",
        "body",
        "boilerplate",
    ]


PROSE = "The president has ordered the government to support the makers of supercomputers, the order says today."
MORE = "The report is due by the first day of December, and the ministry will write it, officials have said."


def story(*lines, language="en"):
    """What is left of a page whose lines are given."""
    document = read_document("\n".join(lines), language)
    return [document.sentence_text(i) for i in document.compared]


def headline(*lines):
    """The headline of a page, "" where it has none."""
    document = read_document("\n".join(lines), "en")
    return next((document.sentence_text(i) for i, at in enumerate(document.sentences) if at.role == "headline"), "")


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("Storm hits city", True),
        ("Storm hits city.", False),
        ("Storm hits city:", False),
        ("Storm hits city!", True),  # a headline may cry
        ("Storm hits city? Yes", False),  # two sentences
        ("Storm " + "x" * 194, True),
        ("Storm " + "x" * 195, False),
    ],
)
def test_a_headline_is_one_short_sentence_without_a_stop(first, expected):
    assert (headline(first, PROSE) == first) == expected


def test_only_the_first_line_of_the_story_is_its_headline():
    assert headline("Share", "Storm hits city", PROSE) == "Storm hits city"
    assert headline(PROSE, "Storm hits city") == ""
    assert headline("Storm hits city") == ""  # nothing stands under it


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


@pytest.mark.parametrize(
    ("furniture", "kept"),
    [("Read more: the main headlines of the day.", []), ("Share.", ["Share."])],
)
def test_inside_a_paragraph_only_sure_furniture_is_taken_out(furniture, kept):
    left = ["The president left.", *kept, "He will come back."]
    assert story("Storm hits city", f"The president left. {furniture} He will come back.") == ["Storm hits city", *left]


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
