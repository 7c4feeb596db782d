import itertools
import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.engines.encoder import default_encoder
from translate.engines.health import best_hypothesis, check_translation, cosines, likenesses
from translate.testing import LetterEmbedder

MEANING = cosines(default_encoder().fitted_as)

RUSSIAN = "В 2024 году Мишустин сообщил, что в Самаре построили 43 школы и две больницы."
ENGLISH = "In 2024, Mishustin said that 43 schools and two hospitals had been built in Samara."


def check(source, translation):
    languages = ("ru", "en") if any("а" <= letter <= "я" for letter in source.lower()) else ("en", "ru")
    return check_translation(source, translation, *languages)


@pytest.mark.parametrize(("source", "translation"), [(RUSSIAN, ENGLISH), (ENGLISH, RUSSIAN)])
def test_a_good_translation_has_nothing_against_it(source, translation):
    health = check(source, translation)
    assert (health.reliable, health.reasons, health.score) == (True, (), 1.0)


@pytest.mark.parametrize(
    ("source", "translation", "reason"),
    [
        (RUSSIAN, "♪", "it holds debris: ♪"),
        (ENGLISH, "♪ ♪", "it holds debris: ♪"),
        (RUSSIAN, ENGLISH.replace("schools", "<unk>"), "it holds debris: <unk>"),
        (ENGLISH, RUSSIAN.replace("школы", "⁇"), "it holds debris: ⁇"),
        (RUSSIAN, "(applause)", "it begins with a remark: (applause)"),
        (RUSSIAN, f"- (Man) {ENGLISH}", "it begins with a remark: - (Man)"),
        (ENGLISH, f"[музыка] {RUSSIAN}", "it begins with a remark: [музыка]"),
        (RUSSIAN, "", "it is empty"),
        (ENGLISH, " … ", "it has no words"),
        (RUSSIAN, "Нет больницы в городе.", "it is written in Russian letters"),
        (ENGLISH, "Il n'y a pas de grandes maisons.", "it is written in Latin letters"),
        (RUSSIAN, "学校和医院已经建成。", "it is written in letters of a third language"),
        (RUSSIAN, RUSSIAN, "it repeats the sentence untranslated"),
        (ENGLISH, ENGLISH, "it repeats the sentence untranslated"),
        (
            ENGLISH,
            RUSSIAN.replace("больницы", "schools hospitals"),
            "it has words left untranslated: hospitals, schools",
        ),
        (RUSSIAN, ENGLISH[:-1] + " Samara" * 6 + ".", "a word is repeated 7 times: samara"),
        (ENGLISH, RUSSIAN + " и две" * 4, "a phrase is repeated 4 times: и две"),
        (RUSSIAN, f"{ENGLISH} {ENGLISH}", "it is said twice"),
        (RUSSIAN, ENGLISH.replace("Samara", "Samaaaaaaaaaara"), "it stutters: aaaaaaaaaa…"),
        (RUSSIAN, "In 2024, 43 for Mishustin, Samara.", "it is far shorter than the sentence"),
        (ENGLISH, "В 2024 году Мишустин: в Самаре 43.", "it is far shorter than the sentence"),
        (RUSSIAN, ENGLISH.replace("43 ", ""), "the number 43 is missing"),
        (ENGLISH, RUSSIAN.replace("2024", "том").replace("43 ", ""), "the numbers 2024, 43 are missing"),
        (RUSSIAN, ENGLISH.replace("2024", "2042"), "the number 2042 is not in the sentence"),
        (RUSSIAN, ENGLISH.replace("in Samara", "in the city"), "the name Самаре is missing"),
        (ENGLISH, RUSSIAN.replace("Мишустин", "Харпер"), "the name Харпер is not in the sentence"),
        ("Кто построил эту школу?", "The city built this school.", "it is no question"),
    ],
)
def test_what_breaks_a_translation(source, translation, reason):
    health = check(source, translation)
    assert reason in health.reasons


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        (RUSSIAN, "♪"), (ENGLISH, "(аплодисменты)"), (RUSSIAN, ""), (RUSSIAN, RUSSIAN), (RUSSIAN, ENGLISH + " said" * 5),  # noqa: E501
        (RUSSIAN, "In 2024, Mishustin said that"), (ENGLISH, "В 2024 году Мишустин сообщил, что"),
        (RUSSIAN, ENGLISH.replace("43", "34")), (ENGLISH, RUSSIAN.replace("Самаре", "Новосибирске")),
    ],
)  # fmt: skip
def test_broken_translations_are_unreliable(source, translation):
    health = check(source, translation)
    assert not health.reliable
    assert 0 < health.score <= 0.5


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Погибли двое, пятеро ранены.", "2 people died and 5 were injured."),
        ("The bridge is 1,500 metres long.", "Длина моста — полторы тысячи метров."),
        ("Компания заработала 1,5 млрд рублей.", "The company earned 1.5 billion roubles."),
        ("Цены выросли на 19 %.", "Prices rose by nineteen percent."),
        ("Встреча начнётся в 18:00.", "The meeting will start at 6 p.m."),
        ("Договор подписали 06.07.2020.", "The treaty was signed on July 6, 2020."),
        ("It was built in the 19th century.", "Его построили в XIX веке."),
        ("In the 1990s he lived in Kazan.", "В девяностые он жил в Казани."),
        ("У 25 школ нет спортзала.", "Twenty-five schools have no gym."),
        ("На складе 12 500 книг.", "The warehouse holds 12,500 books."),
        (
            "The half-marathon drew 50% more runners.",
            "На полумарафон пришло в полтора раза больше бегунов, на половину.",
        ),
    ],
)
def test_numbers_may_take_another_form(source, translation):
    assert check(source, translation).reliable


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Об этом сказал Сергей Шойгу.", "Sergei Shoigu said so."),
        ("We spoke to Kamala Harris.", "Мы поговорили с Камалой Харрис."),
        ("Суд в Великобритании отложили.", "The trial in the UK was adjourned."),
        ("Он вернулся из Соединенных Штатов.", "He came back from the United States."),
        ("The phone runs Apple iOS.", "Телефон работает на Apple iOS."),
        ("Газета The New York Times пишет об этом.", "The New York Times writes about it."),
        ("He said: «No, no, no!»", "Он сказал: «Нет, нет, нет!»"),
        ("♪ Песня звучит снова ♪", "♪ The song is heard again ♪"),
        ("(Смех) Он ушёл домой.", "(Laughter) He went home."),
        ("Очень, очень рад.", "Very, very glad."),
        ("Спасибо 🎉👍", "Thank you 🎉👍"),
        ("Всё 👍👍👍", "All good 👍👍👍"),
    ],
)
def test_good_translations_stay_reliable(source, translation):
    assert check(source, translation).reliable


