"""compare(), align(), find_differences() and translate() as the contract promises them."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from letter_states import use_letter_states
from numpy.typing import NDArray

import translate as parallax
from translate import (
    Bead,
    Comparison,
    Decision,
    Document,
    Options,
    Session,
    TranslateError,
    align,
    compare,
    comparison_of,
    find_differences,
    open_session,
    save_session,
    translate,
)
from translate.alignment.by_hand import Link
from translate.differences.difference import Kind
from translate.differences.kinds import KINDS, least_shown
from translate.differences.parts.coverage import Coverage
from translate.engines import libretranslate
from translate.engines.ctranslate2_model import CTranslate2Model
from translate.engines.encoder import SentenceEncoder
from translate.engines.in_context import chunks_of, unit
from translate.engines.protocols import Embeddings, InContext
from translate.engines.word_states import ENCODER
from translate.errors import EngineError, ModelMismatch, OptionError, WrongType
from translate.options import OperatingPoint
from translate.pipeline import LEASTS, STAGES
from translate.report import FORMATS, render, render_bytes
from translate.samples import load_sample, sample_names
from translate.testing import LetterEmbedder
from translate.text import cleaning
from translate.text.document import document_of_sentences
from translate.text.files import read_versions_file
from translate.text.reading import read_document

pytestmark = pytest.mark.model

RUSSIAN = """Наводнение в Приморье

В Приморье после сильных дождей из берегов вышли три реки. Спасатели эвакуировали 240 человек. \
Губернатор пообещал выплатить пострадавшим по 15 тысяч рублей. Школы в районе закрыты до понедельника."""
ENGLISH = """Flooding in Primorye

