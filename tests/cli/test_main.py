"""The command line: exit statuses, formats, streams and errors."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from standin import RUSSIAN, standin_align, standin_compare

from translate.cli.main import main
from translate.engines.translation import Translation
from translate.report import FORMATS

ROOT = Path(__file__).parents[2]
PRINTED = {"tmx": "Ремонт стоил 12 млн рублей."}  # what a report shows in place of the differences
REASON = "The two sentences correspond, and this is read differently in them."
pytestmark = pytest.mark.usefixtures("no_model")


def _stdin(monkeypatch, data):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_compare_prints_the_report_without_escape_codes_into_a_pipe(pair, capsys):
    assert main(["compare", *pair]) == 0
    out, err = capsys.readouterr()
    assert REASON in out
    assert "\x1b" not in out
    assert err == ""


@pytest.mark.parametrize("format", [name for name in FORMATS if FORMATS[name].encoding])
def test_every_format_that_is_text_can_be_printed(pair, capsys, format):
    assert main(["compare", *pair, "--format", format]) == 0
    assert PRINTED.get(format, REASON) in capsys.readouterr().out


def test_help_names_every_format(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["compare", "--help"])
    assert stop.value.code == 0
    out = " ".join(capsys.readouterr().out.split())
    assert all(format in out for format in FORMATS)
    assert "examples:" in out


@pytest.mark.parametrize("format", FORMATS)
def test_the_ending_of_the_output_file_implies_its_format(pair, tmp_path, capsys, format):
    output = tmp_path / f"report{FORMATS[format].suffix}"
    assert main(["compare", *pair, "-o", str(output)]) == 0
    data = output.read_bytes()
    assert main(["compare", *pair, "--format", format, "-o", str(output)]) == 0
    assert output.read_bytes() == data
    if encoding := FORMATS[format].encoding:
        assert PRINTED.get(format, REASON) in data.decode(encoding)
    else:
        assert "Differences" in openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert capsys.readouterr().out == ""


def test_format_wins_over_the_ending(pair, tmp_path):
    output = tmp_path / "report.txt"
    assert main(["compare", *pair, "--format", "json", "-o", str(output)]) == 0
    assert json.loads(output.read_bytes())["schema"] == "parallax/comparison/1"


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ([], 0),
        (["number"], 1),
        (["date"], 0),
        (["omission"], 1),
        (["major"], 1),
        (["minor"], 1),
        (["date", "number"], 1),
        (["date", "addition"], 0),
    ],
)
def test_fail_on_decides_the_exit_status(pair, wanted, status):
    assert main(["compare", *pair, *(word for kind in wanted for word in ("--fail-on", kind))]) == status


def test_fail_on_minor_includes_major(tmp_path):
    """The stand-in finds one major difference and no minor one in two equally long texts."""
    ru, en = tmp_path / "ru.txt", tmp_path / "en.txt"
    ru.write_text("Ремонт стоил 12 млн рублей.\n", encoding="utf-8")
    en.write_text("The repairs cost 15 million roubles.\n", encoding="utf-8")
    arguments = ["compare", "--sentences", str(ru), str(en)]
    assert main([*arguments, "--fail-on", "minor"]) == 1
    assert main([*arguments, "--fail-on", "major"]) == 1
    assert main([*arguments, "--fail-on", "omission"]) == 0


def test_one_text_may_come_from_standard_input(pair, capsys, monkeypatch):
    _stdin(monkeypatch, RUSSIAN.encode("cp1251"))
    assert main(["compare", "-", pair[1], "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["text"] == RUSSIAN


def test_sentences_are_taken_as_they_are(tmp_path, capsys):
    ru, en = tmp_path / "ru.txt", tmp_path / "en.txt"
    ru.write_bytes("Читайте также\r\n\r\nОдин. Два.\r\n".encode())
    en.write_bytes(b"Read also\n\nOne. Two.\n")
    assert main(["compare", "--sentences", str(ru), str(en), "--format", "json"]) == 0
    source = json.loads(capsys.readouterr().out)["source"]
    assert source["text"].split("\n") == ["Читайте также", "", "Один. Два."]
    assert {sentence["role"] for sentence in source["sentences"]} == {"body"}


def test_a_sample_can_be_compared(capsys):
    assert main(["samples"]) == 0
    assert "flood" in capsys.readouterr().out
    assert main(["compare", "--sample", "flood", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["language"] == "ru"


@pytest.fixture
def bad_files(tmp_path):
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "de.txt").write_text("Der Vertrag wurde gestern in Berlin von den Ministern unterzeichnet.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("compare {tmp}/no.txt {tmp}/en.txt", "no such file"),
        ("compare {tmp} {tmp}/en.txt", "is a directory"),
        ("compare {tmp}/photo.txt {tmp}/en.txt", "PNG"),
        ("compare {tmp}/empty.txt {tmp}/en.txt", "nothing to read"),
        ("compare {tmp}/ru.txt {tmp}/ru.txt", "Both texts are in Russian"),
        ("compare {tmp}/de.txt {tmp}/en.txt", "neither Russian nor English"),
        ("compare - -", "standard input"),
        ("compare {tmp}/ru.txt", "Two texts are needed"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --sample flood", "not both"),
        ("compare --sample nonesuch", "nonesuch"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --format docx", "Known: console"),
        ("compare {tmp}/ru.txt {tmp}/en.txt -o {tmp}/a.docx", ".docx"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --format xlsx", "-o report.xlsx"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --fail-on tone", "tone"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --engine magic", "magic"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --operating-point bold", "bold"),
        ("align {tmp}/ru.txt {tmp}/en.txt --operating-point bold", "bold"),
        ("compare {tmp}/ru.txt {tmp}/en.txt -o {tmp}/no/a.html", "Cannot write"),
        ("compare {tmp}/ru.txt {tmp}/en.txt --format html -o {tmp}", "Cannot write"),
        ("frobnicate", "frobnicate"),
        ("", "COMMAND"),
    ],
)
@pytest.mark.usefixtures("pair", "bad_files")
def test_what_the_user_can_mend_is_told_in_one_line(tmp_path, capsys, arguments, told):
    assert main([argument.format(tmp=tmp_path) for argument in arguments.split()]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("translate: ")
    assert told in err
    assert err.count("\n") == 1


def test_a_bug_shows_its_traceback(pair, monkeypatch):
    def broken(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("translate.compare", broken)
    with pytest.raises(ZeroDivisionError):
        main(["compare", *pair])


def test_a_failed_write_leaves_the_old_report(pair, tmp_path, monkeypatch):
    output = tmp_path / "report.html"
    output.write_text("old")

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["compare", *pair, "-o", str(output)]) == 2
    assert output.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["en.txt", "report.html", "ru.txt"]


@pytest.fixture
def used(monkeypatch):
    """The options of every comparison and alignment."""
    seen = []

    def watched(source, target, options=None, *, progress=None):
        seen.append(options)
        return standin_compare(source, target, options, progress=progress)

    def watched_align(source, target, options=None, *, languages=(None, None)):
        seen.append(options)
        return standin_align(source, target, options, languages=languages)

    monkeypatch.setattr("translate.compare", watched)
    monkeypatch.setattr("translate.align", watched_align)
    monkeypatch.delenv("PARALLAX_API_KEY", raising=False)
    return seen


SERVER = ("--engine", "libretranslate", "--url", "http://localhost:5000")


@pytest.mark.parametrize(
    ("arguments", "variable", "key"),
    [
        ((*SERVER,), "from-variable", "from-variable"),
        ((*SERVER, "--api-key", "from-option"), "from-variable", "from-option"),
        ((*SERVER, "--api-key", ""), "from-variable", ""),
        ((*SERVER,), None, None),
        (("--engine", "gloss"), "from-variable", None),
        ((), "from-variable", None),
    ],
)
def test_the_key_of_a_server_may_come_from_the_environment(pair, used, monkeypatch, capsys, arguments, variable, key):
    if variable is not None:
        monkeypatch.setenv("PARALLAX_API_KEY", variable)
    assert main(["compare", *pair, "--format", "json", *arguments]) == 0
    assert used[0].api_key == key
    out, err = capsys.readouterr()
    assert "from-" not in out + err + repr(used[0])


def test_help_names_the_variable_of_the_key(capsys):
    with pytest.raises(SystemExit):
        main(["translate", "--help"])
    assert "PARALLAX_API_KEY" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["compare", "align"])
@pytest.mark.parametrize(
    ("arguments", "point"),
    [
        ((), "balanced"),
        (("--operating-point", "careful"), "careful"),
        (("--operating-point", "sensitive"), "sensitive"),
    ],
)
def test_the_operating_point_is_that_of_the_command(pair, used, capsys, command, arguments, point):
    assert main([command, *pair, *arguments]) == 0
    assert [options.operating_point for options in used] == [point]
    assert capsys.readouterr().out


def test_the_operating_point_goes_with_a_sample_and_with_a_server(used, pair):
    assert main(["compare", "--sample", "flood", "--operating-point", "careful"]) == 0
    assert main(["compare", *pair, *SERVER, "--operating-point", "sensitive"]) == 0
    assert [(options.operating_point, options.url) for options in used] == [("careful", None), ("sensitive", SERVER[3])]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")
def test_a_report_keeps_the_mode_of_the_file_it_replaces(pair, tmp_path):
    output = tmp_path / "report.html"
    output.write_text("old")
    output.chmod(0o640)
    assert main(["compare", *pair, "-o", str(output)]) == 0
    assert output.stat().st_mode & 0o777 == 0o640


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


def test_detect_tells_the_language_of_each_file_and_goes_on_after_a_bad_one(pair, tmp_path, capsys):
    assert main(["detect", pair[0], str(tmp_path / "no.txt"), pair[1]]) == 2
    out, err = capsys.readouterr()
    assert [line.split("\t")[0] for line in out.splitlines()] == ["ru", "en"]
    assert "no.txt" in err


def test_translate_keeps_warnings_out_of_the_text(pair, capsys, monkeypatch):
    def standin_translate(text, *, to, options=None):
        return Translation(f"{to}: translated", ("translated",), "gloss", warnings=("This is a gloss.",))

    monkeypatch.setattr("translate.translate", standin_translate)
    assert main(["translate", pair[0], "--to", "en"]) == 0
    out, err = capsys.readouterr()
    assert out == "en: translated\n"
    assert err == "translate: This is a gloss.\n"


def test_doctor_says_what_works(capsys):
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "Comparing, aligning and detecting languages work" in out
    assert "samples" in out


def test_doctor_names_what_is_absent(capsys, monkeypatch):
    monkeypatch.setattr("translate.cli.doctor.REQUIREMENTS", (("no-such-library", "everything", True),))
    assert main(["doctor"]) == 2
    assert "Comparing does not: no-such-library not installed" in capsys.readouterr().out


def test_packages_list_and_where(capsys):
    assert main(["packages", "list"]) == 0
    assert capsys.readouterr().out.strip()
    assert main(["packages", "where"]) == 0
    assert Path(capsys.readouterr().out.strip()).is_absolute()


def test_a_package_that_is_not_there_cannot_be_removed(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    assert main(["packages", "remove", "ru", "en"]) == 2
    assert "No package for ru to en" in capsys.readouterr().err


def test_a_file_that_is_no_package_is_refused(pair, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    assert main(["packages", "install", pair[0]]) == 2
    assert capsys.readouterr().err.startswith("translate: ")


def _process(*arguments, **options):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "translate", *arguments]
    return subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, timeout=60, check=False, **options)


def test_the_process_exits_with_the_status_and_no_traceback(pair):
    done = _process("compare", pair[0], "/no/such/file")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().startswith("translate: Cannot read /no/such/file")


def test_the_process_prints_utf8_whatever_the_terminal_says(pair):
    done = _process("detect", "-", input=RUSSIAN.encode("koi8-r"))
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").startswith("ru\t")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_a_reader_that_stops_early_is_no_error():
    shell = f"{sys.executable} -m translate compare --help | head -1; {sys.executable} -m translate samples | true"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert done.stderr == b""
    assert done.stdout.startswith(b"usage: python -m translate compare")


@pytest.mark.model
def test_a_megabyte_is_translated(tmp_path):
    """By the gloss; and not one of its sentences is lost."""
    rest = " ".join(["Мост через реку открыли в понедельник."] * 19)
    paragraphs = [f"Участок номер {number} открыли в понедельник. {rest}" for number in range(740)]
    (tmp_path / "ru.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    assert (tmp_path / "ru.txt").stat().st_size > 1_000_000
    done = _process("translate", str(tmp_path / "ru.txt"), "--to", "en", "--engine", "gloss")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().count("Monday") == 740 * 20


@pytest.mark.model
def test_blank_lines_among_sentences_are_no_error(tmp_path):
    (tmp_path / "ru.txt").write_text("Кот спит дома у окна.\n\n   \nСобака спит во дворе.\n", encoding="utf-8")
    (tmp_path / "en.txt").write_text("The cat sleeps at home.\n\n\nThe dog sleeps outside.\n", encoding="utf-8")
    done = _process("compare", "--sentences", str(tmp_path / "ru.txt"), str(tmp_path / "en.txt"), "--format", "json")
    assert done.returncode == 0, done.stderr.decode()
    translated = json.loads(done.stdout)["translation"]["source"]["sentences"]
    assert [bool(text) for text in translated] == [True, False, False, True]


@pytest.mark.model
def test_a_sample_is_compared_for_real():
    done = _process("compare", "--sample", "flood", "--format", "json", "--fail-on", "number")
    assert done.returncode == 1, done.stderr.decode()
    assert {found["kind"] for found in json.loads(done.stdout)["differences"]} >= {"number"}
