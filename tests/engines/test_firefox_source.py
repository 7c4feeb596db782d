"""Models from a list of either layout, which a small server on this machine plays; its answers are awkward at times."""

import errno
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from filelock import FileLock
from local_server import answering
from zstd_frame import zstd

from translate.engines import firefox_source
from translate.engines.firefox_models import installed_models, models_folder
from translate.engines.firefox_source import install_pair, offered_models, source_address
from translate.errors import EngineError

ROLES = {
    "model": "model.ruen.intgemm.alphas.bin",
    "lex": "lex.50.50.ruen.s2t.bin",
    "vocab": "vocab.ruen.spm",
}
CATALOGUE_NAMES = {"model": "model", "lex": "lexicalShortlist", "vocab": "vocab"}


@dataclass
class Site:
    """Serves files with an ETag and ranges.

    Attributes:
        files: Content by path.
        breaks: Bytes after which the next answer for a path ends.
        moved: Where a path is in truth.
        kinds: Content types that are no octet-stream.
        asked: Path and range of every request.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    breaks: dict[str, int] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    url: str = ""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path, wanted = handler.path, handler.headers.get("Range")
        self.asked.append((path, wanted))
        if path in self.moved:
            handler.send_response(302)
            handler.send_header("Location", self.moved[path])
            handler.end_headers()
            return
        if path not in self.files:
            handler.send_error(404)
            return
        body = self.files[path]
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Type", self.kinds.get(path, "application/octet-stream"))
        handler.send_header("ETag", f'"{sha256(body).hexdigest()}"')
        handler.send_header("Content-Length", str(len(body) - start))
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        handler.end_headers()
        handler.wfile.write(body[start:][: self.breaks.pop(path, len(body))])

    def records(self, files: dict[str, bytes], **changes: object) -> str:
        """List files as Remote Settings does, packed by zstd, beside the list; its address."""
        data = []
        for role, raw in files.items():
            packed, location = zstd(raw), f"main-workspace/translations-models-v2/{role}.zst"
            self.files[f"/mirror/{location}"] = packed
            attachment = {"filename": f"{ROLES[role]}.zst", "location": location, "mimetype": "application/zstd"}
            attachment |= {"size": len(packed), "hash": sha256(packed).hexdigest()}
            record = {"name": ROLES[role], "fileType": role, "version": "3.0", "architecture": "base-memory"}
            record |= {"sourceLanguage": "ru", "targetLanguage": "en", "filter_expression": "", "schema": 17}
            record |= {"decompressedHash": sha256(raw).hexdigest(), "attachment": attachment}
            data.append(record | changes)
        data.append({"fileType": "qualityModel", "attachment": {"location": "x"}})
        data.append({"nonsense": True})
        self.files["/mirror/records.json"] = json.dumps({"data": [*data, "text"]}).encode()
        return f"{self.url}/mirror/records.json"

    def catalogue(self, files: dict[str, bytes], base: str | None = None, **changes: object) -> str:
        """List files as Mozilla's catalogue does, packed by gzip; its address."""
        listed = {}
        for role, raw in files.items():
            path = f"models/ru-en/run/exported/{ROLES[role]}.gz"
            self.files[f"/bucket/{path}"] = gzip.compress(raw)
            listed[CATALOGUE_NAMES[role]] = {"path": path}
        listed["model"] |= {
            "uncompressedSize": len(files["model"]),
            "uncompressedHash": sha256(files["model"]).hexdigest(),
        }
        entry = {"architecture": "tiny", "releaseStatus": "Release", "sourceLanguage": "ru", "targetLanguage": "en"}
        entry |= {"files": listed, "metrics": {"flores200-plus": {"bleu": 30.3}}}
        nightly = entry | {"releaseStatus": None, "architecture": "base-memory", "files": {"model": listed["model"]}}
        told = {"generated": "2026-09-30T00:44:58Z", "baseUrl": base or f"{self.url}/bucket"}
        told["models"] = {"ru-en": [nightly, entry | changes]}
        self.files["/bucket/db/models.json"] = json.dumps(told).encode()
        return f"{self.url}/bucket/db/models.json"


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    with answering(site.answer) as site.url:
        yield site


@pytest.fixture
def files(firefox_files: Path) -> dict[str, bytes]:
    return {role: (firefox_files / name).read_bytes() for role, name in ROLES.items()}


def beside() -> list[str]:
    """What lies beside the folder of models, but for locks."""
    return sorted(path.name for path in models_folder().parent.glob("*") if not path.name.endswith(".lock"))


