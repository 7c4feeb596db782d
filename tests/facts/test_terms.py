"""Where a document has terms: in what is compared, with offsets into the text as it was given."""

from translate.facts.terms import TermUse, term_uses
from translate.languages.glossary import Glossary, Term
from translate.text.document import Document, Sentence, document_of_sentences

GLOSSARY = Glossary(("ru", "en"), (Term(("явка",), ("turnout",), "note"),))


def test_places_count_from_the_beginning_of_the_text():
    text = "Явка!\n\nНизкая яв\u00adка удивила."
    source = Document("ru", text, (Sentence(0, 5, 0, "boilerplate"), Sentence(7, len(text), 1, "body")))
    target = document_of_sentences(["Few came.", "The turnout was low."], "en")
    first, second = term_uses(source, target, GLOSSARY)
    assert text[first.start : first.end] == "яв\u00adка"
    assert first == TermUse("source", 1, first.start, first.end, "явка", ("turnout",), "note")
    assert (second.side, second.sentence, target.text[second.start : second.end]) == ("target", 1, "turnout")


def test_without_a_glossary_there_are_none():
    document = document_of_sentences(["Явка"], "ru")
    assert term_uses(document, document, None) == ()
