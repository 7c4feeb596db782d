"""What a batch has done so far, a line for each pair: by it, one that was killed goes on."""

import json
import os
import time
from array import array
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from translate.batch.outcome import Outcome, outcome_of, record_of
from translate.errors import OutputError
from translate.wording.phrase import Phrase

SCHEMA: Final = "parallax/batch/1"
NAME: Final = "journal.jsonl"
SYNCED: Final = 1.0  # seconds after which what was written is safe from a power cut; a kill loses nothing

Settings = Mapping[str, Any]


class OtherSettings(OutputError):
    """A journal is of a batch with other settings."""


class Journal:
    """The journal of one folder; memory holds eight bytes for each pair.

    Attributes:
        known: Pairs that it knows an outcome of.
    """

    def __init__(self, folder: Path, settings: Settings, called: object = "") -> None:
        """Open the journal, or begin one.

        Args:
            folder: That holds it.
            settings: By which its pairs are compared; those of a journal that is there have to be the same.
            called: What an error calls the folder of the batch, where that is another one.

        Raises:
            OtherSettings: The journal is of other settings.
            OutputError: It is none, or cannot be read or written.
        """
        self.known = 0
        self._path = folder / NAME
        self._called = called or folder
        self._places = array("Q")  # of each pair's last line, by its number, the place of its first byte; 0 for none
        self._synced = time.monotonic()
        try:
            self._file = self._path.open("a+b")
            self._read(settings)
        except OSError as error:
            raise OutputError(
                Phrase("Cannot write {name}: {reason}. Give another place with -o.", name=self._path, reason=error)
            ) from error

    def close(self) -> None:
        """Write what is still to be written, and let the file go."""
        self._sync()
        self._file.close()

    def outcome(self, number: int) -> tuple[Outcome, str] | None:
        """The outcome of a pair and the digest of that pair; None where there is none."""
        if number >= len(self._places) or not self._places[number]:
            return None
        self._file.seek(self._places[number])
        record = json.loads(self._file.readline())
        return outcome_of(record["outcome"]), record["digest"]

    def note(self, outcome: Outcome, digest: str) -> None:
        """Write down what came of a pair of that digest."""
        place = self._append({"digest": digest, "outcome": record_of(outcome)})
        self._remember(outcome.number, place)
        if time.monotonic() - self._synced > SYNCED:
            self._sync()

    def _append(self, record: Mapping[str, Any]) -> int:
        """Write a line and give its place."""
        place = self._file.seek(0, os.SEEK_END)
        self._file.write(json.dumps(record, ensure_ascii=False).encode(errors="replace") + b"\n")
        self._file.flush()
        return place

    def _remember(self, number: int, place: int) -> None:
        if number >= len(self._places):
            self._places.extend([0] * (number + 1 - len(self._places)))
        self.known += not self._places[number]
        self._places[number] = place

    def _read(self, settings: Settings) -> None:
        self._file.seek(0)
        first = self._file.readline()
        if not first.endswith(b"\n"):  # nothing, or a kill came at once
            self._file.truncate(0)
            self._append({"schema": SCHEMA, "settings": settings})
            return
        self._require(first, settings)
        place = self._file.tell()
        for line in iter(self._file.readline, b""):
            if not line.endswith(b"\n"):  # a kill came while it was written
                self._file.truncate(place)
                return
            with suppress(ValueError, KeyError, TypeError):  # a damaged line: the pair is compared again
                self._remember(int(json.loads(line)["outcome"]["number"]), place)
            place += len(line)

    def _require(self, first: bytes, settings: Settings) -> None:
        """Refuse a journal of another batch, saying what is different."""
        with suppress(ValueError, TypeError, KeyError):
            record = json.loads(first)
            if record["schema"] == SCHEMA:
                before = record["settings"]
                changed = sorted(name for name in {*before, *settings} if before.get(name) != settings.get(name))
                if not changed:
                    return
                raise OtherSettings(
                    Phrase(
                        "{folder} holds a batch with other settings ({changed}). Give another place with -o, or begin "
                        "anew with --anew.",
                        folder=self._called,
                        changed=", ".join(f"{name}: {before.get(name)}, now {settings.get(name)}" for name in changed),
                    )
                )
        raise OutputError(
            Phrase(
                "{name} is no journal of a batch. Give another place with -o, or begin anew with --anew.",
                name=self._path,
            )
        )

    def _sync(self) -> None:
        os.fsync(self._file.fileno())
        self._synced = time.monotonic()