Three rivers burst their banks in Primorye after heavy rain. Rescuers evacuated 260 people. \
Schools in the district are closed until Monday. The army sent two helicopters to help."""


@pytest.fixture(autouse=True)
def no_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No translation package, whatever this machine has."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))


@pytest.fixture(scope="module")
def flood() -> Comparison:
    return compare(RUSSIAN, ENGLISH, Options(engine="gloss"))


def said(comparison: Comparison, kind: str) -> list[str]:
    """Texts of the spans of all differences of one kind, those of the source first."""
    found = [difference for difference in comparison.differences if difference.kind == kind]
    return [comparison.source.text[s.start : s.end] for d in found for s in d.source] + [
        comparison.target.text[s.start : s.end] for d in found for s in d.target
    ]


def test_finds_what_only_one_version_says(flood: Comparison) -> None:
    assert said(flood, "omission") == ["Губернатор пообещал выплатить пострадавшим по 15 тысяч рублей."]
    assert said(flood, "addition") == ["The army sent two helicopters to help."]


def test_finds_numbers_that_disagree(flood: Comparison) -> None:
    assert said(flood, "number") == ["240", "260"]


def test_every_flag_carries_its_evidence(flood: Comparison) -> None:
    assert flood.differences
    for difference in flood.differences:
        assert difference.message
        assert difference.evidence.reason
        assert 0 <= difference.confidence <= 1
        assert difference.source or difference.target
    assert len({difference.id for difference in flood.differences}) == len(flood.differences)


def test_every_compared_sentence_stands_in_exactly_one_bead() -> None:
    for name in sample_names():
        sample = load_sample(name)
        comparison = compare(sample.source, sample.target, Options(engine="none"))
        for side in ("source", "target"):
            document: Document = getattr(comparison, side)
            assert sorted(k for bead in comparison.beads for k in getattr(bead, side)) == list(document.compared)


def one_sided(beads: Sequence[Bead]) -> int:
    return sum(not bead.two_sided for bead in beads)


def test_a_more_sensitive_operating_point_leaves_no_fewer_sentences_alone() -> None:
    """In any sample; and `align` finds the same beads as `compare`."""
    points = get_args(OperatingPoint)
    for sample in map(load_sample, sample_names()):
        counts = []
        for point in points:
            options = Options(engine="none", operating_point=point)
            comparison = compare(sample.source, sample.target, options)
            assert f"|operating_point:{point}|" in comparison.signature
            assert f"|cleaning:{cleaning.REVISION}|" in comparison.signature
            assert comparison.beads == align(comparison.source, comparison.target, options)
            counts.append(one_sided(comparison.beads))
        assert counts == sorted(counts), sample.name


def test_the_operating_point_decides_what_is_paired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LEASTS, "sensitive", 1.1)  # which no probability reaches
    sensitive = Options(engine="none", operating_point="sensitive")
    for options, paired in ((sensitive, False), (Options(engine="none"), True)):
        for beads in (compare(RUSSIAN, ENGLISH, options).beads, align(RUSSIAN, ENGLISH, options)):
            assert any(bead.two_sided for bead in beads) == paired


def test_the_operating_point_decides_how_sure_a_flag_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Options().operating_point

    def leasts(point: OperatingPoint) -> dict[Kind, float]:
        return least_shown(point) if point == usual else dict.fromkeys(KINDS, 1.1)  # which no confidence reaches

    monkeypatch.setattr("translate.pipeline.least_shown", leasts)
    pair = "Погибли 7 человек.", "As many as 9 people died."
    assert [difference.kind for difference in find_differences(*pair)] == ["number"]
    assert find_differences(*pair, Options(operating_point="careful")) == ()


def test_every_operating_point_has_its_least_probability() -> None:
    points = get_args(OperatingPoint)
    assert tuple(LEASTS) == points
    assert all(tuple(about.least) in ((), points) for about in KINDS.values())
    assert sorted(LEASTS.values()) == list(LEASTS.values())


def test_either_order_of_languages(flood: Comparison) -> None:
    turned = compare(ENGLISH, RUSSIAN, Options(engine="gloss"))
    assert {(bead.source, bead.target) for bead in flood.beads} == {(bead.target, bead.source) for bead in turned.beads}
    assert said(turned, "addition") == said(flood, "omission")
    assert turned.coverage.source == pytest.approx(flood.coverage.target)


def test_same_input_gives_the_same_bytes(flood: Comparison) -> None:
    again = compare(RUSSIAN, ENGLISH, Options(engine="gloss"))
    for format in FORMATS:
        assert render_bytes(again, format) == render_bytes(flood, format)


def test_another_process_gives_the_same_bytes(flood: Comparison, tmp_path: Path) -> None:
    """Nothing depends on the order of sets, which differs from process to process."""
    (tmp_path / "ru.txt").write_text(RUSSIAN, encoding="utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    arguments = ["compare", tmp_path / "ru.txt", tmp_path / "en.txt", "--engine", "gloss", "--format", "json"]
    outputs = [
        subprocess.run(
            [sys.executable, "-m", "translate", *map(str, arguments)],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout.decode()
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert json.loads(outputs[0])["beads"] == json.loads(render(flood, "json"))["beads"]


def test_a_whole_page_gives_the_same_bytes_in_another_process() -> None:
    """Weights of facts are added up in one order: in the last digit of a sum a tree may turn another way."""
    command = [sys.executable, "-m", "translate", "compare", "--sample", "leopard", "--format", "json"]
    outputs = [
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]


def test_unrelated_texts_get_no_list_of_omissions() -> None:
    economy, museum = load_sample("economy"), load_sample("museum")
    comparison = compare(economy.source, museum.target, Options(engine="none"))
    assert not comparison.same_story.likely
    assert comparison.differences == ()
    assert "different" in render(comparison, "console")


def test_lists_are_taken_as_they_are() -> None:
    """Sentences already split are neither cleaned nor split again, and beads index the given list."""
    russian = ["Подписывайтесь на наш канал.", "Дождь затопил город. Погибли двое."]
    english = ["The rain flooded the city. Two people died.", "Subscribe to our channel."]
    comparison = compare(russian, english, Options(engine="none"))
    assert [comparison.source.sentence_text(i) for i in range(2)] == russian
    assert {(bead.source, bead.target) for bead in align(russian, english)} == {((0,), (1,)), ((1,), (0,))}


GERMAN = [
    "Starker Regen überschwemmte am Freitag die Altstadt.",
    "Mehr als 300 Menschen mussten ihre Häuser verlassen.",
    "Zwei Brücken wurden gesperrt.",
    "Die Schulen bleiben bis Mittwoch geschlossen.",
    "Ein Konzert wurde abgesagt.",
]
SHAPES = (((0,), (0,)), ((1, 2), (1,)), ((3,), ()), ((4,), (2,)))


@pytest.mark.parametrize(
    ("language", "sentences"),  # the second and third German sentence in one, the fourth left out
    [
        (
            "fr",
            [
                "De fortes pluies ont inondé la vieille ville vendredi.",
                "Plus de 300 personnes ont dû quitter leur maison et deux ponts ont été fermés.",
                "Un concert a été annulé.",
            ],
        ),
        (
            "ja",
            [
                "金曜日、大雨で旧市街が浸水した。",
                "300人以上が家を離れ、2つの橋が閉鎖された。",
                "コンサートが中止された。",
            ],
        ),
        (
            "ru",
            [
                "Сильный дождь в пятницу затопил старый город.",
                "Более 300 человек вынуждены были покинуть дома, два моста закрыты.",
                "Концерт отменили.",
            ],
        ),
    ],
)
def test_sentences_in_other_languages_are_aligned(language: str, sentences: list[str]) -> None:
    beads = align(GERMAN, sentences, languages=("de", language))
    assert tuple((bead.source, bead.target) for bead in beads) == SHAPES
    detected = align(GERMAN, sentences)
    assert tuple((bead.source, bead.target) for bead in detected) == SHAPES


def test_two_texts_in_one_language_are_aligned_only_where_that_is_said() -> None:
    beads = align(GERMAN, GERMAN[1:], languages=("de", "de"))
    assert [(bead.source, bead.target) for bead in beads] == [((0,), ()), *(((i,), (i - 1,)) for i in range(1, 5))]
    with pytest.raises(TranslateError, match="Both texts are in German"):
        align(GERMAN, GERMAN[1:])


def test_languages_that_cannot_be_aligned_are_told() -> None:
    ukrainian = ["Річка вийшла з берегів у п'ятницю.", "Школи закриті до середи."]
    with pytest.raises(TranslateError, match=r"first text cannot be aligned\. Ukrainian.*de \(German\)"):
        align(ukrainian, GERMAN)
    with pytest.raises(TranslateError, match="'uk' cannot be aligned"):
        align(ukrainian, GERMAN, languages=("uk", "de"))
    with pytest.raises(TranslateError, match=r"second text is German.*list of its sentences"):
        align(RUSSIAN, " ".join(GERMAN))


def test_a_document_with_changed_roles_is_respected(flood: Comparison) -> None:
    """A user may turn a sentence into page furniture; then it is no difference."""
    sentences = list(flood.source.sentences)
    place = next(i for i in range(len(sentences)) if flood.source.sentence_text(i).startswith("Губернатор"))
    sentences[place] = replace(sentences[place], role="boilerplate")
    comparison = compare(replace(flood.source, sentences=tuple(sentences)), ENGLISH, Options(engine="none"))
    assert said(comparison, "omission") == []


def test_differences_inside_one_pair() -> None:
    found = find_differences("На заводе работают 300 человек.", "The plant employs 350 people.")
    assert [difference.kind for difference in found] == ["number"]
    assert find_differences("На заводе работают 300 человек.", "The plant employs 300 people.") == ()


@pytest.mark.parametrize(
    ("source", "target"), [("Погибли 7.", "7 died."), ("Путин сказал", "Putin said"), ("Да.", "Yes.")]
)
def test_short_pairs_are_compared_too(source: str, target: str) -> None:
    assert find_differences(source, target) == ()


def test_a_pair_without_letters_is_refused() -> None:
    with pytest.raises(TranslateError, match="Second text"):
        find_differences("Погибли 7 человек.", " ")


def test_translate_glosses_where_no_package_is_installed() -> None:
    translation = translate("Правительство утвердило бюджет.", to="en")
    assert translation.engine == "gloss"
    assert "government" in translation.text.lower()
    assert any("gloss" in warning.lower() for warning in translation.warnings)


def test_translations_are_judged_by_their_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a comparison and alone, both sides: the guard is handed the encoder."""
    monkeypatch.setattr(
        libretranslate,
        "translate_by_server",
        lambda texts, source, *_, **__: [
            "He has been a teacher for a long time." if source == "ru" else "Он уже давно работает учителем."
            for _ in texts
        ],
    )
    options = Options(engine="libretranslate", url="http://localhost:5002")
    snow, rain = "Вчера в городе весь день шёл снег.", "It rained in the city all night long."
    both = compare([snow], [rain], options).translation
    alone = translate([snow], to="en", options=options)
    assert [translation.doubts for translation in (both.source, both.target, alone)] == [
        ("it seems to say something else",)
    ] * 3


