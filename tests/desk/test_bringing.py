"""Many stories at once: from tables of whole stories, and from files whose names say which belong together."""

import pytest
from standin import ENGLISH, RUSSIAN, UNRELATED

from translate.desk.bringing import brought
from translate.desk.story import Story

OTHER = "Музей хранит старые часы\n\nПосетители видят часы на втором этаже. Их сделал неизвестный мастер. " * 2


def csv(*rows):
    return "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows).encode()


def files(**texts):
    return [(name.replace("__", ".").replace("_", "-"), text.encode()) for name, text in texts.items()]


def test_a_table_of_whole_stories_has_one_in_each_row():
    table = csv(("Номер", "Русский", "English"), ("1", RUSSIAN, ENGLISH), ("2", OTHER, UNRELATED))
    found = brought([("stories.csv", table)])
    assert [(each.source, each.target) for each in found.stories] == [
        (RUSSIAN, ENGLISH),
        (OTHER.strip(), UNRELATED),
    ]
    assert found.problems == ()


def test_a_table_of_sentences_is_one_story():
    rows = zip(RUSSIAN.split("\n"), (*ENGLISH.split("\n"), ""), strict=False)
    (story,) = brought([("sentences.csv", csv(*(row for row in rows if any(row))))]).stories
    assert story.files[0].sentences


def test_files_belong_together_whose_names_differ_by_the_language_alone():
    given = files(bridge_ru__txt=RUSSIAN, en_museum__txt=UNRELATED, ru_museum__txt=OTHER, bridge_en__md=ENGLISH)
    found = brought(given)
    told = {frozenset((each.source.strip(), each.target.strip())) for each in found.stories}
    assert told == {frozenset((RUSSIAN, ENGLISH)), frozenset((OTHER.strip(), UNRELATED))}
    assert found.problems == ()


def test_two_files_alone_belong_together_by_their_languages():
    (story,) = brought(files(one__txt=RUSSIAN, two__txt=ENGLISH)).stories
    assert {story.source, story.target} == {RUSSIAN, ENGLISH}


def test_a_file_without_a_counterpart_is_told():
    found = brought(files(bridge_ru__txt=RUSSIAN, bridge_en__txt=ENGLISH, museum_en__txt=UNRELATED))
    assert len(found.stories) == 1
    (problem,) = found.problems
    assert "museum-en.txt has no counterpart" in str(problem)


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_brought():
    given = [*files(bridge_ru__txt=RUSSIAN, bridge_en__txt=ENGLISH), ("damaged.xlsx", b"PK\x03\x04 damaged")]
    found = brought(given)
    assert len(found.stories) == 1
    assert len(found.problems) == 1


def test_the_same_story_twice_is_one():
    table = csv(("Русский", "English"), (RUSSIAN, ENGLISH), (RUSSIAN, ENGLISH))
    assert brought([("stories.csv", table)]).stories == (Story(RUSSIAN, ENGLISH),)


@pytest.mark.parametrize("nothing", [[], [("empty.txt", b"")]])
def test_nothing_brings_nothing(nothing):
    found = brought(nothing)
    assert found.stories == ()
    assert len(found.problems) == len(nothing)
