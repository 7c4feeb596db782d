"""Two reports of one event, made without any model: counterparts that share no bead, and passages of lone sentences."""

from dataclasses import replace

from every_kind import document, translation

from translate.alignment.bead import Bead
from translate.comparison import Comparison
from translate.counterparts.relation import Relation
from translate.counterparts.told import Counterpart, Told, ToldSides
from translate.differences.conflicts.fact import Fact, Said
from translate.differences.difference import Candidate, Difference, Evidence
from translate.differences.parts.coverage import Coverage
from translate.differences.same_story import SameStory
from translate.engines.translation import Translations
from translate.text.document import Document, Span

RUSSIAN = [
    [("h", "Мост закрыт на ремонт", "The bridge is closed for repairs")],
    [
        (
            "b",
            "Мост через Лену закрыли в понедельник на две недели.",
            "The Lena bridge is closed from Monday for two weeks.",
        ),
        ("b", "Его строили десять лет.", "It took ten years to build."),
        ("b", "Погода стоит ясная.", "The weather is clear."),
    ],
    [
        ("b", "Паром ходит каждый час.", "A ferry runs every hour."),
        (
            "b",
            "Мэр Иван Котов обещал 300 новых мест на пароме.",
            "Mayor Ivan Kotov promised 300 new places.",
        ),
        ("b", "Билет стоит столько же.", "The ticket costs the same."),
        ("b", "Рыбаки недовольны.", "Fishermen are unhappy."),
    ],
    [("f", "Читайте также: погода", "")],
]
ENGLISH = [
    [("h", "Lena bridge shut", "Мост через Лену закрыт")],
    [
        ("b", "The bridge over the Lena was closed on Monday.", "Мост через Лену закрыли в понедельник."),
        ("b", "It will reopen in two weeks, officials said.", "Его откроют через две недели, сообщили власти."),
        ("b", "A ferry runs every hour.", "Паром ходит каждый час."),
        ("b", "Shops near the river have lost customers.", "Магазины у реки потеряли покупателей."),
    ],
]
# Of each sentence whether it is told over there: in full, in part, not at all.
FULL, PART, NONE = Told(0.9, 0.06, 0.04), Told(0.2, 0.7, 0.1), Told(0.02, 0.08, 0.9)
LONE = {"source": (2, 3, 5, 6, 7), "target": (4,)}
MAJOR = 5  # the mayor and his figure
RELATION = Relation("retelling", 0.91)


def retelling(relation: Relation | None = RELATION) -> Comparison:
    """Russian sentences 3 and 4, and 6 to 8, stand alone; the second is told by two, of which one shares its bead."""
    source, target = document(RUSSIAN, "ru"), document(ENGLISH, "en")
    beads = (
        Bead((0,), (0,), 0.8, 0.95),
        Bead((1, 2), (1,), 0.7, 0.9),  # the model of counterparts knows better of sentence 2
        Bead((3,), (), 0.2, 0.9),
        Bead((4,), (3,), 0.9, 0.97),
        *(Bead((i,), (), 0.2, 0.9) for i in (5, 6, 7)),
        Bead((), (2,), 0.4, 0.6),
        Bead((), (4,), 0.2, 0.9),
    )
    places = [("source", i) for i in LONE["source"]] + [("target", i) for i in LONE["target"]]
    return Comparison(
        source=source,
        target=target,
        beads=beads,
        differences=tuple(
            _lone(f"d{number}", side, i, source if side == "source" else target, beads)
            for number, (side, i) in enumerate(places, start=1)
        ),
        coverage=Coverage(0.55, 0.8),
        same_story=SameStory(0.97),
        translation=Translations(translation(RUSSIAN, "argos"), translation(ENGLISH, "gloss"), ()),
        signature="ru-en|v0.1",
        facts=(
            Fact("number", "only", (_said(source, 5, "300"),), ()),
            Fact("name", "only", (_said(source, 5, "Иван Котов"),), ()),
            Fact("number", "only", (_said(source, 2, "десять"),), ()),
        ),
        counterparts=(
            Counterpart((0,), (0,), "full", 0.97),
            Counterpart((1,), (1, 2), "full", 0.82),
            Counterpart((4,), (3,), "full", 0.99),
            Counterpart((4,), (2,), "part", 0.55),
        ),
        told=ToldSides((FULL, PART, NONE, NONE, FULL, NONE, NONE, NONE, None), (FULL, FULL, FULL, FULL, NONE)),
        relation=relation,
    )


def translated() -> Comparison:
    """The same as a translation with cuts."""
    return retelling(Relation("translation", 0.88))


def of_an_earlier_version() -> Comparison:
    """The same as a file has it in which nothing was judged."""
    return replace(retelling(None), counterparts=(), told=ToldSides())


def _lone(id: str, side: str, sentence: int, document: Document, beads: tuple[Bead, ...]) -> Difference:
    at = document.sentences[sentence]
    spans = {side: (Span(at.start, at.end),)}
    other = "target" if side == "source" else "source"
    return Difference(
        id=id,
        kind="omission" if side == "source" else "addition",
        side=side,
        severity="major" if (side, sentence) == ("source", MAJOR) else "minor",
        confidence=0.9 - sentence / 100,
        bead=next(n for n, bead in enumerate(beads) if sentence in (bead.source if side == "source" else bead.target)),
        source=spans.get("source", ()),
        target=spans.get("target", ()),
        message="Found only in one version.",
        evidence=Evidence(f"Nothing says {id}.", candidates=(Candidate(other, 1, 0.31),)),
    )


def _said(document: Document, sentence: int, words: str) -> Said:
    start = document.text.index(words, document.sentences[sentence].start)
    return Said(sentence, start, start + len(words), words)
