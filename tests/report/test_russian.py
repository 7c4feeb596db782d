"""Reports in Russian: nothing of their own is left in English, and the texts stay as they are."""

import json
import re
from html.parser import HTMLParser

import pytest

from translate.report import FORMATS, render, render_bytes

NAMES = re.compile(r"Parallax|Argos|Enter|Esc|Shift|\b[a-zA-Z]\b")
VOID = {"meta", "input", "br", "link"}


class _Words(HTMLParser):
    """What a reader of the file sees or hears that is not of a story: those words stand in <bdi>."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []
        self.language = ""

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.language = self.language or named.get("lang", "")
        self.found += [named[name] or "" for name in ("aria-label", "placeholder", "title") if name in named]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data):
        if not {"bdi", "script", "style", "title"} & set(self.open):
            self.found.append(data)


def words(html):
    parser = _Words()
    parser.feed(html)
    return parser


def test_the_html_file_is_russian_throughout(story):
    read = words(render(story, "html", "ru"))
    assert read.language == "ru"
    assert [text for text in read.found if re.search("[A-Za-z]{2}", NAMES.sub("", text))] == []


def test_the_strings_of_its_scripts_are_russian(story):
    block = re.search(r'<script type="application/json" id="words">(.*?)</script>', render(story, "html", "ru"))
    strings = json.loads(block[1])
    english = [
        name for name, text in strings.items() if re.search("[a-z]{3}", NAMES.sub("", re.sub("{.*?}", "", text)))
    ]
    assert english == []


@pytest.mark.parametrize(
    ("format", "told"),
    [
        ("console", "Английская версия передаёт 82 % русского текста."),
        ("markdown", "Английская версия передаёт 82 % русского текста."),
        ("html", "Английская версия передаёт 82 % русского текста."),
    ],
)
def test_sentences_about_the_whole(story, format, told):
    assert told in " ".join(render(story, format, "ru").split())


@pytest.mark.parametrize("format", ["json", "tmx"])
def test_data_is_the_same_in_every_language(story, format):
    if format in FORMATS:
        assert render_bytes(story, format, "ru") == render_bytes(story, format)


@pytest.mark.parametrize("format", FORMATS)
def test_one_language_leaves_no_trace_in_the_next(story, format):
    english = render_bytes(story, format)
    same = format in ("json", "tmx", "csv")  # its messages are no phrases
    assert (render_bytes(story, format, "ru") == english) == same
    assert render_bytes(story, format) == english
