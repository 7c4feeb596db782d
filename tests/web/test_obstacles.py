"""What stands in place of a story is told apart from stories, in both languages."""

import pytest

from translate.web.obstacles import FEW_WORDS, is_cut_off, obstacle

HERE = "https://news.example/a"
CONSENT = (
    "We value your privacy. We and our partners store and/or access information on a device, such as cookies. "
    "You may accept all, or manage options to object where legitimate interest is used. "
)


def told(text: str, source: str = "", place: str = HERE) -> str:
    return str(obstacle(place, source or f"<p>{text}</p>", text) or "")


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (CONSENT * 4, "asks about cookies"),
        ("Before you continue to News. Accept all.", "asks about cookies"),
        ("Мы используем файлы cookie. Принять все.", "asks about cookies"),
        ("The mayor said on Monday. Subscribe to continue. Already a subscriber? Log in.", "to subscribers alone"),
        ("Мэр сообщил в понедельник. Материал доступен подписчикам. Оформите подписку.", "to subscribers alone"),
        ("You need to enable JavaScript to run this app.", "where its scripts run"),
        ("Just a moment… Verify you are human.", "no program reads it"),
        ("Sorry, you have been blocked. You are unable to access news.example.", "no program reads it"),
        ("Before we continue… Press & Hold to confirm you are a human (and not a bot).", "no program reads it"),
        ("Please enable JS and disable any ad blocker", "no program reads it"),
        ("To continue, please click the box below to let us know you’re not a robot.", "no program reads it"),
        ("Подтвердите, что запросы отправляли вы, а не робот", "no program reads it"),
        ("The lede. You have reached your limit of free articles. Register to read on.", "to subscribers alone"),
        ("Продолжение доступно по подписке", "to subscribers alone"),
        ("Войдите.", "almost no text"),
        ("", "almost no text"),
    ],
)
def test_what_stands_in_place_of_a_story_is_named(text, cause):
    message = told(text)
    assert cause in message
    assert "copy the story" in message


def test_a_shell_that_scripts_fill_is_told():
    assert "where its scripts run" in told("", '<div id="root"></div><script src="app.js"></script>')
    assert "where its scripts run" in told("", "<noscript>Включите JavaScript</noscript>")


def test_a_place_that_asks_for_consent_is_told_whatever_it_says():
    assert "cookies" in told("word " * 1000, place="https://consent.news.example/collect?back=a")
    assert told("word " * 1000, place="https://news.example/stories/consent-and-law") == ""


def test_a_page_that_says_it_is_not_free_is_told():
    source = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    assert is_cut_off(source)
    assert "subscribers" in told("The mayor said on Monday that the bridge is closed.", source)
    assert told("word " * FEW_WORDS, source) == ""
    assert not is_cut_off('{"isAccessibleForFree": "True"}')


@pytest.mark.parametrize(
    "text",
    [
        "Three rivers burst their banks after two days of rain and the water reached the station on Monday.",
        "The site was fined because visitors could accept all cookies and not reject all. " + "It will appeal. " * 40,
        "Суд решил, что файлов cookie слишком много. " + "Решение не вступило в силу. " * 40,
    ],
)
def test_stories_are_stories(text):
    assert told(text, f"<script>count()</script><p>{text}</p>") == ""


def test_what_stands_beside_a_story_is_not_taken_for_it():
    text = "The water reached the station on Monday. " * 20
    assert told(text, f"<p>{text}</p><div>Subscribe to continue. Accept all. Enable JavaScript.</div>") == ""
