"""Which language, and why."""

import pytest

from translate.errors import SameLanguage, UnsupportedLanguage
from translate.text.detection import detect_language, foreign_sentences, nearest_compared, require_pair

RUSSIAN = "Президент поручил правительству подготовить доклад о поддержке производителей."
ENGLISH = "The president ordered the government to prepare a report on support for the makers."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Putin said", "en"),
        ("Путин поручил", "ru"),
        (RUSSIAN, "ru"),
        (ENGLISH, "en"),
        ("Уряд повідомив, що ціни зростатимуть і надалі.", "uk"),
        ("Урад паведаміў, што цэны будуць расці і надалей, піша газета.", "be"),
        ("Правителството съобщи, че цените ще продължат да растат.", "bg"),
        ("Влада је саопштила да ће цене наставити да расту.", "sr"),
        ("Vlada je saopštila da će cene nastaviti da rastu ove godine.", "sr"),
        ("Владата соопшти дека цените ќе продолжат да растат.", "mk"),
        ("Үкімет бағаның өсе беретінін хабарлады.", "kk"),
        ("Die Regierung teilte mit, dass die Preise weiter steigen werden.", "de"),
        ("Valitsus teatas, et hinnad tõusevad ka edaspidi.", "et"),
        ("政府表示价格将继续上涨", "zh"),
        ("12 345 😀", "und"),
        ("", "und"),
    ],
)
def test_language_is_told(text, language):
    assert detect_language(text).language == language


def test_reason_names_the_letters():
    assert detect_language("Уряд повідомив, що її ціни зростатимуть.").reason == "Ukrainian: і, ї found"


def test_answer_does_not_depend_on_the_text_before():
    first = detect_language("Quod erat demonstrandum lorem")
    detect_language(RUSSIAN)
    assert detect_language("Quod erat demonstrandum lorem") == first


def test_third_language_is_refused_with_the_reason():
    with pytest.raises(UnsupportedLanguage, match=r"second text is neither Russian nor English\. Ukrainian: "):
        require_pair(detect_language(RUSSIAN), detect_language("Уряд повідомив, що її ціни зростатимуть."))


def test_one_language_twice_is_refused():
    with pytest.raises(SameLanguage, match=r"Both texts are in Russian\. Give the English version"):
        require_pair(detect_language(RUSSIAN), detect_language(RUSSIAN))


def test_a_pair_is_accepted_in_either_order():
    require_pair(detect_language(ENGLISH), detect_language(RUSSIAN))
    require_pair(detect_language(RUSSIAN), detect_language(ENGLISH))


def test_only_whole_sentences_in_another_language_are_foreign():
    sentences = [RUSSIAN, ENGLISH, "Выпущен Debian GNU/Linux 9 Stretch.", "Он сказал: «Make America great again»."]
    assert foreign_sentences(sentences, "ru") == (1,)
    assert foreign_sentences([ENGLISH, RUSSIAN], "en") == (1,)


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("Καλημέρα κόσμε", "el", "Greek: written in Greek letters"),
        ("カタカナ", "ja", "Japanese: written in Katakana letters"),
        ("ーー", "ja", "Japanese: written in Katakana letters"),
        ("Καλημέρα he", "el", "Greek: written in Greek letters"),  # eight of ten letters
        ("안녕하 h", "ko", "Korean: written in Hangul letters; 75% of the letters are Hangul"),
        ("әәә ғғғ ққққ ңң ө", "kk", "Kazakh: ғ, қ, ң, ә found"),  # the four that are there most
        ("NBAшник играет", "ru", "Russian: its letter groups found; 46% of the letters are Cyrillic"),  # an NBA word
        ("ひらがな", "ja", "Japanese: written in Hiragana letters"),
        ("天気", "zh", "Chinese: written in Cjk letters"),
        ("今日は天気がいいです", "ja", "Japanese: written in Cjk letters"),  # signs and kana without space between
        ("東京タワーへ行く", "ja", "Japanese: written in Cjk letters"),
        ("天気天気 がい", "ja", "Japanese: written in Cjk letters; 67% of the letters are Cjk"),
        ("中文" * 9 + "の", "ja", "Japanese: written in Cjk letters"),  # more than one letter in twenty
        ("中文" * 9 + "中の", "zh", "Chinese: written in Cjk letters"),  # a name from there
        ("Καλημέρα κόσμε ひらが", "el", "Greek: written in Greek letters"),
        ("안녕하세요", "ko", "Korean: written in Hangul letters"),
        ("ꦗꦮ", "und", "an unknown language: written in Javanese letters"),
        ("ўѓќ", "be", "Belarusian: ѓ, ќ, ў found"),
        ("Ґанок їхній", "uk", "Ukrainian: і, ї, ґ found"),
        ("Түрк өлкө үң", "ky", "Kyrgyz: ң, ү, ө found"),
        ("тоҷикӣ ҳаст", "tg", "Tajik: ҳ, ҷ, ӣ found"),
        ("башҡорт ҙур", "ba", "Bashkir: ҙ, ҡ found"),
        ("татар җыр", "tt", "Tatar: җ found"),
        ("македонски ѓќ", "mk", "Macedonian: ѓ, ќ found"),
        ("ђћ српски", "sr", "Serbian: ђ, ћ found"),
        ("српски јљ", "sr", "Serbian: ј, љ found"),
        ("казахстан ә", "kk", "Kazakh: ә found"),
        ("қазақ тілі", "kk", "Kazakh: і, қ found"),
        ("Україна і Беларусь", "uk", "Ukrainian: і, ї found"),
        ("і быў дзень, і была ноч", "be", "Belarusian: і, ў found"),
        ("12 345", "und", "No letters found"),
        ("Putin said", "en", "English: common words found (said)"),
        ("hello привет мир дом", "ru", "Russian: its letter groups found; 71% of the letters are Cyrillic"),
    ],
)
def test_letters_tell_the_language_and_the_reason_says_which(text: str, language: str, reason: str) -> None:
    found = detect_language(text)
    assert (found.language, str(found.reason)) == (language, reason)


