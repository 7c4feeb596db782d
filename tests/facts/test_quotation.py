"""Quotations are found by their marks, in both languages' manners and across sentences."""

import pytest

from translate.facts.quotation import LONGEST, count_words, read_quotations


def drawn(*sentences: str) -> list[str]:
    """Each sentence with its quotations in brackets; "<" where one began before, ">" where it goes on, "-" by dash."""
    lines = []
    for text, quotations in zip(sentences, read_quotations(sentences), strict=True):
        line = text
        for found in reversed(quotations):
            inner = text[found.start : found.end]
            left = "[" + "-" * found.dash + "<" * (not found.opens)
            right = ">" * found.goes_on + "?" * (not found.closed and not found.goes_on) + "]"
            line = line[: found.start] + left + inner + right + line[found.end :]
        lines.append(line)
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "We won." He left.', 'He said: ["We won."] He left.'),
        ("He said “we won” and left.", "He said [“we won”] and left."),
        ("«Мы рады», — сказал он.", "[«Мы рады»], — сказал он."),
        ("Он сказал: „Мы рады“.", "Он сказал: [„Мы рады“]."),
        ("A ``plain'' answer.", "A [``plain''] answer."),
        ('He ("we won") left.', 'He (["we won"]) left.'),
        ('A 12" vinyl record.', 'A 12" vinyl record.'),
        ('He said ""we won" today.', 'He said [""we won"] today.'),
        ('One "word", two "words".', 'One ["word"], two ["words"].'),
        ('A lone end" mark.', 'A lone end" mark.'),
        ('He said: "We won.', 'He said: ["We won.?]'),
        ("", ""),
    ],
)
def test_double_marks_hold_a_quotation(text: str, expected: str) -> None:
    """Inches and a mark without a beginning are none; one that nothing closes runs to the end of its sentence."""
    assert drawn(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it 'a win' in the '90s", "He called it ['a win'] in the '90s"),
        ("The dogs' day isn't over.", "The dogs' day isn't over."),
        ("It's 'ours', he said.", "It's ['ours'], he said."),
        ("He said ‘no’ to it.", "He said [‘no’] to it."),
        ("He said \"don't 'go' now\" today.", "He said [\"don't 'go' now\"] today."),
        ("He said 'the \"best\" one' today.", "He said ['the \"best\" one'] today."),
        ("«Он сказал „да“ и ушёл», — пишет газета.", "[«Он сказал „да“ и ушёл»], — пишет газета."),
        ("«Он сказал «да» и ушёл», — пишет газета.", "[«Он сказал «да» и ушёл»], — пишет газета."),
    ],
)
def test_an_apostrophe_and_an_inner_quote_open_nothing_of_their_own(text: str, expected: str) -> None:
    assert drawn(text) == [expected]


def test_a_quote_runs_through_sentences_until_one_closes_it() -> None:
    assert drawn('He said: "We won.', "We are glad.", 'It is over," she said.', "They left.") == [
        'He said: ["We won.>]',
        "[<We are glad.>]",
        '[<It is over,"] she said.',
        "They left.",
    ]


def test_every_paragraph_of_a_long_quote_begins_with_a_mark() -> None:
    assert drawn('"One.', '"Two."', "Three.") == ['["One.>]', '[<"Two."]', "Three."]


def test_another_quote_inside_a_sentence_shows_that_the_first_was_never_closed() -> None:
    assert drawn('A "first.', 'Then "second" here.') == ['A ["first.?]', 'Then ["second"] here.']


def test_an_apostrophe_in_the_next_sentence_closes_nothing() -> None:
    assert drawn('A "first.', "The dogs' day.", 'The end".') == ['A ["first.>]', "[<The dogs' day.>]", '[<The end"].']


def test_a_single_mark_does_not_reach_the_next_sentence() -> None:
    assert drawn("He said 'no. Dogs' day", "It was 'fine'.") == ["He said ['no. Dogs'] day", "It was ['fine']."]


@pytest.mark.parametrize(("between", "goes_on"), [(LONGEST - 1, True), (LONGEST, False)])
def test_only_so_many_sentences_are_searched_for_the_end(between: int, goes_on: bool) -> None:
    first, *_ = read_quotations(('A "first.', *["More."] * between, 'The end".'))
    assert first[0].goes_on == goes_on


def test_a_dash_opens_a_line_of_dialogue() -> None:
    """What is said ends where the author speaks; the next line may go on without a dash of its own."""
    assert drawn("— Мы победили! — сказал он.", "Потом будет видно, — добавил он.", "Был дождь.") == [
        "[-— Мы победили!] — сказал он.",
        "[-<Потом будет видно,] — добавил он.",
        "Был дождь.",
    ]


def test_an_aside_alone_is_no_dialogue() -> None:
    assert drawn("Потом будет видно, — добавил он.") == ["Потом будет видно, — добавил он."]


def test_a_dialogue_of_one_letter_ends_at_its_aside() -> None:
    assert drawn("— Я, — сказал он.") == ["[-— Я,] — сказал он."]


@pytest.mark.parametrize(("between", "spoken"), [(3, True), (4, False)])
def test_a_speech_goes_on_for_a_few_sentences(between: int, spoken: bool) -> None:
    *_, last = read_quotations(("— Мы рады.", *["Шёл дождь."] * between, "Потом, — добавил он."))
    assert bool(last) == spoken


def test_words_of_a_quotation_are_counted() -> None:
    ((found,),) = read_quotations(('He said: "Twenty-one don\'t know."',))
    assert found.words == 3
    assert count_words("Twenty-one, don't: 5") == 3
