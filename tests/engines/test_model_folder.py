"""Models of the user's own in folders: which languages they translate, how they want to be asked, and what is wrong."""

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from tiny_package import tiny_model_folder

from translate.engines import ctranslate2_model
from translate.engines.argos import translate_sentences
from translate.engines.demonstration import demonstration_file, find_demonstration
from translate.engines.engine import Searching
from translate.engines.engine_table import find_model
from translate.engines.kept import Kept
from translate.engines.model_folder import MOSES, model_in
from translate.engines.translator import translate_document
from translate.engines.trial import try_model
from translate.errors import EngineError, OptionError, WrongType
from translate.options import Options
from translate.text.document import document_of_sentences

CAT = "Кот спит дома."
SAMPLE = "Число погибших при наводнении в Верхнереченске выросло до семи"
NLLB, M2M, MBART = ("rus_Cyrl", "eng_Latn"), ("__ru__", "__en__"), ("ru_RU", "en_XX")


def translated(named: Path | str, text: str = CAT, pair: tuple[str, str] = ("ru", "en")) -> str:
    """The text as the engine translates it."""
    found = find_model(*pair, Options(engine="ctranslate2", models=(str(named),)))
    assert found is not None
    return found[1].translate([text], "fast", None)[0]


@pytest.fixture(autouse=True)
def _untried(monkeypatch):
    """No model is tried out first, which takes a process, save where the test is about that."""
    monkeypatch.setattr(ctranslate2_model, "try_model", lambda model, size: "")


@pytest.fixture(scope="module")
def opus(tmp_path_factory):
    """A folder as ct2-transformers-converter leaves it of an OPUS-MT model."""
    return tiny_model_folder(tmp_path_factory.mktemp("opus") / "opus-mt-ru-en")


@pytest.fixture
def copied(opus, tmp_path):
    """A copy that a test may damage."""
    return Path(shutil.copytree(opus, tmp_path / "opus-mt-ru-en"))


@pytest.mark.parametrize("name", ["opus-mt-ru-en", "ru-en", "ru_en", "rus-eng", "opus-ru-en-ctranslate2", "RU-EN_2024"])
def test_languages_are_read_from_the_name(opus, tmp_path, name):
    folder = shutil.copytree(opus, tmp_path / name)
    assert translated(folder) == "Cat sleeps home."
    with pytest.raises(EngineError, match="None of the models translates English to Russian"):
        translated(folder, pair=("en", "ru"))


@pytest.mark.parametrize("name", ["model", "tc-big-zle-en", "run-en", "ru-en-ru", "opus-mt-ru-de", "en-en"])
def test_where_the_name_tells_nothing_they_are_to_be_said(opus, tmp_path, name):
    folder = shutil.copytree(opus, tmp_path / name)
    with pytest.raises(EngineError, match=r"Nothing tells which languages .* --model ru-en="):
        translated(folder)
    assert translated(f"ru-en={folder}") == translated(f"rus-eng={folder}") == "Cat sleeps home."


def test_what_is_said_counts_more_than_the_name(opus):
    assert translated(f"en-ru={opus}", "Cat sleeps.", ("en", "ru")) == "Кот спит."


@pytest.mark.parametrize("pieces", ["sentencepiece.model", "sentencepiece.bpe.model", "spm.model", "spm.128k.model"])
@pytest.mark.parametrize("add_source_eos", [True, False])
def test_the_end_of_a_sentence_is_marked_once(tmp_path, pieces, add_source_eos):
    """By the model where its config.json says so, else here: without it a sentence would never end."""
    folder = tiny_model_folder(tmp_path / "ru-en", (pieces,), add_source_eos=add_source_eos)
    assert translated(folder) == "Cat sleeps home."