@pytest.mark.parametrize(("letters", "probability"), [("ї", 0.9), ("їїї", 0.9), ("їїїї", 0.99)])
def test_more_than_three_such_letters_are_surer(letters: str, probability: float) -> None:
    assert detect_language(f"слово {letters}").probability == probability


@pytest.mark.parametrize(("letters", "language"), [(83, "uk"), (84, "ru")])
def test_a_few_letters_that_russian_lacks_are_a_quoted_name(letters: int, language: str) -> None:
    """More than twelve of a thousand letters are none."""
    prose = f"{RUSSIAN} Доклад должен быть готов до первого декабря."
    places = [place for place, sign in enumerate(prose) if sign.isalpha() and sign not in "ыэё"]
    text = "".join(sign for place, sign in enumerate(prose) if sign not in "ыэё" and place <= places[letters - 2])
    assert detect_language(f"{text} ї").language == language


@pytest.mark.parametrize(("text", "russian"), [("Київ: мы, вы, ты", False), ("Київ: мы, вы, ты, это", True)])
def test_letters_of_russian_alone_outweigh_those_it_lacks(text: str, russian: bool) -> None:
    """Four to one."""
    assert (detect_language(text).language == "ru") == russian


def test_firms_in_latin_letters_leave_a_text_russian() -> None:
    """Small Cyrillic words between Latin names: Russian names firms so, English never names anything in Cyrillic."""
    assert detect_language("он вчера купил для неё Microsoft Windows Office Excel").language == "ru"
    assert detect_language("ООО Газ Microsoft Windows Office Excel").language != "ru"
    assert detect_language("he bought Война и мир for her today").language == "en"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("мир Windows", "Cyrillic"),  # three of ten letters
        ("да Windowss", "Latin"),  # two of ten
        ("миру Win abc", "Cyrillic"),
        ("мир Win abc", "Latin"),  # as many small letters of either
        ("приве hello", "Cyrillic"),  # the first in the alphabet of two that are even
        ("hello приве", "Cyrillic"),
    ],
)
def test_a_text_in_two_scripts_is_read_in_one(text: str, script: str) -> None:
    """Three of ten letters make it Cyrillic where most small ones are."""
    assert f"of the letters are {script}" in detect_language(text).reason or (
        script == "Latin" and "Cyrillic" not in detect_language(text).reason
    )


@pytest.mark.parametrize("length", [10_000, 10_001])
@pytest.mark.parametrize(
    ("place", "read"),
    [
        (0, True),
        (1_332, True),
        (1_333, False),
        (4_999, False),
        (5_000, True),
        (6_332, True),
        (6_333, False),
        (-1_334, False),
        (-1_333, True),
        (-1, True),
    ],
)
def test_three_pieces_of_a_long_text_are_read(length: int, place: int, read: bool) -> None:
    signs = [" "] * length
    signs[place] = "я"
    assert (detect_language("".join(signs)).language == "ru") == read


@pytest.mark.parametrize(("length", "read"), [(4_000, True), (4_001, False)])
def test_a_text_of_four_thousand_characters_is_read_whole(length: int, read: bool) -> None:
    assert (detect_language("я".center(3_000).ljust(length)).language == "ru") == read