def test_progress_tells_every_stage_in_order() -> None:
    told: list[tuple[str, int, int]] = []
    compare(RUSSIAN, ENGLISH, progress=lambda *step: told.append(step))
    assert tuple(dict.fromkeys(stage for stage, _, _ in told)) == STAGES
    assert all(0 <= done <= total for _, done, total in told)


@pytest.mark.parametrize("stage", STAGES)
def test_a_progress_that_raises_ends_the_comparison_in_any_stage(stage: str) -> None:
    class GivenUp(Exception):
        """By whoever watches."""

    told: list[str] = []

    def give_up(now: str, done: int, total: int) -> None:
        told.append(now)
        if now == stage:
            raise GivenUp

    before = compare(RUSSIAN, ENGLISH)
    with pytest.raises(GivenUp):
        compare(RUSSIAN, ENGLISH, progress=give_up)
    assert told.count(stage) == 1
    assert told[-1] == stage
    assert compare(RUSSIAN, ENGLISH) == before


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("", ENGLISH, "empty|no text|nothing"),
        ("Слово", ENGLISH, "short"),
        (RUSSIAN, RUSSIAN, "Russian"),
        (ENGLISH, ENGLISH, "English"),
        ("Уряд затвердив бюджет на наступний рік і надіслав його до парламенту.", ENGLISH, "Ukrainian"),
        (
            RUSSIAN,
            "Die Regierung hat den Haushalt für das nächste Jahr beschlossen und ins Parlament gebracht.",
            "German",
        ),
        ("<html><body><script>show()</script></body></html>", ENGLISH, "HTML"),
        ("🙂🙂🙂", ENGLISH, "."),
    ],
)
def test_unusable_texts_are_refused_with_the_reason(source: str, target: str, expected: str) -> None:
    with pytest.raises(TranslateError, match=expected):
        compare(source, target)


