"""Names of a list that the other version gives without them."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.differences.parts.list_items import missing_items
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def missing(russian: str, english: str) -> list[str]:
    """Words of the English first sentence that are told to be missing; "|" stands between sentences."""
    stories = (
        tell(document_of_sentences(text.split("|"), code), LetterEmbedder())
        for text, code in ((russian, "ru"), (english, "en"))
    )
    ru, en = sides_of(*stories, Bead((0,), (0,), 0.8, 0.9))
    found = list(missing_items(en, ru))
    assert all(each.side == "target" and not each.source for each in found)
    return [en.texts[0][at.start : at.end] for each in found for at in each.target]


@pytest.mark.parametrize(
    ("russian", "english", "expected"),
    [
        ("Были в Чили, Перу и Уругвае.", "They saw Chile, Peru, Uruguay and Bolivia.", ["Bolivia"]),
        ("Были в Чили и Перу.", "They saw Chile, Bolivia and Peru.", ["Bolivia"]),
        ("Были в Чили и Перу.", "They saw Chile, Peru, Uruguay and Bolivia.", ["Uruguay", "Bolivia"]),
        ("Были в Чили, Перу и Боливии.", "They saw Chile, Peru and Bolivia.", []),
        ("Были в Чили.", "They saw Chile, Peru and Bolivia.", []),  # hardly the same list
        ("Были в Чили и Перу.", "They saw Chile and Peru, then flew home to see Bolivia.", []),  # no list
        ("Были в Чили и Перу.|Боливия рядом.", "They saw Chile, Peru and Bolivia.", []),  # named elsewhere
        ("Были в Чили, Перу и Ла-Пасе.", "They saw Chile, Peru and Bolivia.", ["Bolivia"]),
        ("Были в Чили, Перу и Пекине.", "They saw Chile, Peru and China.", []),  # a capital for its country
    ],
)
def test_a_name_of_a_table_is_missing_where_the_rest_of_the_list_is_given(
    russian: str, english: str, expected: list[str]
) -> None:
    assert missing(russian, english) == expected
