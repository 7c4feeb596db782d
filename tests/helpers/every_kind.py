"""A stand-in story with every kind of difference, made without any model."""

from dataclasses import replace

import pytest

from translate.alignment.bead import Bead, Explanation, Rejected
from translate.comparison import Comparison
from translate.differences.conflicts.fact import Fact, Said
from translate.differences.difference import Candidate, Difference, Evidence, Reading
from translate.differences.parts.coverage import Coverage
from translate.differences.same_story import SameStory
from translate.engines.translation import Translation, Translations
from translate.facts.terms import TermUse
from translate.text.document import Document, Sentence, Span
from translate.wording.naming import CalendarDate
from translate.wording.phrase import Phrase

# One letter a role: f(urniture), h(eadline), b(ody); a line is a paragraph. The last column is the other language.
RUSSIAN = [
    [("f", "Нет времени читать?", "")],
    [("f", "Получить краткое содержание", "")],
    [
        (
            "h",
            "Паводок в долине Лены: эвакуированы пять тысяч человек",
            "Flood in the Lena valley: five thousand evacuated",
        )
    ],
    [
        (
            "b",
            "Из-за паводка в долине Лены эвакуированы 5,2 тысячи человек.",
            "Because of the flood in the Lena valley 5.2 thousand people were evacuated.",
        ),
        ("b", "Вода поднялась на три метра за сутки.", "The water rose by three metres in a day."),
        (
            "b",
            "Такого уровня не было с 1998 года, сообщила метеослужба.",
            "Such a level has not been since 1998, the weather service said.",
        ),
    ],
    [
        (
            "b",
            "Губернатор Андрей Соколов ввёл режим чрезвычайной ситуации 12 мая.",
            "Governor Andrei Sokolov introduced an emergency regime on 12 May.",
        ),
        (
            "b",
            "«Мы никого не оставим без крова», — заявил он жителям, собравшимся у школы.",
            "“We will leave nobody without shelter,” he told residents gathered at the school.",
        ),
    ],
    [
        (
            "b",
            "Правительство не исключает перекрытия федеральной трассы.",
            "The government does not rule out closing the federal highway.",
        ),
        (
            "b",
            "По предварительным данным, плотина, возможно, повреждена.",
            "According to preliminary data, the dam may be damaged.",
        ),
        (
            "b",
            "Строители плотины ранее получили выговор за нарушение сроков.",
            "The builders of the dam were earlier reprimanded for missing deadlines.",
        ),
    ],
    [
        ("b", "Школы закрыты до конца недели.", "Schools are closed until the end of the week."),
        (
            "b",
            "Из резервного фонда выделят 1,4 млрд рублей на жильё и дороги.",
            "1.4 billion roubles will be allocated from the reserve fund for housing and roads.",
        ),
    ],
    [("f", "Читайте также: Как подготовиться к паводку", "")],
    [("f", "Подписывайтесь на наш канал", "")],
]
ENGLISH = [
    [("h", "Thousands flee as Lena valley floods", "тысячи бежать долина Лена наводнение")],
    [
        (
            "b",
            "Some 5,700 people have been moved out of the Lena valley, "
            "where the river rose three metres in a single day, the highest level since 1998.",
            "5700 люди переместить долина Лена река подниматься три метр день высокий уровень 1998",
        ),
    ],
    [
        ("b", "Schools will stay closed until the end of the week.", "школа закрытый конец неделя"),
        (
            "b",
            "The government has ruled out closing the federal highway.",
            "правительство исключить закрытие федеральный трасса",
        ),
    ],
    [
        (
            "b",
            "Governor Alexei Sokolov declared a state of emergency on 13 May.",
            "губернатор Алексей Соколов объявить чрезвычайный положение 13 май",
        ),
        ("b", "“We will leave no one behind,” he said.", "мы оставить никто позади он сказать"),
        ("b", "The dam has been damaged.", "плотина повредить"),
    ],
    [
        (
            "b",
            "The reserve fund will pay out 1.4 billion roubles for housing.",
            "резервный фонд выплатить 1,4 миллиард рубль жильё",
        ),
        (
            "b",
            "Volunteers from three neighbouring regions have arrived with boats.",
            "доброволец три соседний регион прибыть лодка",
        ),
    ],
    [("f", "Share this article · Follow us", "")],
]
ROLES = {"f": "boilerplate", "h": "headline", "b": "body"}
NEAR_BUILDERS = (Rejected((10,), (6,), 0.31, 0.002), Rejected((10,), (3,), 0.18, 0.0))
Paragraphs = list[list[tuple[str, str, str]]]


