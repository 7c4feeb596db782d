"""Three or more versions compared: who tells what, in one language and across."""

import json

import pytest

from translate import Comparison, Document, InputError, LanguageError, OptionError, Options, Versions, compare
from translate.errors import SameLanguage, WrongType
from translate.records.comparison_record import comparison_from_json
from translate.records.comparison_record import json_report as comparison_json
from translate.several.comparing import MOST, compare_many
from translate.several.reports import render_many
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

PLAIN = Options(engine="none")


def version(letters: str, language: str) -> Document:
    """A story of which each letter is a sentence."""
    return document_of_sentences([" ".join([letter * 4] * 5) + "." for letter in letters], language)


def compared(*versions: Document, names: tuple[str, ...] | None = None) -> Versions:
    return compare_many(versions, PLAIN, names=names, embedder=LetterEmbedder())


@pytest.fixture(scope="module")
def five() -> Versions:
    """Two Russian and three English versions; the second and the last leave a sentence out."""
    return compared(
        version("abcdef", "ru"),
        version("abdef", "ru"),
        version("abcdef", "en"),
        version("abcdef", "en"),
        version("abcde", "en"),
    )


def test_every_two_are_compared(five: Versions) -> None:
    assert sorted(five.comparisons) == [(i, j) for i in range(5) for j in range(i + 1, 5)]
    assert five.names == ("ru1", "ru2", "en1", "en2", "en3")
    assert isinstance(five.between("en3", "ru1"), Comparison)


def test_the_matrix_tells_who_says_what(five: Versions) -> None:
    told = ["".join(cell.told[0] for cell in claim.versions) for claim in five.claims]
    assert told == ["fffff", "fffff", "fnfff", "fffff", "fffff", "ffffn"]


def test_coverage_is_that_of_every_two(five: Versions) -> None:
    assert five.coverage[1][0] == 1.0
    assert five.coverage[0][1] < 1.0
    assert five.coverage[0][4] == five.between("ru1", "en3").coverage.source


def test_within_one_language_nothing_is_translated(five: Versions) -> None:
    same = compare_many([version("abc", "en")] * 3, embedder=LetterEmbedder())
    assert {found.translation.source.engine for found in same.comparisons.values()} == {"none"}
    assert all(set(found.translation.target.sentences) == {""} for found in same.comparisons.values())


def test_the_same_texts_give_the_same_bytes(five: Versions) -> None:
    again = compared(*five.documents)
    assert render_many(again, "json") == render_many(five, "json")


def test_every_comparison_in_the_json_opens_by_itself(five: Versions) -> None:
    record = json.loads(render_many(five, "json"))
    assert record["schema"] == "parallax/versions/1"
    for entry in record["comparisons"]:
        found = comparison_from_json(json.dumps(entry["comparison"]))
        assert comparison_json(found) == comparison_json(five.comparisons[entry["first"], entry["second"]])


def test_two_of_one_language_are_refused_unless_asked_for() -> None:
    one = version("abc", "en")
    with pytest.raises(SameLanguage):
        compare(one, one, PLAIN, embedder=LetterEmbedder())
    assert compare(one, one, PLAIN, embedder=LetterEmbedder(), one_language=True).coverage.source == 1.0


@pytest.mark.parametrize(
    ("count", "names", "says"),
    [
        (2, None, "three or more"),
        (MOST + 1, None, f"at most {MOST}"),
        (3, ("a", "b"), "as many names"),
        (3, ("a", "b", "b"), "all different"),
    ],
)
def test_a_wrong_number_is_told(count: int, names: tuple[str, ...] | None, says: str) -> None:
    with pytest.raises(OptionError, match=says):
        compared(*[version("abc", "en")] * count, names=names)


def test_one_text_is_no_list_of_texts() -> None:
    with pytest.raises(WrongType, match="three or more texts"):
        compare_many("One text. And more.")


def test_a_wrong_text_is_named() -> None:
    with pytest.raises(InputError, match="Text 2"):
        compare_many([version("abc", "en"), "", version("abc", "ru")], PLAIN, embedder=LetterEmbedder())
    with pytest.raises(LanguageError, match="Text 3"):
        compared(version("abc", "en"), version("abc", "ru"), version("abc", "de"))
