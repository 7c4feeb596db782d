"""Russian words in Latin letters."""

import iuliia  # type: ignore[import-untyped]

from translate.languages.ru.morphology import readings

NAMES = frozenset({"Surn", "Name", "Patr", "Geox"})  # grammemes: surname, first name, patronymic, place


def romanized(word: str) -> str:
    """Latin letters as in Russian passports and news; names in their dictionary form, "Мишустину" as "Mishustin"."""
    form = word
    if word[0].isupper() and not word.isupper():
        named = [reading.lemma for reading in readings(word.lower()) if NAMES & reading.grammemes]
        form = named[0].capitalize() if named else word
    return str(iuliia.WIKIPEDIA.translate(form))