def test_a_mirror_of_firefoxs_own_list(site: Site, files: dict[str, bytes]) -> None:
    steps: list[tuple[int, int]] = []
    model = install_pair("ru", "en", site.records(files), lambda *step: steps.append(step))
    assert installed_models() == [model]
    assert model.name == "firefox-ru_en-3_0"
    assert model.file("model").read_bytes() == files["model"]
    assert steps[-1][0] == steps[-1][1] == sum(len(zstd(raw)) for raw in files.values())
    assert steps == sorted(steps)
    assert beside() == ["models"]


def test_mozillas_catalogue(site: Site, files: dict[str, bytes]) -> None:
    """Of two models, the one that is released, with all its files."""
    model = install_pair("ru", "en", site.catalogue(files))
    assert model.version == sha256(files["model"]).hexdigest()[:8]
    assert model.file("vocab").read_bytes() == files["vocab"]


def test_a_server_of_remote_settings_tells_where_attachments_are(site: Site, files: dict[str, bytes]) -> None:
    site.records(files)
    path = "/v1/buckets/main/collections/translations-models-v2/records"
    site.files[path] = site.files.pop("/mirror/records.json")
    site.files["/v1/"] = json.dumps({"capabilities": {"attachments": {"base_url": f"{site.url}/mirror/"}}}).encode()
    assert install_pair("ru", "en", site.url + path).version == "3.0"
    site.files["/v1/"] = b"{}"
    with pytest.raises(EngineError, match="its server does not say where attachments are"):
        install_pair("ru", "en", site.url + path)


def test_the_older_names_of_fields(site: Site, files: dict[str, bytes]) -> None:
    address = site.records(files, version="1.0")
    old = site.files["/mirror/records.json"].replace(b"sourceLanguage", b"fromLang").replace(b"targetLang", b"toLang")
    site.files["/mirror/records.json"] = old.replace(b"toLanguage", b"toLang")
    assert install_pair("ru", "en", address).version == "1.0"


def test_of_several_the_best_is_offered(site: Site, files: dict[str, bytes]) -> None:
    data = []
    for version, changes in (
        ("3.0", {}),
        ("3.1", {"architecture": "tiny"}),
        ("3.1", {"architecture": "base-memory"}),
        ("3.2a1", {}),
        ("3.3", {"filter_expression": "env.channel == 'nightly'"}),
        ("4.0", {}),
    ):
        site.records(files, version=version, **changes)
        data += json.loads(site.files["/mirror/records.json"])["data"]
    site.files["/mirror/records.json"] = json.dumps(data).encode()
    (offer,) = offered_models(f"{site.url}/mirror/records.json")
    assert (offer.pair, offer.version, offer.architecture) == (("ru", "en"), "3.1", "base-memory")


def test_the_variable_names_a_mirror(site: Site, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    assert source_address() == firefox_source.CATALOGUE
    monkeypatch.setenv("PARALLAX_FIREFOX_SOURCE", site.catalogue(files))
    assert source_address() == f"{site.url}/bucket/db/models.json"
    assert source_address("http://other") == "http://other"
    assert install_pair("ru", "en").pair == ("ru", "en")


def test_a_redirect_is_followed(site: Site, files: dict[str, bytes]) -> None:
    site.records(files)
    site.moved["/list"] = f"{site.url}/mirror/records.json"
    place = "/mirror/main-workspace/translations-models-v2/model.zst"
    site.files["/elsewhere"] = site.files.pop(place)
    site.moved[place] = "/elsewhere"
    site.files["/main-workspace/translations-models-v2/lex.zst"] = b"not beside the address that was asked"
    with pytest.raises(EngineError, match=r"404"):
        install_pair("ru", "en", f"{site.url}/list")  # files lie beside the address that was given
    assert install_pair("ru", "en", f"{site.url}/mirror/records.json").version == "3.0"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>Log in to the hotel</html>",
        b"[" * 100_000,
        b"{}",
        b"[]",
        b'{"data": []}',
        b'{"data": 5}',
        b"null",
        b'{"models": {}}',
        b'{"models": {"ru-en": 5}}',
        b'{"models": {"ru-en": [{"files": []}]}}',
        b"\xff\xfe",
    ],
)
def test_what_is_no_list_is_told(site: Site, content: bytes) -> None:
    site.files["/list"], site.kinds["/list"] = content, "text/html"
    with pytest.raises(EngineError, match=r"/list is no list of Firefox's models .*--source .*packages install FOLDER"):
        install_pair("ru", "en", f"{site.url}/list")
    assert not models_folder().exists()


