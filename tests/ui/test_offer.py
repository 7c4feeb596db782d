"""Before the first comparison of the visitor's texts, one line offers translations where none are installed."""

import pytest
from standin import ENGLISH, RUSSIAN
from tiny_package import tiny_package

from translate.engines.firefox import FirefoxEngine
from translate.engines.packages import install_file
from translate.errors import EngineError
from translate.settings.environment import MANAGE_PACKAGES

LINE = "Your texts will be glossed word by word. Readable translations: Firefox's translation models, 52 MB, about 21"


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch, tmp_path):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))


@pytest.fixture
def own(page):
    """The page with two empty panes."""
    page.button_group(key="mode").set_value("own").run()
    assert not page.exception
    return page


def unescaped(markdown):
    """As it is read."""
    return markdown.replace("\\", "")


def offered(page):
    """Whether the line is there, with its buttons."""
    line = any(unescaped(text.value).startswith(LINE) for text in page.markdown)
    assert line == any(button.key == "offer-download" for button in page.button)
    return line


def test_samples_are_shown_without_it(page):
    assert not offered(page)


def test_it_stands_above_the_panes_until_texts_are_compared(own):
    assert offered(own)
    for pane, text in (("text-0", RUSSIAN), ("text-1", ENGLISH)):
        own.text_area(key=pane).input(text)
    next(button for button in own.button if button.label == "Compare").click().run()
    assert not own.exception
    next(button for button in own.button if button.label == "Edit the texts").click().run()
    assert not offered(own)


def test_it_can_be_declined(own):
    own.button(key="offer-decline").click().run()
    assert not offered(own)
    assert own.text_area.len == 2


def test_with_models_nothing_is_offered(own, tmp_path):
    for pair in (("ru", "en"), ("en", "ru")):
        install_file(tiny_package(tmp_path, pair=pair))
    assert not offered(own.run())


def test_both_directions_come_at_one_click_and_the_texts_stay(own, monkeypatch, tmp_path):
    def installed(source, target, progress):
        progress(1_000_000, 90_000_000)
        return install_file(tiny_package(tmp_path, pair=(source, target)))

    monkeypatch.setattr(FirefoxEngine, "install", staticmethod(installed))
    own.text_area(key="text-0").input(RUSSIAN).run()
    own.button(key="offer-download").click().run()
    assert not own.exception
    assert not offered(own)
    assert own.text_area(key="text-0").value == RUSSIAN


def test_what_goes_wrong_is_told_and_can_be_tried_again(own, monkeypatch):
    def unreachable(source, target, progress):
        raise EngineError("Cannot read the index. Install from a file.")

    monkeypatch.setattr(FirefoxEngine, "install", staticmethod(unreachable))
    own.button(key="offer-download").click().run()
    assert not own.exception
    assert [unescaped(error.value) for error in own.error] == ["Cannot read the index. Install from a file."]
    assert offered(own)


def test_a_stranger_finds_nothing_that_installs_or_removes_models(own, monkeypatch):
    monkeypatch.setenv(MANAGE_PACKAGES, "0")
    page = own.run()
    assert not page.exception
    assert not offered(page)
    keys = [button.key or "" for button in page.button]
    assert [key for key in keys if key.startswith(("download-package", "download-firefox", "remove", "offer"))] == []
    assert {uploader.key for uploader in page.file_uploader} & {"package", "firefox-files"} == set()
    assert any("installed by whoever runs this page" in caption.value for caption in page.caption)
