"""The words in which a reader is told of numbers and dates that contradict each other, and how sure they are."""

import pytest
from told_conflicts import told_of


@pytest.mark.parametrize(
    ("russian", "english", "near", "expected"),
    [
        (
            "Ранены 17 человек.",
            "14 of 90 and 16 people were hurt.",
            ("", ""),
            [
                (
                    ["0 17", "0 16"],
                    0.85,
                    "The Russian text says 17, the English text says 16.",
                    "The nearest other number in the English text is 14.",
                )
            ],
        ),
        (
            "Осталось 5 км.",
            "It is 5 miles away.",
            ("", ""),
            [
                (
                    ["0 5 км", "0 5 miles"],
                    0.95,
                    "The Russian text says 5 km (5 км), the English text says 5 miles.",
                    "5 miles is about 8.05 km.",
                )
            ],
        ),
        (
            "Осталось 5 миль.",
            "It is 5 km away.",
            ("", ""),
            [
                (
                    ["0 5 миль", "0 5 km"],
                    0.95,
                    "The Russian text says 5 miles (5 миль), the English text says 5 km.",
                    "5 km is about 3.11 miles.",
                )
            ],
        ),
        ("Это весит 5 кг.", "It weighs 5 pounds.", ("", ""), []),
        (
            "Более 40 человек.",
            "Fewer than 40 people.",
            ("", ""),
            [
                (
                    ["0 Более 40", "0 Fewer than 40"],
                    0.95,
                    "The Russian text says 40 or more (Более 40), the English text says 40 or less (Fewer than 40).",
                    "",
                )
            ],
        ),
        (
            "Менее 40 человек.",
            "More than 40 people.",
            ("", ""),
            [
                (
                    ["0 Менее 40", "0 More than 40"],
                    0.95,
                    "The Russian text says 40 or less (Менее 40), the English text says 40 or more (More than 40).",
                    "",
                )
            ],
        ),
        (
            "Прошло два года.",
            "It took 7 years.",
            ("", ""),
            [
                (
                    ["0 два года", "0 7 years"],
                    0.9,
                    "The Russian text says 2 years (два года), the English text says 7 years.",
                    "",
                )
            ],
        ),
        (
            "Дали 5 млн рублей.",
            "They gave 6 million roubles.",
            ("", ""),
            [
                (
                    ["0 5 млн рублей", "0 6 million roubles"],
                    0.95,
                    "The Russian text says 5 million rubles (5 млн рублей), the English text says 6 million rubles (6 million roubles).",  # noqa: E501
                    "",
                )
            ],
        ),
        (
            "Это было в 1717 году.",
            "It was in 2747.",
            ("", ""),
            [
                (
                    ["0 1717 году", "0 2747"],
                    0.8,
                    "The Russian text says the year 1717 (1717 году), the English text says 2747.",
                    "",
                )
            ],
        ),
        (
            "Это было в 2747.",
            "It was in 1817.",
            ("", ""),
            [(["0 2747", "0 1817"], 0.8, "The Russian text says 2747, the English text says the year 1817.", "")],
        ),
        (
            "Был понедельник.",
            "It was Tuesday.",
            ("", ""),
            [
                (
                    ["0 понедельник", "0 Tuesday"],
                    0.95,
                    "The Russian text gives the weekday as Monday (понедельник), the English text as Tuesday.",
                    "",
                )
            ],
        ),
        (
            "Это было в марте.",
            "It was in May.",
            ("", ""),
            [
                (
                    ["0 марте", "0 May"],
                    0.95,
                    "The Russian text gives the month as March (марте), the English text as May.",
                    "",
                )
            ],
        ),
        (
            "Это было в девяностых.",
            "It was in the 1980s.",
            ("", ""),
            [
                (
                    ["0 девяностых", "0 1980s"],
                    0.95,
                    "The Russian text gives the decade as 1990s (девяностых), the English text as 1980s.",
                    "",
                )
            ],
        ),
        (
            "Он приедет завтра.",
            "He came yesterday.",
            ("", ""),
            [
                (
                    ["0 завтра", "0 yesterday"],
                    0.85,
                    "The Russian text gives the time as tomorrow (завтра), the English text as yesterday.",
                    "",
                )
            ],
        ),
        (
            "В прошлом месяце.",
            "This month.",
            ("", ""),
            [
                (
                    ["0 прошлом месяце", "0 This month"],
                    0.85,
                    "The Russian text gives the time as last month (прошлом месяце), the English text as this month.",
                    "",
                )
            ],
        ),
        (
            "В следующем году.",
            "Last year.",
            ("", ""),
            [
                (
                    ["0 следующем году", "0 Last year"],
                    0.85,
                    "The Russian text gives the time as next year (следующем году), the English text as last year.",
                    "",
                )
            ],
        ),
        (
            "6 мая 2020 года.",
            "On June 7, 2021.",
            ("", ""),
            [
                (
                    ["0 6 мая 2020 года.", "0 June 7, 2021"],
                    0.95,
                    "The Russian text gives the year as 2020 (6 мая 2020 года.), the English text as 2021 (June 7, 2021).",  # noqa: E501
                    "",
                ),
                (
                    ["0 6 мая 2020 года.", "0 June 7, 2021"],
                    0.95,
                    "The Russian text gives the month as May (6 мая 2020 года.), the English text as June (June 7, 2021).",  # noqa: E501
                    "",
                ),
                (
                    ["0 6 мая 2020 года.", "0 June 7, 2021"],
                    0.95,
                    "The Russian text gives the day as 6 (6 мая 2020 года.), the English text as 7 (June 7, 2021).",
                    "",
                ),
            ],
        ),
        (
            "Ничего не было.|Ранены 17 человек.",
            "14 were hurt.|It is so.",
            ("", ""),
            [(["1 17", "0 14"], 0.95, "The Russian text says 17, the English text says 14.", "")],
        ),
        (
            "Ранены 17, убиты 30 человек.",
            "14 were hurt. 39 were killed, 12 left.",
            ("", ""),
            [
                (
                    ["0 17", "0 39"],
                    0.8,
                    "The Russian text says 17, the English text says 39.",
                    "The nearest other number in the English text is 14.",
                ),
                (
                    ["0 30", "0 12"],
                    0.8,
                    "The Russian text says 30, the English text says 12.",
                    "The nearest other number in the English text is 39.",
                ),
            ],
        ),
        (
            "Температура 5 градусов.",
            "It was 7 degrees.",
            ("", ""),
            [
                (
                    ["0 5 градусов", "0 7 degrees"],
                    0.95,
                    "The Russian text says 5 degrees (5 градусов), the English text says 7 degrees.",
                    "",
                )
            ],
        ),
        (
            "Он прошёл 3 км, 4 км и 9 км.",
            "He walked 5 km, one of them, 8 and 12 kg.",
            ("", ""),
            [(["0 3 км", "0 5 km"], 0.75, "The Russian text says 3 km (3 км), the English text says 5 km.", "")],
        ),
        ("Шойгу рад.", "Petrov is glad.", ("", ""), []),
        ("Рад Шойгу.", "Petrov is glad.", ("", ""), []),
        (
            "Ранены 17 человек.",
            "14 were hurt.",
            ("", "There were 17."),
            [(["0 17", "0 14"], 0.65, "The Russian text says 17, the English text says 14.", "")],
        ),
        (
            "Ранены 17 человек.",
            "14 were hurt.",
            ("14 было.", ""),
            [(["0 17", "0 14"], 0.65, "The Russian text says 17, the English text says 14.", "")],
        ),
        (
            "Это было 6 мая.",
            "It was on May 7.",
            ("", "Not on May 6."),
            [
                (
                    ["0 6 мая", "0 May 7"],
                    0.65,
                    "The Russian text gives the day as 6 (6 мая), the English text as 7 (May 7).",
                    "",
                )
            ],
        ),
        ("Это было 6 мая.", "It was on May 7.", ("7 мая и 7 июня.", "Not on May 6."), []),
    ],
)
def test_what_a_reader_is_told_of_values(
    russian: str, english: str, near: tuple[str, str], expected: list[tuple[list[str], float, str, str]]
) -> None:
    assert told_of(russian, english, near) == expected
