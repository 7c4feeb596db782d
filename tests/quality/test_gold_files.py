"""The gold of the sample stories is sound: offsets, roles, beads and differences fit the texts and each other."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

import pytest
from gold import Gold, bead_f1, load_gold, null_f1

from translate.alignment.bead import Bead
from translate.differences.difference import Kind, Severity
from translate.errors import InputError
from translate.samples import load_sample, sample_names
from translate.text.document import Document, Role, Span

KINDS = (set(get_args(Kind)) - {"omission", "addition", "term"}) | {"only"}  # terms need a glossary
TWO_SIDED_KINDS = {"number", "date", "name", "negation", "moved"}  # two readings that disagree, so two places
CONTROL = "telescope"


@pytest.fixture(params=sample_names())
def gold(request: pytest.FixtureRequest) -> Gold:
    return load_gold(request.param)


def sides(gold: Gold) -> tuple[tuple[str, Document], tuple[str, Document]]:
    return ("ru", gold.ru), ("en", gold.en)


def test_sentences_are_in_range_and_trimmed(gold: Gold) -> None:
    """A sentence lies inside its text, after the one before it, and is never blank at its ends."""
    for _, document in sides(gold):
        end = 0
        for number, sentence in enumerate(document.sentences):
            text = document.sentence_text(number)
            assert end <= sentence.start < sentence.end <= len(document.text)
            assert text == text.strip()
            assert sentence.role in get_args(Role)
            end = sentence.end


def test_nothing_but_white_space_lies_between_sentences(gold: Gold) -> None:
    """Every word of the text belongs to a sentence, and line ends part the paragraphs."""
    for _, document in sides(gold):
        after = [*document.sentences[1:], None]
        for sentence, follower in zip(document.sentences, after, strict=True):
            gap = document.text[sentence.end : follower.start if follower else None]
            assert gap.strip() == ""
            if follower:
                assert follower.paragraph - sentence.paragraph == ("\n" in gap)


def test_headlines_and_furniture_stand_alone(gold: Gold) -> None:
    """A headline or a boilerplate line is a paragraph of its own."""
    for _, document in sides(gold):
        size = Counter(sentence.paragraph for sentence in document.sentences)
        assert all(size[sentence.paragraph] == 1 for sentence in document.sentences if sentence.role != "body")


def test_length_is_that_of_a_news_story(gold: Gold) -> None:
    """12 to 40 compared sentences a side."""
    for _, document in sides(gold):
        assert 12 <= len(document.compared) <= 40


def test_every_compared_sentence_stands_in_one_bead(gold: Gold) -> None:
    """Headlines and body are aligned, boilerplate is not."""
    for language, document in sides(gold):
        in_beads = sorted(i for bead in gold.beads for i in getattr(bead, language))
        assert in_beads == list(document.compared)
    assert all(bead.ru or bead.en for bead in gold.beads)


def test_differences_have_known_kinds_and_places(gold: Gold) -> None:
    """Kind, side and severity are those of the contract, and the side that speaks has a span."""
    for difference in gold.differences:
        assert difference.kind in KINDS
        assert difference.severity in get_args(Severity)
        assert difference.note
        spoken = "both" if difference.ru and difference.en else "ru" if difference.ru else "en"
        assert difference.side == spoken
        assert difference.ru or difference.en
        assert difference.kind not in TWO_SIDED_KINDS or spoken == "both"


def test_spans_lie_inside_sentences_of_one_bead(gold: Gold) -> None:
    """A difference marks words of compared sentences, and both its sides belong to one bead."""
    for difference in gold.differences:
        beads = set()
        for language, document in sides(gold):
            for span in getattr(difference, language):
                home = sentence_at(document, span)
                text = document.text[span.start : span.end]
                assert text
                assert text == text.strip()
                beads.add(next(number for number, bead in enumerate(gold.beads) if home in getattr(bead, language)))
        assert len(beads) == 1


def test_only_differences_are_the_one_sided_beads(gold: Gold) -> None:
    """One difference of kind "only" for each sentence without counterpart, and it covers that sentence."""
    for language, document in sides(gold):
        alone = [
            getattr(bead, language) for bead in gold.beads if not (bead.ru and bead.en) and getattr(bead, language)
        ]
        flagged = [getattr(d, language) for d in gold.differences if d.kind == "only" and d.side == language]
        assert all(len(sentences) == 1 for sentences in alone)
        assert sorted(whole(document, i) for (i,) in alone) == sorted((span.start, span.end) for (span,) in flagged)


def test_moved_differences_are_the_moved_beads(gold: Gold) -> None:
    """One difference of kind "moved" for each moved bead, over its whole sentences."""
    moved = [
        ([whole(gold.ru, i) for i in bead.ru], [whole(gold.en, j) for j in bead.en])
        for bead in gold.beads
        if bead.moved
    ]
    flagged = [
        ([(span.start, span.end) for span in d.ru], [(span.start, span.end) for span in d.en])
        for d in gold.differences
        if d.kind == "moved"
    ]
    assert sorted(moved) == sorted(flagged)


def test_beads_left_in_place_never_cross(gold: Gold) -> None:
    """Whatever crosses another bead is marked as moved."""
    held = [bead for bead in gold.beads if bead.ru and bead.en and not bead.moved]
    held.sort(key=lambda bead: bead.ru)
    assert all(one.en[-1] < other.en[0] for one, other in pairwise(held))


def test_marked_differences_number_six_to_twelve(gold: Gold) -> None:
    """Every story but the control has something to find, the control nothing at all."""
    if gold.name == CONTROL:
        assert gold.differences == ()
    else:
        assert 6 <= len(gold.differences) <= 12


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("ru", ["6 сентября", "19 июля", "1 декабря 2023 года", "2024–2026 годы", "Михаил Мишустин", "мессенджерах"]),
        ("en", ["September 6", "July 19", "December 1, 2023", "2024 to 2026", "Mikhail Mishustin"]),
    ],
)
def test_supercomputers_tell_the_required_facts(language: str, facts: list[str]) -> None:
    """The story on supercomputers holds its dates, its budget and its responsible minister."""
    document = getattr(load_gold("supercomputers"), language)
    body = " ".join(document.sentence_text(i) for i in document.compared).replace("\N{NO-BREAK SPACE}", " ")
    assert [fact for fact in facts if fact not in body] == []


def test_messaging_note_is_in_one_version_only() -> None:
    """The closing note on messaging platforms has no counterpart."""
    gold = load_gold("supercomputers")
    note = gold.ru.compared[-1]
    assert "мессенджерах" in gold.ru.sentence_text(note)
    assert not re.search("messag|messenger", gold.en.text)
    assert any(bead.ru == (note,) and bead.en == () for bead in gold.beads)


@pytest.mark.parametrize("furniture", ["No time to read?", "Get a summary", "Previous Article", "Читайте также"])
def test_supercomputers_are_whole_pages(furniture: str) -> None:
    """Page furniture stands around the story, marked as boilerplate."""
    gold = load_gold("supercomputers")
    lines = {doc.sentence_text(i): doc.sentences[i].role for _, doc in sides(gold) for i in range(len(doc.sentences))}
    assert lines[furniture] == "boilerplate"


def test_structures_vary_over_the_set() -> None:
    """One-to-two, two-to-one and two-to-two beads, runs of one-sided sentences and moves all occur."""
    stories = [load_gold(name) for name in sample_names()]
    shapes = Counter((len(bead.ru), len(bead.en)) for gold in stories for bead in gold.beads)
    assert min(shapes[shape] for shape in [(1, 2), (2, 1), (1, 0), (0, 1)]) >= 3
    assert shapes[2, 2] >= 1
    runs = (pairwise(gold.beads) for gold in stories)
    assert any(not one.en and not other.en for pairs in runs for one, other in pairs)
    assert sum(bead.moved for gold in stories for bead in gold.beads) >= 3
    assert {d.kind for gold in stories for d in gold.differences} == KINDS


def test_samples_are_offered_in_both_languages() -> None:
    """Titles exist for a Russian and for an English reader; an unknown name is refused with the known ones."""
    for name in sample_names():
        assert re.search("[а-я]", load_sample(name, language="ru").title)
        assert not re.search("[а-я]", load_sample(name).title)
    with pytest.raises(InputError, match="telescope"):
        load_sample("nowhere")


@dataclass(frozen=True)
class Prediction:
    source: Document
    target: Document
    beads: tuple[Bead, ...]


def test_gold_scores_full_marks_against_itself(gold: Gold) -> None:
    """The gold's own beads are right in either order of the languages."""
    ru_first = Prediction(gold.ru, gold.en, tuple(Bead(bead.ru, bead.en, 1.0, 1.0) for bead in gold.beads))
    en_first = Prediction(gold.en, gold.ru, tuple(Bead(bead.en, bead.ru, 1.0, 1.0) for bead in gold.beads))
    assert bead_f1([(gold, ru_first), (gold, en_first)]) == 1.0
    assert null_f1([(gold, ru_first), (gold, en_first)]) == 1.0