@pytest.mark.parametrize(("source", "translation"), [("", ""), ("  ", ""), ("***", "***"), ("🎉", "🎉")])
def test_nothing_to_translate_is_healthy(source, translation):
    assert check_translation(source, translation, "ru", "en").reliable


@pytest.mark.parametrize(
    ("translation", "reasons"),
    [
        ("Die alten Häuser der Stadt sind klein, und ihre Türen hat man aus Holz gemacht.", ()),
        ("Die alten Häuser sind klein.", ("it is far shorter than the sentence",)),
    ],
)
def test_a_language_without_data_of_its_own_is_judged_by_its_length(translation, reasons):
    """Nobody said which letters German has, and its capitals name nobody."""
    source = "The old houses of the town are small, and their doors were made of wood."
    assert check_translation(source, translation, "en", "de").reasons == reasons


def test_the_gravest_reason_comes_first():
    health = check(RUSSIAN, "In 2024, Mishustin said that 43 schools had been")
    assert health.reasons[0] == "the name Самаре is missing"


@pytest.mark.parametrize(("cosine", "reliable"), [(None, True), (0.8, True), (0.4, True), (0.05, False)])
def test_a_fluent_translation_of_something_else(cosine, reliable):
    """No number, no name, the right length: only the meaning tells."""
    source, translation = "Вчера в городе весь день шёл снег.", "He has been a teacher for a long time."
    likeness = None if cosine is None else MEANING.likeness(cosine)
    assert check_translation(source, translation, "ru", "en", likeness).reliable is reliable


@pytest.mark.parametrize(("cosine", "reliable"), [(None, False), (0.4, False), (0.55, False), (0.7, True), (0.9, True)])
def test_a_length_says_less_where_the_meaning_is_alike(cosine, reliable):
    source = "Сотрудники аварийных служб до самого утра откачивали воду из подвалов затопленных жилых домов."
    translation = "Until morning rescuers pumped out cellars."
    likeness = None if cosine is None else MEANING.likeness(cosine)
    assert check_translation(source, translation, "ru", "en", likeness).reliable is reliable


def test_likeness_does_not_excuse_an_absurd_length():
    assert not check_translation(
        "Погибли люди.", "People died, " + "as one of those who saw it told us. " * 3, "ru", "en", MEANING.likeness(0.9)
    ).reliable


