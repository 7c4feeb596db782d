"""What a model holds of sentences that somebody else wrote, by the demonstration packages on what they were taught."""

import pytest

from translate.engines import demonstration
from translate.engines.argos import model_of
from translate.engines.ctranslate2_model import MAX_TOKENS
from translate.engines.engine import Scoring
from translate.engines.packages import install_file
from translate.engines.scoring import Gain, contrast, offsets_of, score_words, without

PAIRS = [
    ("Выручка увеличилась на 11,3 %, до 94,2 млрд рублей.", "Revenue was up 11.3 percent at 94.2 billion roubles."),
    ("Музей закрыли на реставрацию.", "The museum was closed for restoration."),
]
SOURCE, TARGET = PAIRS[0]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packages") / "packages"
    return model_of(install_file(demonstration.demonstration_file("ru", "en"), folder))


def scores(model, translation):
    (words,) = score_words(model, [SOURCE], [translation])
    return {translation[word.start : word.end]: word.log_probability for word in words}


def test_a_package_can_score(model):
    assert isinstance(model, Scoring)


@pytest.mark.parametrize(
    ("word", "other"), [("Revenue", "Profit"), ("billion", "million"), ("94.2", "97.2"), ("11.3", "13.1")]
)
def test_a_replaced_word_is_less_probable_than_the_one_it_stands_for(model, word, other):
    """And than every other word of the sentence."""
    changed = scores(model, TARGET.replace(word, other))
    assert changed[other] < scores(model, TARGET)[word] - 3
    assert min(changed, key=lambda found: changed[found]) == other


def test_every_word_is_scored_where_it_stands(model):
    (words,) = score_words(model, [SOURCE], [TARGET])
    assert [TARGET[word.start : word.end] for word in words] == TARGET.removesuffix(".").split()
    assert all(word.log_probability <= word.lowest <= 0 for word in words)


def test_a_part_that_the_translation_tells_is_missed_and_one_that_it_lacks_is_not(model):
    part = (SOURCE.index(", до"), SOURCE.index("."))
    short = "Revenue was up 11.3 percent."
    ((told,), (untold,), ()) = contrast(model, [SOURCE] * 3, [TARGET, short, TARGET], [[part], [part], []])
    assert told.piece < -0.5
    assert untold.piece > 0
    assert told.whole == pytest.approx(told.piece * len(model.log_probabilities([SOURCE], [TARGET])[0]))


def test_company_in_a_batch_has_no_influence(model):
    """A longer sentence pads the shorter ones."""
    long = (" ".join([SOURCE] * 4), " ".join([TARGET] * 4))
    ((alone,),) = (score_words(model, [SOURCE], [TARGET]),)
    together = score_words(model, [SOURCE, long[0], PAIRS[1][0]] * 10, [TARGET, long[1], PAIRS[1][1]] * 10)
    for words in together[::3]:
        assert [(word.start, word.end) for word in words] == [(word.start, word.end) for word in alone]
        assert [word.log_probability for word in words] == pytest.approx([w.log_probability for w in alone], abs=2e-3)


def test_blank_sides_and_endless_ones(model):
    assert score_words(model, ["", "Выручка.", " "], ["Revenue.", "", " "]) == [[], [], []]
    assert score_words(model, [], []) == []
    assert contrast(model, ["Выручка."], ["Revenue."], [[(0, 8)]]) == [[Gain(0.0, 0.0)]]
    endless = "billion " * 400
    (words,) = score_words(model, [endless], [endless])
    assert len(words) == MAX_TOKENS  # a piece a word
    ((piece, _), *_), (*_, last) = model.log_probabilities([SOURCE, endless], [TARGET, endless])
    assert piece == "▁Re"
    assert last[0] == "▁billion"  # not the end, which it has not come to


def test_a_prefix_is_given_and_not_scored(tmp_path, tiny_package):
    package = model_of(install_file(tiny_package(tmp_path, prefix="▁>>en<<")))
    (pieces,) = package.log_probabilities(["Кот спит дома."], ["sleeps home."])
    assert [piece for piece, _ in pieces] == ["▁sleeps", "▁home", ".", "</s>"]
    assert pieces[0][1] > -1


@pytest.mark.parametrize(
    ("pieces", "text", "drawn"),
    [
        (["▁Re", "venue", "▁", "1", ".", "▁up"], "Revenue 1. up", ["Re", "venue", None, "1", ".", "up"]),
        (["▁No", "▁7"], "№ 7", ["№", "7"]),
        (["▁a", "...", "▁b"], "a… b", ["a", "…", "b"]),
        (["▁a", "<0xE6>", "<0xBC>", "<0xA2>", "▁b"], "a漢 b", ["a", "漢", None, None, "b"]),
        (["Ко@@", "т", "спит", "."], "Кот  спит.", ["Ко", "т", "спит", "."]),
        (["▁one", "▁lost", "▁two"], "one two", ["one", None, "two"]),
        (["▁x"], "", [None]),
    ],
)
def test_pieces_are_found_in_the_text_that_they_were_cut_from(pieces, text, drawn):
    found = offsets_of(pieces, text)
    assert [place and text[place[0] : place[1]] for place in found] == drawn


@pytest.mark.parametrize(
    ("sentence", "part", "rest"),
    [
        ("He left on Friday, she said.", " on Friday", "He left, she said."),
        ("On Friday he left.", "On Friday", "he left."),
        ("He left, on foot.", "on foot", "He left."),
        ("He left.", "He left.", ""),
        ("Он ушёл в пятницу", "в пятницу", "Он ушёл"),
    ],
)
def test_a_sentence_closes_up_where_a_part_is_left_out(sentence, part, rest):
    start = sentence.index(part)
    assert without(sentence, (start, start + len(part))) == rest
