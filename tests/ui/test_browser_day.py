"""A day's work in a real browser: three stories decided by keyboard, over a reload and a crash, to the export."""

import io

import pytest
from axe import problems
from browser import at_rest, chromium_page
from openpyxl import load_workbook
from server import serving
from standin import ENGLISH, RUSSIAN
from tiny_package import tiny_package

from translate.samples import load_sample
from translate.wording.interface import speaking
from translate.wording.phrase import say

pytestmark = [pytest.mark.browser, pytest.mark.model]
WAIT = 120_000  # milliseconds; a first comparison loads the model, and the machine may have much else to do
LOCALES = {"en": "en-GB", "ru": "ru-RU"}
# Pixels of a window, and how many cards are seen in it whole with nothing scrolled.
SIZES = ((1440, 900, 4), (1024, 768, 2), (390, 844, 1))
DESK = {"width": 1440, "height": 900}
LEADS = ("Президент России Владимир Путин поручил", "Russian President Vladimir Putin has instructed")
CLOCK = (
    "Музей хранит старые часы\n\nПосетители видят часы на втором этаже. Их сделал неизвестный мастер в 1890 году.",
    "The museum keeps an old clock\n\nVisitors see the clock on the second floor. It was made in 1895.",
)
WHOLE = """nodes => nodes.filter(node => {
  const { top, bottom, height } = node.getBoundingClientRect();
  return height && top >= 0 && bottom <= innerHeight;
}).length"""
FITS = """() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
  .every(node => node.scrollWidth <= node.clientWidth)"""