def test_html_is_compared_like_the_text_that_it_shows():
    """The browser's menu is not the story's; what is compared, and where it stands, is the same."""
    title, told = RUSSIAN.split("\n\n")
    page = f"<!doctype html><title>{title}</title><nav><a>Главная</a></nav><h1>{title}</h1>\n<p>{told}</p>"
    found = compare(page, ENGLISH)
    assert found.source.text == RUSSIAN
    assert found == compare(RUSSIAN, ENGLISH)


ODDITIES = {
    "windows line ends": (RUSSIAN.replace("\n", "\r\n"), ENGLISH.replace("\n", "\r\n")),
    "right-to-left marks": (RUSSIAN.replace("240", "\u200f240\u200f"), ENGLISH.replace("260", "\u202e260\u202c")),
    "NUL characters": (RUSSIAN.replace(" человек", "\0 человек"), ENGLISH),
    "emoji": (RUSSIAN.replace("реки.", "реки 🌊."), ENGLISH.replace("rain.", "rain 🌊.")),
    "soft hyphens": (RUSSIAN.replace("Спасатели", "Спаса\u00adтели"), ENGLISH),
    "mixed scripts": (RUSSIAN.replace("Спасатели", "Cпacaтeли"), ENGLISH),
}


@pytest.mark.parametrize("oddity", ODDITIES)
def test_odd_texts_are_compared_like_plain_ones(oddity: str) -> None:
    """Spans still point at the words as given."""
    source, target = ODDITIES[oddity]
    comparison = compare(source, target, Options(engine="none"))
    assert comparison.source.text == source
    assert "Губернатор пообещал" in said(comparison, "omission")[0]
    assert [text.strip("\u200f\u202e\u202c") for text in said(comparison, "number")] == ["240", "260"]


