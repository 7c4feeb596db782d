"""Every string of the reading view itself, for its template and its scripts.

What is said of a comparison is in wording.py. {Places} in braces are filled by the template or the script, so those are
templates of phrases and no phrases yet.
"""

from collections.abc import Mapping
from types import MappingProxyType

from translate.engines.translation import MENDED
from translate.report.page_lines import DOUBT
from translate.wording.phrase import Phrase, in_context, later, translated

WORDS: Mapping[str, str] = MappingProxyType(
    {
        # masthead and tools
        "page_title": later("{headline} – Parallax"),
        "dark": Phrase("Dark"),
        "save": Phrase("Save data"),
        "settings": Phrase("Settings:"),
        "reading": Phrase("Read in"),
        "both_languages": Phrase("both languages"),
        "only_language": later("{language} only"),
        "translations": Phrase("Translations"),
        "swap": Phrase("Swap sides"),
        "swapped": later("{first} is now on the left."),
        "together": Phrase("Scroll together"),
        "keys": Phrase("Keys"),
        "notes": later("Notes: {count}"),
        "same_story": Phrase("Same story"),
        "kinds": Phrase("Kinds of difference"),
        "unlikely": Phrase(
            "A list of differences would say little, so none was made. Both texts are shown below as given. "
            "If they do tell one story, check that each is complete."
        ),
        "what_to_show": Phrase("What to show"),
        "both_texts": Phrase("Both texts"),
        "chosen_sentence": Phrase("Chosen sentence"),
        # first page on paper
        "no_list": Phrase("A list of differences would say little, so none was made."),
        "in_both": Phrase("in both"),
        "part_of_it": Phrase("part of it"),
        "moved": in_context("tag", "moved"),
        "more": later("… and {count} more on the following pages."),
        # texts
        "text_as_given": later("{language} text"),
        "shows": later("How to show the {language} text"),
        "show_original": Phrase("original"),
        "show_translation": Phrase("translation"),
        "show_both": in_context("show", "both"),
        "translated_text": later("Translated from {language}, not its wording: {label}."),
        "strip": later("{coverage} One segment per sentence; arrow keys move, Enter jumps."),
        "segment": later("Sentence {number}: {state}"),
        "furniture": Phrase("page furniture"),
        "doubt": DOUBT,
        "unknown_word": Phrase("not in the dictionary"),
        "other_senses": later("or: {words}"),
        "doubt_count": later("in doubt: {count}"),
        "is_story": in_context("line", "story"),
        "is_furniture": in_context("line", "furniture"),
        "to_story": in_context("line", "part of the story"),
        "all_to_story": in_context("line", "all part of the story"),
        "not_compared": Phrase("not compared"),
        "no_sentences": Phrase("This text has no sentences."),
        "state_matched": Phrase("in both versions"),
        "state_only": Phrase("only in this version"),
        "state_part": Phrase("part only in this version"),
        "state_conflict": Phrase("the versions disagree"),
        "state_moved": Phrase("stands elsewhere in the other version"),
        "state_furniture": Phrase("page furniture, not compared"),
        "state_plain": Phrase("not compared"),
        # list
        "differences": Phrase("Differences"),
        "to_list": Phrase("Skip to the differences"),
        "to_texts": Phrase("Skip to the texts"),
        "filters": Phrase("Filters"),
        "filters_set": later("Filters, {count} set"),
        "clear": in_context("filters", "Clear"),
        "option_count": later("{name} ({count})"),
        "not_right_count": later("{count} not right"),
        "doubts_before": later("Story or furniture? Lines in doubt: {count}"),
        "doubts_why": Phrase("Say what each line is. The texts are compared again once, with all your answers."),
        "doubts_done": Phrase("Compare again"),
        "search": Phrase("Search"),
        "search_label": Phrase("Search in the differences"),
        "version": Phrase("Version"),
        "either_version": Phrase("either version"),
        "both": Phrase("both"),
        "severity": Phrase("Severity"),
        "any_severity": Phrase("any severity"),
        "major": Phrase("major"),
        "minor": Phrase("minor"),
        "least_confidence": Phrase("Least confidence"),
        "any_confidence": Phrase("any confidence"),
        "confidence_from": later("confidence {share} % up"),
        "decision": Phrase("Decision"),
        "any_decision": Phrase("any decision"),
        "open": Phrase("undecided"),
        "accepted": in_context("verdict", "right"),
        "rejected": in_context("verdict", "not right"),
        "noted": Phrase("with a note"),
        "has_note": Phrase("note"),
        "sort": Phrase("Order"),
        "by_matter": Phrase("by what matters"),
        "by_reading": Phrase("reading order"),
        "by_confidence": Phrase("surest first"),
        "count_of": later("{shown} of {total}"),
        "nothing_left": Phrase("No difference matches these filters."),
        "show_all": Phrase("Show all"),
        "nothing_found": Phrase("No differences found in what was compared."),
        "confidence": later("confidence {share}"),
        # card
        "evidence_for": later("Evidence for {id}"),
        "evidence_of": later("Evidence: {kind}"),
        "show_in_text": Phrase("show in the text"),
        "show_sentence": later("show in the text: {language} sentence {number}"),
        "tie_full": later("sentence {number}, in full"),
        "tie_part": later("sentence {number}, in part"),
        "no_counterpart": Phrase("No counterpart found."),
        "readings": Phrase("What was read"),
        "as_written": Phrase("As written"),
        "read_as": Phrase("Read as"),
        "terms": Phrase("Terms of the glossary"),
        "why_compared": Phrase("Why these sentences are compared"),
        "candidates": later("{heading}, not accepted"),
        "similarity": Phrase("similarity, 1 is the same"),
        "candidate": later("{label}, probability {probability}"),
        "told_where": Phrase("Where the other version tells it"),
        "sentence_by_sentence": Phrase("Sentence by sentence"),
        "to_check": in_context("section", "To check by eye"),
        "why_check": Phrase("The least certain counterparts. No difference was found in them; read them yourself."),
        "may_be_furniture": Phrase("This line may be page furniture, so the difference counts as minor."),
        "close": Phrase("Close"),
        # review
        "decided": Phrase("Review"),
        "accept": in_context("verdict", "Right"),
        "reject": in_context("verdict", "Not right"),
        "not_story": Phrase("Not part of the story"),
        "not_story_side": later("Not part of the story ({language})"),
        "more_of_it": in_context("card", "More"),
        "no_difference_here": Phrase("No difference was found in this sentence."),
        "kind": Phrase("Kind"),
        "note": Phrase("Note"),
        "note_label": Phrase("Note on this difference"),
        "note_hint": Phrase("Why? Saved when you leave the field."),
        "undo": Phrase("Undo"),
        "redo": Phrase("Redo"),
        "progress": later("{decided} of {total} decided"),
        "said_decided": later("{verdict}: {kind}"),
        "said_undone": Phrase("Undone."),
        "said_redone": Phrase("Done again."),
        "said_undone_of": later("Undone: {what}"),
        "said_redone_of": later("Done again: {what}"),
        "step_of": later("“{step}” for {kind}: {words}"),
        "step_of_several": later("“{step}” for several differences: {count}"),
        "step_mend": Phrase("a translation by hand"),
        "said_linking": Phrase("Linking the sentences."),
        "said_unlinking": Phrase("Taking the sentences apart."),
        "said_working": Phrase("Comparing again."),
        "sentences_of": later("{name} sentences {numbers}"),
        "sentence_of": later("{name} sentence {number}"),
        "link_pair": later("Link {source} with {target}"),
        "link_other": Phrase("Link with another sentence"),
        "choose_other": later("Now choose the {name} sentence that says the same, then press l."),
        "gathered": later("Sentences chosen: {count}"),
        "let_go": Phrase("Choose anew"),
        "flag": Phrase("Flag a difference"),
        "flag_title": Phrase("A difference that was not found"),
        "flag_none": Phrase("select words in this text, if it has any"),
        "flag_drop": later("Leave out the {language} words"),
        "flag_save": in_context("flag", "Flag it"),
        "flag_cancel": in_context("flag", "Cancel"),
        "flag_away": in_context("flag", "Take the flag away"),
        "said_flagging": Phrase("Flagged by hand."),
        "said_flag_away": Phrase("The flag is taken away."),
        "unlink": Phrase("Take apart"),
        "leave_out": Phrase("Leave out as page furniture"),
        "compare_line": Phrase("Part of the story: compare it"),
        "mend": Phrase("Mend the translation"),
        "mended": MENDED,
        "mend_save": Phrase("Save the translation"),
        "mend_machine": Phrase("Back to the machine's"),
        "mend_cancel": Phrase("Leave it as it is"),
        "said_mended": Phrase("The translation is kept."),
        # keys
        "keys_title": Phrase("Keys"),
        "key_next": Phrase("next and previous difference"),
        "key_open": Phrase("open the evidence; on a sentence: choose it"),
        "key_close": Phrase("close, leave a field"),
        "key_search": Phrase("search"),
        "key_translations": Phrase("translations under the originals"),
        "key_swap": Phrase("swap the sides"),
        "key_arrows": Phrase("move between the sentences of a text"),
        "key_accept": Phrase("right, and go on"),
        "key_reject": Phrase("not right, and go on"),
        "key_more": Phrase("more of a card: how it was found, kind, severity, note"),
        "key_note": Phrase("note"),
        "key_undo": Phrase("undo, redo"),
        "key_link": Phrase("link the chosen sentences"),
        "key_gather": Phrase("on sentences, or a click with Shift: choose several, to link them"),
        "key_flag": Phrase("on a sentence: flag a difference that was not found"),
        "key_unlink": Phrase("take the chosen sentences apart"),
        "key_doubt": Phrase("next line that may be story or furniture"),
        "key_story": Phrase("the chosen line, or what is folded, is part of the story, wherever it is repeated"),
        "key_furniture": Phrase("the chosen line, or that of the card, is page furniture, wherever it is repeated"),
        "key_next_story": Phrase("next story with undecided differences"),
        "key_help": Phrase("these keys"),
        "keys_layout": Phrase("On a Russian keyboard the same keys work."),
    }
)

