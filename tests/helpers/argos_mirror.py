"""A mirror on this machine of Argos's index and packages, laid out as the real ones are.

What is known of the real ones: the index in the repository argospm-index as of June 2025 (96 entries, served as plain
text) and its history, in which every odd entry below was; the program that Argos packs its models with (folders are
entries of their own, stanza/ beside the model, config.json as below); a delivery service that refuses Python's own
User-Agent, sends on to a store elsewhere, answers with a page in HTML where it is displeased, and calls a package
whatever it likes.
"""

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from local_server import answering

LANGUAGES = {"ar": "Arabic", "de": "German", "es": "Spanish", "pb": "Portuguese (Brazil)", "ru": "Russian"} | {
    "nb": "Norwegian",
    "zt": "Chinese (traditional)",
}
ODD_ENTRIES = (
    # Of many languages, of another type, nothing but a name, without addresses, with a language that is none.
    {"code": "translate-m2m-100-418m", "name": "M2M-100 418M", "type": "translate", "package_version": "2.0"}
    | {"languages": [{"code": "en", "name": "English"}, {"code": "ru", "name": "Russian"}], "argos_version": "2.0"}
    | {"dependencies": ["chunk"], "links": ["https://cdn.invalid/translate-m2m-100-418m-2_0.argosmodel"]},
    {"code": "chunk", "name": "Chunk", "type": "chunk", "source_languages": [{"code": "auto"}], "links": []},
    {"code": "translate", "dependencies": ["translate-m2m-100"]},
    {
        "code": "chunk",
        "type": "translate",
        "from_code": "auto",
        "to_code": "chunk",
        "package_version": "2.0",
        "links": [],
    },
    {
        "package_version": "1.5",
        "type": "sbd",
        "from_codes": ["en", "ru"],
        "links": ["https://cdn.invalid/sbd.argosmodel"],
    },
    {"package_version": "1.0", "argos_version": "1.0", "from_code": "ru", "from_name": "Russian"}
    | {"to_code": "en", "to_name": "English"},
)
CONFIG = """{
  "add_source_bos": false,
  "add_source_eos": %s,
  "bos_token": "<s>",
  "decoder_start_token": "<s>",
  "eos_token": "</s>",
  "layer_norm_epsilon": null,
  "unk_token": "<unk>"
}
"""
PAGE = b"<!DOCTYPE html><html><title>Just a moment...</title><body>Checking your browser</body></html>"


@dataclass
class Mirror:
    """What is served.

    Attributes:
        address: Where the index lies, as ARGOS_PACKAGE_INDEX names it.
        files: Package by its name, "translate-ru_en-1_9.argosmodel".
        kinds: Content type of each package where it is not application/octet-stream.
        displeased: Whether the service answers with a page in HTML, status 200, in place of every package.
        asked: Paths asked for, in order.
    """

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    displeased: bool = False
    asked: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        """Without a path."""
        return self.address.removesuffix("/argospm-index/main")

    def index(self) -> list[dict[str, object]]:
        """The pairs of LANGUAGES with English, of some an older version too; addresses of no web among the links."""
        entries: list[dict[str, object]] = []
        for code, name in LANGUAGES.items():
            for one, other in (((code, name), ("en", "English")), (("en", "English"), (code, name))):
                for version in ("1.9",) if code != "ru" else ("1.9", "1.0", "1.7"):
                    file = f"translate-{one[0]}_{other[0]}-{version.replace('.', '_')}.argosmodel"
                    links = [f"{self.host}/v1/{file}", "QmV5bmf8iqKpoGoyuTzEppaSWdceuW6zgiePaUr5ThPCpW"]
                    links += ["ipfs://QmUwZ5mSRLycPPw6CRqVVqXBMrtEN8Az9UiXH7eTuzMh8n", "ifps://Qmb6Net4NwQeYf6Q9uCzT1"]
                    entry = {"package_version": version, "argos_version": f"{version}.0", "from_code": one[0]}
                    entry |= {"from_name": one[1], "to_code": other[0], "to_name": other[1], "links": links}
                    entries.append(entry | {"code": f"translate-{one[0]}_{other[0]}"})
        return [*ODD_ENTRIES, *entries]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """The service sends on twice, to another path and to the store; the store gives the file."""
        self.asked.append(handler.path)
        place, _, name = handler.path.partition("?")[0].rpartition("/")
        if "Python-urllib" in handler.headers.get("User-Agent", ""):
            _send(handler, 403, b"error code: 1010", "text/plain; charset=UTF-8")
        elif (place, name) == ("/argospm-index/main", "index.json"):
            _send(handler, 200, json.dumps(self.index(), indent=4).encode(), "text/plain; charset=utf-8", 'W/"2f8c"')
        elif self.displeased and place in ("/v1", "/argospm/v1", "/store"):
            _send(handler, 200, PAGE, "text/html; charset=UTF-8", '"page"')
        elif place == "/v1" and name in self.files:
            _send_on(handler, 301, f"{self.host}/argospm/v1/{name}")
        elif place == "/argospm/v1":
            _send_on(handler, 302, f"/store/{name}?X-Amz-Expires=300&X-Amz-Signature=a%2Fb%3D")
        elif place == "/store":
            kind = self.kinds.get(name, "application/octet-stream")
            _send(handler, 200, self.files[name], kind, f'"{len(self.files[name]):x}"')
        else:
            _send(handler, 404, PAGE, "text/html; charset=UTF-8")


@contextmanager
def argos_mirror() -> Iterator[Mirror]:
    """Serve a mirror for the time of the `with`; its packages are yet to be put in."""
    mirror = Mirror()
    with answering(mirror.answer) as host:
        mirror.address = f"{host}/argospm-index/main"
        yield mirror


def real_layout(package: Path, version: str, top: str, extra: dict[str, bytes], folder: Path) -> bytes:
    """A package packed again as Argos packs its own.

    Args:
        package: Package file whose model is taken.
        version: Told by metadata.json, which names its fields in Argos's order.
        top: Name of the one folder in it: "ru_en" in old packages, "translate-ru_en-1_9" in newer ones.
        extra: Further files, by their place below that folder.
        folder: Where the file may be written.
    """
    with zipfile.ZipFile(package) as archive:
        files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    told = json.loads(files["metadata.json"])
    names = LANGUAGES | {"en": "English"}
    metadata = {"package_version": version, "argos_version": "1.9.0", "from_code": told["from_code"]}
    metadata |= {"from_name": names[told["from_code"]], "to_code": told["to_code"], "to_name": names[told["to_code"]]}
    files["metadata.json"] = json.dumps(metadata, indent=4).encode()
    files["README.md"] = f"# {metadata['from_name']}-{metadata['to_name']}\n\nData compiled by Opus.\n".encode()
    ends = json.loads(files["model/config.json"]).get("add_source_eos", False)
    files["model/config.json"] = (CONFIG % json.dumps(ends)).encode()
    files |= extra
    path = folder / f"{top}-{version}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        folders = {f"{top}/"} | {f"{top}/{up}/" for name in files for up in list(Path(name).parents)[:-1]}
        for name in sorted(folders):
            archive.mkdir(name)
        for name, content in files.items():
            archive.writestr(f"{top}/{name}", content)
    return path.read_bytes()


def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes, kind: str, tag: str = "") -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    if tag:
        handler.send_header("ETag", tag)
    handler.end_headers()
    handler.wfile.write(body)


def _send_on(handler: BaseHTTPRequestHandler, status: int, place: str) -> None:
    handler.send_response(status)
    handler.send_header("Location", place)
    handler.send_header("Content-Length", "0")
    handler.end_headers()
