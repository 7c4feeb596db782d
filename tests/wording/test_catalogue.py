"""The Russian catalogue says all that the code says, and nothing else."""

import re
import string

import pytest

from benchmarks.build.catalogue import FORM, VERSIONS, forms, russian, sentences
from translate.wording.catalogue import catalogue
from translate.wording.interface import speaking

CATALOGUE = [message for message in russian() if message.id]
NAMES = re.compile("Parallax|Markdown")
FIELD = re.compile(r"{[^{}]*}")


def key(message):
    return message.context, message.id


def originals(message):
    return message.id if isinstance(message.id, tuple) else (message.id,)


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_no_sentence_is_missing_and_none_is_left_over():
    assert {key(message) for message in CATALOGUE} == {key(message) for message in sentences() if message.id}


@pytest.mark.parametrize("message", CATALOGUE, ids=lambda message: str(message.id)[:60])
def test_every_sentence_is_translated_with_all_that_fills_it(message):
    assert not message.fuzzy
    assert len(forms(message)) == (3 if isinstance(message.id, tuple) else 1)
    for text in forms(message):
        assert fields(text) == set().union(*map(fields, originals(message)))
        alone = NAMES.sub("", FIELD.sub("", text))
        assert re.search("[А-Яа-я]", alone) or not re.search("[A-Za-z]", alone)


def test_versions_have_every_form_that_is_asked_for():
    with speaking("ru"):
        for form in {form for message in CATALOGUE for text in forms(message) for form in FORM.findall(text)}:
            assert all(catalogue().pgettext(form, version) != version for version in VERSIONS)
