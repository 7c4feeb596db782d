"""Whether a redesign changed results: the JSON of the samples and of 60 development stories, written and compared.

    python -m benchmarks.measure.unchanged FOLDER [--compare] [--data ../shared/eval]

Without `--compare` it writes one file a story, in the checkout before the change; with it, it makes them again and
names every story that is not byte for byte what it was, and every one that the folder does not hold yet.

A file of the time before sentences were stored as templates may hold what is made now without

- the templates: every record of a sentence, wherever it stands, becomes its `text`, and
- the words for people beside a normal form: `words` of the readings of a difference and of the places of a fact,
  `shared_words` of a bead's explanation are dropped;
- what a sentence says beside its role: `label` and `certainty` are dropped;
- the revision of the cleaning that a signature names since pages are cleaned by a model: `cleaning:2|` is dropped.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.data.development import STORIES, asked, data_parser, rows
from translate import compare
from translate.records.comparison_record import json_text
from translate.report import render
from translate.samples import load_sample, sample_names

STEP = 7  # every so manieth story, so that the twenty of a set are spread over its outlets and years
OF_EACH = 20  # stories of a set
ADDED = ("words", "shared_words", "label", "certainty")
CLEANING = re.compile(r"cleaning:\d+\|")


def texts(data: Path) -> Iterator[tuple[str, str, str]]:
    """Names and raw texts of the stories that are compared."""
    for name in sample_names():
        sample = load_sample(name)
        yield name, sample.source, sample.target
    for source in STORIES:
        for place, row in enumerate(rows(data, source)[::STEP][:OF_EACH]):
            yield f"{source}_{place:02d}", row["ru_text"], row["en_text"]


def as_before(record: str) -> str:
    """The JSON of a comparison without what was added to it since the first version of its schema."""
    before = _plain(json.loads(record))
    return json_text(before | {"signature": CLEANING.sub("", before["signature"])})


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "template" in value:
        return value["text"]
    return {name: _plain(item) for name, item in value.items() if name not in ADDED}


def main() -> None:
    """Write or compare."""
    parser = data_parser(__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--compare", action="store_true")
    given = asked(parser)
    given.folder.mkdir(parents=True, exist_ok=True)
    changed, count = [], 0
    for name, source, target in texts(given.data):
        path = given.folder / f"{name}.json"
        if given.compare and not path.exists():
            print(f"new: {name}")
            continue
        record = render(compare(source, target), "json")
        if given.compare:
            count += 1
            if path.read_bytes() not in (record.encode(), as_before(record).encode()):
                changed.append(name)
        else:
            path.write_bytes(record.encode())
    if given.compare:
        print(
            f"{count - len(changed)} of {count} stories unchanged" + "".join(f"\nchanged: {name}" for name in changed)
        )
        sys.exit(bool(changed))


if __name__ == "__main__":
    main()