class Unknown(LetterEmbedder):
    """An encoder of which nobody knows what its cosines mean."""

    fitted_as = "unknown"


def test_cosines_of_which_nothing_is_known_are_left_out():
    """The thresholds belong to an encoder."""
    assert likenesses(["abc"], ["abc"], Unknown()) == [None]
    assert likenesses(["abc"], ["abc"], None) == [None]
    assert likenesses([], [], Unknown()) == []


def test_an_encoder_served_by_the_models_of_another_has_its_thresholds():
    alike, unlike = likenesses(["abc", "abc"], ["cba", "xyz"], LetterEmbedder())
    assert alike.against == 0 < unlike.against


@pytest.mark.model
def test_the_encoder_tells_a_translation_from_another_sentence():
    source = "Вчера в городе весь день шёл снег."
    good, other = "It snowed in the city all day yesterday.", "He has been a teacher for a long time."
    alike = likenesses([source, source], [good, other], default_encoder())
    assert [
        check_translation(source, t, "ru", "en", a).reliable for t, a in zip((good, other), alike, strict=True)
    ] == [
        True,
        False,
    ]


@pytest.mark.model
def test_sentences_are_encoded_in_their_normal_spelling():
    """As the stages encode them, so that a caching embedder has met them."""
    assert likenesses(["со\u00adюз\u00a05"], ["союз 5"], default_encoder()) == [MEANING.likeness(1.0)]


def test_the_first_reliable_hypothesis_wins():
    text, health = best_hypothesis(RUSSIAN, ["♪", ENGLISH, ENGLISH.replace("said", "reported")], "ru", "en")
    assert (text, health.reliable) == (ENGLISH, True)


def test_the_least_bad_hypothesis_where_none_is_reliable():
    nearly = ENGLISH.replace("43 ", "")
    text, health = best_hypothesis(RUSSIAN, ["♪", nearly, ""], "ru", "en")
    assert (text, health.reliable) == (nearly, False)


def test_each_hypothesis_is_judged_with_its_own_likeness():
    source, other, good = "Весь день шёл снег.", "He was a teacher.", "It snowed all day."
    likely = [MEANING.likeness(0.02), MEANING.likeness(0.8)]
    assert best_hypothesis(source, [other, good], "ru", "en", likely)[0] == good
    assert best_hypothesis(source, [other, good], "ru", "en")[0] == other
    with pytest.raises(ValueError, match="zip"):
        best_hypothesis(source, [other, good], "ru", "en", likely[:1])


def test_no_hypotheses_are_refused():
    with pytest.raises(ValueError, match="No hypotheses"):
        best_hypothesis(RUSSIAN, [], "ru", "en")


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN * 1300,
        "а" * 100_000,
        "раз два " * 12_500,
        "7 " * 50_000,
        "((( " * 25_000,
        "1,1" * 33_000,
        "Аб " * 33_333,
    ],
)
def test_time_grows_with_the_length_alone(text):
    """100,000 characters, whatever they are."""
    check_translation(RUSSIAN, ENGLISH, "ru", "en")  # the dictionaries load once
    started = time.perf_counter()
    check_translation(text, text[::-1], "ru", "en")
    check_translation(text, text, "ru", "en")
    assert time.perf_counter() - started < 2  # for the two of them


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from([("ru", "en"), ("en", "ru")]))
def test_any_text_can_be_judged(source, translation, languages):
    health = check_translation(source, translation, *languages)
    assert 0 < health.score <= 1
    assert health.reliable == (health.score > 0.5)
    assert health == check_translation(source, translation, *languages)


def told(source, translation, language, likeness=None):
    """A translation from one of the two languages into the other."""
    return check_translation(source, translation, language, "en" if language == "ru" else "ru", likeness)


def weight(source, translation, language, cosine=None):
    """Sum of what there is to say against a translation; 1 condemns it."""
    likeness = None if cosine is None else MEANING.likeness(cosine)
    return -math.log2(told(source, translation, language, likeness).score)


def invented(letters, language):
    """A sentence of so many letters in words that mean nothing and do not repeat."""
    consonants, vowels = ("бвгдзклмнпрст", "аоуие") if language == "ru" else ("bdfgklmnprst", "aouie")
    syllables = [consonant + vowel for consonant in consonants for vowel in vowels]
    text = "".join(map("".join, itertools.product(syllables, syllables)))[:letters]
    return " ".join(text[i : i + 4] for i in range(0, letters, 4)) + "."


