"""What words and labels give away of a page's furniture."""

import pytest

from translate.text.furniture import given_away, matching_rule, rules
from translate.text.lines import Line


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