def document(paragraphs: Paragraphs, language: str) -> Document:
    """A document of these paragraphs, with the offsets that a reader of files would find."""
    text, sentences = "", []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        for position, (role, words, _) in enumerate(paragraph):
            text += " " if position else ""
            sentences.append(Sentence(len(text), len(text) + len(words), number, ROLES[role]))
            text += words
    return Document(language, text, tuple(sentences))


def translation(paragraphs: Paragraphs, engine: str, package: str | None = None) -> Translation:
    """The last column as a translation."""
    joined = [" ".join(other for _, _, other in paragraph if other) for paragraph in paragraphs]
    return Translation(
        "\n\n".join(filter(None, joined)), tuple(other for p in paragraphs for _, _, other in p), engine, package
    )


def day(of_may: int) -> Phrase:
    """A day as mentions tell it."""
    return Phrase("{date}", date=CalendarDate(5, of_may))


def make_story() -> Comparison:
    """The Russian version on the source side, the English one on the target side."""
    source, target = document(RUSSIAN, "ru"), document(ENGLISH, "en")
    beads = (
        Bead((2,), (0,), 0.71, 0.93),
        Bead((3, 4, 5), (1,), 0.78, 0.9512345),
        Bead(
            (6,),
            (4,),
            0.88,
            0.97,
            explanation=Explanation(
                0.4, 1.0, ("sokolov",), (Rejected((6,), (5,), 0.21, 0.03),), shared_words=("Sokolov",)
            ),
        ),
        Bead((7,), (5,), 0.74, 0.94),
        Bead((8,), (3,), 0.86, 0.96),
        Bead((9,), (6,), 0.7, 0.91),
        Bead((10,), (), 0.31, 0.9, explanation=Explanation(rejected=NEAR_BUILDERS)),
        Bead((11,), (2,), 0.9, 0.98, moved=True),
        Bead((12,), (7,), 0.84, 0.96),
        Bead((), (8,), 0.22, 0.94, explanation=Explanation(rejected=(Rejected((12,), (8,), 0.22, 0.001),))),
    )
    texts = {"source": source, "target": target}

    def found(kind, side, severity, confidence, bead, places, message, reason, readings=(), candidates=()):
        spans = {"source": [], "target": []}
        for place_side, words in places:
            start = texts[place_side].text.index(words)
            spans[place_side].append(Span(start, start + len(words)))
        evidence = Evidence(reason, tuple(Reading(*r) for r in readings), tuple(Candidate(*c) for c in candidates))
        return kind, side, severity, confidence, bead, tuple(spans["source"]), tuple(spans["target"]), message, evidence

    listed = (
        found(
            "number",
            "both",
            "major",
            0.94,
            1,
            [("source", "5,2 тысячи"), ("target", "5,700")],
            "The number of people differs: 5,200 in the Russian version, 5,700 in the English version.",
            "Both sentences count people moved away, and the two values differ.",
            [("source", "5,2 тысячи человек", "5200"), ("target", "5,700 people", "5700")],
        ),
        found(
            "partial",
            "source",
            "minor",
            0.61,
            1,
            [("source", "сообщила метеослужба")],
            "The attribution to the weather service is found only in the Russian version.",
            "No words of the English sentence come near “weather service”.",
        ),
        found(
            "date",
            "both",
            "major",
            0.95,
            2,
            [("source", "12 мая"), ("target", "13 May")],
            "The date differs: 12 May in the Russian version, 13 May in the English version.",
            "The two sentences tell of the same order with different days.",
            [("source", "12 мая", "--05-12", day(12)), ("target", "13 May", "--05-13", day(13))],
        ),
        found(
            "name",
            "both",
            "major",
            0.83,
            2,
            [("source", "Андрей Соколов"), ("target", "Alexei Sokolov")],
            "The first name of the governor differs: Andrei in the Russian version, Alexei in the English version.",
            "The family names match, the first names do not.",
            [
                ("source", "Андрей Соколов", "andrei sokolov", "Andrei Sokolov"),
                ("target", "Alexei Sokolov", "alexei sokolov", "Alexei Sokolov"),
            ],
        ),
        found(
            "quote",
            "both",
            "minor",
            0.66,
            3,
            [("source", "«Мы никого не оставим без крова»"), ("target", "“We will leave no one behind,”")],
            "The quotation is worded differently.",
            "The Russian quotation speaks of shelter; the English one does not.",
        ),
        found(
            "partial",
            "source",
            "minor",
            0.72,
            3,
            [("source", "жителям, собравшимся у школы")],
            "Where and to whom he spoke is found only in the Russian version.",
            "The English sentence ends before this phrase.",
        ),
        found(
            "negation",
            "both",
            "major",
            0.88,
            4,
            [("source", "не исключает"), ("target", "has ruled out")],
            "One version denies what the other states.",
            "“Does not rule out” stands against “has ruled out”.",
            [("source", "не исключает", "not(exclude)"), ("target", "has ruled out", "exclude")],
        ),
        found(
            "certainty",
            "both",
            "minor",
            0.79,
            5,
            [("source", "По предварительным данным"), ("source", "возможно"), ("target", "has been damaged")],
            "The Russian version says “may be”; the English version states it as a fact.",
            "Two hedges of the Russian sentence have no counterpart.",
            [("source", "возможно", "possible"), ("target", "has been", "fact")],
        ),
        found(
            "omission",
            "source",
            "major",
            0.91,
            6,
            [("source", "Строители плотины ранее получили выговор за нарушение сроков.")],
            "This sentence is found only in the Russian version.",
            "No sentence of the English version comes near it.",
            [],
            [("target", 6, 0.31), ("target", 3, 0.18)],
        ),
        found(
            "moved",
            "both",
            "minor",
            0.93,
            7,
            [
                ("source", "Школы закрыты до конца недели."),
                ("target", "Schools will stay closed until the end of the week."),
            ],
            "This stands near the end of the Russian version and near the beginning of the English version.",
            "Its neighbours in the two versions are different.",
        ),
        found(
            "meaning",
            "both",
            "major",
            0.57,
            8,
            [("source", "выделят"), ("target", "pay out")],
            "Another word stands in this place: “выделят” in the Russian version, “pay out” in the English version.",
            "The words around “выделят” and “pay out” correspond; in the dictionary neither stands for the other.",
        ),
        found(
            "partial",
            "source",
            "minor",
            0.7,
            8,
            [("source", "и дороги")],
            "“and roads” is found only in the Russian version.",
            "The English sentence names housing only.",
        ),
        found(
            "addition",
            "target",
            "major",
            0.92,
            9,
            [("target", "Volunteers from three neighbouring regions have arrived with boats.")],
            "This sentence is found only in the English version.",
            "No sentence of the Russian version comes near it.",
            [],
            [("source", 12, 0.22)],
        ),
    )
    return Comparison(
        source=source,
        target=target,
        beads=beads,
        differences=tuple(Difference(f"d{n}", *parts) for n, parts in enumerate(listed, 1)),
        coverage=Coverage(0.824, 0.8991),
        same_story=SameStory(0.97),
        translation=Translations(
            translation(RUSSIAN, "argos", "translate-ru_en-1_9"),
            translation(ENGLISH, "gloss"),
            ("No package for English to Russian is installed: that side has a word-by-word gloss.",),
        ),
        signature="ru-en|mt:argos1.9|v0.1",
        facts=(
            _fact(texts, "number", "different", [(3, "5,2 тысячи", "5200")], [(1, "5,700", "5700")], "d1"),
            _fact(texts, "number", "matched", [(4, "три", "3")], [(1, "three", "3")]),
            _fact(texts, "date", "matched", [(5, "1998", "1998")], [(1, "1998", "1998")]),
            _fact(
                texts,
                "date",
                "different",
                [(6, "12 мая", "--05-12", day(12))],
                [(4, "13 May", "--05-13", day(13))],
                "d3",
            ),
            _fact(texts, "name", "only", [(3, "Лены", "leny", "Leny")], []),
            _fact(texts, "number", "elsewhere", [(4, "три", "3")], [(8, "three", "3")]),
        ),
    )


