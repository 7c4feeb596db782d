"""Batches of short stories, compared without a model."""

import json

import pytest
from standin import ENGLISH, RUSSIAN, UNRELATED, standin_compare


@pytest.fixture
def no_model(monkeypatch):
    """Pairs are compared with stand-ins, in the process of the test."""
    monkeypatch.setattr(
        "translate.batch.task.compare",
        lambda source, target, options, *, progress=None: standin_compare(source, target, options, progress=progress),
    )


@pytest.fixture
def stories(tmp_path):
    """A table of four pairs, the third of which cannot be compared."""
    rows = [
        {"id": "bridge", "source_text": RUSSIAN, "target_text": ENGLISH, "outlet": "=1+1"},
        {"id": "=HYPERLINK(1)", "source_text": RUSSIAN, "target_text": UNRELATED},
        {"id": "<b>one language</b>", "source_text": RUSSIAN, "target_text": RUSSIAN},
        {"id": "turned round", "source_text": ENGLISH, "target_text": RUSSIAN},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path