# Keys of the view, and the string that says what they do.
READING_KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("j", "k"), "key_next"),
    (("Enter",), "key_open"),
    (("m",), "key_more"),
    (("Esc",), "key_close"),
    (("/",), "key_search"),
    (("↑", "↓"), "key_arrows"),
    (("d",), "key_doubt"),
    (("t",), "key_translations"),
    (("s",), "key_swap"),
    (("?",), "key_help"),
)
REVIEW_KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("a",), "key_accept"),
    (("r",), "key_reject"),
    (("n",), "key_note"),
    (("u", "U"), "key_undo"),
    (("l",), "key_link"),
    (("Shift+Enter",), "key_gather"),
    (("x",), "key_unlink"),
    (("m",), "key_flag"),
    (("b",), "key_story"),
    (("f",), "key_furniture"),
    (("N",), "key_next_story"),
)


def word(name: str, **values: object) -> str:
    """A string in the language of the interface, with its places filled.

    Example:
        >>> word("count_of", shown=2, total=12)
        '2 of 12'
    """
    template = WORDS[name]
    return template.told() if isinstance(template, Phrase) else Phrase.of(template, values).told()


def words_for_script() -> dict[str, str]:
    """Every string in the language of the interface, with its places still to be filled."""
    return {
        name: template.told() if isinstance(template, Phrase) else translated(template)
        for name, template in WORDS.items()
    }
