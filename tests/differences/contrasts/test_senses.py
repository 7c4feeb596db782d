"""What is affirmed in other words than it is denied in: scales of expressions, and words that deny by a prefix."""

from collections.abc import Sequence

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.contrasts.senses import ANCHORED, LOOSE, find_senses, read_stands, settled
from translate.story.story import tell
from translate.story.vectors import Embeddings
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


class AlikeEmbedder(LetterEmbedder):
    """Takes all for the same."""

    def encode(self, texts: Sequence[str]) -> Embeddings:
        return super().encode(["a"] * len(texts))


def sides(russian: str, english: str, embedder: LetterEmbedder | None = None) -> tuple[BeadSide, BeadSide]:
    """Two sentences as a bead; to the usual encoder no two words of different letters are near."""
    stories = (
        tell(document_of_sentences([text], code), embedder or LetterEmbedder())
        for text, code in ((russian, "ru"), (english, "en"))
    )
    return sides_of(*stories, Bead((0,), (0,), 0.8, 0.9))


@pytest.mark.parametrize(
    ("language", "text", "words", "affirms", "turned"),
    [
        ("ru", "Совет одобрил смету.", "одобрил", True, False),
        ("ru", "Совет не одобрил смету.", "не одобрил", False, True),
        ("ru", "Совет отклонил смету.", "отклонил", False, False),
        ("ru", "Совет не отклонил смету.", "не отклонил", True, True),
        ("en", "The council approved it.", "approved", True, False),
        ("en", "The council vetoed it.", "vetoed", False, False),
        ("en", "The council did not veto it, nor did it agree.", None, None, None),
        ("en", "They refused to approve it.", "refused", False, False),  # what is refused says neither
        ("ru", "Совет не спешит одобрить смету.", None, None, None),
        ("en", "They won’t accept it.", "n’t accept", False, True),
        ("en", "They turned the offer down.", "turned the offer down", False, False),
        ("en", "Disagreements went on.", None, None, None),  # no word of the scale, though its letters stand there
    ],
)
def test_an_expression_stands_at_one_end_and_a_negation_before_it_at_the_other(
    language: str, text: str, words: str | None, affirms: bool | None, turned: bool | None
) -> None:
    """On the first scale, of agreeing and refusing."""
    found = [each for each in read_stands(text, language, "en" if language == "ru" else "ru") if each.scale == 0]
    told = [(text[each.start : each.end], each.affirms, each.turned) for each in found]
    assert told == ([] if words is None else [(words, affirms, turned)])


@pytest.mark.parametrize(
    ("language", "text", "words", "affirms"),
    [
        ("en", "Nobody was hurt.", "Nobody was hurt", False),
        ("en", "No one was injured.", "No one was injured", False),
        ("ru", "Обошлось без жертв.", "Обошлось без жертв", False),
        ("ru", "Взрыв прогремел без жертв.", "без жертв", False),
        ("en", "They haven’t yet decided.", "haven’t yet", False),
        ("en", "It doesn't have a licence.", "doesn't have", False),
        ("en", "They wouldn't have gone.", None, None),  # nothing that anybody has
    ],
)
def test_spaces_may_be_optional_and_short_forms_of_not_belong_to_their_verb(
    language: str, text: str, words: str | None, affirms: bool | None
) -> None:
    found = read_stands(text, language, "en" if language == "ru" else "ru")
    told = {(text[each.start : each.end], each.affirms) for each in found}
    assert (words, affirms) in told if words else not told


def test_a_language_stands_nowhere_beside_one_that_it_makes_no_pair_with() -> None:
    assert read_stands("Совет одобрил смету.", "ru", "en")
    assert read_stands("Совет одобрил смету.", "ru", "de") == ()


@pytest.mark.parametrize(
    ("russian", "english", "words"),
    [
        (
            "Совет отклонил смету пасечников.",
            "The council approved the estimate of the beekeepers.",
            ("отклонил", "approved"),
        ),
        ("Паром перестал ходить через реку.", "The ferry still crosses the river.", ("перестал", "still")),
        ("Рыбачить здесь разрешили.", "Fishing here was banned.", ("разрешили", "banned")),
        ("Судья счёл договор незаконным.", "The judge found the contract lawful.", ("незаконным", "lawful")),
        ("Судья счёл договор законным.", "The judge found the contract unlawful.", ("законным", "unlawful")),
    ],
)
def test_opposite_ends_contradict_each_other(russian: str, english: str, words: tuple[str, str]) -> None:
    (contrast,) = find_senses(*sides(russian, english))
    (source,), (target,) = contrast.source, contrast.target
    assert (source.value, target.value) == words
    assert (russian[source.start : source.end], english[target.start : target.end]) == words
    assert (contrast.kind, contrast.side, contrast.confidence) == ("negation", "both", ANCHORED)
    assert all(f"“{word}”" in contrast.message and f"“{word}”" in contrast.reason for word in words)


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Совет отклонил смету пасечников.", "The council rejected the estimate of the beekeepers."),
        ("Совет отклонил смету пасечников.", "The council did not approve the estimate of the beekeepers."),
        ("Совет не отклонил смету пасечников.", "The council approved the estimate of the beekeepers."),
        ("Паром перестал ходить через реку.", "The ferry no longer crosses the river."),
        ("Судья счёл договор незаконным.", "The judge found the contract unlawful."),
        ("Судья счёл договор незаконным.", "The judge found the contract not lawful."),
        (
            "Совет одобрил смету и отклонил план.",
            "The council approved the estimate and rejected the plan.",
        ),  # each has both
        ("Совет отклонил смету.", "The horse agreed to a sugar lump."),  # about something else
        ("Стадо вернулось без пастуха.", "The herd returned with the dog."),  # without one, with another
    ],
)
def test_the_same_end_and_what_is_about_something_else_are_silent(russian: str, english: str) -> None:
    assert find_senses(*sides(russian, english)) == ()


def test_either_order_of_languages_gives_the_same_places() -> None:
    one, other = sides("Рыбачить здесь разрешили.", "Fishing here was banned.")
    (first,) = find_senses(one, other)
    (second,) = find_senses(
        BeadSide("source", other.story, other.sentences), BeadSide("target", one.story, one.sentences)
    )
    assert (first.source, first.target) == (second.target, second.source)


def test_in_passages_alike_opposite_ends_are_enough_unless_the_scale_asks_for_words_beside_them() -> None:
    """Nothing beside the expressions tells anything; who goes on may go on with something else."""
    (loose,) = find_senses(*sides("Суд отказал.", "It agreed.", AlikeEmbedder()))
    assert loose.confidence == LOOSE
    assert find_senses(*sides("Суд отказал.", "It agreed.")) == ()
    assert find_senses(*sides("Он перестал.", "It is still so.", AlikeEmbedder())) == ()


def test_what_both_versions_say_is_settled_with_its_negation() -> None:
    """So that the negation of one is not held against the other, that has none."""
    russian, english = "Совет отклонил смету.", "The council did not approve the estimate."
    found = settled(*sides(russian, english))
    ((start, end),), ((begin, finish),) = found["source", 0], found["target", 0]
    assert (russian[start:end], english[begin:finish]) == ("отклонил", "not approve")
    assert settled(*sides("Совет отклонил смету.", "The council approved the estimate.")) == {}
    assert settled(*sides("Совет отклонил смету.", "The council met.")) == {}