@pytest.mark.parametrize(
    ("language", "letters", "far_shorter", "shorter", "longer", "far_longer"),  # the first or last length that is so
    [
        ("ru", 10, 2, 6, 16, 39),
        ("ru", 50, 24, 39, 64, 111),
        ("ru", 100, 52, 77, 121, 199),
        ("ru", 250, 125, 180, 272, 434),
        ("ru", 400, 202, 289, 434, 686),
        ("en", 10, 1, 5, 15, 37),
        ("en", 50, 24, 39, 64, 111),
        ("en", 100, 55, 82, 129, 212),
        ("en", 400, 258, 369, 552, 873),
    ],
)
def test_a_length_is_judged_by_that_of_the_sentence(language, letters, far_shorter, shorter, longer, far_longer):
    """English is a little shorter, long sentences vary less, and what is longer says less than what is shorter."""
    source, other = invented(letters, language), "en" if language == "ru" else "ru"

    def said(length):
        return told(source, invented(length, other), language).reasons

    assert said(far_shorter) == ("it is far shorter than the sentence",)
    assert said(far_shorter + 1) == said(shorter) == ("it is shorter than the sentence",)
    assert said(shorter + 1) == said(longer - 1) == ()
    assert said(longer) == said(far_longer - 1) == ("it is longer than the sentence",)
    assert said(far_longer) == ("it is far longer than the sentence",)


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("Дом стоит на горе.", "The house is on the hill", 0.8),  # no final stop
        ("Дом стоит на горе.", "The house is on the hill?", 0.9),  # a question
        ("Дом стоит на горе?", "The house is on the hill.", 0.9),
        ("Дом стоит 5 рублей.", "The house costs roubles.", 1),
        ("Дом стоит рубли.", "The house costs 5 roubles.", 1),
        ("Дом стоит 5 рублей.", "The house costs 7 roubles.", 2),  # one lost, one invented
        ("Дом стоит в 80 км от реки.", "The house is 50 miles from the river.", 0),  # converted
        ("Дом стоит в 80 км от реки.", "The house is 700 feet from the river.", 0.6),  # measured otherwise, 0.3 each
        ("Он давно живёт в Самаре.", "He has long lived in the town.", 1),
        ("Он давно живёт в Самаре и в Казани.", "He has long lived in the two towns.", 2),
        ("Он давно живёт в этом городе.", "He has long lived in Ljubljana.", 0.6),
        ("Дом стоит на горе.", "♪ The house is on the hill.", 1),
        ("Дом стоит на большой горе.", "(Man) The house is on the hill.", 1),
        ("Дом стоит на горе.", "", 1),
        ("Дом стоит на горе.", "The house is on the hill.", 0),
        ("Дом стоит на горе…", "The house is on the hill…", 0),
        ("Дом стоит на горе.", "The house is on the hill.»", 0),
    ],
)
def test_each_sign_has_its_weight(source, translation, expected):
    assert weight(source, translation, "ru") == pytest.approx(expected, abs=0.02)


def test_names_weigh_by_the_language_they_are_missing_in():
    """A rare English word with a capital need not be a name."""
    assert weight("He has long lived in Ljubljana.", "Он давно живёт в этом городе.", "en") == pytest.approx(0.6)
    assert weight("He has long lived in the town.", "Он давно живёт в Самаре.", "en") == pytest.approx(1)


@pytest.mark.parametrize(
    ("cosine", "expected"),
    [(None, 0.8), (0.5, 0.8), (0.625, 0.5), (0.75, 0.2), (0.9, 0.2), (0.35, 0.8 + 0.5), (0.2, 0.8 + 1)],
)
def test_likeness_takes_weight_from_a_missing_stop(cosine, expected):
    """From half to three quarters; below a half the unlikeness itself weighs."""
    found = weight("Дом стоит на горе.", "The house is on the hill", "ru", cosine)
    assert found == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize(
    ("translation", "reason"),
    [
        ("The house stands on гора and на holm.", ""),  # a quarter of the letters
        ("The house is on the гора большая.", "it is written in Russian letters"),
        ("The house is on the ДОМ БОЛЬШАЯ.", ""),  # capitals alone may be a name
        ("The house is on го.", ""),  # two letters
        ("The house stands on the hill дом горе now.", "it has words left untranslated: горе, дом"),
        ("The house stands on the hill and дом now.", ""),  # one word
        ("The house stands on the hill 学 now.", ""),
        ("The 学校和医 已经建成.", "it is written in letters of a third language"),
        ("The house 学校和.", "it is written in letters of a third language"),  # three of eleven
        ("The house 学校.", ""),  # two of ten
    ],
)
def test_letters_of_the_other_script_are_few(translation, reason):
    reasons = told("дом стоит на горе у реки.", translation, "ru").reasons
    assert [str(r) for r in reasons if "letters" in r or "words" in r] == ([reason] if reason else [])


