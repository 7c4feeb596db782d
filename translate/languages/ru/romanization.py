"""Russian words in Latin letters."""

import iuliia  # type: ignore[import-untyped]

from translate.languages.ru.morphology import parses, readings

NAMES = frozenset({"Surn", "Name", "Patr", "Geox"})  # grammemes: surname, first name, patronymic, place


def romanized(word: str) -> str:
    """Latin letters as in Russian passports and news; names in their dictionary form, "Мишустину" as "Mishustin"."""
    form = word
    if word[0].isupper() and not word.isupper():
        named = [reading.lemma for reading in readings(word.lower()) if NAMES & reading.grammemes]
        form = named[0].capitalize() if named else word
    return str(iuliia.WIKIPEDIA.translate(form))


def womans_name(word: str, *, told: bool) -> str:
    """The dictionary form of a woman's surname or patronymic, "орлова" of "Орловой"; "" where it may be a man's.

    Args:
        word: In any form and case.
        told: Whether the names beside it say that it is a woman's; else only a form that no man's has is taken for one.
    """
    named = [
        parse
        for parse in parses(word.lower())
        if {"Surn", "Patr"} & set(parse.tag.grammemes) and parse.tag.number == "sing"
    ]
    women = [parse for parse in named if parse.tag.gender == "femn"]
    if not women or (len(women) < len(named) and not told):
        return ""
    form = women[0].inflect({"nomn", "sing", "femn"})
    return str(form.word) if form is not None else ""
