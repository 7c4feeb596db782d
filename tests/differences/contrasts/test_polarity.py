"""What a sentence denies, drawn into it: the negation, its form, and the words it denies."""

import re

import pytest

from translate.differences.contrasts.polarity import read_polarity


def drawn(text: str, language: str) -> str:
    """As "He [did not|verb: come] come. + strong refused": behind a plus idioms and words that deny by meaning."""
    polarity = read_polarity(text, language)
    line = text
    for at in reversed(polarity.negations):
        note = f"{at.form}{' modal' * at.modal}: {' '.join(at.heads)}"
        line = f"{line[: at.start]}[{text[at.start : at.end]}|{note}]{line[at.end :]}"
    others = [f"{polarity.idioms} idiom"] * bool(polarity.idioms)
    for kind in ("strong", "weak", "prefixed"):
        others += [f"{kind} {' '.join(getattr(polarity, kind))}"] * bool(getattr(polarity, kind))
    return " + ".join([line, *others])


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", "Он [не приехал|verb: приехал вчера] вчера."),
        ("ru", "Он приехал [не вчера|part: вчера]."),
        ("ru", "Никто [не приехал|verb: приехал]."),
        ("ru", "Он ни с кем [не говорил|verb: говорил]."),
        ("ru", "[Нет|none: денег времени] денег и времени."),
        ("ru", "Он уехал [без|without: багажа] багажа."),
        ("ru", "Здесь [нельзя|verb: курить] курить."),
        ("ru", "Он [не должен|verb modal: приехать] приехать."),
        ("ru", "Не только мэр, но и губернатор. + 1 idiom"),
        ("ru", "Он отказался говорить. + strong отказался"),
        ("ru", "Он [не|verb: ]"),
        ("ru", "[Некому|none: идти] было идти."),
        ("ru", "Недовольные жители бездомных собак. + weak недовольные + prefixed бездомных"),
        ("ru", "Небольшой неизвестный город. + strong неизвестный"),
        ("ru", "Он [не рад|verb: рад], что [не пришёл|verb: пришёл]."),
        ("ru", "Он, [не зная|verb: зная города] города, уехал."),
        ("ru", "По-моему, он тут [не при|part: чём] чём."),
        ("en", "He [did not|verb: come yesterday] come yesterday."),
        ("en", "He [didn't|verb: come] come."),
        ("en", "He [won't|verb modal: come] come."),
        ("en", "He [will not|verb modal: come all] come at all."),
        ("en", "Not everyone came. + 1 idiom"),
        ("en", "[Nobody|none: came] came."),
        ("en", "He [never|verb: came] came."),
        ("en", "He left [without|without: luggage] luggage."),
        ("en", "There is [no|none: money] money, [no|none: time] time."),
        ("en", "[Neither|none: nor came] he nor she came."),
        ("en", "Not only the mayor but the governor came. + 1 idiom"),
        ("en", "He refused to speak. + strong refused"),
        ("en", "He [can't|verb modal: leave] leave."),
        ("en", "He denied it. + strong denied"),
        ("en", "He is unhappy and homeless, disliked. + strong disliked + prefixed unhappy homeless"),
        ("en", "Under the uncle's nonstop distance. + prefixed nonstop"),
        ("en", "He failed to come. + strong failed"),
        ("en", "It [is not|verb: ], he said, a house."),
        ("en", "He’s [not|part: here] here."),
        ("ru", "Он [не приехал|verb: приехал], [не понял|verb: понял], [не знал|verb: знал]."),
        ("ru", "Ни он, ни она [не знали|verb: знали]."),
        ("ru", "[Нет|none: денег] ни денег."),
        ("ru", "[Ни|none: денег] денег, [ни|none: еды] еды."),
        ("ru", "Он не очень рад, [не рад|verb: рад]. + 1 idiom"),
        ("ru", "[Никто|none: нигде] и [нигде|none: никто], [никого|none: ]."),
        ("ru", "Это [не он|part: ]; дом [не его|part: дом]."),
        ("ru", "Он [не мог|verb modal: знать] бы [не знать|verb: знать] этого."),
        ("ru", "[Не буду|verb modal: говорить] говорить."),
        ("ru", "Он был [не буду|verb modal: ]."),
        ("ru", "[Нельзя|verb: ], но можно [не идти|verb: идти], [безо|without: ] всего."),
        (
            "ru",
            "Некоторые безопасные, неверные, бессмысленные, безликий, бес, недом, негород, нерад, не-а, [без|without: ], непогода + strong неверные + weak недом + prefixed безликий негород не-а непогода",  # noqa: E501
        ),
        (
            "ru",
            "[Некогда|none: далеко] он [не был|verb: далеко большого старого] так далеко от этого большого старого дома и сада.",  # noqa: E501
        ),
        ("ru", "Менее важно, недостаток, мало, пуст. + strong недостаток + weak мало пуст"),
        (
            "en",
            "She [wouldn't|verb modal: couldn't] and [couldn't|verb modal: wouldn't] go: [nothing|none: ], [nowhere|none: ], [none|none: ], [no one|none: ].",  # noqa: E501
        ),
        (
            "en",
            "Unable, he lacks, rarely; rather neglected, far, few. + strong unable lacks rarely + weak rather neglected far few",  # noqa: E501
        ),
        (
            "en",
            "untold unhappy unify non dislike nonfat unread undo useless less endless disarm disc + strong dislike + weak useless + prefixed unhappy nonfat unread endless disarm",  # noqa: E501
        ),
        ("en", "[neither|none: nor] this nor that, nor those"),
        ("en", "[nor|none: ] those"),
        ("en", "He [is not|verb: ]. [not|part: ] the"),
        ("en", "He is [also not|verb: home] at home, [not|part: glad] glad."),
        ("en", "It ([not|part: ] that) is so — [not|part: here] here, [no|none: ]."),
        ("en", "[can't|verb modal: won't not] [won't|verb modal: not] İt [not|part: won't can't] go"),
        ("en", "[Never|verb: say never] say [never|verb: say never]; [without|without: doubt] no doubt. + 1 idiom"),
        ("en", "He has no more; [cannot|verb modal: big house tree] the in on at big house tree road see. + 1 idiom"),
    ],
)
def test_negations_are_read_with_what_they_deny(language: str, marked: str) -> None:
    """A second negation that only repeats the first ("никто не") is none of its own, and an idiom denies nothing."""
    text = re.sub(r"\[([^|]*)\|[^]]*\]", r"\1", marked.split(" + ")[0])
    assert drawn(text, language) == marked
