"""Two pasted pages whose lines have a kind and a certainty, with what was found in them: no model is loaded."""

from translate.alignment.bead import Bead
from translate.comparison import Comparison
from translate.differences.difference import Difference, Evidence, Severity
from translate.differences.parts.coverage import Coverage
from translate.differences.same_story import SameStory
from translate.engines.translation import Translation, Translations
from translate.text.document import Document, Label, Role, Sentence, Span
from translate.wording.phrase import Phrase

Lines = list[tuple[Role, Label, float, str]]

# One line each: role, kind, certainty and its sentences, parted by "|".
RUSSIAN: Lines = [
    ("boilerplate", "menu", 0.99, "Главная"),
    ("boilerplate", "menu", 0.98, "Происшествия"),
    ("boilerplate", "share", 0.97, "Поделиться"),
    ("boilerplate", "", 0.97, "16+"),
    ("headline", "", 0.95, "МОСКВА, 3 мая — Паводок в долине Лены: эвакуированы 5000 человек"),
    ("boilerplate", "caption", 0.93, "Спасатели у моста в Ленске.|Снимок сделан во вторник."),
    ("body", "lead", 0.9, "Из-за паводка в долине Лены эвакуированы 5000 человек."),
    ("boilerplate", "summary", 0.9, "Вода поднялась на три метра"),
    ("boilerplate", "summary", 0.9, "Школы закрыты до конца недели"),
    (
        "body",
        "",
        0.99,
        "Вода поднялась на три метра за сутки.|Такого уровня не было с 1998 года.",
    ),
    ("body", "", 0.6, "Подробности — в нашем следующем выпуске в 21:00."),
    ("body", "", 0.99, "Школы закрыты до конца недели."),
    ("boilerplate", "promotion", 0.7, "Подписывайтесь на наш канал"),
    ("body", "", 0.99, "Трасса у Ленска перекрыта."),
    ("boilerplate", "promotion", 0.95, "▶ Подписывайтесь на наш канал!"),
]
ENGLISH: Lines = [
    ("headline", "", 0.7, "Flood in the Lena valley: 5000 people evacuated"),
    ("body", "lead", 0.9, "5000 people were evacuated because of the flood in the Lena valley."),
    ("body", "", 0.99, "The water rose by three metres in a day.|Such a level has not been seen since 1998."),
    ("body", "", 0.99, "Schools are closed until the end of the week."),
    ("boilerplate", "correction", 0.96, "An earlier version of this article <b>misstated</b> the level.|It was 1998."),
    ("boilerplate", "tags", 0.96, "Floods"),
]


def labelled(lines: Lines, language: str) -> Document:
    """A document of these lines, with a blank line between them."""
    text, sentences = "", []
    for number, (role, label, certainty, words) in enumerate(lines):
        text += "\n\n" if text else ""
        for place, sentence in enumerate(words.split("|")):
            text += " " if place else ""
            sentences.append(Sentence(len(text), len(text) + len(sentence), number, role, label, certainty))
            text += sentence
    return Document(language, text, tuple(sentences))


def _only(number: int, source: Document, sentence: int, bead: int, severity: Severity) -> Difference:
    at = source.sentences[sentence]
    span = (Span(at.start, at.end),)
    reason = Phrase("No sentence comes near.")
    message = Phrase("Only the source has it.")
    return Difference(f"d{number}", "omission", "source", severity, 0.8, bead, span, (), message, Evidence(reason))


def labelled_comparison() -> Comparison:
    """The Russian page compared with the English one."""
    source, target = labelled(RUSSIAN, "ru"), labelled(ENGLISH, "en")
    pairs = [(4, 0), (7, 1), (10, 2), (11, 3), (12, None), (13, 4), (15, None)]
    beads = tuple(Bead((i,), () if j is None else (j,), 0.3 if j is None else 0.8, 0.95) for i, j in pairs)
    gloss = [Translation("", ("",) * len(document.sentences), "none") for document in (source, target)]
    return Comparison(
        source,
        target,
        beads,
        (_only(1, source, 12, 4, "minor"), _only(2, source, 15, 6, "major")),
        Coverage(0.8, 1.0),
        SameStory(0.97),
        Translations(gloss[0], gloss[1]),
        "ru-en|v0.1",
    )