class Day:
    """The page as a visitor meets it who speaks one language."""

    def __init__(self, page):
        self.page, self.view = page, page.frame_locator("iframe:not([inert])")
        self.cards = self.view.locator(".item:not(.passage)")

    def button(self, name):
        return self.page.get_by_role("button", name=name)

    def at_rest(self):
        """Wait until the page is drawn."""
        at_rest(self.page)
        assert self.page.locator('[data-testid="stException"]').count() == 0

    def headline(self, words):
        self.page.get_by_role("heading", name=words, level=1).wait_for()
        at_rest(self.page)
        self.page.locator("iframe[inert]").wait_for(state="detached")  # the view of the story before gives way
        self.cards.first.wait_for(state="attached")

    def decided(self, count):
        """Both the page and the view say so."""
        total = self.cards.count()
        self.page.get_by_text(say("Review: {decided} of {total} decided", decided=count, total=total)).wait_for()
        self.view.locator(
            "#progress", has_text=say("{decided} of {total} decided", decided=count, total=total)
        ).wait_for()

    def keys(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def fits_when_larger(self):
        """Twice as large letters widen nothing."""
        scale = "size => { document.documentElement.style.fontSize = size; }"
        self.page.evaluate(scale, "200%")
        self.page.wait_for_function(FITS)
        self.page.evaluate(scale, "")

    def axe(self):
        self.at_rest()
        assert problems(self.page) == []


@pytest.fixture(params=[("en", "light"), ("ru", "dark")], ids="-".join)
def day(request, tmp_path):
    language, scheme = request.param
    kept = {"PARALLAX_KEEP_STORIES": "1", "XDG_DATA_HOME": str(tmp_path), "PARALLAX_WORKERS": ""}
    with (
        speaking(language),
        serving(tmp_path / "log", **kept) as server,
        chromium_page(viewport=DESK, color_scheme=scheme, locale=LOCALES[language]) as page,
    ):
        page.set_default_timeout(WAIT)
        page.goto(server.address)
        day = Day(page)
        day.server, day.language, day.folder = server, language, tmp_path
        day.button(say("Compare")).wait_for()
        day.at_rest()
        yield day


def test_three_stories_are_decided_by_keyboard_and_nothing_is_lost(day):
    day.axe()
    day.fits_when_larger()
    begin_with_own_texts(day)
    add_two_more(day)
    everything_is_in_sight(day)
    decide_by_keyboard(day)
    come_back_after_a_crash(day)
    take_all_away(day)


def begin_with_own_texts(day):
    """The offer of a model is taken from files, and the comparison goes on at once, read in the visitor's language."""
    page = day.page
    for label, text in (("One version", RUSSIAN), ("The other version", ENGLISH)):
        page.get_by_label(say(label), exact=True).fill(text)
    day.at_rest()
    day.button(say("Compare")).press("Enter")
    models = [tiny_package(day.folder, pair=pair) for pair in (("ru", "en"), ("en", "ru"))]
    page.locator(".st-key-offer-files input[type=file]").set_input_files(models)
    day.button(say("Install and compare")).press("Enter")
    day.headline("Мост открыли после ремонта" if day.language == "ru" else "Bridge reopens after repairs")
    foreign = {"en": "source", "ru": "target"}[day.language]
    day.view.locator(f'#text-{foreign}[data-show="translation"]').wait_for()
    page.locator("h1").click()
    day.keys("j", "a", "r")
    day.decided(2)
    day.keys("u")
    day.decided(1)


def add_two_more(day):
    """A table of whole stories brings several at once; they are compared, and one key goes to the next."""
    page, sample = day.page, load_sample("supercomputers")
    rows = [("Русский", "English"), (sample.source, sample.target), CLOCK]
    table = day.folder / "stories.csv"
    quoted = [[cell.replace('"', '""') for cell in row] for row in rows]
    table.write_text("\n".join(";".join(f'"{cell}"' for cell in row) for row in quoted), encoding="utf-8")
    page.get_by_test_id("stExpandSidebarButton").press("Enter")
    day.button(say("Add several stories")).press("Enter")
    page.locator(".st-key-stories-files input[type=file]").set_input_files(table)
    rest = page.locator(".st-key-compare-the-rest button")
    rest.wait_for()
    day.keys("Escape")
    rest.press("Enter")
    rest.wait_for(state="detached")
    day.at_rest()
    page.locator("h1").click()
    day.keys("N")
    day.headline("Путин поручил" if day.language == "ru" else "Putin orders")
    assert page.title().startswith("Путин поручил" if day.language == "ru" else "Putin orders")


def everything_is_in_sight(day):
    """The answer and the first cards, with the tour above them, in windows of three sizes; larger letters fit."""
    page, main = day.page, day.page.get_by_test_id("stMain")
    page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").press("Enter")
    page.get_by_test_id("stExpandSidebarButton").wait_for()
    day.view.locator("#reading").select_option("")  # both texts as they were written
    tour = page.get_by_role("region", name=say("Tour of this page"))
    tour.wait_for()
    for width, height, cards in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(
            """height => {
          const { bottom } = document.querySelector('[data-testid=stMain]').getBoundingClientRect();
          return innerHeight === height && bottom <= height;
        }""",
            arg=height,
        )
        day.at_rest()
        wait_until(page, lambda: main.evaluate("main => main.scrollHeight - main.clientHeight") == 0)
        wait_until(page, lambda cards=cards: day.view.locator(".items > .item").evaluate_all(WHOLE) >= cards)
        assert page.locator(".st-key-verdict").bounding_box()["y"] >= 0
        frame = page.locator("iframe").bounding_box()
        assert height - 16 <= frame["y"] + frame["height"] <= height
        if width == DESK["width"]:
            for lead in LEADS:
                assert day.view.locator(".s .words", has_text=lead).evaluate_all(WHOLE) == 1
        day.fits_when_larger()
    page.set_viewport_size(DESK)
    for _ in range(3):
        tour.get_by_role("button", name=say("Next")).press("Enter")
    tour.get_by_role("button", name=say("Done")).press("Enter")
    tour.wait_for(state="detached")
    page.get_by_test_id("stExpandSidebarButton").press("Enter")


def decide_by_keyboard(day):
    page, view = day.page, day.view
    page.locator("h1").click()
    day.keys("j")
    view.locator(".item.current").wait_for()
    day.keys("Enter")
    view.locator(".item.current .card").wait_for()
    day.axe()  # with the list of stories and an open card
    day.keys("r", "a", "n")
    page.keyboard.type("Ask <b>the desk</b>")
    day.keys("Escape")
    view.locator(".item.current .noted:visible").wait_for()
    day.decided(2)
    day.button(say("Facts")).press("Enter")
    page.get_by_role("dialog").get_by_test_id("stDataFrame").wait_for()
    day.axe()
    day.keys("Escape")
    page.get_by_role("dialog").wait_for(state="detached")


def come_back_after_a_crash(day):
    page, view = day.page, day.view
    page.reload()
    day.cards.first.wait_for()
    day.decided(2)
    assert view.locator(".item .noted:visible").count() == 1
    page.locator("h1").click()
    walk_to_an_open_card(day)
    day.keys("a")
    day.decided(3)
    day.keys("a")  # on the way when the server ends
    day.server.kill()
    day.server.start()
    page.goto(day.server.address)
    day.cards.first.wait_for()
    view.locator("#progress progress").wait_for()
    assert view.locator('.item[data-verdict="accepted"], .item[data-verdict="rejected"]').count() >= 3


def walk_to_an_open_card(day):
    """Card by card with the key, each once it is there."""
    standing = day.view.locator(".items > .item.current")
    verdict = None
    while verdict != "":
        before = standing.evaluate_all("cards => cards.map(card => card.id)")
        day.keys("j")
        wait_until(
            day.page,
            lambda before=before: standing.evaluate_all("cards => cards.map(card => card.id)") not in ([], before),
        )
        verdict = standing.get_attribute("data-verdict")


def take_all_away(day):
    """One workbook of all stories, in which each decision stands."""
    page = day.page
    day.button(say("Download all")).press("Enter")
    with page.expect_download() as download:
        day.button(say("One workbook (XLSX)")).press("Enter")
    saved = day.folder / "stories.xlsx"
    download.value.save_as(saved)
    sheets = load_workbook(io.BytesIO(saved.read_bytes()))
    stories = list(sheets.worksheets[0].iter_rows(values_only=True))
    assert len(stories) == 1 + 3
    told = " ".join(str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    assert "Ask <b>the desk</b>" in told
    day.keys("Escape")
    day.button(say("Download")).last.press("Enter")
    with page.expect_download() as download:
        day.button(say("Save the session")).press("Enter")
    assert download.value.suggested_filename.startswith("Путин-поручил" if day.language == "ru" else "Putin-orders")


def wait_until(page, holds):
    """Wait until something that a frame tells is so; what never comes to be so fails."""
    for _ in range(WAIT // 200):
        if holds():
            return
        page.wait_for_timeout(200)
    raise AssertionError("it never came to be so")
