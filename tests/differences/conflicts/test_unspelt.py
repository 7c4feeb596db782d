"""Names in each other's place are told by their letters, in whole texts as `compare` has them and in single pairs."""

import pytest

from translate import find_differences


def named(russian: str, english: str) -> list[str]:
    return [str(found.message) for found in find_differences(russian, english) if found.kind == "name"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("На выборах победила кандидат Анна Орлова. Явка высокая.", "The election was won by candidate Anna Belova."),
        ("Владимир Зеленский прибыл в Вену.", "Volodymyr Zaluzhnyi arrived in Vienna."),
        ("Шериф Хёрн и адвокат Чайлдс выступили в суде.", "Sheriff Hearn and attorney Childress spoke in court."),
        ("Завод «Тойота» закрылся, «Хёндэ» остаётся.", "The Toyota plant has closed, Nissan is staying."),
        ("Премьер Рудов ушёл в отставку.", "Prime minister Rudin has resigned."),
        ("Депутат Николич выступил в суде.", "The lawmaker Nikolovski spoke to the court on that day."),
        ("Владислав Иванов прибыл в Вену.", "Vladimir Ivanov arrived in Vienna."),
        ("Южная Корея запустила ракету.", "North Korea has launched a rocket."),
        ("Судья Мирзоян отклонил жалобу.", "Judge Cannon rejected the complaint."),
        ("Минкультуры закрыло музей.", "The Ministry of Health has closed the museum."),
        ("Румыны заказали 28 самолётов Airbus.", "The Romanians have ordered 28 Boeing jets."),
    ],
)
def test_another_name_in_the_same_place_is_told(russian: str, english: str) -> None:
    assert len(named(russian, english)) == 1


@pytest.mark.model
@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Шериф Хёрн и адвокат Чайлдс выступили в суде.", "Sheriff Hearn and attorney Childs spoke in court."),
        ("Владимир Зеленский прибыл в Вену.", "Volodymyr Zelenskyi arrived in Vienna."),
        ("Так решил Берч, глава Philips. Завод закрыли.", "So Mr. Birch decided. The plant was closed."),
        ("Пекин осудил продажу ракет.", "China has condemned the sale of missiles."),
        ("Соловьёва Татьяна возглавила фонд.", "Tatiana Solovyova has become head of the fund."),
        ("Чжан Чуньсянь и Чжао Хунчжу посетили завод.", "Zhang Chunxian and Zhao Hongzhu visited the plant."),
        ("Минюст подал апелляцию.", "The DOJ has filed an appeal against the ruling of the court."),
        ("Следственный комитет возбудил дело.", "The Investigative Committee has opened a case."),
        ("Жители Квебека против закона.", "Quebecers are against the law."),
        ("МОК вернул спортсменке медаль.", "The International Olympic Committee gave the athlete her medal back."),
        ("Дом Антона Павловича закроют.", "Chekhov's house will be closed."),
        ("Экономист Джим O'Нилл ушёл.", "The economist Jim O'Neill has left."),
    ],
)
def test_one_name_in_two_languages_is_not(russian: str, english: str) -> None:
    assert named(russian, english) == []
