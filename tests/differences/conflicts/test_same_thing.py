"""What is measured of two values of a retelling that may be given for the same thing."""

import numpy as np
import pytest
from fitted_measures import SoundEmbedder

from translate.alignment.bead import Bead
from translate.counterparts.judgement import Judgement
from translate.counterparts.relation import Relation
from translate.counterparts.told import Told
from translate.counterparts.words import read_words
from translate.differences.bead_side import sides_of
from translate.differences.conflicts.opposition import Lone, placed_in
from translate.differences.conflicts.same_thing import FEATURES, SameThing, values_model
from translate.differences.conflicts.value_conflicts import LIKELY, number_conflicts
from translate.engines.encoder import default_encoder
from translate.facts.mention import Facts, NumberMention, Quantity
from translate.story.story import tell
from translate.text.document import document_of_sentences

EMBEDDER = SoundEmbedder()


def same_thing(russian: str, english: str, link: float = 0.9) -> SameThing:
    """Two sentences that are counterparts so surely."""
    source, target = (
        tell(document_of_sentences([text], code), EMBEDDER) for text, code in ((russian, "ru"), (english, "en"))
    )
    words = read_words(source, EMBEDDER), read_words(target, EMBEDDER)
    one = (Told(0.5, 0.3, 0.2),)
    told_words = np.ones(len(words[0].start)), np.ones(len(words[1].start))
    at = np.array([0])
    judged = Judgement((one, one), at, at, np.array([link]), words, told_words, Relation("retelling", 0.9))
    return SameThing(*sides_of(source, target, Bead((0,), (0,), 0.8, 0.9)), judged)


def values(facts: Facts) -> tuple[NumberMention | Quantity, ...]:
    return (*facts.numbers, *facts.quantities)


def first_values(measured: SameThing) -> tuple[Lone[NumberMention | Quantity], Lone[NumberMention | Quantity]]:
    one, other = (placed_in(side.facts, values)[0] for side in (measured.source, measured.target))
    return one, other


@pytest.mark.parametrize(
    ("russian", "english", "expected"),
    [
        ("Ушли семь лодок.", "Nine boats left.", {"counted": 1.0, "counted_near": 1.0, "size": 0.251}),
        ("Ушли семь старых лодок.", "Nine boats left.", {"counted": 0.0, "counted_near": 1.0}),
        ("Ушли семь лодок.", "Nine trains left.", {"counted": 0.0, "counted_near": 0.0}),
        ("Он ждал два года.", "He waited nine months.", {"same_unit": 1.0, "one_unit": 0.0, "size": 0.981}),
        ("Он ждал два года.", "He met nine people.", {"same_unit": 0.0, "one_unit": 1.0}),
        ("Он ждал пять лет.", "He waited for a decade.", {"same_unit": 1.0, "size": 0.693}),
        ("Он ждал до 18:00.", "He waited until 9.10pm.", {"same_unit": 1.0, "size": 0.0}),
        ("Магнитуда 5,9.", "It killed 2 people.", {"fraction": 1.0}),
        ("Ушли семь лодок.", "Some 9 boats left.", {"one_spelled": 1.0}),
        ("Ушли 7 лодок.", "Some 9 boats left, not 7.", {"given": 1.0}),
    ],
)
def test_what_stands_around_two_values_and_their_size(russian: str, english: str, expected: dict[str, float]) -> None:
    measured = same_thing(russian, english)
    found = dict(zip(FEATURES, measured.features(*first_values(measured), 2), strict=True))
    assert {name: round(found[name], 3) for name in expected} == expected


def test_other_values_and_a_faint_link_count() -> None:
    measured = same_thing("Ушли семь лодок.", "Nine boats left.", link=0.4)
    found = [dict(zip(FEATURES, measured.features(*first_values(measured), n), strict=True)) for n in (2, 5, 90)]
    assert [(each["link"], each["others"]) for each in found] == [(0.4, 2.0), (0.4, 5.0), (0.4, 6.0)]


def test_what_is_not_likely_for_one_thing_contradicts_nothing() -> None:
    measured = same_thing("Ушли семь лодок.", "Nine boats left.")
    for probability, count in ((LIKELY, 1), (LIKELY - 0.01, 0)):
        found = number_conflicts(measured.source, measured.target, lambda *_, chance=probability: chance)
        assert len(list(found)) == count


def test_the_likelier_of_two_rivals_is_chosen_and_not_the_nearer() -> None:
    measured = same_thing("Ушли семь лодок.", "Nine men and eleven boats left.")

    def judge(_: Lone[NumberMention], other: Lone[NumberMention], __: int) -> float:
        return 0.9 if other.mention.text == "eleven" else 0.5

    (found,) = number_conflicts(measured.source, measured.target, judge)
    assert found.target[0][1].text == "eleven"


def test_the_shipped_regression_holds_the_same_thing_for_likelier() -> None:
    model = values_model(default_encoder().fitted_as)
    alike, unlike = (
        same_thing("Ушли семь лодок.", english) for english in ("Nine boats left.", "It took nine months to get there.")
    )
    said = [
        model.probability(dict(zip(FEATURES, each.features(*first_values(each), 2), strict=True)))
        for each in (alike, unlike)
    ]
    assert said[0] > LIKELY > said[1]