@pytest.mark.parametrize(
    ("tags", "pieces"),
    [(NLLB, "sentencepiece.bpe.model"), (MBART, "sentencepiece.bpe.model"), (M2M, "spm.128k.model")],
)
def test_many_to_many_models_are_told_both_languages(tmp_path, tags, pieces):
    """The copying model gives its first word only if a tag stands before the sentence and one before the output."""
    folder = tiny_model_folder(tmp_path / "nllb-200-distilled-600M", (pieces,), tags)
    assert translated(folder) == "Cat sleeps home."
    assert translated(folder, "Cat sleeps.", ("en", "ru")) == "Кот спит."
    forwards, backwards = (model_in(folder, pair) for pair in (("ru", "en"), ("en", "ru")))
    assert (forwards.source_prefix, forwards.source_suffix, forwards.target_prefix) == (tags[:1], ("</s>",), tags[1:])
    assert backwards.source_prefix == forwards.target_prefix
    assert backwards.key != forwards.key


def test_a_many_to_many_model_can_be_kept_to_one_direction(tmp_path):
    folder = tiny_model_folder(tmp_path / "nllb", ("sentencepiece.bpe.model",), NLLB)
    assert translated(f"ru-en={folder}") == "Cat sleeps home."
    assert model_in(folder, ("en", "ru"), ("ru", "en")) is None


def test_a_model_into_several_languages_is_told_which(tmp_path):
    folder = tiny_model_folder(tmp_path / "opus-mt-en-zle", tags=(">>ukr<<", ">>rus<<"))
    model = model_in(folder, ("en", "ru"), ("en", "ru"))
    assert (model.source_prefix, model.source_suffix, model.target_prefix) == ((">>rus<<",), ("</s>",), ())
    assert model.translate(["Cat sleeps."], "fast", None)[0].endswith("Кот спит.")


def test_each_direction_has_the_first_model_that_fits(opus, tmp_path):
    other = shutil.copytree(opus, tmp_path / "opus-mt-en-ru")
    options = Options(engine="ctranslate2", models=(str(opus), str(other)))
    assert find_model("ru", "en", options)[1].name == "opus-mt-ru-en"
    assert find_model("en", "ru", options)[1].name == "opus-mt-en-ru"


def test_the_demonstration_package_translates_as_a_folder(tmp_path):
    """The same sentences as by Argos, in Argos's layout and in that of a converter."""
    with zipfile.ZipFile(demonstration_file("ru", "en")) as archive:
        archive.extractall(tmp_path)
    (package,) = tmp_path.iterdir()
    plain = tmp_path / "opus-mt-ru-en"
    shutil.copytree(package / "model", plain)
    shutil.copy(package / "sentencepiece.model", plain)
    expected = translate_sentences([SAMPLE], find_demonstration("ru", "en"))[0]
    assert "flood" in expected.lower()
    assert translated(package, SAMPLE) == translated(plain, SAMPLE) == expected
    assert translated(f"ru-en={package}", SAMPLE) == expected
    for name in ("source.spm", "target.spm"):
        shutil.copy(plain / "sentencepiece.model", plain / name)
    assert "flood" in translated(plain, SAMPLE).lower()


def test_a_report_names_the_model_and_not_its_place(opus):
    options = Options(engine="ctranslate2", models=(str(opus),))
    translation = translate_document(document_of_sentences([CAT], "ru"), "en", options)
    assert (translation.engine, translation.package) == ("ctranslate2", "opus-mt-ru-en")
    assert translation.sentences == ("Cat sleeps home.",)
    assert str(opus.parent) not in repr(translation)


def test_it_searches_for_a_second_try(opus):
    model = model_in(opus, ("ru", "en"))
    assert isinstance(model, Searching)
    assert model.hypotheses([CAT], 2)[0][0] == "Cat sleeps home."


def test_a_changed_file_changes_the_key(copied):
    before = model_in(copied, ("ru", "en")).key
    (copied / "source.spm").write_bytes((copied / "source.spm").read_bytes())
    assert model_in(copied, ("ru", "en")).key != before


