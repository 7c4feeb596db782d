"""Firefox's models on the page."""

import io
import zipfile

import pytest
from tiny_firefox_model import tiny_firefox_model

from translate.engines.firefox import FirefoxEngine
from translate.engines.firefox_models import find_model, install_files, installed_models
from translate.errors import EngineError
from translate.ui.firefox import install_uploads


class Named(io.BytesIO):
    """A file as a visitor hands it over."""

    def __init__(self, data, name):
        super().__init__(data)
        self.name = name


@pytest.fixture(autouse=True)
def models(tmp_path, monkeypatch):
    """No model of the user's own is seen."""
    monkeypatch.setenv("PARALLAX_FIREFOX_DIR", str(tmp_path / "firefox" / "models"))


@pytest.fixture
def files(tmp_path):
    return tiny_firefox_model(tmp_path / "files")


def press(page, label):
    next(button for button in page.button if button.label == label).click().run()


def test_a_model_is_downloaded_or_the_reason_told(page, monkeypatch):
    asked = []

    def unreachable(source, target, progress):
        asked.append((source, target))
        progress(1_000_000, 25_000_000)
        raise EngineError("Cannot read the list. Install from files.")

    monkeypatch.setattr(FirefoxEngine, "install", staticmethod(unreachable))
    page.button(key="download-firefox-ru-en").click().run()
    assert asked == [("ru", "en")]
    assert any("from files" in error.value for error in page.error)


def test_an_installed_model_is_listed_and_can_be_removed(page, files):
    install_files(files)
    page.run()
    assert "download-firefox-ru-en" not in [button.key for button in page.button]
    page.button(key="remove-firefox-ru-en").click().run()
    assert not page.exception
    assert installed_models() == []
    assert "download-firefox-ru-en" in [button.key for button in page.button]


def test_files_got_by_hand_are_installed(page, files):
    page.file_uploader(key="firefox-files").set_value(
        [(f"../../{file.name}", file.read_bytes(), "application/octet-stream") for file in files.iterdir()]
    ).run()
    press(page, "Install the model")
    assert not page.exception
    assert find_model("ru", "en") is not None


@pytest.mark.parametrize(
    "name", ["..", "../..", ".", "", "/", "a\0.zip", "\ud800.zip", "n" * 300 + ".zip", "C:\\x\\..", "a/"]
)
def test_a_name_that_a_visitor_made_up_leads_nowhere(tmp_path, name):
    """Not through Streamlit, whose uploader sees to endings: whoever speaks its protocol can name a file anything."""
    with pytest.raises(EngineError):
        install_uploads([Named(b"no model", name)])
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.name != ".parallax-packages.lock"]


def test_a_zip_file_of_them_is_installed(page, files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file in files.iterdir():
            archive.write(file, file.name)
    page.file_uploader(key="firefox-files").set_value([("models.zip", packed.getvalue(), "application/zip")]).run()
    press(page, "Install the model")
    assert find_model("ru", "en") is not None


def test_half_a_model_is_told(page, files):
    vocabulary = next(files.glob("vocab.*"))
    page.file_uploader(key="firefox-files").set_value(
        [(vocabulary.name, vocabulary.read_bytes(), "application/octet-stream")]
    ).run()
    press(page, "Install the model")
    assert ["model is missing" in error.value for error in page.error] == [True]
    assert installed_models() == []