def test_a_pair_that_a_mirror_lacks_names_those_it_has(site: Site, files: dict[str, bytes]) -> None:
    with pytest.raises(EngineError, match=r"lists no model for en to ru that can be used here\. It has: ru to en"):
        install_pair("en", "ru", site.records(files))


def test_half_a_model_is_none(site: Site, files: dict[str, bytes]) -> None:
    del files["vocab"]
    with pytest.raises(EngineError, match="it lists no model that is complete"):
        install_pair("ru", "en", site.records(files))


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/list", "file:///etc/passwd", "models.json"])
def test_a_source_that_cannot_be_reached_names_the_other_ways(address: str) -> None:
    with pytest.raises(EngineError, match=rf"Cannot read the list of Firefox's models at {address}.*install FOLDER"):
        install_pair("ru", "en", address)


def test_an_address_of_a_file_that_is_no_web_address_is_not_read(site: Site, files: dict[str, bytes]) -> None:
    with pytest.raises(EngineError, match="it lists no model that is complete"):
        install_pair("ru", "en", site.catalogue(files, base="file:///etc"))


@pytest.mark.parametrize("role", ["model", "vocab", "lex"])
def test_another_file_than_the_list_says_is_refused(site: Site, files: dict[str, bytes], role: str) -> None:
    """A page of a hotel, or a file that somebody has changed: nothing of it stays."""
    address = site.records(files)
    site.files[f"/mirror/main-workspace/translations-models-v2/{role}.zst"] = b"<html>Log in</html>"
    with pytest.raises(EngineError, match=rf"{role}\.zst sends is not the file .*its size or checksum differs"):
        install_pair("ru", "en", address)
    assert installed_models() == []
    assert beside() == []


def test_a_changed_model_of_the_catalogue_is_refused(site: Site, files: dict[str, bytes]) -> None:
    address = site.catalogue(files)
    changed = bytearray(files["model"])
    changed[-300] ^= 1
    site.files[f"/bucket/models/ru-en/run/exported/{ROLES['model']}.gz"] = gzip.compress(bytes(changed))
    with pytest.raises(EngineError, match=r"model\.ruen.* is not the file that its source lists: its checksum differs"):
        install_pair("ru", "en", address)
    assert (installed_models(), beside()) == ([], ["models"])


def test_a_page_in_place_of_a_file_without_a_checksum_is_told(site: Site, files: dict[str, bytes]) -> None:
    address = site.catalogue(files)
    site.files[f"/bucket/models/ru-en/run/exported/{ROLES['vocab']}.gz"] = b"<html>Log in</html>"
    with pytest.raises(EngineError, match="is no vocabulary"):
        install_pair("ru", "en", address)
    assert installed_models() == []


def test_a_download_that_breaks_goes_on_from_there(site: Site, files: dict[str, bytes]) -> None:
    """What came whole is not asked for again, what came in part is continued."""
    address = site.records(files)
    place = "/mirror/main-workspace/translations-models-v2/lex.zst"
    site.breaks[place] = 1000
    with pytest.raises(EngineError, match=r"broke after 1,000 of .*What came is kept: the next try goes on from there"):
        install_pair("ru", "en", address)
    assert installed_models() == []
    site.asked.clear()
    assert install_pair("ru", "en", address).version == "3.0"
    asked = [(path.rpartition("/")[2], wanted) for path, wanted in site.asked]
    assert asked == [("records.json", None), ("lex.zst", "bytes=1000-"), ("vocab.zst", None)]
    assert beside() == ["models"]


def test_a_full_disk_gets_its_room_back(site: Site, files: dict[str, bytes]) -> None:
    def full(received: int, expected: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")  # as `write` does, whose turn is just before

    with pytest.raises(EngineError, match=r"the disk is full.*PARALLAX_FIREFOX_DIR chooses another folder"):
        install_pair("ru", "en", site.records(files), full)
    assert beside() == []


def test_two_downloads_of_one_model_do_not_mix(site: Site, files: dict[str, bytes]) -> None:
    models_folder().parent.mkdir(parents=True)
    with (
        FileLock(models_folder().parent / ".firefox-ru_en.lock"),
        pytest.raises(EngineError, match="another download of it is under way"),
    ):
        install_pair("ru", "en", site.records(files))


def test_a_server_that_lists_a_hostile_version_writes_nowhere_else(site: Site, files: dict[str, bytes]) -> None:
    with pytest.raises(EngineError, match="no model that is complete"):
        install_pair("ru", "en", site.records(files, version="3.0/../../x"))
