"""The words in which a reader is told of a contrast, and the places that are marked."""

import pytest
from fitted_measures import EMBEDDER, sides

from translate.differences.contrast import Contrast
from translate.differences.contrasts.certainty import STEPS_CONFIDENCE, certainty_measures, find_certainty
from translate.differences.contrasts.negation import find_negations
from translate.differences.parts.partial import partial_contrasts


def shown(contrast: Contrast, russian: str, english: str) -> tuple[str, str, str, str]:
    """Side, severity and the marked words of both versions, each in its first sentence."""
    marked = [
        " ".join(text[at.start : at.end] for at in side)
        for text, side in ((russian, contrast.source), (english, contrast.target))
    ]
    return contrast.side, contrast.severity, *marked  # type: ignore[return-value]


def single(text: str) -> list[str]:
    return [f"={text}"]


@pytest.mark.parametrize(
    ("russian", "english", "expected", "message"),
    [
        ("Он придёт.", "He may come.", ("target", "minor", "", "may"),
         "The English version gives this as possible (“may”); the Russian version states it as a fact."),
        ("Ну возможно, он там.", "He was there.", ("source", "minor", "возможно", ""),
         "The Russian version gives this as possible (“возможно”); the English version states it as a fact."),
        ("Он якобы там.", "He was there.", ("source", "major", "якобы", ""),
         "The Russian version gives this as alleged (“якобы”); the English version states it as a fact."),
        ("Сам он предположительно там.", "He was there.", ("source", "minor", "предположительно", ""),
         "The Russian version gives this as likely (“предположительно”); the English version states it as a fact."),
        ("Дорога, по данным полиции, закрыта.", "The road is closed.", ("source", "major", "по данным", ""),
         "The Russian version gives this as attributed to somebody (“по данным”); the English version states it as a "
         "fact."),
    ],
)  # fmt: skip
def test_what_one_version_hedges_or_attributes(
    russian: str, english: str, expected: tuple[str, str, str, str], message: str
) -> None:
    """An attribution and an allegation weigh more than a hedge."""
    (contrast,) = find_certainty(*sides(single(russian), single(english)), least=0.1)
    assert shown(contrast, russian, english) == expected
    assert contrast.message == message
    other = "Russian" if contrast.side == "target" else "English"
    assert contrast.reason == f"No word of that kind was found in the corresponding {other} sentence."


def test_a_hedge_is_marked_in_its_own_sentence() -> None:
    (contrast,) = find_certainty(*sides(["Он рад.", "=Возможно, он там."], ["=He was there."]), least=0.1)
    (words,) = contrast.source
    assert (words.sentence, words.start, words.end, words.value) == (1, 0, 8, "possible")


def test_more_words_of_a_kind_are_told_as_such() -> None:
    (contrast,) = find_certainty(
        *sides(["=Возможно, он придёт."], ["=He may come, he might stay, he could sing, and perhaps, maybe go."]),
        least=0.1,
    )
    assert contrast.reason == "The English sentence has more words of that kind than the corresponding Russian one."


@pytest.mark.parametrize(
    ("russian", "english", "words"),
    [
        ("Якобы он там.", "Probably he was there.", ("Якобы", "Probably")),
        ("Якобы он там.", "Perhaps he was there.", None),  # one step apart
        ("Видимо, он там.", "He was allegedly there.", ("Видимо", "allegedly")),
        ("Видимо, он там.", "He was there, allegedly. Perhaps.", None),  # which of the two?
        ("Предположительно, он там.", "He was allegedly there.", None),  # it spans the step
        ("Видимо, он там.", "He was there.", None),
    ],
)
def test_two_hedges_two_steps_apart(russian: str, english: str, words: tuple[str, str] | None) -> None:
    both = sides(single(russian), single(english))
    apart = [measure for measure in certainty_measures(*both) if measure.sort == "steps"]
    if words is None:
        assert apart == []
        return
    (measure,) = apart
    assert (measure.side, measure.probability, dict(measure.features)) == ("source", STEPS_CONFIDENCE, {"distance": 2})
    (contrast,) = find_certainty(*both)
    assert shown(contrast, russian, english) == ("both", "minor", *words)
    assert contrast.reason == "On a ladder from plain fact to alleged the two expressions stand 2 steps apart."