def test_three_letters_of_two_hundred_and_fifty_are_a_language() -> None:
    text = "мама мыла раму утром " * 20
    letters = [place for place, sign in enumerate(text) if sign.isalpha()]
    prose = text.replace("ы", "и")  # which Ukrainian lacks
    assert detect_language(f"{prose[: letters[246] + 1]} їїї").language == "uk"
    assert detect_language(f"{prose[: letters[247] + 1]} їїї").language != "uk"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Путин сказал", "ru"),
        ("Putin said", "en"),
        ("уряд", "ru"),
        ("vlada", "en"),
        ("он saidNBA", "en"),
        ("ja мы", "ru"),
    ],
)
def test_the_nearest_language_that_is_compared(text: str, language: str) -> None:
    """The script of most letters says which are near; of equal ones the likelier words."""
    assert nearest_compared(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov met Blinken in Jakarta.",
        "Beijing slams US tariffs.",
        "Wang Wenbin met Lavrov in Beijing. No outcome was given.",
    ],
)
def test_a_short_text_beside_a_russian_one_is_english(text: str) -> None:
    assert detect_language(text).language not in ("en", "ru")
    assert detect_language(text, beside="ru").language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "De minister heeft gisteren in Moskou de president van Turkije ontmoet en over graan gesproken.",
        "Der Minister hat gestern in Moskau den Präsidenten der Türkei getroffen und über Getreide gesprochen.",
        "Уряд учора ухвалив рішення про допомогу постраждалим від повені та виділив кошти.",
    ],
)
def test_a_sentence_in_a_third_language_stays_in_it_beside_another_text(text: str) -> None:
    assert detect_language(text, beside="ru").language == detect_language(text, beside="en").language
    assert detect_language(text, beside="ru").language in ("nl", "de", "uk")


@pytest.mark.parametrize(
    ("text", "examples"),
    [
        ("The government said that it would be there", "the, that, it"),
        ("Die Regierung war in der Stadt", "der, war, die"),
    ],
)
def test_three_words_show_a_language(text: str, examples: str) -> None:
    """Those that the next likeliest language lacks come first, then frequent ones."""
    assert f"({examples})" in detect_language(text).reason


def test_addresses_and_numbers_say_nothing() -> None:
    text = "Путин поручил https://example.com/the-whole-story-of-it me@example.com @someone #hashtag 70x200"
    assert detect_language(text) == detect_language("Путин поручил")


def test_of_a_long_text_the_start_the_middle_and_the_end_are_read() -> None:
    filler = "Президент поручил правительству. " * 200
    half = len(filler) // 2
    foreign = "The president ordered the government. " * 80
    assert "are Cyrillic" in detect_language(foreign + filler).reason
    assert "are Cyrillic" in detect_language(filler[:half] + foreign + filler[:half]).reason
    assert "are Cyrillic" in detect_language(filler + foreign).reason
    assert "are Cyrillic" not in detect_language(filler[:1800] + foreign[:100] + filler * 2).reason


@pytest.mark.parametrize(
    ("sentence", "foreign"),
    [
        ("The president left for Omsk today", True),
        ("The president left today", True),
        ("He left today", False),  # three words are a quote
        ("The Good Bad Ugly Movie Night", False),  # a title
        ("Президент уехал в Омск today", False),
        ("Президент Украины и премьер-министр Польши обсудили вопросы торговли", False),
        ("Президент України та прем'єр-міністр Польщі обговорили питання торгівлі", True),
        ("Президент України та прем'єр", False),  # too short to be sure
        ("ПРЕЗИДЕНТ УКРАЇНИ ТА ПРЕМ'ЄР-МІНІСТР ПОЛЬЩІ ОБГОВОРИЛИ ПИТАННЯ ТОРГІВЛІ", False),  # no small words
    ],
)
def test_a_sentence_is_foreign_only_where_that_is_sure(sentence: str, foreign: bool) -> None:
    assert foreign_sentences([RUSSIAN, sentence], "ru") == (1,) * foreign