def test_marks_are_written_as_the_models_learned_them(opus):
    """Quotation marks and dashes of Russian texts; other tokenizers than those of OPUS-MT know them themselves."""
    letters = str.maketrans(dict(MOSES))
    assert "«Кот» — „дома“…".translate(letters) == '"Кот"  -  "дома"...'
    assert model_in(opus, ("ru", "en")).tokenizer_files.letters == MOSES
    assert translated(opus, "Кот — дома.") == "Cat - home."


def test_of_a_model_without_such_files_nothing_is_rewritten(tmp_path):
    folder = tiny_model_folder(tmp_path / "ru-en", ("sentencepiece.model",))
    assert translated(folder, "Кот — дома.") == "Cat — home."


@pytest.mark.parametrize(
    ("absent", "told"),
    [
        ("model.bin", "lacks model.bin"),
        ("config.json", "lacks config.json"),
        ("shared_vocabulary.json", "lacks shared_vocabulary.json"),
        ("target.spm", r"lacks target\.spm\."),
        ("source.spm", r"lacks source\.spm\."),
    ],
)
def test_half_a_folder_says_what_it_lacks(copied, absent, told):
    (copied / absent).unlink()
    with pytest.raises(EngineError, match=told) as error:
        translated(copied)
    assert "--copy_files source.spm target.spm" in str(error.value)


def test_without_any_tokenizer_all_that_would_do_are_named(copied):
    for name in ("source.spm", "target.spm"):
        (copied / name).unlink()
    with pytest.raises(EngineError, match=r"source\.spm, target\.spm \(sentencepiece\.model, "):
        translated(copied)


@pytest.mark.parametrize("name", ["pytorch_model.bin", "model.safetensors", "decoder.yml"])
def test_a_model_that_is_not_converted_yet_says_how(copied, name):
    (copied / "model.bin").rename(copied / name)
    with pytest.raises(EngineError, match="still to be converted: ct2-transformers-converter --model"):
        translated(copied)


def test_no_folder_and_a_file_are_told(tmp_path):
    with pytest.raises(EngineError, match=r"There is no folder .*absent"):
        translated(tmp_path / "absent")
    with pytest.raises(EngineError, match=r"is a file\. .*packages install FILE\.argosmodel"):
        translated(demonstration_file("ru", "en"))


def test_half_an_argos_package_is_told(tmp_path):
    (tmp_path / "ru_en" / "model").mkdir(parents=True)
    (tmp_path / "ru_en" / "model" / "model.bin").write_bytes(b"")
    with pytest.raises(EngineError, match="no complete Argos package"):
        translated(tmp_path / "ru_en")


def test_an_argos_package_says_its_own_languages(tmp_path):
    with zipfile.ZipFile(demonstration_file("ru", "en")) as archive:
        archive.extractall(tmp_path)
    (package,) = tmp_path.iterdir()
    with pytest.raises(EngineError, match=r"is one from ru to en, as its metadata\.json says, and not from en to ru"):
        translated(f"en-ru={package}", pair=("en", "ru"))
    with pytest.raises(EngineError, match=r"translates English to Russian: translate-ru_en-0_1 \(ru to en\)"):
        translated(package, pair=("en", "ru"))


def test_a_tokenizer_of_another_model_is_told(copied):
    with zipfile.ZipFile(demonstration_file("ru", "en")) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("sentencepiece.model"))
        (copied / "source.spm").write_bytes(archive.read(name))
    with pytest.raises(EngineError, match=r"vocabulary of the model opus-mt-ru-en does not fit source\.spm"):
        translated(copied)


