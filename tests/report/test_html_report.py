"""The HTML report: one closed file, in which no text of a story can become markup."""

import json
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from translate.comparison import Comparison
from translate.report import comparison_from_json, render
from translate.report.html_report import html_report

VOID = {"meta", "input", "br", "link", "img", "hr"}
ADDRESSES = {"src", "href", "action", "formaction", "srcset", "poster", "data", "background", "srcdoc", "xlink:href"}


class Page(HTMLParser):
    """What a browser would find: elements with attributes, and the text of each kind of element."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data):
        self.texts.setdefault(self.open[-1] if self.open else "", []).append(data)

    def count(self) -> Counter[str]:
        return Counter(tag for tag, _ in self.elements)


@pytest.fixture(scope="module")
def page(story) -> Page:
    return Page(render(story, "html"))


@pytest.fixture(scope="module")
def hostile_page(hostile) -> Page:
    return Page(render(hostile, "html"))


def test_markup_is_well_formed_and_ids_are_unique(page, hostile_page):
    for parsed in (page, hostile_page):
        assert parsed.open == []
        ids = [attributes["id"] for _, attributes in parsed.elements if "id" in attributes]
        assert len(ids) == len(set(ids))


def test_hostile_text_adds_no_element_and_no_handler(page, hostile_page):
    known = set(page.count())
    assert set(hostile_page.count()) <= known
    assert hostile_page.count()["script"] == page.count()["script"] == 3
    assert hostile_page.count()["style"] == 1
    for _, attributes in hostile_page.elements:
        assert not [name for name in attributes if name.startswith("on")]


def test_nothing_points_outside(hostile_page, page):
    for parsed in (page, hostile_page):
        assert not [(tag, a) for tag, a in parsed.elements if ADDRESSES & set(a)]
        own = "".join(parsed.texts["style"]) + "".join(
            max(parsed.texts["script"], key=lambda text: "use strict" in text)
        )
        assert not re.search(r"https?:|//[a-z]|url\(|@import|fetch\(|XMLHttpRequest|import\(", own)
        policy = next(a["content"] for tag, a in parsed.elements if a.get("http-equiv") == "Content-Security-Policy")
        assert policy.startswith("default-src 'none';")


def test_data_survive_the_script_element(hostile):
    data = Page(render(hostile, "html")).texts["script"][0]
    assert not set("<>&") & set(data)
    assert json.loads(data) == json.loads(render(hostile, "json"))
    assert comparison_from_json(data).source == hostile.source


def test_every_sentence_and_every_difference_is_there(story, page):
    ids = {attributes.get("id") for _, attributes in page.elements}
    assert {f"source-{i}" for i in range(len(story.source.sentences))} <= ids
    assert {f"target-{i}" for i in range(len(story.target.sentences))} <= ids
    assert {f"item-{difference.id}" for difference in story.differences} <= ids
    text = " ".join(" ".join(text for texts in page.texts.values() for text in texts).split())
    assert "The English version covers 82 % of the Russian text." in text
    assert "Page furniture, not compared" in text
    assert "machine translation" in text
    assert "word-by-word gloss" in text


def test_page_is_named_after_its_story(page):
    assert page.texts["title"] == ["Паводок в долине Лены: эвакуированы пять тысяч человек – Parallax"]


def test_states_are_told_in_words_too(page):
    labels = [
        a["aria-label"] for tag, a in page.elements if tag == "button" and "seg" in (a.get("class") or "").split()
    ]
    assert "Sentence 11: only in this version" in labels
    tags = [text.strip() for text in page.texts["span"]]
    assert {"only here", "part only here", "number", "moved"} <= set(tags)


def test_each_text_states_its_language(page):
    languages = {a["data-side"]: a["data-lang"] for tag, a in page.elements if "data-other-lang" in a}
    assert languages == {"source": "ru", "target": "en"}
    assert {"ru", "en"} <= {a["lang"] for _, a in page.elements if "lang" in a}


def test_unrelated_texts_come_with_a_note_and_without_a_list(unrelated):
    parsed = Page(html_report(unrelated))
    classes = {name for _, a in parsed.elements for name in (a.get("class") or "").split()}
    assert "notice" in classes
    assert not classes & {"rail", "item", "strip", "s-only"}
    assert "seem to be about different things" in " ".join(parsed.texts["strong"])


def test_embedded_view_leaves_out_masthead_and_data(story):
    parsed = Page(html_report(story, embedded=True, theme="dark"))
    ids = {attributes.get("id") for _, attributes in parsed.elements}
    assert not ids & {"comparison", "save", "theme"}
    assert parsed.elements[0] == ("html", {"lang": "en", "data-theme": "dark", "data-embedded": "yes"})


def test_same_comparison_gives_the_same_page(story: Comparison):
    assert html_report(story) == html_report(story)
