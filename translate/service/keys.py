"""The keys of clients: made at random, kept as digests, compared in constant time."""

import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from translate.errors import OptionError
from translate.settings import environment
from translate.wording.phrase import Phrase

NOBODY: Final = ""  # whose jobs those are that come without a key
SHORTEST: Final = 32  # characters; a digest without salt is no secret of a short one
OWNER: Final = 16  # hexadecimal digits of a digest by which jobs and rates are told apart
_LINE: Final = re.compile(r"(?P<name>\S+)\s+(?P<digest>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Keys:
    """Those of one service.

    Attributes:
        digests: SHA-256 of each; none where no key is asked for.
    """

    digests: tuple[str, ...] = field(default=(), repr=False)

    def owner(self, given: str | None) -> str | None:
        """Who sends a key: a name that tells nothing of it; NOBODY where none is asked for, None where it is wrong."""
        if not self.digests:
            return NOBODY
        digest = _digest(given or "")
        found = [hmac.compare_digest(digest, known) for known in self.digests]  # all of them, whichever fits
        return digest[:OWNER] if any(found) else None


def key_sent(headers: Mapping[str, str]) -> str | None:
    """The key of a request: `Authorization: Bearer KEY`, or `X-API-Key: KEY`; None where there is none."""
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and bearer.strip():
        return bearer.strip()
    return headers.get("x-api-key")


def new_key(name: str) -> tuple[str, str]:
    """A key and the line of a file of keys that lets it in.

    Raises:
        OptionError: The name has blanks or says nothing.
    """
    key = secrets.token_urlsafe(SHORTEST)
    line = f"{name} {_digest(key)}"
    if not _LINE.fullmatch(line) or name.startswith("#"):
        raise OptionError(Phrase("{name} is no name of a key. Give a word without blanks.", name=repr(name)[:40]))
    return key, line


def keys_told() -> Keys:
    """Those that the environment names, and those of the file that it names.

    Raises:
        OptionError: A key is too short, the file cannot be read, or a line of it is none.
    """
    given = environment.told(environment.API_KEYS).split()
    if any(len(key) < SHORTEST or not key.isascii() for key in given):
        raise OptionError(
            Phrase(
                "A key in {variable} has fewer than {shortest} letters, digits and signs. To make one: "
                "parallax serve --new-key NAME",
                variable=environment.API_KEYS,
                shortest=SHORTEST,
            )
        )
    path = environment.told(environment.API_KEYS_FILE)
    return Keys((*map(_digest, given), *(_digests_in(Path(path)) if path else ())))


def _digests_in(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise _wrong_file(path, str(reason)) from error
    digests = []
    for number, line in enumerate(map(str.strip, lines), 1):
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise _wrong_file(path, Phrase("line {line} is no name and SHA-256", line=number))
        digests.append(match["digest"])
    if not digests:  # an empty file would open the service to all
        raise _wrong_file(path, Phrase("it holds no key"))
    return digests


def _wrong_file(path: Path, what: str) -> OptionError:
    return OptionError(
        Phrase(
            "The file of keys {path} cannot be used: {what}. To make a line of it: parallax serve --new-key NAME",
            path=path,
            what=what,
        )
    )


def _digest(key: str) -> str:
    return sha256(key.encode(errors="surrogateescape")).hexdigest()
