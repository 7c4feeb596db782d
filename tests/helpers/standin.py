"""A comparison that loads no model: sentences pair in their order, whatever stands alone at the end is one-sided."""

from translate.alignment.bead import Bead, Explanation
from translate.comparison import Comparison
from translate.differences.difference import Difference, Evidence, Reading
from translate.differences.parts.coverage import Coverage
from translate.differences.same_story import SameStory
from translate.engines.translation import Translation, Translations
from translate.text.detection import Detection, require_pair
from translate.text.document import Document, Span
from translate.text.reading import read_document, read_list

RUSSIAN = """Читайте также: Другая новость

Мост открыли после ремонта

Мост через реку открыли в понедельник. Ремонт стоил 12 млн рублей. Мэр поблагодарил рабочих за терпение."""
ENGLISH = """Bridge reopens after repairs

The bridge across the river was opened on Monday. The repairs cost 15 million roubles."""


def standin_compare(source, target, options=None, *, progress=None, links=()):
    """What `translate.compare` promises, without its intelligence."""
    if progress:
        for stage in ("reading", "encoding", "aligning", "comparing", "translating"):
            progress(stage, 1, 2)
    a, b = _document(source), _document(target)
    require_pair(Detection(a.language, 1.0, "Stand-in"), Detection(b.language, 1.0, "Stand-in"))
    beads = with_links(standin_align(a, b), links)
    differences = [_difference(a, b, number, bead) for number, bead in enumerate(beads)]
    found = [difference for difference in differences if difference]
    return Comparison(
        source=a,
        target=b,
        beads=beads,
        differences=tuple(found),
        coverage=Coverage(0.75, 1.0),
        same_story=SameStory(0.1 if "unrelated" in a.text + b.text else 0.98),
        translation=Translations(_gloss(a), _gloss(b)),
        signature="standin",
    )


def with_links(beads, links):
    """Beads in which the sentences of each link stand together, and those they leave stand alone."""
    source = {i for link in links for i in link.source}
    target = {j for link in links for j in link.target}
    kept = []
    for bead in beads:
        left = tuple(i for i in bead.source if i not in source), tuple(j for j in bead.target if j not in target)
        if any(left):
            kept.append(Bead(*left, 0.8, 0.9))
    made = [Bead(link.source, link.target, 0.5, 1.0, explanation=Explanation(by_hand=True)) for link in links]
    return tuple(sorted([*kept, *made], key=lambda bead: (*bead.source, *bead.target)))


def standin_align(source, target, options=None, *, languages=(None, None)):
    """What `translate.align` promises: a bead for each pair of sentences in their order."""
    a, b = _document(source).compared, _document(target).compared
    return tuple(Bead(a[i : i + 1], b[i : i + 1], 0.8, 0.9) for i in range(max(len(a), len(b))))


def _document(side) -> Document:
    if isinstance(side, Document):
        return side
    return read_document(side) if isinstance(side, str) else read_list(side)


def _gloss(document):
    count = len(document.sentences)
    return Translation("gloss", tuple("gloss" if i in document.compared else "" for i in range(count)), "gloss")


def _difference(a, b, number, bead):
    where = tuple(Span(a.sentences[i].start, a.sentences[i].end) for i in bead.source)
    there = tuple(Span(b.sentences[j].start, b.sentences[j].end) for j in bead.target)
    if bead.two_sided:
        words, others = a.sentence_text(bead.source[0]), b.sentence_text(bead.target[0])
        if "12 млн" not in words or "15 million" not in others:
            return None
        readings = (Reading("source", "12 млн", "12000000"), Reading("target", "15 million", "15000000"))
        evidence = Evidence("The sums differ.", readings)
        return Difference("d1", "number", "both", "major", 0.9, number, where, there, "The sums differ.", evidence)
    kind, side = ("omission", "source") if bead.source else ("addition", "target")
    message = "This sentence is found in one version only."
    return Difference(f"d{number + 2}", kind, side, "minor", 0.8, number, where, there, message, Evidence(message))
