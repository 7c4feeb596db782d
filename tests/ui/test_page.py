"""Every state of the page, without a browser."""

import re
from datetime import date

import pytest
from labelled_page import labelled_comparison
from page_steps import own_texts, show_sample, views
from standin import ENGLISH, RUSSIAN, UNRELATED

from translate.report import FORMATS
from translate.report.headline import file_stem, headline_of
from translate.report.verdict import verdict_of
from translate.review.session import Session
from translate.review.session_file import session_bytes
from translate.samples import load_sample, sample_names
from translate.ui.help import TOUR

PANES = ("text-0", "text-1")


def own(page, source, target):
    """Put two texts into the panes and press Compare."""
    own_texts(page)
    for pane, text in zip(PANES, (source, target), strict=True):
        page.text_area(key=pane).input(text)
    press(page, "Compare")
    return page


def press(page, label):
    next(button for button in page.button if button.label == label).click().run()


def errors(page):
    return [error.value.replace("\\", "") for error in page.error]  # Markdown's escapes are not seen


def figures(page):
    return {metric.label: metric.value for metric in page.metric}


def panes(page):
    return [area.value for area in page.text_area if area.key in PANES]


def expanders(page):
    return [expander.label for expander in page.expander]


def samples(page):
    """Titles of the samples that are offered, by name."""
    offered = [button for button in page.button if (button.key or "").startswith("sample-")]
    return {button.key.removeprefix("sample-"): button.label for button in offered}


def test_the_first_screen_asks_for_texts_and_offers_samples(fresh, calls):
    assert not fresh.exception
    assert fresh.title[0].value == "The same story, seen from two languages"
    assert panes(fresh) == ["", ""]
    assert all("Paste" in area.placeholder for area in fresh.text_area if area.key in PANES)
    assert samples(fresh) == {name: load_sample(name).title for name in sample_names()}
    assert (views(fresh), errors(fresh), calls) == ([], [], [])


def test_a_sample_shows_the_answer_first(page):
    assert not page.exception
    assert errors(page) == []
    assert verdict_of(shown(page)) in [text.value.replace("\\", "") for text in page.markdown]
    assert re.fullmatch(r"\d+ of \d+", figures(page)["Russian sentences with a counterpart"])
    assert "Same story" not in figures(page)  # how likely that is, is no praise for what the two say
    assert len(views(page)) == 1
    assert panes(page) == []
    assert page.title[0].value.replace("\\", "") == headline_of(shown(page))


def shown(page):
    state = page.session_state["parallax"]
    return state.reviews[state.story].session.comparison


def test_another_sample_can_be_chosen(page, calls):
    show_sample(page, "flood")
    assert calls[-1] == (load_sample("flood").source, load_sample("flood").target)
    assert "Погибших" not in page.title[0].value  # the headline in the language of the page
    assert samples(page) == {}


def test_a_rerun_computes_nothing_anew(page, calls):
    page.run()
    page.run()
    assert len(calls) == 1


@pytest.mark.parametrize("texts", [(RUSSIAN, ENGLISH), (ENGLISH, RUSSIAN)])
def test_own_texts_are_compared_in_either_order(page, calls, texts):
    own(page, *texts)
    assert not page.exception
    assert errors(page) == []
    assert calls[-1] == texts
    assert len(views(page)) == 1
    assert panes(page) == []  # the panes make room for the result


def test_the_panes_come_back_with_their_texts(page):
    own(page, RUSSIAN, ENGLISH)
    press(page, "Edit the texts")
    assert panes(page) == [RUSSIAN, ENGLISH]


def test_a_visit_to_the_samples_loses_nothing(page, calls):
    own(page, RUSSIAN, ENGLISH)
    count = len(calls)
    show_sample(page)
    own_texts(page)
    press(page, "Back to the result")
    assert len(views(page)) == 1
    assert (shown(page).source.text, shown(page).target.text, len(calls)) == (RUSSIAN, ENGLISH, count)
    press(page, "Edit the texts")
    assert panes(page) == [RUSSIAN, ENGLISH]


