"""The words that every report shares: names of languages and kinds, and sentences about the whole comparison.

They stand in one place so that two formats never disagree. All are in the language of the interface.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from translate.alignment.bead import Bead
from translate.comparison import Comparison
from translate.differences.conflicts.fact import Said
from translate.differences.difference import Difference, Kind, Reading, Severity, Verdict
from translate.differences.kinds import KINDS
from translate.engines.engine_table import label_of
from translate.engines.translation import Translation
from translate.languages.registry import language_of
from translate.text.shown import one_line
from translate.text.sides import SideName, on_side
from translate.wording.interface import percent as whole_percent
from translate.wording.interface import whole_hundredths
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, counted, in_context, joined, said, say, say_counted

SEVERITIES: dict[Severity, Phrase] = {"major": Phrase("major"), "minor": Phrase("minor")}

WITHOUT_ENGINE = {
    "gloss": Phrase("word-by-word gloss"),
    "none": Phrase("not translated"),
}


def language_name(language: str) -> str:
    """Name of a language as a label; the bare code where there is no name for it.

    Example:
        >>> language_name("ru"), language_name("tt")
        ('Russian', 'tt')
    """
    return say("{version:name}", version=Version(language)) if language_of(language).compared else language


def version_of(comparison: Comparison, side: SideName) -> Version:
    """What sentences call the version on a side."""
    return comparison.version(side)


def side_name(comparison: Comparison, side: str) -> str:
    """What a side is called where it stands by itself: its language, "First Russian version" beside another, "both"."""
    if side == "both":
        return say("both")
    if not comparison.within_one_language:
        return language_name(on_side(comparison, side).language)
    return capital(say("{version:name}", version=comparison.version(side)))


def kind_of_text(comparison: Comparison, side: SideName) -> str:
    """What stands before "text": the same, but "first Russian" of two in one language."""
    if not comparison.within_one_language:
        return side_name(comparison, side)
    return say("{version:kind}", version=comparison.version(side))


def where(comparison: Comparison, side: str) -> str:
    """The same behind a kind of difference: "moved · both", "part of a sentence · Russian"."""
    if side == "both":
        return say("both")
    return in_context("where", "{version:name}", version=comparison.version(side)).told()


def read_as(place: Reading | Said) -> str:
    """What was read at one place, as a reader would write it."""
    return said(place.words or place.value)


def reading_line(comparison: Comparison, reading: Reading) -> str:
    """What was read in one place, on one line: "Russian семь = 7"."""
    return say(
        "{version:name} {words} = {value}",
        version=version_of(comparison, reading.side),
        words=reading.text,
        value=read_as(reading),
    )


def title_of(comparison: Comparison) -> str:
    """Title of a report: "Russian and English version compared"."""
    source, target = version_of(comparison, "source"), version_of(comparison, "target")
    return capital(say("{source:kind} and {target:kind} version compared", source=source, target=target))


def text_name(comparison: Comparison, side: SideName) -> str:
    """Heading of what is quoted from a text: "Russian text"."""
    return capital(say("{version:kind} text", version=version_of(comparison, side)))


def sentences_name(comparison: Comparison, side: SideName) -> str:
    """Heading of the numbers of sentences: "Russian sentences"."""
    return capital(say("{version:name} sentences", version=version_of(comparison, side)))


def kind_name(comparison: Comparison, kind: Kind) -> str:
    """What a kind of difference is called in this comparison, "only in Russian" for an omission."""
    if KINDS[kind].family != "only":
        return said(KINDS[kind].label)
    side: SideName = "source" if kind == "omission" else "target"
    return say("only in {version:alone}", version=version_of(comparison, side))


def tag(kind: Kind) -> str:
    """The short label that stands inside the text, next to its colour."""
    return said(KINDS[kind].tag)


def severity_name(severity: Severity) -> str:
    """What a severity is called behind a single difference."""
    return said(SEVERITIES[severity])


def capital(text: str) -> str:
    """The text with its first letter as a capital, the others as they are.

    Example:
        >>> capital("by a LibreTranslate server")
        'By a LibreTranslate server'
    """
    return text[:1].upper() + text[1:]


def percent(share: float) -> str:
    """A share in words of whole percent; 100 % and 0 % are kept for what is exactly that.

    Example:
        >>> percent(0.824), percent(0.9991), percent(0.001), percent(1.0)
        ('82 %', '99 %', '1 %', '100 %')
    """
    return whole_percent(whole_hundredths(share))


def sureness(confidence: float, *, by_hand: bool = False) -> str:
    """How sure a flag is: "confidence 82 %", or "by hand" where a reviewer set it."""
    return say("by hand") if by_hand else say("confidence {share}", share=percent(confidence))


def chance(probability: float) -> str:
    """A probability that is mostly small, in whole percent.

    Example:
        >>> chance(0.034), chance(0.0002)
        ('3 %', 'under 1 %')
    """
    return percent(probability) if probability >= 0.01 else say("under {share}", share=whole_percent(0.01))


def sentences_named(comparison: Comparison, side: SideName, indices: Sequence[int]) -> str:
    """Sentences of one side by their numbers, which count from 1: "Russian sentences 4 and 5"."""
    return counted(
        "{version:name} sentence {numbers}",
        "{version:name} sentences {numbers}",
        len(indices),
        version=version_of(comparison, side),
        numbers=numbers_listed(indices),
    ).told()


def numbers_listed(indices: Sequence[int]) -> str:
    """Numbers of sentences, which count from 1, in one breath: "4, 5 and 8"."""
    numbers = [str(index + 1) for index in indices]
    if not numbers[:-1]:
        return numbers[-1]
    return say("{several} and {last}", several=", ".join(numbers[:-1]), last=numbers[-1])


def pairing_sentence(bead: Bead) -> str:
    """Why the sentences of a two-sided bead are taken to say the same; "" for any other bead."""
    explanation = bead.explanation
    if explanation is None or not bead.two_sided:
        return ""
    parts = [Phrase("Their similarity is {similarity:.2f} on a scale from 0 to 1", similarity=bead.similarity)]
    if explanation.by_hand:
        parts.insert(0, Phrase("These sentences were linked by a reviewer, or stand in one row of their file. "))
    lead = explanation.lead
    if lead is not None and lead >= 0:
        parts.append(Phrase(", {lead:.2f} above that of any other sentence with one of them", lead=lead))
    elif lead is not None:
        parts.append(Phrase("; another sentence comes nearer by {by:.2f}, but fits worse otherwise", by=-lead))
    if explanation.shared:
        told = explanation.shared_words or explanation.shared  # files of earlier versions have no words for them
        parts.append(Phrase(". Both have: {facts}", facts=joined(", ", told)))
    return joined("", parts).told() + "."


def same_story_sentence(comparison: Comparison) -> str:
    """Whether the two texts are about the same events, as a sentence."""
    probability = comparison.same_story.probability
    share = percent(probability)
    if not comparison.same_story.likely:
        return say("The two texts seem to be about different things (probability of one story: {share}).", share=share)
    if probability >= 0.9:  # above it, "probably" would only sow doubt
        return say("Both texts are about the same thing (probability {share}).", share=share)
    return say("Both texts are probably about the same thing (probability {share}).", share=share)


def kind_counts(comparison: Comparison) -> tuple[tuple[Kind, int], ...]:
    """Kinds that occur, in a fixed order, with their numbers."""
    counts = Counter(difference.kind for difference in comparison.differences)
    return tuple((kind, counts[kind]) for kind in KINDS if counts[kind])


def counts_line(comparison: Comparison) -> str:
    """All differences in one line, "4 differences: 2 only in Russian, 1 number, 1 moved (3 major)"."""
    total = len(comparison.differences)
    if comparison.rejected and not total:
        return say("No differences left, {rejected}.", rejected=rejected_words(comparison))
    if not total:
        same_story = comparison.same_story.likely
        return say("No differences found.") if same_story else say("Not compared sentence by sentence.")
    listed = ", ".join(
        say("{count} {kind}", count=count, kind=kind_name(comparison, kind)) for kind, count in kind_counts(comparison)
    )
    words = counted(
        "{count} difference: {kinds} ({major} major)",
        "{count} differences: {kinds} ({major} major)",
        total,
        kinds=listed,
        major=sum(difference.severity == "major" for difference in comparison.differences),
    ).told()
    return f"{words}, {rejected_words(comparison)}" if comparison.rejected else words


def rejected_words(comparison: Comparison) -> str:
    """How many differences are left out because a reviewer found them not right; "" for none."""
    count = len(comparison.rejected)
    return say_counted("{count} found not right in review", "{count} found not right in review", count) if count else ""


def verdict_name(verdict: Verdict) -> str:
    """What a decision is called, on the page and in reports."""
    return said(in_context("verdict", "right") if verdict == "accepted" else in_context("verdict", "not right"))


def review_words(comparison: Comparison, difference: Difference) -> str:
    """What a reviewer decided, "right, found as number, minor: the sum is right"; "" where nobody did."""
    review = difference.review
    if review is None:
        return ""
    found = [kind_name(comparison, review.kind_found)] if review.kind_found else []
    found += [severity_name(review.severity_found)] if review.severity_found else []
    words = [verdict_name(review.verdict)] if review.verdict and not review.by_hand else []
    words += [say("by hand")] if review.by_hand else []
    words += [say("found as {what}", what=", ".join(found))] if found else []
    return ": ".join(filter(None, [", ".join(words), review.note]))


def marked_gloss(translation: Translation, indices: Iterable[int], words: str) -> str:
    """The words that translate sentences, for a place that does not say who translated: a gloss says that it is one."""
    return say("word by word: {words}", words=words) if translation.is_gloss(indices) else words


def translation_label(translation: Translation) -> str:
    """What a reader must know about a translation before trusting it, on one line; a file may name any engine."""
    label = WITHOUT_ENGINE.get(translation.engine) or label_of(translation.engine, translation.package or "")
    return one_line(said(label))