@pytest.mark.parametrize(
    ("sentence", "foreign"),
    [
        ("he is at bye я", True),
        ("he is at by мы", False),  # eight of ten letters
        ("he left today", False),  # three words
        ("Президент уехал в Омск и купил windows office excel word для работы", False),
        ("Five Good Dogs came to Omsk and Saw Many of", True),  # four of ten words are small
        ("Five Good Dogs Came to Omsk and Saw Many of", False),
        ("Some Dogs came to Omsk", False),  # two of five
        ("Some Dogs Did Not See Good old Omsk by night", False),
        ("президенти україни обговорили питання торгівлі", False),  # five words
        ("президент україни обговорив питання та збіжжя", True),  # six words, forty letters
        ("президент україни обговорив питання та збори", False),  # a letter less
        ("президенти україни обговорили питання торгівлі Microsoft Instagram", True),  # three of ten letters are Latin
        ("президенти україни обговорили питання торгівлі Microsoft Instagrams", False),
        ("президенти україни обговорили питання Торгівлі Києва та", True),  # five small words
        ("президенти україни обговорили питання Торгівлі Києва", False),
        ("президентот говореше вчера за новите цени на лебот", False),  # hardly more likely Bulgarian than Russian
    ],
)
def test_a_foreign_sentence_is_long_enough(sentence: str, foreign: bool) -> None:
    assert foreign_sentences([RUSSIAN, sentence], "ru") == (1,) * foreign


@pytest.mark.parametrize(("place", "foreign"), [(1_999, True), (2_000, False)])
def test_two_thousand_characters_of_a_sentence_are_read(place: int, foreign: bool) -> None:
    """The fourth word makes it foreign."""
    assert foreign_sentences(["he has left".ljust(place) + "today"], "ru") == (0,) * foreign


def test_a_document_in_a_third_language_has_no_foreign_sentences() -> None:
    assert foreign_sentences([RUSSIAN, ENGLISH], "de") == ()


def test_a_script_of_one_language_is_nearly_sure() -> None:
    assert detect_language("안녕하세요").probability == 0.95
    mixed = detect_language("안녕하세요들 hel")
    assert (mixed.language, mixed.probability) == ("ko", pytest.approx(0.95 * 2 / 3))
    assert mixed.reason == "Korean: written in Hangul letters; 67% of the letters are Hangul"


@pytest.mark.parametrize(
    ("text", "language", "probability"),
    [
        ("Putin said", "en", 0.993),
        ("дом", "ru", 0.571),
        ("Дом Кот", "ru", 0.761),
        ("Jedna vlada", "sr", 0.738),
        ("vlada", "cs", 0.342),
        ("вода", "ru", 0.777),  # the dictionary knows it
        ("Дома", "ru", 0.564),
        ("Усть", "ru", 0.542),  # and does not know this, which may be a name
        ("бурбулят", "uk", 0.467),
        ("12 345", "und", 0),
    ],
)
def test_how_sure_a_few_words_make(text: str, language: str, probability: float) -> None:
    """Languages asked for are preferred, rare ones are not, and letters of one word are no independent witnesses."""
    found = detect_language(text)
    assert (found.language, found.probability) == (language, pytest.approx(probability, abs=0.005))


def test_an_answer_is_russian() -> None:
    """Its one word is Bulgarian and Serbian as well."""
    assert detect_language("Да.").language == "ru"


def test_names_do_not_tell_the_language_that_they_stand_in() -> None:
    """Twenty Slavic names in an English sentence are English."""
    names = "Ivan Petrov, Zoran Zaev, Borut Pahor, Janez Jansa, Andrej Plenkovic, Aleksandar Vucic, Milo Djukanovic"
    more = "Zoran Milanovic, Ivica Dacic, Ana Brnabic, Tomislav Nikolic, Boris Tadic, Miro Cerar, Karl Erjavec"
    assert detect_language(f"The delegation included {names}, {more} and Dusko Markovic.").language == "en"


@pytest.mark.parametrize(
    "names",
    [
        "Sergey Ivanov, Anna Petrova, Dmitry Sokolov, Olga Smirnova, Pavel Kuznetsov, Elena Popova, Nikolai Volkov",
        "Zoran Zaev, Borut Pahor, Janez Jansa, Andrej Plenkovic, Aleksandar Vucic, Milo Djukanovic, Dusko Markovic",
        "Ivan Petrov\nSergey Ivanov\nMarina Orlova\nViktor Lebedev\nIrina Novikova\nPavel Volkov\nAnna Morozova",
    ],
)
def test_a_bare_list_of_names_in_english_letters_is_english(names: str) -> None:
    assert detect_language(names).language == "en"


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("DIE POLIZEI HAT IN BERLIN EINEN MANN FESTGENOMMEN UND VERHÖRT", "de"),
        ("Die Polizei Hat In Berlin Einen Mann Festgenommen", "de"),
        ("Mateusz Morawiecki, Jarosław Kaczyński, Zbigniew Ziobro, Łukasz Szumowski, Beata Szydło", "pl"),
    ],
)
def test_capitals_alone_make_no_list_of_names_english(title: str, language: str) -> None:
    assert detect_language(title).language == language
