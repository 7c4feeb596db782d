"""Two versions in one language: whatever is told of one of them says which of the two it is."""

import json
import re

import pytest

from translate import Comparison, Options, compare
from translate.records.comparison_record import comparison_from_json
from translate.report import FORMATS, render, render_bytes
from translate.report.fact_rows import fact_rows
from translate.report.overview import overview_of
from translate.report.verdict import verdict_of
from translate.report.wording import kind_of_text, side_name, where
from translate.review.flags import Flag, with_flags
from translate.testing import LetterEmbedder
from translate.text.document import Span, document_of_sentences
from translate.wording.interface import LANGUAGES, speaking
from translate.wording.phrase import said

STORY = {
    "ru": [
        "В понедельник паводок унёс 17 жизней в деревне.",
        "Спасатели дошли до старого моста к ночи.",
        "Мэр Казани обещал людям новые дома.",
    ],
    "en": [
        "The flood killed 17 people in the village on Monday.",
        "Rescuers reached the old bridge by night.",
        "The mayor of Kazan promised new houses to everybody.",
    ],
}
# Told of one of two without saying of which: the name of the language with nothing before it that counts.
BARE = {
    "en": re.compile(r"(?<!first )(?<!second )(?<!First )(?<!Second )\b(?:Russian|English)\b(?! keyboard)"),
    "ru": re.compile(
        r"(?<![Пп]ервая )(?<![Пп]ервой )(?<![Пп]ервый )(?<![Пп]ервом )(?<![Пп]ервого )"
        r"(?<![Вв]торая )(?<![Вв]торой )(?<![Вв]торый )(?<![Вв]тором )(?<![Вв]торого )"
        r"(?:[Рр]усск|[Аа]нглийск)(?!ой раскладке)"
    ),
}
READ = sorted(FORMATS.keys() - {"json", "xlsx", "tmx"})


@pytest.fixture(scope="module", params=["ru", "en"])
def found(request: pytest.FixtureRequest) -> Comparison:
    language = request.param
    story = STORY[language]
    one = document_of_sentences(story, language)
    two = document_of_sentences([story[0].replace("17", "14"), story[1]], language)
    found = compare(one, two, Options(engine="none"), embedder=LetterEmbedder(), one_language=True)
    assert {"number", "omission"} <= {difference.kind for difference in found.differences}
    return with_flags(found, [Flag("addition", (), (Span(0, len(two.sentence_text(0))),))])


def readable(report: str) -> str:
    """What of a report is read by people."""
    return re.sub(r"(?s)<(script|style).*?</\1>", "", report)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", READ)
def test_no_report_says_the_version_in_a_language(found: Comparison, format: str, language: str) -> None:
    told = readable(render(found, format, language=language))
    assert [told[at.start() - 40 : at.end() + 40] for at in BARE[language].finditer(told)] == []
    assert ("second" if language == "en" else "второ") in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_nor_does_the_workbook(found: Comparison, language: str) -> None:
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(render_bytes(found, "xlsx", language=language))) as book:
        told = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    assert [told[at.start() - 40 : at.end() + 40] for at in BARE[language].finditer(told)] == []


def test_the_sides_are_told_apart(found: Comparison) -> None:
    name, russian = ("Russian", "русск") if found.source.language == "ru" else ("English", "английск")
    assert [side_name(found, side) for side in ("source", "target", "both")] == [
        f"First {name} version",
        f"Second {name} version",
        "both",
    ]
    assert (where(found, "target"), kind_of_text(found, "target")) == (f"second {name} version", f"second {name}")
    with speaking("ru"):
        assert side_name(found, "source") == f"Первая {russian}ая версия"
        assert kind_of_text(found, "source") == f"Первый {russian}ий"
        assert where(found, "target") == f"вторая {russian}ая версия"


def test_the_facts_and_the_plots_name_them_apart(found: Comparison) -> None:
    name, russian = ("Russian", "русской") if found.source.language == "ru" else ("English", "английской")
    assert f"only in the first {name} version" in {row.status for row in fact_rows(found)}
    seen = overview_of(found)
    assert len(set(seen.names)) == 2
    assert {mark.side for mark in seen.marks} == set(seen.names)
    assert seen.marks_in_words.startswith(f"First {name} text: ")
    with speaking("ru"):
        assert f"только в первой {russian} версии" in {row.status for row in fact_rows(found)}


def test_the_verdict_says_which(found: Comparison) -> None:
    name, russian = ("Russian", "русской") if found.source.language == "ru" else ("English", "английской")
    assert re.search(f"[Oo]nly the first {name} version tells", verdict_of(found))
    with speaking("ru"):
        assert re.search(f"[Тт]олько в первой {russian} версии есть", verdict_of(found))
        assert f"во второй {russian} версии" in render(found, "markdown", language="ru")


def test_a_flag_by_hand_says_which(found: Comparison) -> None:
    name = "Russian" if found.source.language == "ru" else "English"
    assert [d.message for d in found.differences if d.by_hand] == [f"Found only in the second {name} version."]


def test_it_is_still_known_when_the_file_is_read(found: Comparison) -> None:
    again = comparison_from_json(render(found, "json"))
    assert json.loads(render(again, "json")) == json.loads(render(found, "json"))
    with speaking("ru"):
        assert [said(d.message) for d in again.differences] == [said(d.message) for d in found.differences]