def with_term(comparison: Comparison) -> Comparison:
    """The same compared with a glossary: a term that one side does not render, and one with a note."""
    source = comparison.source
    word = "плотина"
    start = source.text.index(word)
    span = Span(start, start + len(word))
    sentence = next(i for i, each in enumerate(source.sentences) if each.start <= start < each.end)
    bead = next(number for number, each in enumerate(comparison.beads) if sentence in each.source)
    term = Difference(
        f"d{len(comparison.differences) + 1}",
        "term",
        "both",
        "minor",
        0.9,
        bead,
        (span,),
        (),
        "The glossary renders “плотина” of the Russian version as “barrage | weir”, which the English version does not "
        "use here.",
        Evidence("No form of these words stands in the corresponding sentences of the English version."),
    )
    use = TermUse("source", sentence, span.start, span.end, word, ("barrage", "weir"), "<b>Never</b> & dam")
    return replace(comparison, differences=(*comparison.differences, term), terms=(use,))


def _fact(texts, kind, status, source, target, difference=None):
    def said(side, places):
        found = []
        for i, words, *read in places:
            start = texts[side].text.index(words, texts[side].sentences[i].start)
            found.append(Said(i, start, start + len(words), *read))
        return tuple(found)

    return Fact(kind, status, said("source", source), said("target", target), difference)