def test_a_vocabulary_of_another_size_is_told(copied):
    vocabulary = copied / "shared_vocabulary.json"
    tokens = json.loads(vocabulary.read_text(encoding="utf-8"))
    vocabulary.write_text(json.dumps([*tokens, "one", "two", "three"]), encoding="utf-8")
    with pytest.raises(
        EngineError, match=r"opus-mt-ru-en is that of another model: it has 1\d\d tokens, and the model knows 1\d\d\."
    ):
        translated(copied)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("config.json", b"{"),
        ("config.json", b"[]"),
        ("config.json", b"\xff"),
        ("shared_vocabulary.json", b'{"a": 1}'),
        ("shared_vocabulary.json", b"[1, 2]"),
        ("source.spm", b"x" * 100),
        ("target.spm", b""),
        ("model.bin", b""),
        ("model.bin", b"x" * 1000),
    ],
)
def test_damage_is_told(copied, name, content):
    (copied / name).write_bytes(content)
    with pytest.raises(EngineError, match="Convert it again, or get it anew"):
        translated(copied)


def test_a_model_that_would_end_the_process_is_told(copied, monkeypatch):
    """Its parts have the sizes that they state; loaded in this process it would end it."""
    monkeypatch.setattr(ctranslate2_model, "try_model", try_model)
    path = copied / "model.bin"
    raw = bytearray(path.read_bytes())
    name = b"num_heads\0"
    heads = raw.index(name) + len(name) + 6
    raw[heads] = 0
    path.write_bytes(raw)
    with pytest.raises(EngineError, match=r"The model opus-mt-ru-en does not work .*Convert it again"):
        translated(copied)


def test_a_model_is_tried_once_for_the_same_files(copied, monkeypatch):
    tries = []

    def tried(model, size):
        tries.append(model.untried)
        return try_model(model, size)

    monkeypatch.setattr(ctranslate2_model, "try_model", tried)
    for expected in (1, 1, 2):
        if expected == 2:
            os.utime(copied / "config.json", ns=(1, 1))
        monkeypatch.setattr(ctranslate2_model, "MODELS", Kept(ctranslate2_model._loaded, ctranslate2_model.changed))
        assert translated(copied) == "Cat sleeps home."
        assert len(tries) == expected
    assert not any(tries)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"engine": "ctranslate2"}, "needs the folder of a model: --model FOLDER"),
        ({"models": ("ru-en",)}, "belongs to the engine ctranslate2"),
        ({"engine": "argos", "models": ("ru-en",)}, "belongs to the engine ctranslate2"),
    ],
)
def test_a_folder_and_its_engine_need_each_other(settings, told):
    with pytest.raises(OptionError, match=told):
        Options(**settings)


@pytest.mark.parametrize("models", ["ru-en", ["ru-en"], (Path("ru-en"),), None])
def test_folders_are_a_tuple_of_strings(models):
    with pytest.raises(WrongType, match="a tuple of folders"):
        Options(engine="ctranslate2", models=models)


def test_a_model_of_a_pair_scores_with_the_tokenizer_of_either_language(opus):
    """What it would write itself is likelier than something else, and the tags are no part of what is scored."""
    model = model_in(opus, ("ru", "en"))
    right, wrong = model.log_probabilities([CAT, CAT], ["Cat sleeps home.", "Dog sleeps home."])
    assert sum(score for _, score in right) > sum(score for _, score in wrong)


def test_a_many_to_many_model_scores_without_its_tags(tmp_path):
    model = model_in(tiny_model_folder(tmp_path / "nllb", ("sentencepiece.bpe.model",), NLLB), ("ru", "en"))
    (scored,) = model.log_probabilities([CAT], ["Cat sleeps home."])
    assert [piece for piece, _ in scored][:3] == ["▁Cat", "▁sleeps", "▁home"]
    assert scored[0][1] > -1


def test_a_model_of_a_pair_has_a_shortlist_and_one_of_many_languages_none(opus, tmp_path):
    assert model_in(opus, ("ru", "en")).pair == ("ru", "en")
    folder = tiny_model_folder(tmp_path / "nllb", ("sentencepiece.bpe.model",), NLLB)
    assert model_in(folder, ("ru", "en")).pair is None
