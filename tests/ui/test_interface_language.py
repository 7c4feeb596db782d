"""The page in Russian: every word of its own, and everything that was said before the switch."""

import re

import pytest
from page_steps import own_texts, views
from standin import ENGLISH, RUSSIAN

from translate.samples import load_sample
from translate.ui.masthead import LANGUAGE_KEY
from translate.ui.tour import tour_words
from translate.wording.interface import speaking

# What stays in Latin letters: names, formats, commands, and the switch itself.
NAMES = re.compile(
    r"`[^`]*`|Parallax|Language|English|Argos|Firefox|MPL|LibreTranslate|BLEU|COMET|WMT|Markdown|CSV|JSON|HTML|TMX|XLSX|Excel|PDF|https?://\S+|:\w+:|:\w+\[|[A-Z]\b"
)
QUOTED = re.compile("«[^«»]*»")  # the answer gives words of the story
LABELLED = ("button", "text_area", "text_input", "selectbox", "radio", "button_group", "expander", "metric")


@pytest.fixture
def russian(page):
    return speak(page, "ru")


def speak(page, language):
    page.button_group(key=LANGUAGE_KEY).set_value(language).run()
    assert not page.exception
    return page


def own_words(page):
    """Everything on the page that is not of a story."""
    for kind in LABELLED:
        for element in page.get(kind):
            yield element.label
            yield getattr(element, "help", "") or ""
    for kind in ("caption", "markdown", "title", "error", "warning"):
        yield from (element.value for element in page.get(kind))
    for control in page.button_group:
        if control.key != LANGUAGE_KEY:
            yield from control.options


def test_no_english_is_left(russian):
    story = load_sample("supercomputers").target
    words_of_ours = [QUOTED.sub("", words) for words in own_words(russian)]
    shown = [words for words in words_of_ours if re.search("[A-Za-z]{2}", NAMES.sub("", words))]
    assert [
        words for words in shown if words.replace("\\", "") not in story
    ] == []  # lines in doubt are shown as they are
    own_texts(russian)
    assert [words for words in own_words(russian) if re.search("[A-Za-z]{2}", NAMES.sub("", words))] == []
    assert russian.title[0].value == "Одна новость на двух языках"
    assert russian.button(key="sample-flood").label == load_sample("flood", language="ru").title


def test_the_way_back(russian):
    assert own_texts(speak(russian, "en")).title[0].value == "The same story, seen from two languages"


def test_texts_and_result_survive_the_switch(page, calls):
    own_texts(page)
    page.text_area(key="text-0").input(RUSSIAN)
    page.text_area(key="text-1").input(ENGLISH)
    speak(page, "ru")
    assert [page.text_area(key=key).value for key in ("text-0", "text-1")] == [RUSSIAN, ENGLISH]
    next(button for button in page.button if button.label == "Сравнить").click().run()
    count = len(calls)
    speak(page, "en")
    assert len(views(page)) == 1
    assert len(calls) == count


def test_an_error_is_told_in_the_language_of_the_page(page):
    own_texts(page)
    page.text_area(key="text-0").input(RUSSIAN)
    page.text_area(key="text-1").input("Word")
    next(button for button in page.button if button.label == "Compare").click().run()
    assert "too short" in page.error[0].value
    assert "слишком короткий" in speak(page, "ru").error[0].value


def test_a_pane_counts_its_words_in_russian(russian):
    own_texts(russian)
    russian.text_area(key="text-1").input(ENGLISH).run()
    assert "Английский, 19 слов" in [caption.value for caption in russian.caption]


def test_the_overview_opens_in_russian(russian):
    russian.button(key="facts-button").click().run()
    assert not russian.exception
    assert [tab.label for tab in russian.tabs] == ["Факты", "Места", "Ход рассказа"]
    assert "Найдено" in russian.dataframe[0].value.columns


def test_the_address_keeps_the_language(page, russian):
    assert page.query_params["language"] in ("ru", ["ru"])


def test_streamlits_own_words_are_told_in_the_language_of_the_page(russian):
    (sheet,) = [found.proto.body for found in russian.get("html") if "<style>" in found.proto.body]
    assert '--words-open: "Выбрать файл";' in sheet
    assert "до 20 МБ" in sheet


def test_the_tour_is_told_in_the_language_of_the_page():
    with speaking("ru"):
        words = tour_words()
    assert len(words["steps"]) == 4
    assert not re.search("[A-Za-z]{2}", " ".join([*words["steps"], words["name"], words["next"], words["skip"]]))
