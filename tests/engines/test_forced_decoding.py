"""Which models are asked how probable they find what the versions say, and when."""

from types import SimpleNamespace

import pytest

from translate.engines import forced_decoding
from translate.engines.forced_decoding import scoring_model, turned_on
from translate.errors import ModelNotInstalled, OptionError
from translate.options import Options


@pytest.mark.parametrize(("value", "on"), [("1", True), ("0", False), ("", False)])
def test_it_is_off_until_it_is_asked_for(monkeypatch, value, on):
    monkeypatch.delenv("PARALLAX_FORCED_DECODING", raising=False)
    assert not turned_on()
    monkeypatch.setenv("PARALLAX_FORCED_DECODING", value)
    assert turned_on() is on


def test_another_value_is_refused(monkeypatch):
    monkeypatch.setenv("PARALLAX_FORCED_DECODING", "yes")
    with pytest.raises(OptionError, match=r"PARALLAX_FORCED_DECODING is 'yes'\. Give 1 to ask the translation model"):
        turned_on()


def test_the_demonstration_package_is_asked_where_it_is_named_and_only_there(monkeypatch, tmp_path):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    model = scoring_model("en", "ru", Options(engine="demonstration"))
    assert model is not None
    assert model.name == "translate-en_ru-0_1"
    for engine in ("auto", "gloss", "none"):
        assert scoring_model("en", "ru", Options(engine=engine)) is None
    with pytest.raises(ModelNotInstalled):
        scoring_model("en", "ru", Options(engine="argos"))


def test_a_model_that_only_translates_is_not_asked(monkeypatch):
    model = SimpleNamespace(name="m", key="m", translate=lambda sentences, quality, progress: list(sentences))
    monkeypatch.setattr(forced_decoding, "find_model", lambda *asked: (None, model))
    assert scoring_model("ru", "en", Options()) is None
