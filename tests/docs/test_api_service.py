"""The page about the API: its client runs, and what it lists is there."""

import importlib.util
import re
from pathlib import Path

import pytest
from standin import ENGLISH, RUSSIAN, standin_compare

from translate.report import comparison_from_json, render

NEEDED = ("fastapi", "uvicorn", "prometheus_client")
pytestmark = pytest.mark.skipif(not all(map(importlib.util.find_spec, NEEDED)), reason=f"needs {', '.join(NEEDED)}")
PAGE = (Path(__file__).resolve().parents[2] / "docs" / "api-service.md").read_text(encoding="utf-8")
CLIENT, JOB = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def ask(tmp_path, monkeypatch):
    from service import served

    for name in ("translate.service.work.compare", "translate.batch.task.compare"):
        monkeypatch.setattr(name, standin_compare)
    monkeypatch.setattr("translate.service.at_work.Service._wake", lambda service: None)
    with served(tmp_path) as (client, _):
        yield client


def test_the_client_compares_in_ten_lines(ask):
    assert len([line for line in CLIENT.splitlines() if line]) <= 10
    names = {"russian": RUSSIAN, "english": ENGLISH}
    exec(CLIENT.replace("http://127.0.0.1:8600", ask.address) + JOB, names)
    assert names["comparison"]["schema"] == "parallax/comparison/1"
    assert names["first"]["beads"] == names["comparison"]["beads"]
    data = ask("/v1/compare", {"source": RUSSIAN, "target": ENGLISH}).data.decode()
    assert render(comparison_from_json(data), "json") == data


def test_every_address_and_every_error_is_listed(ask):
    from translate.service.refusals import KINDS

    listed = set(re.findall(r"(GET|POST|DELETE) (/[\w/]+)", PAGE))
    there = {
        (method.upper(), re.sub(r"\{id\}", "ID", re.sub(r"\{number\}", "N", path)).replace("{name}", "comparison"))
        for path, ways in ask("/openapi.json").json["paths"].items()
        for method in ways
    }
    assert there == listed
    for code, kind in KINDS.items():
        row = next(line for line in PAGE.splitlines() if f"`{code}`" in line and re.match(r"\| [\d, ]+ \|", line))
        assert str(kind.status) in row