def test_typed_text_survives_a_visit_to_the_samples(page):
    own_texts(page)
    page.text_area(key="text-0").input("Черновик").run()
    page.button(key="sample-flood").click().run()
    assert len(views(page)) == 1
    own_texts(page)
    assert panes(page) == ["Черновик", ""]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("", ""), ["one version of the story here", "one version of the story here"]),
        ((RUSSIAN, " \n"), ["Paste the English version"]),
        (("", ENGLISH), ["Paste the Russian version"]),
        ((RUSSIAN, "Word"), ["too short"]),
        ((RUSSIAN, RUSSIAN), ["Both texts are in Russian"]),
        ((ENGLISH, ENGLISH), ["Both texts are in English"]),
        (
            (RUSSIAN, "Der Vertrag wurde gestern in Berlin von den Ministern unterzeichnet."),
            ["neither Russian nor English"],
        ),
        ((RUSSIAN, "12345 67890"), ["nothing to read"]),
    ],
)
def test_an_error_is_told_and_loses_nothing(page, texts, told):
    own(page, *texts)
    assert not page.exception
    assert len(errors(page)) == len(told)
    assert all(part in error for part, error in zip(told, errors(page), strict=True))
    assert panes(page) == list(texts)
    assert views(page) == []


def test_a_new_comparison_begins_with_empty_panes(page):
    own(page, RUSSIAN, ENGLISH)
    press(page, "New comparison")
    assert panes(page) == ["", ""]
    assert views(page) == []


def test_changed_texts_can_be_given_up(page):
    own(page, RUSSIAN, ENGLISH)
    press(page, "Edit the texts")
    page.text_area(key="text-0").input("Черновик").run()
    press(page, "Back to the result")
    assert len(views(page)) == 1
    press(page, "Edit the texts")
    assert panes(page) == [RUSSIAN, ENGLISH]


def test_an_error_stands_in_the_pane_that_it_concerns(page):
    own(page, RUSSIAN, "Word")
    state = page.session_state["parallax"]
    assert (list(state.problems), state.problem) == ([1], "")
    own(page, RUSSIAN, RUSSIAN)
    assert (state.problems, "Both texts" in state.problem) == ({}, True)


def test_files_and_the_tab_are_named_after_the_headline(page, monkeypatch):
    from translate.ui import masthead, result

    named, titles = [], []
    monkeypatch.setattr(result.st, "download_button", lambda *_, file_name, **__: named.append(file_name))
    monkeypatch.setattr(masthead.st, "set_page_config", lambda page_title, **_: titles.append(page_title))
    page.run()
    stem = file_stem(headline_of(shown(page)), date.today())
    assert stem.startswith("Putin-orders-")
    assert set(named) == {f"{stem}{about.suffix}" for about in FORMATS.values()} | {f"{stem}.parallax.json"}
    assert titles == ["Parallax", f"{headline_of(shown(page))} · Parallax"]


def test_the_help_tells_the_keys_and_the_tour_can_be_asked_for(page):
    page.button(key="help").click().run()
    assert not page.exception
    assert any("`j · k`" in text.value for text in page.markdown)
    page.button(key="tour-again").click().run()
    assert not page.exception
    assert page.session_state[TOUR] == 1
    assert not any("`j · k`" in text.value for text in page.markdown)


def test_a_mended_text_is_compared(page):
    own(page, RUSSIAN, RUSSIAN)
    page.text_area(key="text-1").input(ENGLISH).run()
    assert errors(page) == []  # the error was about a text that is gone
    press(page, "Compare")
    assert len(views(page)) == 1


def test_a_pane_tells_the_language_of_its_text(page):
    own_texts(page)
    page.text_area(key="text-0").input(RUSSIAN).run()
    page.text_area(key="text-1").input("Президент України підписав указ про відпустки її громадян.").run()
    captions = [caption.value for caption in page.caption]
    assert any(caption.startswith("Russian, ") for caption in captions)
    assert any("Ukrainian" in caption for caption in captions)


def test_texts_about_different_things_are_told_apart(page):
    own(page, RUSSIAN, UNRELATED)
    assert not page.exception
    assert "different things" in page.warning[0].value
    assert figures(page) == {}


def test_every_report_can_be_downloaded(page):
    keys = {button.key for button in page.get("download_button")}
    assert keys == {*(f"download-{format}" for format in FORMATS), "save-session"}


def test_a_line_of_furniture_can_be_treated_as_text_and_back(page, calls):
    own(page, RUSSIAN, ENGLISH)
    assert "Page furniture: 1 line not compared" in expanders(page)
    line = page.checkbox(key="source-0-compared")
    assert line.value is False
    line.check().run()
    assert "Page furniture: 0 lines not compared" in expanders(page)
    assert calls[-1][0].sentences[0].role == "body"
    page.checkbox(key="source-0-compared").uncheck().run()
    assert "Page furniture: 1 line not compared" in expanders(page)
    assert not page.exception


