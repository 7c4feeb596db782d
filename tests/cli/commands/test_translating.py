"""`translate`: the text on standard output, warnings beside it."""

import pytest
from command_line import process

from translate.cli.main import main
from translate.engines.translation import Translation


def test_translate_keeps_warnings_out_of_the_text(pair, capsys, monkeypatch):
    def standin_translate(text, *, to, options=None):
        return Translation(f"{to}: translated", ("translated",), "gloss", warnings=("This is a gloss.",))

    monkeypatch.setattr("translate.translate", standin_translate)
    assert main(["translate", pair[0], "--to", "en"]) == 0
    out, err = capsys.readouterr()
    assert out == "en: translated\n"
    assert err == "parallax: This is a gloss.\n"


@pytest.mark.model
def test_a_megabyte_is_translated(tmp_path):
    """By the gloss; and not one of its sentences is lost."""
    rest = " ".join(["Мост через реку открыли в понедельник."] * 19)
    paragraphs = [f"Участок номер {number} открыли в понедельник. {rest}" for number in range(740)]
    (tmp_path / "ru.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    assert (tmp_path / "ru.txt").stat().st_size > 1_000_000
    done = process("translate", str(tmp_path / "ru.txt"), "--to", "en", "--engine", "gloss")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().count("Monday") == 740 * 20