def test_mixed_text_is_reported() -> None:
    mixed = ENGLISH + " Жители соседних сёл приютили у себя тех, кто остался без крова."
    comparison = compare(RUSSIAN, mixed)
    assert any("приютили" in warning for warning in comparison.translation.warnings)


def test_nothing_opens_a_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comparing and reporting work without any network, not even this machine's own."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    comparison = compare(RUSSIAN, ENGLISH)
    for format in FORMATS:
        assert render_bytes(comparison, format)


def test_public_names_are_those_of_the_contract() -> None:
    for name in ("compare", "align", "find_differences", "detect_language", "translate", "Options", "TranslateError"):
        assert hasattr(parallax, name)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = parallax.nonsense


def test_what_a_reviewer_linked_stands_and_is_compared(flood: Comparison) -> None:
    """Two sentences about something else are put together: both one-sided flags go, and the bead says by whom."""
    (left,) = (bead.source for bead in flood.beads if not bead.target)
    (right,) = (bead.target for bead in flood.beads if not bead.source)
    linked = compare(flood.source, flood.target, Options(engine="gloss"), links=[Link(left, right)])
    assert [bead.probability for bead in linked.beads if (bead.source, bead.target) == (left, right)] == [1.0]
    assert not {"omission", "addition"} & {found.kind for found in linked.differences}
    assert linked.coverage == Coverage(1.0, 1.0)
    assert (linked.same_story, linked.translation) == (flood.same_story, flood.translation)
    assert "|links:1|" in linked.signature


class Asked(LetterEmbedder):
    """Stands in for an encoder, and notes what it is asked."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> Embeddings:
        self.texts += texts
        return super().encode(texts)


class Unfitted(Asked):
    """An encoder for which nothing was fitted."""

    name = "someone/e5"
    fitted_as = "someone/e5"


class InWords(Asked):
    """An encoder that tells words in context: a letter adds its direction, wherever it stands."""

    name = "letters in words"

    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []

    def in_context(self, texts: Sequence[str]) -> list[InContext]:
        self.read += texts
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> InContext:
        chunks = chunks_of(text)
        rows = LetterEmbedder().encode([text[start:end] for start, end in chunks])
        return InContext(chunks, rows, np.ones(len(chunks), dtype=np.int64), np.zeros(64, dtype=np.float32))

    def pooled(self, sums: Embeddings, sizes: NDArray[np.int64]) -> Embeddings:
        return unit(sums)


def drawn_sides() -> tuple[Document, Document]:
    """A Russian story of three sentences and an English one with the letters of two of them."""
    told = {letter: " ".join([letter * 4] * 6) + "." for letter in "abc"}
    russian, english = [told["a"], told["b"], told["c"]], [told["a"], told["c"]]
    return document_of_sentences(russian, "ru"), document_of_sentences(english, "en")


@pytest.fixture
def no_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parallax's own encoder may not be used."""

    def refuse(self: object) -> None:
        raise AssertionError("the default encoder was loaded")

    monkeypatch.setattr(SentenceEncoder, "_loaded", refuse)


@pytest.mark.usefixtures("no_default")
def test_a_given_encoder_is_used_and_named() -> None:
    embedder = Asked()
    left, right = drawn_sides()
    found = compare(left, right, Options(engine="none"), embedder=embedder)
    assert "|encoder:letters|" in found.signature
    assert left.sentence_text(0) in embedder.texts
    assert [difference.kind for difference in found.differences] == ["omission"]
    assert align(left, right, embedder=embedder) == found.beads
    assert find_differences("Погибли 7 человек.", "As many as 9 people died.", embedder=Asked())[0].kind == "number"


