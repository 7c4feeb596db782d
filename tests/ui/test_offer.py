"""Where no translation model is installed, the first comparison of the visitor's texts offers one, and goes on."""

import pytest
from page_steps import views
from standin import ENGLISH, RUSSIAN
from streamlit.testing.v1 import AppTest
from tiny_package import tiny_package

from translate.engines.firefox import FirefoxEngine
from translate.engines.packages import install_file
from translate.errors import EngineError
from translate.settings.environment import MANAGE_PACKAGES

LINE = "No translation model is installed, so your texts would be glossed word by word. Readable translations: Firefox"
PAIRS = (("ru", "en"), ("en", "ru"))


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch, tmp_path):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))


@pytest.fixture
def asked(fresh):
    """The page after two texts were given to be compared."""
    return compare(fresh)


def compare(page):
    for pane, text in (("text-0", RUSSIAN), ("text-1", ENGLISH)):
        page.text_area(key=pane).input(text)
    press(page, "Compare")
    return page


def press(page, label):
    next(button for button in page.button if button.label == label).click().run()
    assert not page.exception


def unescaped(markdown):
    """As it is read."""
    return markdown.replace("\\", "")


def offered(page):
    """Whether the offer is there, with its buttons and nothing of a result."""
    told = [unescaped(text.value) for text in page.markdown if unescaped(text.value).startswith(LINE)]
    assert bool(told) == any(button.key == "offer-download" for button in page.button)
    assert not told or views(page) == []
    return told


def installed(tmp_path):
    def install(source, target, progress):
        progress(1_000_000, 90_000_000)
        return install_file(tiny_package(tmp_path, pair=(source, target)))

    return staticmethod(install)


def test_samples_and_empty_panes_are_shown_without_it(fresh):
    assert not offered(fresh)
    fresh.button(key="sample-flood").click().run()
    assert not offered(fresh)
    assert len(views(fresh)) == 1


def test_it_tells_size_and_time_before_anything_is_computed(asked, calls):
    (told,) = offered(asked)
    assert "52 MB, about 21 seconds" in told
    assert calls == []


def test_it_is_declined_by_one_click_and_never_told_again(asked, calls):
    asked.button(key="offer-decline").click().run()
    assert not asked.exception
    assert not offered(asked)
    assert len(views(asked)) == 1
    assert calls == [(RUSSIAN, ENGLISH)]
    press(asked, "Edit the texts")
    compare(asked)
    assert not offered(asked)


def test_the_texts_can_still_be_edited(asked, calls):
    asked.button(key="offer-edit").click().run()
    assert [asked.text_area(key=key).value for key in ("text-0", "text-1")] == [RUSSIAN, ENGLISH]
    assert calls == []


def test_with_models_nothing_is_offered(fresh, tmp_path):
    for pair in PAIRS:
        install_file(tiny_package(tmp_path, pair=pair))
    assert not offered(compare(fresh))
    assert len(views(fresh)) == 1


def test_both_directions_come_at_one_click_and_the_comparison_goes_on(asked, monkeypatch, tmp_path, calls):
    monkeypatch.setattr(FirefoxEngine, "install", installed(tmp_path))
    asked.button(key="offer-download").click().run()
    assert not asked.exception
    assert not offered(asked)
    assert len(views(asked)) == 1
    assert calls == [(RUSSIAN, ENGLISH)]


def test_files_of_models_do_as_well(asked, tmp_path):
    files = [(path.name, path.read_bytes(), "application/zip") for path in (
        tiny_package(tmp_path / "-".join(pair), pair=pair) for pair in PAIRS
    )]  # fmt: skip
    asked.file_uploader(key="offer-files").set_value(files).run()
    press(asked, "Install and compare")
    assert not offered(asked)
    assert len(views(asked)) == 1


def test_what_goes_wrong_is_told_and_can_be_tried_again(asked, monkeypatch):
    def unreachable(source, target, progress):
        raise EngineError("Cannot read the index. Install from a file.")

    monkeypatch.setattr(FirefoxEngine, "install", staticmethod(unreachable))
    asked.button(key="offer-download").click().run()
    assert not asked.exception
    assert [unescaped(error.value) for error in asked.error] == ["Cannot read the index. Install from a file."]
    assert offered(asked)


def test_a_stranger_finds_nothing_that_installs_or_removes_models(fresh, monkeypatch):
    monkeypatch.setenv(MANAGE_PACKAGES, "0")
    page = compare(fresh)
    assert len(views(page)) == 1
    assert not page.exception
    assert not offered(page)
    keys = [button.key or "" for button in page.button]
    assert [key for key in keys if key.startswith(("download-package", "download-firefox", "remove", "offer"))] == []
    assert {uploader.key for uploader in page.file_uploader} & {"package", "firefox-files"} == set()
    assert any("installed by whoever runs this page" in caption.value for caption in page.caption)


def test_a_file_that_is_too_large_for_the_page_has_another_way(asked):
    told = "A file of more than 20 MB is installed on the command line: `python -m translate packages install FILE`"
    assert told in [caption.value for caption in asked.caption]


def test_whoever_has_declined_is_not_asked_again_after_a_reload(keeping, fresh):
    """The texts of the comparison without a model may be changed."""
    page = compare(fresh)
    press(page, "Compare without")
    again = AppTest.from_file(page._script_path, default_timeout=60).run()
    press(again, "Edit the texts")
    again.text_area(key="text-1").input(ENGLISH.replace("15 million", "16 million"))
    press(again, "Compare")
    assert offered(again) == []
    assert len(views(again)) == 1
