"""The verdict: one or two sentences, by rank, in the reader's language, and never a third line."""

from dataclasses import replace
from typing import get_args

import pytest
from every_kind import make_hostile, make_story, with_term
from retelling import retelling

from translate.comparison import Comparison
from translate.differences.difference import Difference, Evidence, Kind, Reading, Review
from translate.differences.same_story import SameStory
from translate.report import render
from translate.report.verdict import LONGEST, shortened, verdict_of
from translate.wording.interface import LANGUAGES, speaking

STORY = make_story()


def only(*kinds: str, severity: str | None = None) -> Comparison:
    """The story with every kind, and of its differences these kinds alone, with a severity of ours if one is told."""
    kept = (d for d in STORY.differences if d.kind in kinds)
    return replace(STORY, differences=tuple(replace(d, severity=severity or d.severity) for d in kept))


def decided(comparison: Comparison, *verdicts: str | None) -> Comparison:
    """The same after a review; the last verdict counts for all that follow."""
    told = [*verdicts, *[verdicts[-1]] * len(comparison.differences)]
    reviewed = [replace(d, review=Review(told[n])) for n, d in enumerate(comparison.differences)]
    return replace(
        comparison,
        differences=tuple(d for d in reviewed if d.review.verdict != "rejected"),
        rejected=tuple(d for d in reviewed if d.review.verdict == "rejected"),
    )


def values(kind: Kind, *pairs: tuple[str, str], confidence: float = 0.9) -> Comparison:
    """Differences of one kind with these words on either side, the first the surest."""
    return replace(
        STORY,
        differences=tuple(
            Difference(
                f"d{n}",
                kind,
                "both",
                "major",
                confidence - n / 100,
                n % len(STORY.beads),
                (),
                (),
                "",
                Evidence("", (Reading("source", one, one), Reading("target", other, other))),
            )
            for n, (one, other) in enumerate(pairs, start=1)
        ),
    )


ELSEWHERE = replace(STORY, same_story=SameStory(0.1), differences=())
CASES = [  # what was found, and what is said of it in English and in Russian
    (
        replace(STORY, differences=()),
        "No differences found between the two versions.",
        "Расхождений между версиями не найдено.",
    ),
    (
        ELSEWHERE,
        "The two texts seem to tell different stories, so they were not compared sentence by sentence.",
        "Похоже, тексты рассказывают о разном, поэтому по предложениям их не сравнивали.",
    ),
    (
        STORY,
        "The versions differ in 5 major points: a date (May 12 or May 13), a number (5200 or 5700), a "
        "negation (“не исключает” or “has ruled out”), a name (Andrei or Alexei Sokolov) and 1 more. Only the"
        " Russian version tells “The builders of the dam were earlier…”; only the English version tells "
        "“Volunteers from three neighbouring…”.",
        "Версии расходятся в 5 существенных пунктах: дата (12 или 13 мая), число (5200 или 5700), отрицание "
        "(«не исключает» или «has ruled out»), имя (Андрей Соколов или Alexei Sokolov) и ещё 1. Только в "
        "русской версии есть «Строители плотины ранее получили…»; только в английской версии есть «Volunteers"
        " from three neighbouring…».",
    ),
    (
        only("name", "date", "moved"),
        "The versions differ in 2 major points: a date (May 12 or May 13) and a name (Andrei or Alexei Sokolov).",
        "Версии расходятся в 2 существенных пунктах: дата (12 или 13 мая) и имя (Андрей Соколов или Alexei Sokolov).",
    ),
    (
        only("number"),
        "The versions differ in 1 major point: a number (5200 or 5700).",
        "Версии расходятся в 1 существенном пункте: число (5200 или 5700).",
    ),
    (
        only("moved", "certainty"),
        "Only minor differences: the place of a sentence and how certain one thing is (“По предварительным данным … "
        "возможно” or “has been damaged”).",
        "Расхождения лишь незначительные: место предложения и степень уверенности («По предварительным данным … "
        "возможно» или «has been damaged»).",
    ),
    (
        only("partial"),
        "Only minor differences: 3 parts of sentences (“жителям, собравшимся у школы” only in the Russian version; “и "
        "дороги” only in the Russian version; “сообщила метеослужба” only in the Russian version).",
        "Расхождения лишь незначительные: 3 части предложений («жителям, собравшимся у школы» только в русской версии; "
        "«и дороги» только в русской версии; «сообщила метеослужба» только в русской версии).",
    ),
    (
        only("omission", "moved"),
        "In what both versions tell, only minor points differ: the place of a sentence. Only the Russian version tells "
        "“The builders of the dam were earlier reprimanded for missing deadlines”; nothing is found only in the "
        "English version.",
        "В том, о чём говорят обе версии, расхождения лишь незначительные: место предложения. Только в русской версии "
        "есть «Строители плотины ранее получили выговор за нарушение сроков»; в английской версии ничего сверх этого "
        "нет.",
    ),
    (
        only("addition"),
        "No contradictions found. Only the English version tells “Volunteers from three neighbouring regions have "
        "arrived with boats”; nothing is found only in the Russian version.",
        "Противоречий не найдено. Только в английской версии есть «Volunteers from three neighbouring regions have "
        "arrived with boats»; в русской версии ничего сверх этого нет.",
    ),
    (
        retelling(),
        "No contradictions found. Only the Russian version tells “Mayor Ivan Kotov promised 300 new places” and 4 more "
        "sentences; only the English version tells “Shops near the river have lost customers”.",
        "Противоречий не найдено. Только в русской версии есть «Мэр Иван Котов обещал 300 новых мест на пароме» и ещё "
        "4 предложения; только в английской версии есть «Shops near the river have lost customers».",
    ),
    (
        values("number", ("40 hectares", "45 hectares"), ("40 hectares", "45 hectares"), ("7", "9")),
        "The versions differ in 2 major points: 2 numbers (40 or 45 hectares; 7 or 9).",
        "Версии расходятся в 2 существенных пунктах: 2 числа (40 или 45 hectares; 7 или 9).",
    ),
    (
        replace(with_term(STORY), differences=with_term(STORY).differences[-1:]),
        "Only minor differences: a term of the glossary (“плотина”).",
        "Расхождения лишь незначительные: термин из глоссария («плотина»).",
    ),
    (
        decided(only("number", "date"), "rejected", "accepted"),
        "The versions differ in 1 major point: a date (May 12 or May 13). All differences are decided, 1 is not right.",
        "Версии расходятся в 1 существенном пункте: дата (12 или 13 мая). Решение принято по всем расхождениям, 1 "
        "неверно.",
    ),
    (
        decided(only("number", "date"), "rejected", None),
        "The versions differ in 1 major point: a date (May 12 or May 13).",
        "Версии расходятся в 1 существенном пункте: дата (12 или 13 мая).",
    ),
    (
        decided(only("number"), "accepted"),
        "The versions differ in 1 major point: a number (5200 or 5700). All differences are decided.",
        "Версии расходятся в 1 существенном пункте: число (5200 или 5700). Решение принято по всем расхождениям.",
    ),
    (
        decided(only("number", "date"), "rejected"),
        "No differences left: 2 were found, and none is right.",
        "Расхождений не осталось: найдено 2, и ни одно не верно.",
    ),
]


