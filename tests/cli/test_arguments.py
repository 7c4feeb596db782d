"""Arguments that several commands share."""

import pytest
from awkward_site import awkward_site, story_page
from standin import RUSSIAN, standin_align, standin_compare

from translate.cli.main import main

pytestmark = pytest.mark.usefixtures("no_model")


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


def test_folders_of_models_reach_the_engine(pair, used):
    arguments = ("--engine", "ctranslate2", "--model", "opus-mt-ru-en", "--model", "en-ru=other")
    assert main(["compare", *pair, "--format", "json", *arguments]) == 0
    assert (used[0].engine, used[0].models) == ("ctranslate2", ("opus-mt-ru-en", "en-ru=other"))


@pytest.mark.parametrize("sample", [(), ("--sample", "flood")])
def test_a_folder_without_its_engine_is_not_passed_over(pair, capsys, sample):
    assert main(["compare", *(sample or pair), "--model", "opus-mt-ru-en"]) == 2
    assert "belongs to the engine ctranslate2" in capsys.readouterr().err


def test_an_unknown_engine_is_told_with_the_known_ones(pair, capsys):
    assert main(["compare", *pair, "--engine", "magic"]) == 2
    assert "Unknown engine 'magic'. Known: auto, firefox, argos, ctranslate2," in capsys.readouterr().err


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


@pytest.fixture
def texts(monkeypatch):
    """The two texts of every comparison."""
    seen = []

    def watched(source, target, options=None, *, progress=None):
        seen.append((source, target))
        return standin_compare(source, target, options, progress=progress)

    monkeypatch.setattr("translate.compare", watched)
    return seen


@pytest.fixture
def site():
    with awkward_site() as running:
        yield running


def test_pages_of_the_web_are_compared_like_files(pair, texts, site, capsys):
    address = site.page("/a", story_page())
    assert main(["compare", "--allow-private", pair[0], address]) == 0
    assert main(["compare", "--allow-private", address, pair[0]]) == 0
    assert texts[0][0].text == RUSSIAN
    assert "Three rivers burst their banks" in texts[0][1].text == texts[1][0].text
    assert capsys.readouterr().err == ""


def test_a_private_page_is_refused_unless_it_is_allowed(pair, texts, site, capsys):
    assert main(["compare", pair[0], site.page("/a", story_page())]) == 2
    assert "--allow-private reads it" in capsys.readouterr().err
    assert (texts, site.asked) == ([], [])


def test_a_page_that_may_be_cut_off_is_told_and_compared(pair, texts, site, capsys):
    head = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    assert main(["compare", "--allow-private", pair[0], site.page("/a", story_page(head))]) == 0
    assert "may be cut off" in capsys.readouterr().err
    assert len(texts) == 1


def test_pages_hold_no_sentences_one_a_line(pair, texts, capsys):
    assert main(["align", "--sentences", pair[0], "https://news.example/a"]) == 2
    assert "both texts are files" in capsys.readouterr().err