HOSTILE = (
    "</script><script>alert('x')</script>",
    "<img src=http://evil.example/x onerror=alert(1)><style>*{display:none}</style>",
    '=HYPERLINK("http://evil.example";"click")',
    "# *bold* _it_ `code` [link](http://evil.example) ![i](http://evil.example/i.png) | cell | <!-- c -->",
    "\u202etxet desrever \u2066 never closed",
    "NUL \x00 escape \x1b[31mred\x1b]0;title\x07 bell",
    "W" * 4_000,
    "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301\u0302\u0303 \ud800 lone",
    "{{ 7 * 7 }} {% raw %} ${alert(1)} &amp; &lt;b&gt; ]]> --> <![CDATA[",
    "1. - + javascript:alert(1) www.evil.example a@evil.example [bold red]rich[/]",
)


def make_hostile() -> Comparison:
    """Every string a stranger can write is an attempt to break out of the page, the terminal or the sheet."""
    paragraphs = [[("b", words, words)] for words in HOSTILE]
    source, target = document(paragraphs, "ru"), document(paragraphs, "en")
    both = Translations(translation(paragraphs, "argos", HOSTILE[0]), translation(paragraphs, "gloss"), HOSTILE[:4])
    differences = []
    for i, words in enumerate(HOSTILE):
        a, b = source.sentences[i], target.sentences[i]
        differences.append(
            Difference(
                f"d{i + 1}",
                "number",
                "both",
                "major",
                0.5,
                i,
                (Span(a.start + 1, a.start + 6), Span(a.start + 3, a.end)),
                (Span(b.start, b.end - 2),),
                words,
                Evidence(words, (Reading("source", words, words),), (Candidate("target", i, 0.5),)),
            )
        )
    return replace(
        make_story(),
        source=source,
        target=target,
        translation=both,
        differences=tuple(differences),
        signature=HOSTILE[0],
        facts=tuple(
            Fact("name", "different", (Said(i, a.start, a.end, words),), (Said(i, a.start, a.end, words),), f"d{i + 1}")
            for i, (words, a) in enumerate(zip(HOSTILE, source.sentences, strict=True))
        ),
        beads=tuple(
            Bead((i,), (i,), 0.5, 0.5, explanation=Explanation(0.1, 1.0, (words,), (Rejected((0,), (i,), 0.4, 0.3),)))
            for i, words in enumerate(HOSTILE)
        ),
    )


@pytest.fixture(scope="session")
def story() -> Comparison:
    """A realistic comparison with every kind of difference."""
    return make_story()


@pytest.fixture(scope="session")
def hostile() -> Comparison:
    """A comparison whose every string is hostile."""
    return make_hostile()


@pytest.fixture(scope="session")
def unrelated(story: Comparison) -> Comparison:
    """Two texts about different things: nothing is listed."""
    return replace(story, same_story=SameStory(0.04), differences=(), coverage=Coverage(0.03, 0.02))
