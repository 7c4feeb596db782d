"""The tables of a store, which docs/store.md documents, and the error of a file that is none."""

from typing import Final

from translate.errors import TranslateError
from translate.wording.phrase import Phrase

SCHEMA: Final = 1801  # in user_version; the other files of Parallax count from 1, and none may be taken for another
BUSY_SECONDS: Final = 30.0  # somebody else adds a hundred stories at a time

TABLES: Final = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS stories (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    batch TEXT,
    result TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    source_outlet TEXT,
    target_outlet TEXT,
    source_headline TEXT NOT NULL,
    target_headline TEXT NOT NULL,
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    source_published TEXT,
    target_published TEXT,
    day TEXT,
    source_sentences INTEGER NOT NULL,
    target_sentences INTEGER NOT NULL,
    source_coverage REAL NOT NULL,
    target_coverage REAL NOT NULL,
    same_story REAL NOT NULL,
    relation TEXT,
    relation_probability REAL,
    differences INTEGER NOT NULL,
    major INTEGER NOT NULL,
    decided INTEGER NOT NULL,
    reviewed INTEGER NOT NULL,
    texts TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS stories_by_digest ON stories (digest);
CREATE INDEX IF NOT EXISTS stories_by_day ON stories (day);
CREATE TABLE IF NOT EXISTS differences (
    story INTEGER NOT NULL REFERENCES stories,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    side TEXT NOT NULL,
    severity TEXT NOT NULL,
    confidence REAL,
    message TEXT NOT NULL,
    decision TEXT,
    note TEXT NOT NULL,
    PRIMARY KEY (story, place)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (
    story INTEGER NOT NULL REFERENCES stories,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    source_value TEXT,
    target_value TEXT,
    difference TEXT,
    PRIMARY KEY (story, place)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS about (
    story INTEGER NOT NULL REFERENCES stories,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (story, place)
) WITHOUT ROWID;
PRAGMA user_version = {SCHEMA};
COMMIT;
"""


class StoreError(TranslateError):
    """A file cannot be used as a store."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        super().__init__(
            Phrase(
                "The store {path} cannot be used: {reason}. Give the path of a store, or of a file that is still to be "
                "made: parallax store add RESULTS -o FILE",
                path=path,
                reason=reason,
            )
        )
