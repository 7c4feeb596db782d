"""A sentence goes into a file and comes back as itself; what a stranger wrote there never reaches a template."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.build.catalogue import forms, russian
from translate.wording.interface import LANGUAGES, speaking
from translate.wording.naming import Amount, CalendarDate, CalendarName, LanguageName, ScriptName, Version, VersionOfTwo
from translate.wording.phrase import Phrase, counted, in_context, joined, said
from translate.wording.stored import WORDS, WrongSentence, plain_fields, restored, stored

DOUBT = joined(
    "; ",
    (
        counted("the number {items} is missing", "the numbers {items} are missing", 2, items="4, 5"),
        Phrase("it is empty"),
    ),
)
SENTENCES = [
    Phrase("Found only in {version}.", version=Version("en")),
    Phrase("Found only in {version}.", version=VersionOfTwo("ru", 2)),
    Phrase("Both versions say this, but in another place of the story."),
    Phrase(
        "No sentence of {other} says the same. The nearest one has a similarity of {similarity:.2f} on a scale "
        "from 0 to 1.",
        other=Version("ru"),
        similarity=0.3281234,
    ),
    Phrase(
        "{language:name} text, sentence {number}: translation unreliable ({doubt}).",
        language=Version("ru"),
        number=3,
        doubt=DOUBT,
    ),
    Phrase("{weekday}, {date}", weekday=CalendarName("weekday", 4), date=CalendarDate(11, 14)),
    Phrase("{number:grouped}", number=Amount("5200000000 RUB")),
    Phrase("{language:capital}: written in {script} letters", language=LanguageName("el"), script=ScriptName("GREEK")),
    in_context("kind", "number"),
    counted("{count:,} word", "{count:,} words", 1234),
    Phrase("Note: {note}", note="{0} {x.y} {}"),
    Phrase("{words}", words=Path("a.txt")),
]


def through_a_file(telling):
    return restored(json.loads(json.dumps(stored(telling))))


@pytest.mark.parametrize("phrase", SENTENCES, ids=str)
def test_a_sentence_comes_back_and_is_told_alike_in_every_language(phrase):
    again = through_a_file(phrase)
    assert isinstance(again, Phrase)
    for language in LANGUAGES:
        with speaking(language):
            assert said(again) == said(phrase)
    assert stored(again) == stored(phrase)


def test_a_record_has_the_sentence_its_template_and_its_values():
    assert stored(counted("{count} line of {text:text}", "{count} lines of {text:text}", 2, text=Version("ru"))) == {
        "template": "{count} line of {text:text}",
        "plural": "{count} lines of {text:text}",
        "values": {"count": 2, "text": {"word": "version", "language": "ru"}},
        "text": "2 lines of the Russian text",
    }


@pytest.mark.parametrize(("similarity", "kept"), [(0.3281234, 0.3281), (0.324999, 0.324999)])
def test_a_number_is_rounded_unless_the_sentence_would_say_another(similarity, kept):
    """To 4 decimals and then to 2, 0.324999 would become 0.33."""
    found = stored(Phrase("{similarity:.2f}", similarity=similarity))
    assert found["values"] == {"similarity": kept}
    assert found["text"] == f"{similarity:.2f}"


@given(st.text())
def test_plain_words_stay_as_they_are(text):
    assert stored(text) == text
    assert restored(text) == text
    assert not isinstance(restored(text), Phrase)


def test_nothing_at_all_is_said_by_a_plain_text():
    assert stored(joined("; ", ())) == ""


def test_a_template_of_another_version_is_told_in_english():
    again = restored({"template": "Unheard of: {what}.", "values": {"what": "x"}, "text": "Unheard of: x."})
    with speaking("ru"):
        assert said(again) == "Unheard of: x."


def test_the_sentence_counts_where_the_template_says_another():
    again = restored({"template": "Found only in {version}.", "values": {"version": "Rome"}, "text": "Words."})
    assert again == "Words."
    assert not isinstance(again, Phrase)


def sentence(template="{a}", values=None, text="x", **others):
    return {"template": template, "values": {"a": "x"} if values is None else values, "text": text, **others}


HOSTILE = [
    sentence("{a.__class__}"),
    sentence("{a.__class__.__mro__[1]}"),
    sentence("{a[0]}"),
    sentence("{0}"),
    sentence("{}"),
    sentence("{a!r}"),
    sentence("{a:>999999999}"),
    sentence("{a:{a}}"),
    sentence("{a:.999999999f}", {"a": 1.5}),
    sentence("{"),
    sentence("}"),
    sentence("{b}"),
    sentence("{a:.2f}"),
    sentence("{a:name}"),
    sentence("{a:name}", {"a": 3}),
    sentence("Found only in {version}.", {"version": "Rome"}, "Found only in Rome."),  # Russian asks for "{version:in}"
    sentence(values={"a": None}),
    sentence(values={"a": ["x"]}),
    sentence(values={"a": True}),
    sentence(values={"a": float("inf")}),
    sentence(values={"a": float("nan")}),
    sentence(values={"a": 10**400}),
    sentence(values={"a": {"word": "system", "language": "ru"}}),
    sentence(values={"a": {"word": ["version"], "language": "ru"}}),
    sentence(values={"a": {"word": "version"}}),
    sentence(values={"a": {"word": "version", "language": 7}}),
    sentence(values={"a": {"word": "version", "language": "ru", "more": 1}}),
    sentence(values={"a": {"word": "calendar", "unit": "month", "number": 13}}),
    sentence(values={"a": {"word": "calendar", "unit": "century", "number": 1}}),
    sentence(values={"a": {"word": "calendar", "unit": "month", "number": True}}),
    sentence(values={"a": {"word": "date", "month": 2, "day": 30, "year": None}}),
    sentence(values={"a": {"word": "date", "month": 2, "day": 3, "year": 10**400}}),
    sentence(values=[]),
    sentence(template=5),
    sentence(text=5),
    sentence(plural="{a}"),
    sentence(values={"a": "x", "count": -1}, plural="{a}"),
    sentence(values={"a": "x", "count": 2}, plural="{a.__class__}"),
    sentence(context=5),
    sentence(more=1),
    {"template": "x", "values": {}},
    {},
    [],
    7,
    None,
]


@pytest.mark.parametrize("record", HOSTILE, ids=lambda record: str(record)[:60])
def test_a_damaged_or_hostile_record_is_refused(record):
    with pytest.raises(WrongSentence):
        restored(record)


def test_a_long_name_is_cut_short_in_the_message():
    with pytest.raises(WrongSentence, match=r"lacks the value 'a{40}'$"):
        restored(sentence("{" + "a" * 9000 + "}"))


def test_sentences_inside_sentences_end_somewhere():
    record = "x"
    for _ in range(60):
        record = sentence(values={"a": record})
    with pytest.raises(WrongSentence, match="with its values"):
        restored(record)


def test_a_small_record_does_not_fill_the_memory():
    record = "x" * 100
    for _ in range(7):
        record = sentence("{a}" * 1000, {"a": record}, "x" * 100)
    assert restored(record) == "x" * 100


def filled(template, value):
    """A record whose text is what the template gives, so that it is no plain text for that reason."""
    try:
        return sentence(template, {"a": value, "version": value}, template.format(a=value, version=value))
    except (ValueError, KeyError, TypeError):
        return None


TEMPLATES = st.sampled_from(["{a}", "{a:.2f}", "{a:in}", "{b}", "Found only in {version}."])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(alphabet="{}a.[]!:_0x")


@given(
    st.recursive(
        SCALARS,
        lambda inner: (
            st.lists(inner, max_size=2)
            | st.builds(sentence, TEMPLATES, st.just({}) | st.builds(dict, a=inner, version=inner), inner)
            | st.builds(filled, TEMPLATES, inner)
            | st.builds(lambda tag, value: {"word": tag, "language": value}, st.sampled_from([*WORDS]), inner)
        ),
        max_leaves=6,
    )
)
def test_whatever_a_file_holds_is_told_or_refused(record):
    try:
        telling = restored(record)
    except WrongSentence:
        return
    for language in LANGUAGES:
        with speaking(language):
            assert isinstance(said(telling), str)


def test_every_template_of_the_catalogue_can_be_stored():
    for message in russian():
        if message.id:
            for template in (*(message.id if isinstance(message.id, tuple) else (message.id,)), *forms(message)):
                plain_fields(template)
