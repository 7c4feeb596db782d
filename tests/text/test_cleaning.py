"""Page furniture is told from the story."""

import pytest

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


@pytest.mark.parametrize("page", [ENGLISH_PAGE, RUSSIAN_PAGE], ids=["en", "ru"])
def test_only_the_marked_lines_of_a_page_are_story(page):
    document = read_document(page.replace("\n+", "\n"))
    kept = [document.sentence_text(i) for i in document.compared]
    assert kept == [line[1:] for line in page.split("\n") if line.startswith("+")]
    assert document.sentences[document.compared[0]].role == "headline"


def test_instructions_said_twice_in_a_story_stay():
    steps = ["How to reset the device", "Open the lid of the box first.", "Wait a little while now.", "Close it."]
    text = "\n".join([*steps, "Wait a little while now.", "Start again from the first step."])
    assert all(sentence.role != "boilerplate" for sentence in read_document(text).sentences)


def test_teaser_above_the_headline_is_furniture():
    """A line that the page repeats at its end is a teaser where the headline proper follows it."""
    teaser = "Cabinet told to help the builders of home-grown supercomputers"
    told = [
        f"{PROSE} It was signed on Friday.",
        "Nobody in the cabinet objected to it.",
        PROSE.replace("ordered", "asked"),
    ]
    document = read_document("\n".join([teaser, "Putin orders support for chip makers", *told, teaser]), "en")
    roles = [sentence.role for sentence in document.sentences]
    assert roles == ["boilerplate", "headline", "body", "body", "body", "body", "boilerplate"]


PROSE = "The president has ordered the government to support the makers of supercomputers, the order says today."


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
    ("furniture", "kept"),
    [("Read more: the main headlines of the day.", []), ("Share.", ["Share."])],
)
def test_inside_a_paragraph_only_sure_furniture_is_taken_out(furniture, kept):
    left = ["The president left.", *kept, "He will come back."]
    assert story("Storm hits city", f"The president left. {furniture} He will come back.") == ["Storm hits city", *left]


def test_what_stands_before_a_credit_in_a_line_of_its_own_describes_a_picture():
    page = f"Makers of supercomputers to get support\n{PROSE}\nRescuers on the stairway. Photo: press service.\n{PROSE}"
    document = read_document(page, "en")
    assert [(s.role, s.label) for s in document.sentences[2:4]] == [
        ("boilerplate", "caption"),
        ("boilerplate", "credit"),
    ]
