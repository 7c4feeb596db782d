"""Files as they come: which belong to which model."""

import pytest

from translate.engines.firefox_files import files_by_pair
from translate.errors import EngineError

RUEN = {
    "model": "model.ruen.intgemm.alphas.bin",
    "lex": "lex.50.50.ruen.s2t.bin",
    "vocab": "vocab.ruen.spm",
}
ENRU = {role: name.replace("ruen", "enru") for role, name in RUEN.items()}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (RUEN.values(), {("ru", "en"): RUEN}),
        ([*RUEN.values(), *ENRU.values()], {("ru", "en"): RUEN, ("en", "ru"): ENRU}),
        (
            ["model.ruen.intgemm8.bin.gz", "vocab.ruen.spm.gz"],
            {("ru", "en"): {"model": "model.ruen.intgemm8.bin.gz", "vocab": "vocab.ruen.spm.gz"}},
        ),
        (
            ["model.ruen.bin.zst", "srcvocab.ruen.spm", "trgvocab.ruen.spm"],
            {
                ("ru", "en"): {
                    "model": "model.ruen.bin.zst",
                    "srcvocab": "srcvocab.ruen.spm",
                    "trgvocab": "trgvocab.ruen.spm",
                }
            },
        ),
        (
            ["ru-en/model.bin", "ru-en/vocab.spm", "other/vocab.deen.spm"],
            {("ru", "en"): {"model": "ru-en/model.bin", "vocab": "ru-en/vocab.spm"}},
        ),
        # of two files for one part: what needs no unpacking, and the longer name
        ([*RUEN.values(), "model.ruen.intgemm.alphas.bin.gz", "lex.ruen.s2t.bin"], {("ru", "en"): RUEN}),
    ],
)
def test_names_tell_the_model(names, expected):
    assert files_by_pair(names, "Downloads", None) == expected


def test_the_folder_tells_the_languages_where_names_do_not():
    names = ["model.intgemm.alphas.bin", "vocab.spm"]
    expected = {"model": names[0], "vocab": names[1]}
    assert files_by_pair(names, "en-ru", None) == {("en", "ru"): expected}
    assert files_by_pair(names, "enru", None) == {("en", "ru"): expected}
    assert files_by_pair(names, "Downloads", ("ru", "en")) == {("ru", "en"): expected}


def test_languages_that_are_named_choose_among_several():
    assert files_by_pair([*RUEN.values(), *ENRU.values()], "Downloads", ("en", "ru")) == {("en", "ru"): ENRU}


@pytest.mark.parametrize(
    ("names", "pair", "told"),
    [
        ([], None, r"holds no model of Firefox's for ru to en, en to ru\. Its files are named model\.ruen"),
        (["model.bin", "vocab.spm"], None, "holds no model .* FROM TO FOLDER --from firefox"),
        (
            [RUEN["model"]],
            None,
            r"but a part of the model for ru to en: vocab is missing\. It needs model\.ruen\.intge",
        ),
        ([RUEN["vocab"], RUEN["lex"]], None, "model is missing"),
        ([RUEN["model"], "srcvocab.ruen.spm"], None, "vocab is missing"),
        (
            ["model.deen.bin", "vocab.deen.spm"],
            None,
            r"models of other languages \(deen\), none for ru to en, en to ru",
        ),
        (RUEN.values(), ("en", "ru"), r"models of other languages \(ruen\), none for en to ru"),
    ],
)
def test_what_is_missing_is_named(names, pair, told):
    with pytest.raises(EngineError, match=told):
        files_by_pair(names, "Downloads", pair)
