"""`align`: tables, indices, and other languages."""

import json

import pytest

from translate.cli.main import main

pytestmark = pytest.mark.usefixtures("no_model")


def test_align_prints_a_row_for_each_bead(pair, capsys):
    assert main(["align", *pair]) == 0
    out = capsys.readouterr().out
    assert "Мост открыли после ремонта" in out
    assert "Bridge reopens after repairs" in out
    assert all(sentence in out for sentence in ("Мост через реку", "Ремонт стоил", "Мэр поблагодарил"))


def test_align_gives_indices_as_json(pair, capsys):
    assert main(["align", *pair, "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    first = record["beads"][0]
    assert record["source"]["sentences"][first["source"][0]] == "Мост открыли после ремонта"
    assert record["beads"][-1]["target"] == []


def test_align_takes_sentences_in_other_languages(tmp_path, capsys):
    """Naming a language other than Russian and English takes lines as sentences, whatever stands in them."""
    (tmp_path / "de.txt").write_text("Der Fluss stieg. Er fiel.\nDie Brücke hielt.\n", encoding="utf-8")
    (tmp_path / "fr.txt").write_text("La rivière monta.\nLe pont a tenu.\n", encoding="utf-8")
    files = [str(tmp_path / "de.txt"), str(tmp_path / "fr.txt")]
    assert main(["align", "--source-language", "de", "--target-language", "FR", *files, "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["source"]["language"], record["target"]["language"]) == ("de", "fr")
    assert record["source"]["sentences"] == ["Der Fluss stieg. Er fiel.", "Die Brücke hielt."]
    assert main(["align", "--source-language", "de", "--target-language", "fr", *files]) == 0
    assert "German" in capsys.readouterr().out


def test_align_lists_the_known_languages_after_an_unknown_one(pair, capsys):
    assert main(["align", *pair, "--source-language", "xx"]) == 2
    assert "de (German)" in capsys.readouterr().err


def test_align_does_not_split_other_languages(pair, tmp_path, capsys):
    (tmp_path / "de.txt").write_text("Der Fluss ist gestiegen. Die Brücke hat aber gehalten.", encoding="utf-8")
    assert main(["align", str(tmp_path / "de.txt"), pair[1]]) == 2
    assert "German" in (message := capsys.readouterr().err)
    assert "--sentences" in message
