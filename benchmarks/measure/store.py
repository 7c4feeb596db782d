"""How large the store of many stories is, and how quickly it is filled and asked, in SQLite and in DuckDB.

    python -m benchmarks.measure.store [--stories 10000]

The stories are the samples, compared once, each with a day and outlets of its own: what a batch of news leaves behind,
but for its files. The product keeps SQLite; DuckDB is measured beside it where it is installed (pip install duckdb).
The same rows go into both, and both are asked the five questions of docs/store.md; SQLite also those of the Monitor,
about all stories and about the last week. A question is timed as the best of five, from an open file on.
"""

import argparse
import json
import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from translate import Options, compare
from translate.batch import Asked, Monitor, Store
from translate.batch.results import Naming, Result
from translate.batch.store import AT_ONCE
from translate.batch.store_tables import TABLES
from translate.batch.story_rows import rows_of
from translate.comparison import Comparison
from translate.records.comparison_record import json_report
from translate.samples import load_sample, sample_names
from translate.text.origin import Origin

STORIES = 10_000
REAL = 200  # stories whose files are written and added in earnest
OUTLETS, FIRST_DAY, STORIES_A_DAY = 40, date(2024, 1, 1), 100
TIMES = 5
QUESTIONS = Path(__file__).resolve().parents[2] / "docs" / "store.md"
PARTS = ("stories", "differences", "facts", "about")
DIALECT = {  # of SQLite to DuckDB
    "min(source_coverage, target_coverage)": "least(source_coverage, target_coverage)",
    "avg(target_value IS NULL)": "avg((target_value IS NULL)::INT)",
    "IS NOT 'rejected'": "IS DISTINCT FROM 'rejected'",
    "GROUP BY number\n": "GROUP BY number, stories.id, target_headline, result\n",
    "day > date((SELECT max(day) FROM stories), '-7 days')": "day::DATE > (SELECT max(day)::DATE - 7 FROM stories)",
}

Rows = dict[str, list[tuple[Any, ...]]]


def questions() -> dict[str, str]:
    """The queries of the documentation by the words that lead to them."""
    found = re.findall(r"((?:[^\n]+\n)+)\n```sql\n(.*?)```", QUESTIONS.read_text(encoding="utf-8"), re.DOTALL)
    return {re.split("[:;]", words)[0]: sql for words, sql in found}


