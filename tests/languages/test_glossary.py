"""A glossary as a value: told from others by its content."""

from translate.languages.glossary import Glossary, Term

TERM = Term(("явка",), ("turnout",), "note")


def test_the_digest_names_the_content():
    one, same = (Glossary(("ru", "en"), (TERM,)) for _ in range(2))
    others = [
        Glossary(("ru", "en"), ()),
        Glossary(("ru", "en"), (TERM, Term(("дом",), ("house",)))),
        Glossary(("ru", "en"), (Term(("явка",), ("turnout",)),)),
        Glossary(("ru", "en"), (Term(("явка",), ("turnout", "note")),)),
    ]
    assert one.digest == same.digest
    assert hash(one) == hash(same)
    assert len({glossary.digest for glossary in (one, *others)}) == 5


def test_it_is_of_two_languages_in_either_order():
    glossary = Glossary(("ru", "en"), (TERM,))
    assert glossary.is_of(("en", "ru"))
    assert not glossary.is_of(("en", "de"))
    assert glossary.wordings(TERM, "ru") == ("явка",)


def test_the_first_rendering_is_preferred():
    glossary = Glossary(("ru", "en"), (Term(("явка", "участие"), ("turnout", "voters")), Term(("дом",), ("house",))))
    assert glossary.preferred("ru") == {"явка": "turnout", "участие": "turnout", "дом": "house"}
    assert glossary.preferred("en") == {"turnout": "явка", "voters": "явка", "house": "дом"}
