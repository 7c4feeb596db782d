"""Full names of two people are told apart by sound; one name in two scripts is not."""

import pytest

from translate.differences.conflicts.other_people import other_people
from translate.differences.conflicts.strange_names import words_of
from translate.facts.reading import read_facts


def found(russian, english):
    pairs = other_people(words_of((english,), "en"), words_of((russian,), "ru"), (), ())
    return [tuple(" ".join(word.text for word in stretch) for stretch in pair) for pair in pairs]


@pytest.mark.parametrize(
    ("russian", "english", "pair"),
    [
        ("Активистка Ольга Ветрова рассказала…", "Activist Olga Petrova said…", ("Petrova", "Ветрова")),
        ("Вчера пела Анна Громова.", "Anna Smirnova sang yesterday.", ("Smirnova", "Громова")),
        ("Пришла Мария Захарова.", "It was Elena Gromova who came.", ("Elena Gromova", "Мария Захарова")),
        ("Вчера пела Анна Громова и Пётр Лапин.", "Here sang Anna Smirnova, Peter Dunmore.", ("Dunmore", "Лапин")),
        ("Пел Пётр Лапин, а Иван Орлов спал.", "Here Peter Dunmore sang, Mike Gibson slept.", ("Dunmore", "Лапин")),
        ("Пел Гонсало Лапин.", "Here Gonzalo Dunmore sang.", ("Dunmore", "Лапин")),
        ("Пел Сергей Лапин.", "Here Sergio Dunmore sang.", ("Dunmore", "Лапин")),
        ("Пел Сергей Лапин.", "Here Sergei Lavrin sang.", ("Lavrin", "Лапин")),
    ],
)
def test_another_surname_or_another_full_name_is_found(russian, english, pair):
    assert found(russian, english) == [pair]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Пришла Маргарет Ходж.", "It was Margaret Hodge who came."),
        ("Пришёл Артём Дзюба.", "It was Artem Dzyuba who came."),
        ("Пришёл Сергей Петрович Иванов.", "It was Sergei Ivanov who came."),
        ("Пришёл Иванов.", "It was Petrov who came."),  # a single word proves nothing by sound alone
        ("Ольга Ветрова ушла.", "Activist Olga Petrova followed Vetrova."),  # Ветрова is named over there
        ("Ольга Ветрова и Петрова ушли.", "Activist Olga Petrova left."),  # and Petrova here
        ("Пришёл Сергей Петрович.", "It was Sergei Ivanov who came."),  # a patronymic is no surname
        ("Пришла Ольга Ю.", "It was Olga Petrova who came."),  # an initial says nothing
        (
            "Пришли Борис Громов и Мария Захарова.",
            "It was Timothy Fielding and Philip Pitt who came.",
        ),  # which is which?
        ("Вчера Анна Громова пела.", "Here Anna Smirnova sang."),
        ("Вчера пела Анна Ивановна Громова.", "Here sang Anna Smirnova."),
        ("Пел Пётр Лапин, а Иван Орлов спал.", "Here Peter Lapin sang, Mike Gibson slept."),
        ("Пел Пётр Лапин, Иван Орлов спал.", "Here Gibson sang."),
        ("Пел Пётр Ю.", "Mike Gibson sang."),
        ("Пел Пётр Ли.", "Here Mike Gibson sang."),
        ("Пел БРАТ Лапин.", "Here Mike Gibson sang."),
        ("Пел Мост Лапин.", "Here Mike Gibson sang."),
        ("Пел Мост Иван Лапин.", "Here Mike Gibson sang."),
        ("Пел Иван Лапин.", "Here Bank Gibson sang."),
        ("Пел Иван Лапин.", "Here House Gibson sang."),
        ("Пел Иван Лапин.", "Here GAZ Gibson sang."),
        ("Пел Иван Лапин.", "The Federal Mike Gibson Bank sang."),
        ("Пел Мост Лапин.", "Here Most Dunmore sang."),
        ("Пел Сергей Лапин.", "Here Sergei Lapinson sang."),
        ("Иван Лапин пел.", "Here Mike Gibson sang."),
        ("Пел Иван Лапин.", "Mike Gibson sang."),
        ("Пели Иван Лапин, Борис Громов.", "Here Mike Gibson sang."),
        ("Пел Иван Лапин.", "Here Mike Gibson sang, Boris Lapin slept."),
        ("Пел Иван Лапин.", "Here Mike Ivanov sang."),
    ],
)
def test_the_same_name_or_an_unsure_one_is_silent(russian, english):
    assert found(russian, english) == []


def test_a_name_that_a_neighbouring_sentence_gives_is_no_other_person():
    """The surname has only moved into the next sentence."""
    near = [read_facts("Её сменила Анна Смирнова.", "ru")]
    words = words_of(("Anna Smirnova sang.",), "en"), words_of(("Вчера пела Анна Громова.",), "ru")
    assert other_people(*words, (), near) == []
