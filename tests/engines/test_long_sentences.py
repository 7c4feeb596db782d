import pytest

from translate.engines.long_sentences import in_parts


@pytest.mark.parametrize(
    ("sentence", "limit", "expected"),
    [
        ("one two", 2, ["one two"]),
        ("one two three; four five", 3, ["one two three;", " four five"]),
        ("one, two three, four", 3, ["one, two three,", " four"]),
        ("one two three four", 2, ["one two", " three four"]),
        ("", 2, []),
        ("  ", 2, []),
    ],
)
def test_a_long_sentence_is_split_where_a_reader_would(sentence: str, limit: int, expected: list[str]) -> None:
    assert [text for text, _ in in_parts(sentence, str.split, limit)] == expected


def test_letters_without_a_space_are_split_by_force() -> None:
    parts = in_parts("a" * 10, list, 3)
    assert "".join(text for text, _ in parts) == "a" * 10
    assert all(len(tokens) <= 3 for _, tokens in parts)


def test_what_a_tokenizer_drops_has_no_parts() -> None:
    assert in_parts("\u200b", lambda text: [], 3) == []