@pytest.mark.parametrize(("comparison", "english", "russian"), CASES)
def test_the_verdict_says_what_was_found(comparison, english, russian):
    """By rank, what is alike once, in sentences of either language."""
    assert verdict_of(comparison) == english
    with speaking("ru"):
        assert verdict_of(comparison) == russian


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_name(kind, language):
    """Also where nothing is known of its words, as of a difference that was changed into another kind."""
    side = {"omission": "source", "addition": "target"}.get(kind, "both")
    bare = Difference("d1", kind, side, "major", 0.9, 0, (), (), "", Evidence(""))
    with speaking(language):
        assert len(verdict_of(replace(STORY, differences=(bare,)))) > len("The versions differ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stays_short_whatever_the_story(language):
    """Long words are cut and what does not fit is counted."""
    many = values("name", *((f"Very Long Name Of Somebody {n} " * 3, "x" * 400) for n in range(40)))
    lone = [replace(d, id=f"e{n}{d.id}") for d in only("omission", "addition").differences for n in range(60)]
    with speaking(language):
        for comparison in (make_hostile(), many, replace(many, differences=(*many.differences, *lone))):
            assert 0 < len(verdict_of(comparison)) <= LONGEST
        assert "37" in verdict_of(many)


def test_what_a_gloss_says_is_never_quoted():
    """The words of the other version stand in translation only where that is one."""
    glossed = replace(
        only("omission"),
        translation=replace(STORY.translation, source=replace(STORY.translation.source, engine="gloss")),
    )
    assert "“Строители плотины ранее получили выговор за нарушение сроков”" in verdict_of(glossed)
    index = STORY.beads[6].source[0]
    doubts = tuple("it stutters" if i == index else "" for i in range(len(STORY.source.sentences)))
    doubtful = replace(
        only("omission"),
        translation=replace(STORY.translation, source=replace(STORY.translation.source, doubts=doubts)),
    )
    assert "“Строители плотины" in verdict_of(doubtful)


def test_a_value_keeps_its_digits_and_drops_what_both_share():
    """A unit, a family name or a year is told once; the end of a number never goes."""
    told = values(
        "number",
        ("1 500 000 RUB", "2 500 000 RUB"),
        ("February 1, 2024", "March 1, 2024"),
        ("8", "9 m"),
    )
    assert "(1 500 000 or 2 500 000 RUB; February 1 or March 1, 2024; 8 or 9 m)" in verdict_of(told)


def test_a_long_word_is_cut_where_it_must_be():
    """Without a border between words before the limit."""
    assert shortened("W" * 40, 10) == "W" * 10 + "…"
    assert shortened("The mayor, who resigned", 11) == "The mayor…"


@pytest.mark.parametrize("format", ["console", "markdown", "html"])
def test_it_heads_every_report(format):
    """It stands before the sentences about the whole, on one line or several."""
    told = only("number")
    report = " ".join(render(told, format).split())
    assert 0 < report.index(verdict_of(told)) < report.index("Both texts are about the same thing")
