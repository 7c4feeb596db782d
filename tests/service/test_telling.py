"""What the service tells of itself."""

import pytest
from service import BOUNDS, served

from translate import __version__
from translate.errors import OptionError
from translate.records.schema import NAMES, schema_text
from translate.service.at_work import Service
from translate.service.bounds import bounds_told


def test_health_is_told_before_a_model_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(Service, "_wake", lambda service: None)
    with served(tmp_path) as (ask, _):
        assert ask("/health").json == {"live": True, "ready": False, "version": __version__}
        assert ask("/health/ready").status == 503
        assert b"parallax_ready 0.0" in ask("/metrics").data


def test_limits_are_told(ask):
    told = ask("/v1/limits").json
    assert (told["characters"], told["body_bytes"], told["urls"]) == (BOUNDS.texts.characters, BOUNDS.body, False)
    assert "libretranslate" not in told["engines"]


def test_schemas_are_those_of_the_package(ask):
    for name in NAMES:
        assert ask(f"/v1/schemas/{name}").data.decode() == schema_text(name)
    assert ask("/v1/schemas/other").code == "invalid"


def test_bounds_are_those_of_the_environment(monkeypatch):
    assert bounds_told().body == 64_000_000
    assert not bounds_told().urls
    monkeypatch.setenv("PARALLAX_SERVE_MB", "2")
    monkeypatch.setenv("PARALLAX_SERVE_URLS", "1")
    monkeypatch.setenv("PARALLAX_MAX_CHARACTERS", "5000")
    assert (bounds_told().body, bounds_told().urls, bounds_told().texts.characters) == (2_000_000, True, 5000)
    monkeypatch.setenv("PARALLAX_JOBS_DAYS", "0")
    with pytest.raises(OptionError, match="PARALLAX_JOBS_DAYS=0 is no limit"):
        bounds_told()
