"""Confidences of flags, corrected, and which flags are shown."""

from typing import get_args

import pytest

from translate.alignment.bead import Bead
from translate.counterparts.relation import Relation
from translate.differences.confidence import Trust, fitted
from translate.differences.finding import find_all
from translate.differences.kinds import KINDS, least_shown
from translate.models.logistic import Calibration
from translate.options import OperatingPoint
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()
SOURCE = tell(document_of_sentences(["Погибли 7 человек."], "ru"), EMBEDDER)
TARGET = tell(document_of_sentences(["As many as 9 people died."], "en"), EMBEDDER)


def test_a_correction_moves_the_log_odds() -> None:
    trust = Trust({}, {"number": Calibration(0.0, 0.0)})
    assert trust.confidence("number", 0.9) == pytest.approx(0.5)
    assert trust.confidence("quote", 0.9) == 0.9


def test_the_fitted_corrections_keep_the_order() -> None:
    """A surer finding stays a surer one."""
    plain, retold = fitted(EMBEDDER.fitted_as)
    assert {"number", "date", "name", "negation"} == plain.keys()
    assert retold.keys() > plain.keys()
    assert all(correction.slope > 0 for correction in (*plain.values(), *retold.values()))


def test_retellings_have_corrections_of_their_own() -> None:
    plain, unlikely = Calibration(1.0, 0.0), Calibration(1.0, -9.0)
    trust = Trust({}, {"number": plain}, {"number": unlikely})
    assert trust.of(Relation("retelling", 0.8)).confidence("number", 0.9) < 0.01
    assert trust.of(Relation("translation", 0.9)).confidence("number", 0.9) == pytest.approx(0.9, abs=1e-3)
    assert trust.of(None).confidence("number", 0.9) == pytest.approx(0.9, abs=1e-3)


def test_a_flag_below_the_least_confidence_is_not_shown() -> None:
    bead = Bead((0,), (0,), 0.9, 0.8)
    corrections = {"number": Calibration(0.0, 0.0)}
    (shown,) = find_all(SOURCE, TARGET, (bead,), EMBEDDER, Trust({"number": 0.4, "partial": 1.0}, corrections))  # type: ignore[arg-type]
    assert shown.confidence == pytest.approx(0.5 * 0.8)
    assert not find_all(SOURCE, TARGET, (bead,), EMBEDDER, Trust({"number": 0.6, "partial": 1.0}, corrections))  # type: ignore[arg-type]


def test_a_careful_reader_sees_fewer_flags() -> None:
    careful, balanced, sensitive = map(least_shown, get_args(OperatingPoint))
    assert careful.keys() == balanced.keys() == sensitive.keys() == KINDS.keys()
    chosen = [kind for kind, about in KINDS.items() if about.least]
    assert set(chosen) == set(KINDS) - {"moved", "term"}
    assert all(careful[kind] > balanced[kind] > sensitive[kind] > 0 for kind in chosen)


def test_what_is_just_sure_enough_is_shown_and_what_has_no_limit_always() -> None:
    trust = Trust({"number": 0.5}, {})
    assert trust.shows("number", 0.5)
    assert not trust.shows("number", 0.49)
    assert trust.shows("quote", 0.01)
