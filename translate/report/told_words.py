"""How two versions stand to each other, and what of the one the other tells, in words."""

from collections.abc import Sequence

from translate.comparison import Comparison
from translate.counterparts.told import Strength
from translate.report.by_eye import ToCheck
from translate.report.lone_passages import Entry
from translate.report.wording import capital, numbers_listed, percent, version_of
from translate.text.sides import SIDES, SideName, on_side, other_side
from translate.wording.phrase import Phrase, counted, joined, say, say_counted

STRENGTHS: dict[Strength, Phrase] = {"full": Phrase("in full"), "part": Phrase("in part")}


def relation_sentence(comparison: Comparison) -> str:
    """Whether the versions translate or retell each other; "" where that is not known."""
    relation = comparison.relation
    if relation is None or not comparison.same_story.likely:
        return ""
    share = percent(relation.probability)
    if relation.kind == "translation":
        return say("One version seems to translate the other (probability {share}).", share=share)
    return say(
        "The two versions seem to be two reports of one event, not a translation (probability {share}).", share=share
    )


def coverage_sentence(comparison: Comparison, side: SideName) -> str:
    """How much of one side the other covers, and how many of its sentences have a counterpart, where that is known."""
    own, other = version_of(comparison, side), version_of(comparison, other_side(side))
    share = percent(on_side(comparison.coverage, side))
    told = told_count(comparison, side)
    if told is None:
        return say("{other:capital} covers {share} of {own:text}.", other=other, own=own, share=share)
    return say(
        "{other:capital} covers {share} of {own:text}; sentences with a counterpart: {told} of {count}.",
        other=other,
        own=own,
        share=share,
        told=told[0],
        count=told[1],
    )


def text_covered(comparison: Comparison, side: SideName) -> str:
    """What the coverage of one side is called."""
    return capital(say("{version:kind} text covered", version=version_of(comparison, side)))


def coverage_explained(comparison: Comparison, side: SideName) -> str:
    """What the coverage of one side means."""
    return say(
        "Share of {own:text} that {other} also tells",
        own=version_of(comparison, side),
        other=version_of(comparison, other_side(side)),
    )


def told_count(comparison: Comparison, side: SideName) -> tuple[int, int] | None:
    """How many sentences of a side the other one tells, be it in part, and how many are compared.

    None where nothing was judged, as in files of earlier versions.
    """
    judged = [told for told in on_side(comparison.told, side) if told is not None]
    return (sum(told.likely for told in judged), len(judged)) if judged else None


def told_by(comparison: Comparison, side: SideName, sentence: int, partners: Sequence[int]) -> str:
    """Which sentences tell of a sentence: "told by sentences 4 and 7 of the English version, in part".

    Args:
        partners: These sentences, ascending; "" is told where there are none.
    """
    told = on_side(comparison.told, side)[sentence] if partners else None
    if told is None:
        return ""
    return counted(
        "told by sentence {numbers} of {version}, {strength}",
        "told by sentences {numbers} of {version}, {strength}",
        len(partners),
        numbers=numbers_listed(partners),
        version=version_of(comparison, other_side(side)),
        strength=STRENGTHS[told.strength],
    ).told()


def passage_words(comparison: Comparison, entry: Entry) -> str:
    """What a passage is: "What only the Russian version tells: 3 sentences in a row."."""
    side = next(side for side in SIDES if side == entry.differences[0].side)
    return say_counted(
        "What only {version} tells: {count} sentence.",
        "What only {version} tells: {count} sentences in a row.",
        len(entry.differences),
        version=version_of(comparison, side),
    )


def checked_words(weak: ToCheck) -> str:
    """How sure a counterpart is: "told in part, probability 62 %, similarity 0.41"."""
    words: list[str] = [
        Phrase(
            "told {strength}, probability {share}",
            strength=STRENGTHS[weak.found.strength],
            share=percent(weak.found.probability),
        )
    ]
    if weak.similarity is not None:
        words.append(Phrase(", similarity {similarity:.2f}", similarity=weak.similarity))
    return joined("", words).told()
