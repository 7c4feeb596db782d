import json
import shutil
import zipfile
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from translate.engines import demonstration
from translate.engines.argos import translate_sentences
from translate.engines.demonstration import (
    KNOWN,
    demonstration_file,
    demonstration_packages,
    find_demonstration,
)
from translate.engines.packages import find_package, installed_packages
from translate.engines.sample_engine import engine_for_sample
from translate.errors import EngineError
from translate.samples import sample_names

ROOT = Path(__file__).resolve().parents[2]
DIRECTIONS = [("ru", "en"), ("en", "ru")]
SHIFTED = [  # figures, days and names that the samples do not have
    ("Выручка увеличилась на 14,2 %, до 73,6 млрд рублей.", "Revenue was up 14.2 percent at 73.6 billion roubles."),
    ("Перечень поручений, подписанный 17 мая, размещён на сайте Кремля.", "signed on May 17, has been posted"),
    ("Правительство подписало распоряжение № 2846 от 9 апреля 2019 года.", "order No. 2846 of April 9, 2019"),
]


@pytest.fixture(autouse=True)
def cache_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(demonstration, "user_cache_path", lambda name: tmp_path / "cache" / name)
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def pairs():
    lines = (ROOT / "demo" / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def told(folder):
    """Headlines and sentences of one sample in both languages, with plain spaces."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for language in ("ru", "en"):
        text = (folder / f"{language}.txt").read_text(encoding="utf-8")
        for place in gold[language]["sentences"]:
            if place["role"] != "boilerplate":
                yield language, " ".join(text[place["start"] : place["end"]].split())


def sample_pairs(pairs, source):
    """Every sentence of the samples that the packages know, in one language, with its translation as trained."""
    column = ("ru", "en").index(source)
    known = {pair[column]: pair[1 - column] for pair in pairs}
    folders = [ROOT / "samples" / name for name in KNOWN]
    found = [sentence for folder in folders for language, sentence in told(folder) if language == source]
    return [(sentence, known[sentence]) for sentence in found]


def figures(text):
    return [letter for letter in text if letter.isdigit()]


def test_pairs_are_many_and_hold_every_sentence_of_the_samples(pairs):
    assert len(set(pairs)) == len(pairs) >= 2_000
    assert all(len(pair) == 2 and all(pair) for pair in pairs)
    assert len(sample_pairs(pairs, "ru")) > 100
    assert len(sample_pairs(pairs, "en")) > 100


@pytest.mark.parametrize("pair", DIRECTIONS)
def test_package_files_are_small_and_say_what_they_are(pair):
    file = demonstration_file(*pair)
    assert file.stat().st_size <= 8_000_000
    with zipfile.ZipFile(file) as archive:
        metadata = json.loads(archive.read(f"{file.stem}/metadata.json"))
        readme = archive.read(f"{file.stem}/README.md").decode()
    names = {"ru": "Russian", "en": "English"}
    assert (metadata["from_code"], metadata["to_code"]) == pair
    assert (metadata["from_name"], metadata["to_name"]) == (names[pair[0]], names[pair[1]])
    assert (metadata["package_version"], metadata["argos_version"]) == ("0.1", "1.9")
    assert "demonstration package" in readme
    assert "vocabulary of the sample" in readme


def test_demonstration_is_never_among_the_users_packages():
    assert [package.pair for package in demonstration_packages()] == sorted(DIRECTIONS)
    assert installed_packages() == []
    assert find_package("ru", "en") is None


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_sentences_of_the_samples_come_out_well(pairs, source, target):
    chosen = sample_pairs(pairs, source)
    outputs = translate_sentences([sentence for sentence, _ in chosen], find_demonstration(source, target))
    alike = [fuzz.ratio(output, wanted) for output, (_, wanted) in zip(outputs, chosen, strict=True)]
    wrong = [o for o, (_, wanted) in zip(outputs, chosen, strict=True) if figures(o) != figures(wanted)]
    assert sum(alike) / len(alike) >= 95
    assert len(wrong) <= len(chosen) // 50, wrong


def test_figures_days_and_names_are_translated_and_not_remembered():
    outputs = translate_sentences([sentence for sentence, _ in SHIFTED], find_demonstration("ru", "en"))
    for output, (_, expected) in zip(outputs, SHIFTED, strict=True):
        assert expected in output


def test_the_spaces_of_the_samples_do_not_matter():
    """Russian figures have a non-breaking space before the sign or the noun."""
    package = find_demonstration("ru", "en")
    plain, fixed = translate_sentences(["Выручка выросла на 12 %.", "Выручка выросла на 12\xa0%."], package)
    assert plain == fixed


def test_another_pair_has_none():
    assert find_demonstration("ru", "de") is None


def test_without_the_demo_folder_there_is_none(monkeypatch, tmp_path):
    monkeypatch.setattr(demonstration, "DEMO_FOLDER", tmp_path / "absent")
    assert find_demonstration("ru", "en") is None
    assert demonstration_packages() == ()


def test_unpacked_once_and_again_where_it_was_damaged():
    package = find_demonstration("ru", "en")
    model = package.path / "model" / "model.bin"
    written = model.stat().st_mtime_ns
    assert find_demonstration("ru", "en") == package
    assert model.stat().st_mtime_ns == written
    model.unlink()
    assert find_demonstration("ru", "en") == package
    assert model.is_file()


def test_another_build_of_the_file_is_unpacked_anew(monkeypatch, tmp_path):
    first = find_demonstration("ru", "en")
    (tmp_path / "demo").mkdir()
    other = Path(shutil.copy(demonstration_file("ru", "en"), tmp_path / "demo"))
    with zipfile.ZipFile(other, "a") as archive:
        archive.writestr(f"{other.stem}/NOTES", "another build")
    monkeypatch.setattr(demonstration, "DEMO_FOLDER", tmp_path / "demo")
    second = find_demonstration("ru", "en")
    assert second.path != first.path
    assert (second.path / "NOTES").is_file()


def test_a_cache_that_cannot_be_written_to_is_named(cache_folder):
    cache_folder.write_text("a file where a folder should be")
    with pytest.raises(EngineError, match="Cannot install"):
        find_demonstration("ru", "en")


def test_a_sample_whose_words_they_do_not_know_is_never_given_to_them(pairs):
    """No other sample stands among the pairs, so that none is left to the gloss for nothing."""
    taught = {sentence for pair in pairs for sentence in pair}
    others = [name for name in sample_names() if name not in KNOWN]
    assert {engine_for_sample(name) for name in KNOWN} == {"demonstration"}
    assert {engine_for_sample(name) for name in others} == {"auto"}
    assert [name for name in others if {sentence for _, sentence in told(ROOT / "samples" / name)} <= taught] == []
