"""Pages of one outlet, drawn: its furniture around a story, each line with the role that it was read with."""

from translate.text.document import Document, Role, Sentence

FURNITURE = (
    "Вечерний Приозёрск",
    "Лента дня",
    "Главная",
    "Криминал и суд",
    "Погода на завтра",
    "Свежий номер газеты",
    "Письма наших читателей",
    "Дачный вопрос",
    "Реклама в газете",
    "© 2025 ООО «Вечерний Приозёрск»",
)
OTHER_FURNITURE = ("Главная", "The Ridge", "Roads & Weather", "Local sport", "Advertise here", "Jobs at the Ridge")
VIEWS = "12 просмотров"


def page_of(*lines: tuple[str, Role], language: str = "ru") -> Document:
    """A page of lines, each one sentence and one paragraph."""
    sentences, start = [], 0
    for number, (line, role) in enumerate(lines):
        sentences.append(Sentence(start, start + len(line), number, role))
        start += len(line) + 1
    return Document(language, "\n".join(line for line, _ in lines), tuple(sentences))


def outlet_page(*story: str, furniture: tuple[str, ...] = FURNITURE, language: str = "ru") -> Document:
    """The furniture of the outlet, and below it the lines of a story."""
    lines: list[tuple[str, Role]] = [(line, "boilerplate") for line in furniture]
    return page_of(*lines, *((line, "body") for line in story), language=language)


def pasted(story: str) -> str:
    """The furniture of the outlet around a story, as raw text."""
    return "\n".join((*FURNITURE[:-1], "", story, "", FURNITURE[-1]))
