"""Every string of the reading view itself, for its template and its scripts.

What is said of a comparison is in wording.py. {Places} in braces are filled by the template or the script.
"""

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, str] = MappingProxyType(
    {
        # masthead and tools
        "page_title": "{headline} – Parallax",
        "dark": "Dark",
        "save": "Save data",
        "settings": "Settings:",
        "reading": "Read in",
        "both_languages": "both languages",
        "only_language": "{language} only",
        "translations": "Translations",
        "swap": "Swap sides",
        "swapped": "{first} is now on the left.",
        "together": "Scroll together",
        "keys": "Keys",
        "same_story": "Same story",
        "kinds": "Kinds of difference",
        "unlikely": "A list of differences would say little, so none was made. Both texts are shown below as given. "
        "If they do tell one story, check that each is complete.",
        "what_to_show": "What to show",
        "both_texts": "Both texts",
        "chosen_sentence": "Chosen sentence",
        # texts
        "text_as_given": "{language} text",
        "shows": "How to show the {language} text",
        "show_original": "original",
        "show_translation": "translation",
        "show_both": "both",
        "translated_text": "Translated from {language}, not its wording: {label}.",
        "strip": "{coverage} One segment per sentence; arrow keys move, Enter jumps.",
        "segment": "Sentence {number}: {state}",
        "furniture_line": "Page furniture, not compared (1 line)",
        "furniture_lines": "Page furniture, not compared ({count} lines)",
        "not_compared": "not compared",
        "no_sentences": "This text has no sentences.",
        "state_matched": "in both versions",
        "state_only": "only in this version",
        "state_part": "part only in this version",
        "state_conflict": "the versions disagree",
        "state_moved": "stands elsewhere in the other version",
        "state_furniture": "page furniture, not compared",
        "state_plain": "not compared",
        # list
        "differences": "Differences",
        "search": "Search",
        "search_label": "Search in the differences",
        "version": "Version",
        "either_version": "either version",
        "both": "both",
        "severity": "Severity",
        "any_severity": "any severity",
        "major": "major",
        "minor": "minor",
        "least_confidence": "Least confidence",
        "any_confidence": "any confidence",
        "confidence_from": "confidence {share} % up",
        "decision": "Decision",
        "any_decision": "any decision",
        "open": "undecided",
        "accepted": "accepted",
        "rejected": "rejected",
        "noted": "with a note",
        "has_note": "note",
        "sort": "Order",
        "by_reading": "reading order",
        "by_severity": "major first",
        "by_confidence": "most certain",
        "count_of": "{shown} of {total}",
        "nothing_left": "No difference matches these filters.",
        "show_all": "Show all",
        "nothing_found": "No differences found in what was compared.",
        "confidence": "confidence {share}",
        # card
        "evidence_for": "Evidence for {id}",
        "evidence_of": "Evidence: {kind}",
        "show_in_text": "show in the text",
        "show_sentence": "show in the text: {language} sentence {number}",
        "no_counterpart": "No counterpart found.",
        "readings": "What was read",
        "as_written": "As written",
        "read_as": "Read as",
        "why_compared": "Why these sentences are compared",
        "candidates": "{heading}, not accepted",
        "similarity": "similarity, 1 is the same",
        "candidate": "{label}, probability {probability}",
        "why_flagged": "Why this was flagged",
        "close": "Close",
        # review
        "decided": "Review",
        "accept": "Accept",
        "reject": "Reject",
        "kind": "Kind",
        "note": "Note",
        "note_label": "Note on this difference",
        "note_hint": "Why? Saved when you leave the field.",
        "undo": "Undo",
        "redo": "Redo",
        "progress": "{decided} of {total} decided",
        "said_decided": "{verdict}: {kind}",
        "said_undone": "Undone.",
        "said_linking": "Linking the two sentences.",
        "said_unlinking": "Taking the sentences apart.",
        "said_working": "Comparing again.",
        "sentence_of": "{name} sentence {number}",
        "link_pair": "Link {source} with {target}",
        "link_other": "Link with another sentence",
        "choose_other": "Now choose the {name} sentence that says the same, then press l.",
        "unlink": "Take apart",
        "leave_out": "Leave out as page furniture",
        "compare_line": "Part of the story: compare it",
        # keys
        "keys_title": "Keys",
        "key_next": "next and previous difference",
        "key_open": "open the evidence; on a sentence: choose it",
        "key_close": "close, leave a field",
        "key_search": "search",
        "key_translations": "translations under the originals",
        "key_swap": "swap the sides",
        "key_arrows": "move between the sentences of a text",
        "key_accept": "accept and go on",
        "key_reject": "reject and go on",
        "key_note": "note",
        "key_undo": "undo, redo",
        "key_link": "link the two chosen sentences",
        "key_unlink": "take the chosen sentences apart",
        "key_furniture": "leave the chosen sentence out, or take it back in",
        "key_help": "these keys",
        "keys_layout": "On a Russian keyboard the same keys work.",
    }
)

# Keys of the view, and the string that says what they do.
READING_KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("j", "k"), "key_next"),
    (("Enter",), "key_open"),
    (("Esc",), "key_close"),
    (("/",), "key_search"),
    (("↑", "↓"), "key_arrows"),
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
    (("x",), "key_unlink"),
    (("f",), "key_furniture"),
)


def say(name: str, **values: object) -> str:
    """A string with its places filled.

    Example:
        >>> say("count_of", shown=2, total=12)
        '2 of 12'
    """
    return WORDS[name].format(**values)