def test_scores_fall_where_pairs_are_torn_apart() -> None:
    """Every sentence left alone: no bead is right, and all but the truly one-sided ones are false."""
    gold = load_gold("flood")
    beads = [Bead((i,), (), 0.0, 1.0) for i in gold.ru.compared] + [Bead((), (j,), 0.0, 1.0) for j in gold.en.compared]
    torn = Prediction(gold.ru, gold.en, tuple(beads))
    lone = sum(not (bead.ru and bead.en) for bead in gold.beads)
    assert bead_f1([(gold, torn)]) == 0.0
    assert null_f1([(gold, torn)]) == pytest.approx(2 * lone / (len(beads) + lone))


def test_page_furniture_taken_for_a_sentence_costs_precision() -> None:
    """A boilerplate line in a one-sided bead is a false alarm."""
    page = load_gold("supercomputers")
    furniture = next(i for i, sentence in enumerate(page.ru.sentences) if sentence.role == "boilerplate")
    beads = [Bead(bead.ru, bead.en, 1.0, 1.0) for bead in page.beads] + [Bead((furniture,), (), 0.0, 1.0)]
    assert null_f1([(page, Prediction(page.ru, page.en, tuple(beads)))]) < 1.0


def whole(document: Document, number: int) -> tuple[int, int]:
    sentence = document.sentences[number]
    return sentence.start, sentence.end


def sentence_at(document: Document, span: Span) -> int:
    """Index of the compared sentence that holds a span."""
    return next(i for i in document.compared if whole(document, i)[0] <= span.start < span.end <= whole(document, i)[1])
