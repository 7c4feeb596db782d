"""Limits of a run: what passes one is refused with a message that says it, and long work can be stopped."""

from dataclasses import replace
from pathlib import Path

import pytest

from translate import Options, TranslateError, compare, find_differences, load_sample, read_text
from translate.errors import OptionError, TextTooLong, UnreadableFile
from translate.review.session_file import session_from
from translate.settings.limits import (
    LONGEST_GIVEN,
    SESSION_BYTES,
    FileTooLarge,
    Limits,
    SentenceTooLong,
    TooManySentences,
    TooSlow,
    go_on,
    limits,
    limits_with,
    watched,
)
from translate.testing import LetterEmbedder, compare_by_letters, drawn_comparison
from translate.text.document import document_of_sentences
from translate.text.reading import read_document
from translate.text.unending import LONGEST

RUSSIAN = "Совет города утвердил бюджет. Спор был долгим. Мэр доволен."
ENGLISH = "The city council approved the budget. The dispute was long. The mayor is pleased."


@pytest.mark.parametrize(
    ("options", "error", "hint"),
    [
        (Options(max_characters=40), TextTooLong, "at most 40 are read.*PARALLAX_MAX_CHARACTERS"),
        (Options(max_sentences=2), TooManySentences, "3, while at most 2 .*PARALLAX_MAX_SENTENCES"),
        (Options(max_seconds=1e-9), TooSlow, "PARALLAX_MAX_SECONDS"),
    ],
)
def test_a_limit_of_the_options_is_said(options: Options, error: type[TranslateError], hint: str) -> None:
    """The message names the limit and the variable that raises it."""
    with pytest.raises(error, match=hint):
        compare(RUSSIAN, ENGLISH, options, embedder=LetterEmbedder())


def test_the_environment_says_what_options_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Options win over the environment, and that over the defaults."""
    monkeypatch.setenv("PARALLAX_MAX_SENTENCES", "2")
    assert limits().sentences == 2
    assert Options(max_sentences=5).limits.sentences == 5
    with pytest.raises(TooManySentences):
        read_document(ENGLISH)


@pytest.mark.parametrize("value", ["0", "-1", "many", "1e3", "9" * 5000, "²"])
def test_a_limit_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """A variable that holds no number is an error, be it of thousands of digits."""
    monkeypatch.setenv("PARALLAX_MAX_CHARACTERS", value)
    with pytest.raises(OptionError, match="PARALLAX_MAX_CHARACTERS"):
        limits()


@pytest.mark.parametrize("value", [0, -1, True, "5", float("nan"), 10**12])
def test_a_setting_that_is_no_limit_is_told(value: object) -> None:
    """Options are checked when they are made."""
    with pytest.raises(OptionError, match="max_characters"):
        Options(max_characters=value)  # type: ignore[arg-type]


def test_given_sentences_are_bounded() -> None:
    """A list keeps its sentences, so one that is too long cannot be cut."""
    given = [ENGLISH, "word " * (LONGEST_GIVEN // 4)]
    with pytest.raises(SentenceTooLong, match=r"Sentence 2 is too long: 6,250 .*as one string"):
        compare(given, RUSSIAN, embedder=LetterEmbedder())
    with pytest.raises(SentenceTooLong):
        compare_by_letters(document_of_sentences(given, "en"), document_of_sentences([RUSSIAN], "ru"))


def test_a_large_file_is_refused_by_its_size(tmp_path: Path) -> None:
    """It is not read, let alone decoded: the file here has no bytes on the disk."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(UnreadableFile, match="it is larger than"):
        read_text(path)


def test_no_more_is_decoded_than_a_text_can_need(tmp_path: Path) -> None:
    """A picture in a PDF may be larger."""
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 2_000)
    with pytest.raises(FileTooLarge, match=r"10,000 bytes, while at most 8,000"), watched(Limits(characters=1_000)):
        read_text(path)


def test_a_session_is_bounded() -> None:
    """By its size, and by the length of its texts."""
    from translate.review.session import Session
    from translate.review.session_file import session_bytes

    drawn = drawn_comparison("abc", "ac")
    long = replace(drawn.source, text=drawn.source.text + " " * 10_000)
    saved = session_bytes(replace(Session.of(drawn), source=long))
    with pytest.raises(FileTooLarge), watched(Limits(characters=5)):
        session_from(saved)
    with pytest.raises(TextTooLong), watched(Limits(characters=len(saved) // SESSION_BYTES + 1)):
        session_from(saved)


def test_who_watches_can_stop_the_work_at_every_step() -> None:
    """What the callback raises comes through, and the next comparison is what it would have been."""
    whole = compare(RUSSIAN, ENGLISH, Options(engine="gloss"), embedder=LetterEmbedder())
    steps: list[str] = []
    compare(
        RUSSIAN, ENGLISH, Options(engine="gloss"), embedder=LetterEmbedder(), progress=lambda *s: steps.append(s[0])
    )

    class Stopped(Exception):
        pass

    for last in range(len(steps)):
        told: list[str] = []

        def stop(stage: str, done: int, total: int, told: list[str] = told, last: int = last) -> None:
            told.append(stage)
            if len(told) > last:
                raise Stopped

        with pytest.raises(Stopped):
            compare(RUSSIAN, ENGLISH, Options(engine="gloss"), embedder=LetterEmbedder(), progress=stop)
        assert compare(RUSSIAN, ENGLISH, Options(engine="gloss"), embedder=LetterEmbedder()) == whole


def test_progress_that_stands_still_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a stop is heard in the middle of a stage."""
    told: list[tuple[str, int, int]] = []
    now = [0.0]
    monkeypatch.setattr("translate.settings.limits.time.monotonic", lambda: now[0])
    with watched(Limits(seconds=10), lambda *step: told.append(step)) as tell:
        tell("reading", 0, 2)
        go_on()
        assert len(told) == 1
        now[0] = 5.0
        go_on()
        assert told == [("reading", 0, 2)] * 2
        now[0] = 11.0
        with pytest.raises(TooSlow, match="longer than 10 seconds"):
            go_on()
    go_on()


def test_limits_of_a_run_hold_inside_it() -> None:
    """What is not said there is as outside."""
    with watched(Limits(characters=5, sentences=7)):
        assert limits_with(sentences=3) == Limits(5, 3)


def test_a_long_passage_is_compared_part_by_part() -> None:
    """Offsets still count from the beginning, and every difference is of bead 0."""
    sample = load_sample("supercomputers")
    russian = f"{sample.source}\n\nМост открыли 5 мая 2021 года."
    english = f"{sample.target}\n\nThe bridge was opened on 6 May 2021."
    assert min(len(russian), len(english)) > LONGEST
    found = find_differences(russian, english)
    dates = [russian[d.source[0].start : d.source[0].end] for d in found if d.kind == "date"]
    assert any("5 мая" in date for date in dates)
    assert {d.bead for d in found} == {0}