@pytest.fixture
def pasted(page):
    """Two pasted pages whose lines have kinds, some in doubt."""
    data = session_bytes(Session.of(labelled_comparison()))
    own_texts(page).file_uploader(key="session-file").set_value(
        ("pasted.parallax.json", data, "application/json")
    ).run()
    assert "Page furniture: 11 lines not compared, 3 lines in doubt" in expanders(page)
    return page


def test_lines_of_furniture_stand_under_their_kinds(pasted):
    captions = [caption.value for caption in pasted.caption]
    kinds = ["Story or furniture?", "Menu", "Share button", "Caption", "AI summary or key points", "Promotion"]
    assert [caption for caption in captions if caption in kinds][: len(kinds)] == kinds


def test_an_answer_settles_a_line_in_doubt_wherever_it_stands(pasted, calls):
    doubt = pasted.button_group(key="source-14-doubt")
    assert (doubt.label, doubt.value) == ("Подписывайтесь на наш канал", None)
    doubt.set_value(True).run()
    assert not pasted.exception
    source = calls[-1][0]
    assert [(source.sentences[i].role, source.sentences[i].doubtful) for i in (14, 16)] == [("body", False)] * 2
    assert "Page furniture: 9 lines not compared, 2 lines in doubt" in expanders(pasted)
    pasted.checkbox(key="source-16-compared").uncheck().run()
    assert "Page furniture: 11 lines not compared, 2 lines in doubt" in expanders(pasted)


def test_a_sentence_can_be_left_out(page, calls):
    own(page, RUSSIAN, ENGLISH)
    page.selectbox(key="target-leave-out").select_index(2).run()
    assert not page.exception
    assert calls[-1][1].sentences[2].role == "boilerplate"
    assert "Page furniture: 2 lines not compared" in expanders(page)
    assert page.selectbox(key="target-leave-out").value is None


def test_hostile_text_is_no_markup(page):
    hostile = "Читайте также: ![x](http://evil.example/x.png) **b** :red[c]"
    own(page, f"{hostile}\n\n{RUSSIAN}", ENGLISH)
    assert not page.exception
    labels = [box.label for box in page.checkbox]
    assert any(label.startswith(r"Читайте также\: \!\[x\]\(http") for label in labels)


def test_a_file_goes_into_its_pane(page):
    own_texts(page)
    page.file_uploader(key="file-0").set_value(("story.txt", RUSSIAN.encode("cp1251"), "text/plain")).run()
    assert not page.exception
    assert panes(page) == [RUSSIAN, ""]


def test_a_file_that_holds_both_versions_goes_into_both_panes(page):
    own_texts(page)
    table = f"ru;en\n{' '.join(RUSSIAN.split())};{' '.join(ENGLISH.split())}\n".replace('"', "'")
    page.file_uploader(key="file-1").set_value(("both.csv", table.encode(), "text/csv")).run()
    assert not page.exception
    assert panes(page)[0].strip().startswith(RUSSIAN.split()[0])
    assert panes(page)[1].strip().startswith(ENGLISH.split()[0])


CUES = ["Во вторник вода в реке поднялась", "на 8 метров.", "В городе закрыли два моста."]


def test_what_a_file_tells_goes_along_as_long_as_its_text_stands_unchanged(page):
    subtitles = "".join(f"{i}\n00:00:{i:02},000 --> 00:00:{i:02},900\n{line}\n\n" for i, line in enumerate(CUES, 1))
    own_texts(page)
    page.file_uploader(key="file-0").set_value(("talk.srt", subtitles.encode(), "text/plain")).run()
    page.text_area(key="text-1").input("The river rose by seven metres on Tuesday. Two bridges were closed.").run()
    press(page, "Compare")
    assert not page.exception
    assert page.session_state["parallax"].story.given[0].origin.places[1].name == "00:00:02"
    press(page, "Edit the texts")
    page.text_area(key="text-0").input("Во вторник вода в реке поднялась на 8 метров.").run()
    press(page, "Compare")
    assert page.session_state["parallax"].story.given[0] == "Во вторник вода в реке поднялась на 8 метров."