def stories(number: int) -> Iterator[Comparison]:
    """As many comparisons of samples, no two of them with the same text and day."""
    options = Options(engine="none")
    samples = [load_sample(name) for name in sample_names()]
    found = [compare(sample.source, sample.target, options) for sample in samples]
    for i in range(number):
        one = found[i % len(found)]
        day = (FIRST_DAY + timedelta(days=i // STORIES_A_DAY)).isoformat()
        yield replace(
            one,
            source=replace(one.source, text=f"{one.source.text}\n{i}"),
            target=replace(one.target, origin=Origin("", published=day)),
        )


def add_in_earnest(folder: Path, comparisons: Sequence[Comparison]) -> None:
    """Files of comparisons, read and kept as the product does, and then again."""
    (folder / "files").mkdir()
    for i, comparison in enumerate(comparisons):
        (folder / "files" / f"{i:06}.json").write_text(json_report(comparison), encoding="utf-8")
    store = Store(folder / "real.sqlite")
    for what in ("added", "added again"):
        begun = time.perf_counter()
        store.add(folder / "files")
        print(f"{what}: {len(comparisons) / (time.perf_counter() - begun):,.0f} files a second")


def all_rows(number: int) -> Rows:
    """The rows of the tables."""
    rows: Rows = {part: [] for part in PARTS}
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLES)
        columns = [column[0] for column in database.execute("SELECT * FROM stories").description]
    for i, comparison in enumerate(stories(number), 1):
        names = [f"https://outlet{(i * step) % OUTLETS}.example/{i}" for step in (1, 7)]
        naming = Naming(f"pair {i}", names[0], names[1], (("desk", f"desk {i % 5}"),))
        file = Path(f"results/{i // 1000:05}/{i:08}.json")
        kept = rows_of(comparison, Result(file, file.parent, naming), str(file), "compared")
        cells = {"number": i, "reviewed": int(kept.reviewed), "digest": kept.story["texts"], **kept.story}
        rows["stories"].append(tuple(cells[column] for column in columns))
        rows["differences"] += [(i, *part) for part in kept.differences]
        rows["facts"] += [(i, *part) for part in kept.facts]
        rows["about"] += [(i, place, *line) for place, line in enumerate(kept.about)]
    return rows


def filled(database: Any, rows: Rows, begin: str) -> float:
    """Write the rows as the product does, a hundred stories at a time, and give the seconds."""
    begun = time.perf_counter()
    places = dict.fromkeys(PARTS, 0)
    for last in range(AT_ONCE, len(rows["stories"]) + AT_ONCE, AT_ONCE):
        database.execute(begin)
        for part in PARTS:
            end = places[part]
            while end < len(rows[part]) and rows[part][end][0] <= last:
                end += 1
            some = rows[part][places[part] : end]
            if some:
                database.executemany(f"INSERT INTO {part} VALUES ({', '.join('?' * len(some[0]))})", some)
            places[part] = end
        database.execute("COMMIT")
    return time.perf_counter() - begun


def timed(ask: Callable[[str], list[Any]]) -> None:
    for words, sql in questions().items():
        seconds = []
        for _ in range(TIMES):
            begun = time.perf_counter()
            rows = ask(sql)
            seconds.append(time.perf_counter() - begun)
        print(f"  {1000 * min(seconds):8.1f} ms  {len(rows):6,} rows  {words}")


def in_sqlite(path: Path, rows: Rows) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(TABLES)
    seconds = filled(database, rows, "BEGIN IMMEDIATE")
    database.close()
    told("SQLite", path, seconds, rows)
    database = sqlite3.connect(path)
    timed(lambda sql: database.execute(sql).fetchall())
    database.close()
    in_the_monitor(path)


def in_the_monitor(path: Path) -> None:
    """The time of each part of the page's view, best of five."""
    monitor = Monitor(path)
    offered = monitor.choices()
    for asked in (Asked(), Asked.last(7, offered.last)):
        parts: dict[str, Callable[[], object]] = {
            "choices": monitor.choices,
            "numbers": lambda asked=asked: monitor.numbers(asked),
            "stories": lambda asked=asked: monitor.lines(asked),
            "over time": lambda asked=asked: monitor.over_time(asked),
            "outlets": lambda asked=asked: monitor.outlets(asked),
            "conflicts": lambda asked=asked: monitor.conflicts(asked),
        }
        print(f"  Monitor, {monitor.numbers(asked).stories:,} stories")
        for name, ask in parts.items():
            seconds = []
            for _ in range(TIMES):
                begun = time.perf_counter()
                ask()
                seconds.append(time.perf_counter() - begun)
            print(f"  {1000 * min(seconds):8.1f} ms  {name}")


def in_duckdb(path: Path, rows: Rows) -> None:
    """The same tables but for what only SQLite has, and questions in its dialect; rows go in from files of JSON."""
    try:
        import duckdb
    except ImportError:
        print("DuckDB: not installed")
        return
    database = duckdb.connect(str(path), config={"threads": int(os.environ.get("OMP_NUM_THREADS", "1"))})
    tables = re.sub(r"BEGIN IMMEDIATE;|COMMIT;|PRAGMA [^;]*;|WITHOUT ROWID|REFERENCES stories", "", TABLES)
    database.execute(tables)
    begun = time.perf_counter()
    for part in PARTS:
        names = [column[0] for column in database.execute(f"SELECT * FROM {part} LIMIT 0").description]
        lines = path.with_suffix(f".{part}.jsonl")
        with lines.open("w", encoding="utf-8") as file:
            for row in rows[part]:
                file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")
        database.execute(f"INSERT INTO {part} BY NAME SELECT * FROM read_json('{lines}')")
    seconds = time.perf_counter() - begun
    database.close()
    told("DuckDB", path, seconds, rows)
    database = duckdb.connect(str(path), read_only=True)
    timed(lambda sql: database.execute(in_its_dialect(sql)).fetchall())
    database.close()


def in_its_dialect(sql: str) -> str:
    """A question as DuckDB takes it."""
    for ours, theirs in DIALECT.items():
        sql = sql.replace(ours, theirs)
    return sql


def told(name: str, path: Path, seconds: float, rows: Rows) -> None:
    size, number = path.stat().st_size, len(rows["stories"])
    print(f"{name}: {size / 1e6:.1f} MB, {size / number:,.0f} bytes a story, filled in {seconds:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=STORIES)
    asked_for = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        add_in_earnest(folder, list(stories(min(REAL, asked_for.stories))))
        rows = all_rows(asked_for.stories)
        print(", ".join(f"{len(rows[part]):,} {part}" for part in PARTS))
        in_sqlite(folder / "store.sqlite", rows)
        in_duckdb(folder / "store.duckdb", rows)


if __name__ == "__main__":
    main()