@pytest.mark.usefixtures("no_default")
def test_the_second_encoder_is_named_where_it_takes_part(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = drawn_sides()
    monkeypatch.setenv("PARALLAX_SECOND_ENCODER", "0")
    alone = compare(left, right, Options(engine="none"), embedder=Asked())
    assert "second:" not in alone.signature
    second = use_letter_states(monkeypatch)
    both = compare(left, right, Options(engine="none"), embedder=Asked())
    assert f"|encoder:letters|second:{ENCODER}|" in both.signature
    assert sorted(second.texts) == sorted(side.sentence_text(k) for side in (left, right) for k in side.compared)
    assert both.told.source[1].none > both.told.source[0].none


@pytest.mark.usefixtures("no_default")
def test_a_wrong_setting_of_it_is_refused_before_anything_is_encoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARALLAX_SECOND_ENCODER", "off")
    embedder = Asked()
    with pytest.raises(OptionError, match=r"PARALLAX_SECOND_ENCODER is 'off'"):
        compare(*drawn_sides(), embedder=embedder)
    assert embedder.texts == []


PLANTED = (
    "Две реки вышли из берегов. Осенью при музее заработает детская мастерская. Залы открыты ежедневно.",
    "Two rivers burst their banks. A children’s workshop will start up at the theatre in the autumn, followed by a "
    "café and a bookshop. The galleries are open daily.",
)


def test_the_translation_model_is_asked_about_differences_where_that_is_turned_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It adds to the evidence of other words and of parts, and changes nothing else."""
    options = Options(engine="demonstration")
    plain = compare(*PLANTED, options)
    monkeypatch.setenv("PARALLAX_FORCED_DECODING", "0")
    assert render(compare(*PLANTED, options), "json") == render(plain, "json")
    monkeypatch.setenv("PARALLAX_FORCED_DECODING", "1")
    asked = compare(*PLANTED, options)
    added = {
        one.kind: other.evidence.reason.removeprefix(one.evidence.reason)
        for one, other in zip(plain.differences, asked.differences, strict=True)
    }
    assert "the translation model expects something else here: it gives “theatre” a chance of " in added["meaning"]
    assert "Without these words the translation model finds what the Russian version says" in added["partial"]
    assert added["partial"].endswith(" times as probable.")
    assert "|forced:translate-ru_en-0_1+translate-en_ru-0_1|" in asked.signature
    restored = tuple(
        replace(other, evidence=replace(other.evidence, reason=one.evidence.reason))
        for one, other in zip(plain.differences, asked.differences, strict=True)
    )
    assert replace(asked, differences=restored, signature=plain.signature) == plain


def test_nothing_changes_where_no_model_can_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = compare(*PLANTED, Options(engine="gloss"))
    monkeypatch.setenv("PARALLAX_FORCED_DECODING", "1")
    assert render(compare(*PLANTED, Options(engine="gloss")), "json") == render(plain, "json")


def test_a_model_that_fails_about_differences_spoils_no_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object, sentences: Sequence[str], translations: Sequence[str]) -> list[list[tuple[str, float]]]:
        raise EngineError("The package is damaged.")

    options = Options(engine="demonstration")
    plain = compare(*PLANTED, options)
    monkeypatch.setenv("PARALLAX_FORCED_DECODING", "1")
    monkeypatch.setattr(CTranslate2Model, "log_probabilities", fail)
    asked = compare(*PLANTED, options)
    assert asked.differences == plain.differences
    assert asked.translation.warnings == (
        *plain.translation.warnings,
        "The translation model was not asked about differences: The package is damaged.",
    )


@pytest.mark.usefixtures("no_default")
def test_a_wrong_setting_of_that_is_refused_before_anything_is_encoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARALLAX_FORCED_DECODING", "on")
    embedder = Asked()
    with pytest.raises(OptionError, match=r"PARALLAX_FORCED_DECODING is 'on'"):
        compare(*drawn_sides(), embedder=embedder)
    assert embedder.texts == []


@pytest.mark.usefixtures("no_default")
@pytest.mark.parametrize("embedder", [Asked, InWords])
def test_words_in_context_are_an_ability_that_an_encoder_may_lack(embedder: type[Asked]) -> None:
    """Where it has it, it is asked for it through the cache; where not, every word is encoded alone."""
    given = embedder()
    pair = "«aaaa bbbb», сказал cccc в понедельник утром.", "aaaa bbbb said cccc on."
    find_differences(*pair, embedder=given)
    if isinstance(given, InWords):
        assert given.read == list(pair)
    else:
        assert {"понедельник", "said"} <= set(given.texts)


@pytest.mark.usefixtures("no_default")
def test_an_encoder_for_which_nothing_was_fitted_is_refused_before_anything_is_encoded() -> None:
    left, right = drawn_sides()
    for refused in (
        lambda embedder: compare(left, right, embedder=embedder),
        lambda embedder: align(left, right, embedder=embedder),
        lambda embedder: find_differences(RUSSIAN, ENGLISH, embedder=embedder),
    ):
        embedder = Unfitted()
        with pytest.raises(ModelMismatch, match=r"Nothing was fitted for the encoder someone/e5: .*benchmarks\.fit\."):
            refused(embedder)
        assert embedder.texts == []


@pytest.mark.parametrize("given", ["LaBSE", object(), LetterEmbedder().encode])
def test_what_is_no_encoder_is_refused(given: Any) -> None:
    for refused in (
        lambda: compare(RUSSIAN, ENGLISH, embedder=given),
        lambda: align(RUSSIAN, ENGLISH, embedder=given),
        lambda: translate(RUSSIAN, to="en", embedder=given),
    ):
        with pytest.raises(WrongType, match=r"embedder is of type .* Give an object with a name"):
            refused()


@pytest.mark.usefixtures("no_default")
def test_translations_need_nothing_fitted() -> None:
    """Without thresholds on its cosines an encoder judges no translation."""
    assert translate(read_document(RUSSIAN), to="en", options=Options(engine="none"), embedder=Unfitted()).text == ""


def test_links_are_over_the_sentences_of_the_documents() -> None:
    """Page furniture stands in no bead, and the numbers of a link count it."""
    source = read_document(f"Читайте также: Другая новость\n\n{RUSSIAN}")
    assert source.compared[0] == 1
    linked = compare(source, read_document(ENGLISH), Options(engine="none"), links=[Link((source.compared[1],), ())])
    assert ((source.compared[1],), ()) in {(bead.source, bead.target) for bead in linked.beads}


@pytest.mark.parametrize("links", [[Link((99,), (0,))], [Link((0,), (0,)), Link((0,), (1,))], [Link((-1,), ())]])
def test_a_link_that_leads_nowhere_is_refused(flood: Comparison, links: list[Link]) -> None:
    with pytest.raises(OptionError, match="A link must name sentences"):
        compare(flood.source, flood.target, links=links)


def test_a_review_of_a_real_comparison_reopens_after_a_link(flood: Comparison, tmp_path: Path) -> None:
    session = Session.of(flood, Options(engine="gloss")).linked((1,), (1, 2))
    decided = session.decided(flood.differences[0], Decision("accepted", note="Two agencies say so."))
    save_session(decided, tmp_path / "flood.parallax.json")
    reopened = open_session(tmp_path / "flood.parallax.json")
    assert reopened == decided
    assert render(comparison_of(reopened), "json") == render(comparison_of(decided), "json")


CROSSED = [("Премьер подписал указ о выборах.", "Trains stopped."), ("Поезда встали.", "The premier signed a decree.")]


@pytest.mark.parametrize(
    ("links", "beads"),
    [
        ((), {((0,), (0,)), ((1,), (1,))}),
        ((Link((0,), (1,)), Link((1,), (0,))), {((0,), (1,)), ((1,), (0,))}),  # a reviewer goes before the rows
    ],
)
def test_a_table_is_aligned_by_its_rows(tmp_path, links, beads):
    """Even where a sentence would fit another one better."""
    path = tmp_path / "both.csv"
    path.write_text("".join(f"{ru};{en}\n" for ru, en in CROSSED), encoding="utf-8")
    found = compare(*read_versions_file(path), links=links, embedder=LetterEmbedder())
    assert {(bead.source, bead.target) for bead in found.beads} == beads
