"""A LibreTranslate server on the page: its address and key, used and never shown."""

import pytest
from page_steps import own_texts, views
from standin import ENGLISH, RUSSIAN, standin_compare
from streamlit.testing.v1 import AppTest
from tiny_package import tiny_package

from translate.engines.engine_table import BUILT_IN
from translate.engines.packages import install_file
from translate.errors import ServerError
from translate.ui import computing
from translate.ui.translation_server import ADDRESS, AUTO, CHOICE, GLOSS, KEY, SERVER

URL = "http://localhost:5000"
SECRET = "secret-key-1"


@pytest.fixture
def used(page: AppTest, monkeypatch):
    """Options of the comparisons made after the first screen; "http://dead" is a server that does not answer."""
    seen = []

    def watched(source, target, options=None, *, progress=None, **review):
        seen.append(options)
        if options.url == "http://dead":
            raise ServerError("dead", "cannot be reached: nobody is there. See whether it runs.")
        return standin_compare(source, target, options, progress=progress)

    monkeypatch.setattr(computing, "compare", watched)
    return seen


def choose(page, url=URL, key=""):
    """Choose a server, give its address and key, and press the button."""
    page.radio(key=CHOICE).set_value(SERVER).run()
    page.text_input(key=ADDRESS).input(url)
    page.text_input(key=KEY).input(key)
    page.button(key="use-server").click().run()
    assert not page.exception
    return page


@pytest.fixture
def nothing_installed(monkeypatch, tmp_path):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))


@pytest.fixture
def installed(nothing_installed, tmp_path):
    """Small packages of both directions."""
    for pair in (("ru", "en"), ("en", "ru")):
        install_file(tiny_package(tmp_path, pair=pair))


def shown_choices(page):
    """Names of what can be chosen, with the line about each."""
    radio = page.radio(key=CHOICE)
    captions = [caption.replace("\\", "") for caption in radio.proto.captions]  # they are Markdown
    return dict(zip(radio.options, captions, strict=True))


@pytest.mark.usefixtures("nothing_installed")
def test_without_a_model_the_choice_says_that_texts_are_glossed(page):
    choices = shown_choices(page.run())
    assert list(choices) == ["The best that is installed", "Word by word", "A LibreTranslate server"]
    assert "nothing is installed" in choices["The best that is installed"]


@pytest.mark.usefixtures("installed")
def test_what_is_installed_can_be_chosen_and_says_how_good_it_is(page, used):
    choices = shown_choices(page.run())
    assert choices["The best that is installed"] == "now: Argos packages"
    assert choices["Argos packages"] == (
        "ru-en: quality 25.5 BLEU, en-ru: quality 22.0 BLEU, 176 MB a direction, the text stays here"
    )
    page.radio(key=CHOICE).set_value("argos").run()
    assert not page.exception
    assert used[-1].engine == "argos"
    page.radio(key=CHOICE).set_value(GLOSS).run()
    assert used[-1].engine == "gloss"


@pytest.mark.usefixtures("nothing_installed")
def test_every_engine_stands_in_a_table(page):
    (table,) = page.toggle(key="all-engines").set_value(True).run().table
    assert list(table.value["engine"]) == [engine.info.name for engine in BUILT_IN]
    assert list(table.value["what it is"][:2]) == ["Firefox's translation models", "Argos packages"]
    quality = [cell.replace("\\", "") for cell in table.value["ru-en"]]  # escaped, for cells are Markdown
    assert quality[:2] == ["35.0 / 0.834", "25.5 / 0.774"]


def test_nothing_about_a_server_is_asked_until_one_is_chosen(page):
    assert [box.key for box in page.text_input] == []
    page.radio(key=CHOICE).set_value(SERVER).run()
    assert [box.key for box in page.text_input] == [ADDRESS, KEY]
    assert page.text_input(key=KEY).proto.type == page.text_input(key=KEY).proto.PASSWORD
    assert any("sent to this server" in caption.value for caption in page.caption)


