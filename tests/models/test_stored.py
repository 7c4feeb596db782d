"""Fitted models are read for the encoder they were fitted for, and for no other."""

import json
import re
from pathlib import Path

import pytest

from translate.engines.encoder import default_encoder
from translate.engines.word_states import ENCODER
from translate.errors import ModelMismatch, StaleModel
from translate.models import stored
from translate.models.stored import (
    COMMANDS,
    FOLDER,
    NO_ENCODER,
    OF_BOTH_ENCODERS,
    OF_TEXT,
    command_of,
    has_model,
    model_file,
    read_model,
    require_features,
)
from translate.story.states import of_both

OURS = default_encoder().fitted_as
BOTH = of_both(OURS)
SECOND = ("word_states",)  # models for the second encoder
RECORDS = [model for model in COMMANDS if model not in (*OF_TEXT, *SECOND)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of models that belongs to a test."""
    monkeypatch.setattr(stored, "FOLDER", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("model", "encoder"),
    [(model, OURS) for model in RECORDS]
    + [(model, NO_ENCODER) for model in OF_TEXT]
    + [(model, ENCODER) for model in SECOND]
    + [(model, BOTH) for model in OF_BOTH_ENCODERS],
)
def test_every_model_names_its_encoder_its_data_and_its_command(model: str, encoder: str) -> None:
    record = read_model(model, encoder)
    assert record["encoder"] == encoder
    assert re.fullmatch("[0-9a-f]{16}", record["data"])
    assert record["command"] == command_of(model, encoder)
    assert record["command"].endswith(" --second") == (encoder == BOTH)


def test_a_folder_holds_nothing_else() -> None:
    found = {folder.name: {path.name for path in folder.iterdir()} for folder in FOLDER.iterdir() if folder.is_dir()}
    assert found[OURS] == {f"{model}.json" for model in RECORDS}
    assert found[NO_ENCODER] == {f"{model}.json" for model in OF_TEXT}
    assert found[BOTH] == {f"{model}.json" for model in OF_BOTH_ENCODERS}
    assert found[ENCODER] == {f"{model}.json" for model in SECOND}


def test_an_encoder_without_models_is_told_how_to_fit_them(folder: Path) -> None:
    with pytest.raises(
        ModelMismatch,
        match=r"encoder e5: there is no .*/e5/partial\.json\. To fit it: python -m benchmarks\.fit\.partial --write",
    ) as caught:
        read_model("partial", "e5")
    assert (caught.value.given, caught.value.fitted_for) == ("e5", "")
    assert not has_model("partial", "e5")


def test_a_file_that_was_fitted_for_another_encoder_is_refused(folder: Path) -> None:
    """Whoever copies a folder under another name gets no numbers that mean nothing."""
    (folder / "e5").mkdir()
    (folder / "e5" / "partial.json").write_text(json.dumps({"encoder": "use3-0.2"}))
    with pytest.raises(ModelMismatch, match=r"encoder e5: .*/e5/partial\.json was fitted for the encoder use3-0\.2"):
        read_model("partial", "e5")


@pytest.mark.parametrize("name", ["../../secret", "a/b", "..", "", "C:\\x", "someone/e5-small.v2"])
def test_no_name_leads_out_of_the_folder(folder: Path, name: str) -> None:
    path = model_file("partial", name)
    assert path.parent.parent == folder
    assert path.resolve().parent.parent == folder.resolve()


def test_other_features_or_another_order_are_refused() -> None:
    require_features(["a", "b"], ("a", "b"), "negation")
    for found in (["b", "a"], ["a"], ["a", "b", "c"]):
        with pytest.raises(StaleModel, match=r"benchmarks\.fit\.negation"):
            require_features(found, ("a", "b"), "negation")