SOURCE = "<html><nav>Меню</nav><h1>Гроза в городе</h1><p>Поезда стоят второй день.</p></html>"
SHOWN = "Гроза в городе\n\nПоезда стоят второй день."


def test_a_saved_web_page_goes_into_its_pane_as_its_lines(page):
    own_texts(page)
    page.file_uploader(key="file-0").set_value(("story.html", SOURCE.encode(), "text/html")).run()
    assert panes(page) == [SHOWN, ""]


def test_the_source_of_a_page_becomes_its_lines_where_it_is_pasted(page):
    own_texts(page)
    page.text_area(key="text-1").input(SOURCE).run()
    assert not page.exception
    assert panes(page) == ["", SHOWN]


def test_source_that_shows_no_text_stays_and_is_told(page):
    empty = "<html><script>draw('a story of words')</script></html>"
    own_texts(page)
    page.text_area(key="text-1").input(empty).run()
    assert "shows no text by itself" in errors(page)[0]
    assert panes(page) == ["", empty]


def test_a_file_that_is_no_text_is_refused_and_the_pane_kept(page):
    own_texts(page)
    page.text_area(key="text-0").input(RUSSIAN).run()
    page.file_uploader(key="file-0").set_value(("story.txt", b"{\\rtf1 " + bytes(100), "text/plain")).run()
    assert "story.txt is not a plain text" in errors(page)[0]
    assert panes(page) == [RUSSIAN, ""]


def test_a_gloss_is_named_and_the_way_to_a_package_shown(page):
    assert any("gloss" in label for label in expanders(page))
    assert "packages install" in page.code[0].value


def test_every_stage_has_a_name_in_the_order_of_the_work():
    from translate import pipeline
    from translate.cli import progress
    from translate.ui import waiting

    assert tuple(waiting.STAGES) == pipeline.STAGES
    assert tuple(progress.STAGES)[: len(pipeline.STAGES)] == pipeline.STAGES  # behind them those of other commands


def test_a_package_is_downloaded_from_the_page(page, monkeypatch):
    """The button asks the index for the pair; an error is shown and names the way by file."""
    from translate.engines import argos
    from translate.errors import EngineError

    asked = []

    def unreachable(source, target, progress):
        asked.append((source, target))
        progress(1_000_000, 90_000_000)
        raise EngineError("Cannot read the index. Install from a file.")

    monkeypatch.setattr(argos, "install_pair", unreachable)
    page.button(key="download-package-ru-en").click().run()
    assert asked == [("ru", "en")]
    assert any("from a file" in error.value for error in page.error)


def test_installed_packages_are_listed_and_can_be_removed(page, monkeypatch, tmp_path):
    from translate.engines.packages import InstalledPackage
    from translate.ui import packages

    removed = []
    there = [InstalledPackage("ru", "en", "1.9", tmp_path)]
    monkeypatch.setattr(packages, "installed_packages", lambda: [] if removed else there)
    monkeypatch.setattr(packages, "remove", lambda *pair: removed.append(pair))
    page.run()
    assert any("Russian to English, version 1.9" in text.value for text in page.markdown)
    page.button(key="remove-package-ru-en").click().run()
    assert removed == [("ru", "en")]
    assert not any("version 1.9" in text.value for text in page.markdown)


def test_a_package_file_is_installed_and_a_broken_one_told(page, monkeypatch, tmp_path):
    """The visitor's name for it plays no part; what is told is one line."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    page.file_uploader(key="package").set_value(("../../evil.argosmodel", b"no package", "application/zip")).run()
    press(page, "Install the package")
    assert not page.exception
    assert ["the file is damaged" in error for error in errors(page)] == [True]
    assert not list(tmp_path.rglob("*evil*"))


def test_the_demonstration_packages_are_labelled(page, monkeypatch):
    """Whoever sees their translations sees that they know the samples alone."""
    from dataclasses import replace

    from translate.ui import page as room

    plain = room.comparison_of

    def demonstrated(*arguments, **settings):
        comparison = plain(*arguments, **settings)
        sides = (comparison.translation.source, comparison.translation.target)
        source, target = (replace(side, engine="demonstration") for side in sides)
        return replace(comparison, translation=replace(comparison.translation, source=source, target=target))

    monkeypatch.setattr(room, "comparison_of", demonstrated)
    page.run()
    assert not page.exception
    assert any("know only the samples' vocabulary" in label for label in expanders(page))
