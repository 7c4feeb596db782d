"""What the fitted judgements weigh is what they were fitted on."""

import json

import pytest
from fitted_measures import RECORD, measured
from fitted_stories import STORIES

RECORDED = json.loads(RECORD.read_text(encoding="utf-8"))


@pytest.mark.parametrize("sort", STORIES)
def test_measures_are_those_that_the_weights_were_fitted_on(sort: str) -> None:
    """Where this is meant to change, fit the weights anew; tests/helpers/fitted_measures.py tells the rest."""
    found = {f"{sort}: {name}": features for name, features in measured(sort)}
    recorded = {name: features for name, features in RECORDED.items() if name.startswith(f"{sort}: ")}
    assert list(found) == list(recorded)
    for name, features in recorded.items():
        assert found[name] == pytest.approx(dict.fromkeys(found[name], 0.0) | features, abs=5e-4), name
