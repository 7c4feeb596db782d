"""Classes by weighted sums."""

import numpy as np

from translate.models.softmax import softmax_from

RECORD = {"classes": ["rain", "sun"], "intercept": [0.0, 1.0], "weights": [[2.0, 0.0], [0.0, 1.0]]}


def test_rows_add_up_to_one_and_the_greatest_sum_wins():
    found = softmax_from(RECORD).probabilities(np.array([[0.0, 0.0], [3.0, 0.0], [0.0, 1000.0]]))
    assert np.allclose(found.sum(axis=1), 1)
    assert np.allclose(found[0], [1 / (1 + np.e), np.e / (1 + np.e)])
    assert [softmax_from(RECORD).classes[k] for k in found.argmax(axis=1)] == ["sun", "rain", "sun"]