def test_two_hedges_some_steps_apart_are_told_with_both() -> None:
    (contrast,) = find_certainty(*sides(["=Якобы он там."], ["=Probably he was there."]))
    assert contrast.message == (
        "The Russian version gives this as alleged (“Якобы”), the English version as likely (“Probably”)."
    )


COUNTED = "Negations were counted on both sides, set phrases left out: the {} one has more of them."


@pytest.mark.parametrize(
    ("russian", "english", "expected", "reason"),
    [
        ("Дом не продали соседям.", "The house was sold, dom prodali, unsold, sosedjam.",
         ("source", "major", "не продали", "prodali"),
         COUNTED.format("Russian") + " What is denied there corresponds to “prodali”, which the English version does "
         "not deny."),
        ("Дом продали.", "Dom was not sold, it is wrong, false, empty and far.",
         ("target", "major", "продали", "was not"),
         COUNTED.format("English") + " What is denied there corresponds to “продали”, which the Russian version does "
         "not deny."),
        ("Денег нет.", "Dengi; there is money.", ("source", "major", "нет", "Dengi"),
         COUNTED.format("Russian") + " What is denied there corresponds to “Dengi”, which the English version does "
         "not deny."),
        ("Не.", "Yes.", ("source", "major", "Не", ""), COUNTED.format("Russian")),
        ("Он сказал.", "He cannot tell, he won't tell, he should not tell.", ("target", "major", "", "cannot"),
         COUNTED.format("English")),
    ],
)  # fmt: skip
def test_what_one_version_denies(russian: str, english: str, expected: tuple[str, str, str, str], reason: str) -> None:
    (contrast,) = find_negations(*sides(single(russian), single(english)), least=0.1)
    assert shown(contrast, russian, english) == expected
    assert contrast.reason == reason
    own, other = ("Russian", "English") if contrast.side == "source" else ("English", "Russian")
    denied = expected[2] if own == "Russian" else expected[3]
    assert (
        contrast.message
        == f"The {own} version says this with a negation (“{denied}”), the {other} version without one."
    )


@pytest.mark.parametrize(
    ("russian", "english", "part", "nearest", "similarity", "lone"),
    [
        ("Он пел песни.", "On pel pesni about love and about the long road home from a war which nobody won.",
         "about the long road home from a war which nobody", "Он пел песни", "0.41", []),
        ("Дети собрали урожай.", "Deti sobrali urozhay, although it was raining (and cold) in Samara on Monday.",
         "although it was raining (and cold) in Samara on Monday.", "Дети собрали урожай", "0.77",
         ["Monday", "Samara"]),
    ],
)  # fmt: skip
def test_a_part_is_told_with_the_nearest_words(
    russian: str, english: str, part: str, nearest: str, similarity: str, lone: list[str]
) -> None:
    ru, en = sides(single(russian), single(english))
    (contrast,) = partial_contrasts(en, ru, EMBEDDER, least=0.15, usual_ratio=0.0)
    (words,) = contrast.target
    assert (contrast.source, contrast.side, contrast.severity) == ((), "target", "major")
    assert english[words.start : words.end] == part
    about = f": {', '.join(sorted(lone, key=english.index))}" if lone else ""
    assert contrast.message == f"This part of the sentence is found only in the English version{about}."
    assert contrast.reason == (
        f"The rest of the sentence has its counterpart in the Russian version. The nearest words there, “{nearest}”, "
        f"have a similarity of {similarity} on a scale from 0 to 1."
    )
    assert [mention.text for mention in contrast.lone or ()] == lone
