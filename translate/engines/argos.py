"""Machine translation with installed Argos packages."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.engines.ctranslate2_model import (
    CTranslate2Model,
    SentencePieceFiles,
    Tokenizer,
    TokenizerFiles,
    require_libraries,
)
from translate.engines.engine import EngineInfo, Progress
from translate.engines.package_index import install_pair
from translate.engines.packages import LIBRARIES, InstalledPackage, find_package, installed_packages, pair_in_words
from translate.engines.published import published
from translate.errors import LibraryMissing, ModelNotInstalled
from translate.options import Options, Quality
from translate.wording.phrase import Phrase, later

DAMAGE = later(
    "The translation package {package} does not work ({error}). To replace it: "
    "python -m translate packages install FILE.argosmodel"
)


def translate_sentences(
    sentences: Sequence[str], package: InstalledPackage, quality: Quality = "fast", progress: Progress | None = None
) -> list[str]:
    """As `CTranslate2Model.translate` does, by a package of `installed_packages`."""
    return model_of(package).translate(sentences, quality, progress)


def model_of(package: InstalledPackage) -> CTranslate2Model:
    """The model in a package."""
    pieces = package.path / "sentencepiece.model"
    files: TokenizerFiles = _BPE(package)
    if pieces.is_file():
        files = SentencePieceFiles(pieces, pieces)
    prefix = (package.target_prefix,) if package.target_prefix else ()
    return CTranslate2Model(package.name, package.path / "model", files, DAMAGE, package.pair, target_prefix=prefix)


class ArgosEngine:
    """Installed Argos packages."""

    info = EngineInfo(
        name="argos",
        title=Phrase("Argos packages"),
        languages=Phrase("Russian and English, both ways; packages of many more"),
        licence=Phrase("that of each package, told in its README"),
        install="python -m translate packages install {source} {target}",
        label=later("machine translation by Argos"),
        quality=published("argos"),
        size_mb=176,  # as downloaded, the mean of both directions
        libraries=LIBRARIES,
        speed=148,  # of a model of Argos's size, greedy
        automatic=True,
    )

    def model(self, source: str, target: str, options: Options) -> CTranslate2Model | None:
        """The newest package for a direction; None where there is none and any engine will do.

        Raises:
            ModelNotInstalled: There is none, and Argos was asked for.
            LibraryMissing: There is one, and no library to run it.
        """
        package = find_package(source, target)
        if package is None:
            if options.engine == self.info.name:
                raise ModelNotInstalled((source, target), [pair_in_words(*p.pair) for p in installed_packages()])
            return None
        require_libraries()
        return model_of(package)

    def install(self, source: str, target: str, progress: Progress | None) -> str:
        """The package of the index for a direction.

        Raises:
            EngineError: As `package_index.install_pair` does.
        """
        return install_pair(source, target, progress).name


@dataclass(frozen=True, slots=True)
class _BPE:
    """Moses tokens and BPE: argostranslate does it, and does it well."""

    package: InstalledPackage

    @property
    def paths(self) -> tuple[Path, ...]:
        return (self.package.path / "bpe.model",)

    def load(self) -> tuple[Tokenizer, Tokenizer]:
        try:
            from argostranslate.tokenizer import BPETokenizer  # type: ignore[import-untyped]
        except ImportError as error:
            what = Phrase("The BPE package {package}", package=self.package.name)
            raise LibraryMissing(what, "argos-translate-lt", "translate") from error
        tokenizer: Tokenizer = BPETokenizer(*self.paths, self.package.from_code, self.package.to_code)
        return tokenizer, tokenizer
