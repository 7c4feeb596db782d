"""Lines are judged twice, the second time with the first answers for the whole page."""

import numpy as np
import pytest

from translate.errors import StaleModel
from translate.models.stored import NO_ENCODER, read_model
from translate.text.line_features import feature_names, page_features, shifted
from translate.text.lines import Line
from translate.text.page_model import OF_GUESSES, Judgement, judge, model_from, second_features

PROSE = "The president has ordered the government to support the makers of supercomputers, the order says."
TEXTS = ("Home", "Makers of supercomputers to get support", "By Jane Smith", PROSE, "Share", "© 2023 The Daily Example")
PAGE = [Line(text, text.strip("© ."), range(number, number + 1)) for number, text in enumerate(TEXTS)]


def feature(name: str) -> list[float]:
    names, values = page_features(PAGE)
    return values[:, names.index(name)].tolist()


def test_features_see_form_place_and_company():
    assert feature("prose") == [0, 0, 0, 1, 0, 0]
    assert feature("to_prose_below") == [3, 2, 1, 30, 30, 30]
    assert feature("outside") == [1, 1, 1, 0, -1, -1]
    assert feature("in_prose")[1] > 0.5 > feature("in_prose")[5]
    assert feature("prose+1") == [0, 0, 1, 0, 0, -1]


def test_what_stands_beyond_the_page_is_told_from_what_is_nothing():
    values = np.array([[1.0], [2.0], [3.0]])
    assert shifted(values, 1)[:, 0].tolist() == [2, 3, -1]
    assert shifted(values, -2)[:, 0].tolist() == [-1, -1, 1]
    assert shifted(values, 5)[:, 0].tolist() == [-1, -1, -1]


def test_the_second_question_knows_the_first_answers():
    features = page_features(PAGE)[1]
    first = Judgement(np.array([0.9, 0.1, 0.8, 0.0, 0.9, 1.0]), np.array([0.0, 0.9, 0.1, 0.0, 0.0, 0.0]))
    names = [*feature_names(), *OF_GUESSES]
    second = second_features(PAGE, features, first)
    assert second.shape == (6, len(names))
    assert second[:, names.index("furniture", len(feature_names()))].tolist() == first.furniture.tolist()
    assert second[:, names.index("from_best")].tolist() == [-1, 0, 1, 2, 3, 4]
    assert second[:, names.index("since_story")].tolist() == [30, 30, 30, 30, 1, 2]


def test_a_page_is_judged_line_by_line():
    found = judge(PAGE)
    assert found.furniture[[0, 4, 5]].min() > 0.8 > found.furniture[3]
    assert int(np.argmax(found.headline)) == 1


def test_a_model_of_other_features_is_refused():
    record = read_model("pages", NO_ENCODER)
    with pytest.raises(StaleModel, match="pages"):
        model_from({**record, "features": record["features"][1:]})
