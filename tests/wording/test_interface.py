"""Numbers by locale, one language at a time in every thread."""

from concurrent.futures import ThreadPoolExecutor

from translate.wording.interface import interface_language, number, percent, speak, speaking


def test_numbers_and_shares():
    assert (number(1234567.5, ",.1f"), number(0.5, ".2f"), percent(0.5)) == ("1,234,567.5", "0.50", "50 %")
    with speaking("ru"):
        assert number(1234567.5, ",.1f") == "1\u00a0234\u00a0567,5"
        assert number(0.5, ".2f") == "0,50"
        assert percent(0.5) == "50\u00a0%"


def test_threads_do_not_hear_one_another():
    def spoken(language):
        speak(language)
        return interface_language(), percent(0.1)

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(spoken, ["ru", "en"])) == [("ru", "10\u00a0%"), ("en", "10 %")]
    assert interface_language() == "en"