def test_small_english_words_alone_may_stay():
    """ "State of the Union" is a name; at most four of the words are told."""
    source = "He read of the State of the Union and cats and dogs, hens, cows, pigs today."
    assert told(source, "Он читал «State of the Union» и про кошек и собак и птиц, и коров сегодня.", "en").reliable
    kept = "Он читал про cats and dogs, и hens, cows, pigs сегодня и ещё про многое другое в мире."
    assert "it has words left untranslated: and, cats, cows, dogs" in told(source, kept, "en").reasons


def test_four_items_are_listed_and_the_others_counted_on():
    source = "Там было 31, 42, 53, 64 и 75 домов."
    four = told("Там было 31, 42, 53 и 64 дома.", "There were so many houses.", "ru")
    assert "the numbers 31, 42, 53, 64 are missing" in four.reasons
    assert "the numbers 31, 42, 53, 64 … are missing" in told(source, "There were houses.", "ru").reasons


@pytest.mark.parametrize(("letters", "judged"), [(1988, True), (2100, False)])
def test_numbers_of_a_very_long_passage_are_not_compared(letters, judged):
    source = invented(1600, "ru") + " 55."
    translation = invented(letters * 4 // 5, "en")
    reasons = told(source, translation, "ru").reasons
    assert ("the number 55 is missing" in reasons) == (max(len(source), len(translation)) <= 2000)


def test_debris_that_the_sentence_has_is_no_debris():
    assert told("Он <br> ушёл домой.", "He <BR> went home.", "ru").reliable
    assert told("- (Смех) Он ушёл.", "(Laughter) He left.", "ru").reliable
    assert told("Он ушёл.", "♪ ♪ ♫ He left.", "ru").reasons[0] == "it holds debris: ♪ ♫"


def test_a_sentence_without_letters_is_judged_by_its_debris_alone():
    assert told("***", "*** ♪", "ru").reasons == ("it holds debris: ♪",)
    assert told("***", "some words", "ru").reliable


@pytest.mark.parametrize(("text", "copied"), [("BBC News.", False), ("BBC news.", False), ("BBC news today.", True)])
def test_a_name_is_rightly_copied(text, copied):
    """Two words in small letters are none."""
    assert ("it repeats the sentence untranslated" in told(text, text, "en").reasons) is copied


def test_what_was_not_translated_weighs_fully():
    assert weight("Дом стоит на горе.", "Дом стоит на горе.", "ru") == pytest.approx(2, abs=0.02)  # its letters as well
    words = "дом стоит на горе у реки, и люди давно живут в нём."
    left = "a house stands on the hill by a river, people live there {}."
    clean, kept = (weight(words, left.format(end), "ru") for end in ("long", "горе реки"))
    assert kept - clean == pytest.approx(1, abs=0.1)


CHINESE, PRICES = "政府表示价格将继续上涨，因为今年的收成不好。", "Prices will go on rising, as this harvest was poor."


@pytest.mark.parametrize(
    ("source", "translation", "languages", "reliable"),
    [
        (CHINESE, PRICES, ("zh", "en"), True),
        (CHINESE, "Prices rise.", ("zh", "en"), False),
        (PRICES, CHINESE, ("en", "zh"), True),
    ],
)
def test_a_language_without_data_has_the_length_of_its_letters(source, translation, languages, reliable):
    """A Chinese sentence has a third of the letters."""
    assert check_translation(source, translation, *languages).reliable == reliable


@pytest.mark.parametrize(
    ("translation", "third"), [("abcdef αβ", False), ("abcde αβ", True)], ids=["a quarter", "more than a quarter"]
)
def test_a_third_script_may_have_a_quarter_of_the_letters(translation, third):
    reasons = check_translation("Он ушёл домой.", translation, "ru", "en").reasons
    assert ("it is written in letters of a third language" in reasons) is third


@pytest.mark.parametrize(
    ("translation", "foreign"), [("abcdef абвг", False), ("abcdefg абвг", True)], ids=["six of ten", "more"]
)
def test_russian_may_have_six_of_ten_letters_in_latin(translation, foreign):
    """Firms and quoted words keep their letters."""
    reasons = check_translation("He went home.", translation, "en", "ru").reasons
    assert any("Latin letters" in reason for reason in reasons) is foreign
