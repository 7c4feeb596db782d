"""`detect`: one line for each file."""

from translate.cli.main import main


def test_detect_tells_the_language_of_each_file_and_goes_on_after_a_bad_one(pair, tmp_path, capsys):
    assert main(["detect", pair[0], str(tmp_path / "no.txt"), pair[1]]) == 2
    out, err = capsys.readouterr()
    assert [line.split("\t")[0] for line in out.splitlines()] == ["ru", "en"]
    assert "no.txt" in err
