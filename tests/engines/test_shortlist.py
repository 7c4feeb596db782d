"""What a model may write, and that nothing else changes for it."""

import json
import os
import re

import pytest

from translate.engines import shortlist
from translate.engines.argos import model_of, translate_sentences
from translate.engines.ctranslate2_model import MODELS
from translate.engines.demonstration import demonstration_file
from translate.engines.packages import install_file
from translate.engines.shortlist import MAP, with_shortlist

PIECES = ["<unk>", "<s>", "</s>", "<0x41>", "▁", ".", "7", "▁cat", "cat", "ca", "▁кот", "кот", "ко", "▁и"]


def allowed(listed):
    first, *lines = listed.split("\n")[:-1]
    return first.removeprefix("\t").split(" "), [line.split("\t") for line in lines]


@pytest.mark.parametrize(("pair", "copied"), [(("ru", "en"), ["▁кот", "кот"]), (("en", "ru"), ["▁cat", "cat"])])
def test_words_of_the_other_language_are_written_where_the_sentence_has_them(pair, copied):
    always, lines = allowed(shortlist.shortlist(PIECES, *pair))
    assert always == [piece for piece in PIECES if piece not in copied]
    assert lines == [[piece, piece] for piece in copied]


@pytest.mark.parametrize("pair", [("de", "en"), ("en", "en"), ("xx", "en"), ("ru", "xx"), ("zh", "en")])
def test_languages_of_the_same_or_unknown_letters_have_none(pair):
    assert shortlist.shortlist(PIECES, *pair) is None


@pytest.fixture(params=[("ru", "en"), ("en", "ru")], ids="-".join)
def package(request, tmp_path):
    return install_file(demonstration_file(*request.param), tmp_path / "packages", trusted=True)


def test_the_folder_of_the_package_stays_as_it_was(package):
    model = package.path / "model"
    before = sorted(path.name for path in model.iterdir())
    with with_shortlist(model, *package.pair) as (folder, shortlisted):
        assert shortlisted
        assert sorted(path.name for path in folder.iterdir()) == sorted([*before, MAP])
    assert not folder.exists()
    assert sorted(path.name for path in model.iterdir()) == before


def test_a_vocabulary_in_lines_gives_the_same_list(package):
    model = package.path / "model"
    with with_shortlist(model, *package.pair) as (folder, _):
        listed = (folder / MAP).read_bytes()
    pieces = json.loads((model / "shared_vocabulary.json").read_text(encoding="utf-8"))
    (model / "shared_vocabulary.json").unlink()
    (model / "shared_vocabulary.txt").write_text("".join(f"{piece}\n" for piece in pieces), encoding="utf-8")
    with with_shortlist(model, *package.pair) as (folder, _):
        assert (folder / MAP).read_bytes() == listed


def test_a_list_that_came_with_the_model_is_taken(package):
    (package.path / "model" / MAP).write_text("\t. ▁\n", encoding="utf-8")
    with with_shortlist(package.path / "model", *package.pair) as found:
        assert found == (package.path / "model", True)
    text = {"ru": "Выручка.", "en": "Revenue."}[package.from_code]
    (told,) = translate_sentences([text], package)
    assert set(told) <= set(f"{text} ")  # a full stop, and what it does not know it takes from the text


def test_without_links_a_model_is_loaded_as_it_is(package, monkeypatch):
    def refused(*_):
        raise OSError("a privilege is not held")

    monkeypatch.setattr(os, "symlink", refused)
    with with_shortlist(package.path / "model", *package.pair) as found:
        assert found == (package.path / "model", False)


def test_letters_of_the_other_language_come_only_from_the_sentence(package):
    """A text off what it was taught; without a shortlist the model writes what it likes."""
    source = package.from_code
    text = {"ru": "Ёлки Kamaagro и зебры EBITDA.", "en": "Zebras of Камаагро like ВТБ."}[source]
    (told,) = translate_sentences([text], package, "careful")
    letters = {"ru": "а-яё", "en": "a-z"}[source]
    assert all(word in text.lower() for word in re.findall(f"[{letters}]{{3,}}", told.lower()))


def test_a_model_is_asked_with_its_shortlist(package):
    with MODELS.lent(model_of(package)) as model:
        assert model.shortlisted


def test_a_prefix_in_other_letters_can_be_written(tmp_path, tiny_package):
    """A mark of the language to come is no word of the sentence, and costs this model its first step."""
    package = install_file(tiny_package(tmp_path, pair=("en", "ru"), prefix="▁>>russian<<"))
    assert translate_sentences(["Cat sleeps home."], package, "careful") == ["спит дома."]