def test_choosing_alone_sends_nothing(page, used):
    page.radio(key=CHOICE).set_value(SERVER).run()
    page.text_input(key=ADDRESS).input(URL).run()
    assert used == []


def test_the_server_translates_with_its_key(page, used):
    choose(page, f" {URL} ", SECRET)
    assert [(options.engine, options.url, options.api_key) for options in used] == [("libretranslate", URL, SECRET)]
    assert page.error == []
    page.run()
    assert len(used) == 1  # the comparison is remembered


def test_a_server_may_need_no_key(page, used):
    choose(page)
    assert used[0].api_key is None


def test_own_texts_go_to_the_server_as_well(page, used):
    choose(page, key=SECRET)
    own_texts(page)
    for pane, text in (("text-0", RUSSIAN), ("text-1", ENGLISH)):
        page.text_area(key=pane).input(text)
    next(button for button in page.button if button.label == "Compare").click().run()
    assert not page.exception
    assert (used[-1].url, used[-1].api_key) == (URL, SECRET)


def test_a_dead_server_is_told_and_the_comparison_stays(page, used):
    choose(page, "http://dead", SECRET)
    assert any("cannot be reached" in error.value for error in page.error)
    assert len(views(page)) == 1
    page.run()
    assert [options.url for options in used if options.url] == ["http://dead"]  # asked once, not at every rerun
    assert any("cannot be reached" in error.value for error in page.error)
    assert page.text_input(key=ADDRESS).value == "http://dead"  # to be mended
    choose(page)
    assert used[-1].url == URL
    assert page.error == []


def test_an_address_is_asked_for(page, used):
    choose(page, " ")
    assert "Give the address" in page.error[0].value
    assert used == []


def test_the_packages_can_be_chosen_again(page, used):
    choose(page)
    page.radio(key=CHOICE).set_value(AUTO).run()
    assert not page.exception
    assert page.text_input.len == 0
    assert used[-1].url == URL  # what was there before comes from memory


def shown(page):
    """All that the browser is sent, but for the field of the key itself."""
    return "".join(str(getattr(node, "proto", "")) for node in page.main if getattr(node, "key", None) != KEY)


@pytest.mark.parametrize("url", [URL, "http://dead"])
def test_the_key_is_nowhere_on_the_page(page, used, url):
    choose(page, url, SECRET)
    assert used[0].api_key == SECRET
    assert "Address of the server" in shown(page)
    assert SECRET not in shown(page)
    assert SECRET not in repr(page.session_state["parallax"])


def test_whoever_runs_the_page_names_servers_of_the_own_machine(page, used):
    choose(page)
    assert not used[0].public_server


def test_on_a_shared_page_a_visitor_names_public_servers_alone(page, used, monkeypatch):
    monkeypatch.setenv("PARALLAX_SHARED", "1")
    choose(page)
    assert used[0].public_server
    monkeypatch.setenv("PARALLAX_ALLOW_PRIVATE", "1")
    choose(page, "http://localhost:5001")
    assert not used[-1].public_server


def test_the_operator_can_fix_the_servers(page, used, monkeypatch):
    monkeypatch.setenv("PARALLAX_SHARED", "1")
    monkeypatch.setenv("PARALLAX_PAGE_SERVERS", "http://localhost:5000 https://a.example")
    page.radio(key=CHOICE).set_value(SERVER).run()
    assert [box.key for box in page.text_input] == [KEY]
    assert page.selectbox(key=ADDRESS).options == ["http://localhost:5000", "https://a.example"]
    page.button(key="use-server").click().run()
    assert (used[-1].url, used[-1].public_server) == ("http://localhost:5000", False)


def test_the_operator_can_switch_servers_off(page, monkeypatch):
    monkeypatch.setenv("PARALLAX_PAGE_SERVERS", "none")
    assert "A LibreTranslate server" not in shown_choices(page.run())
