"""What clients send, as JSON; a text is never taken for the name of a file, nor an address for a text."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, FailFast, Field, model_validator

from translate.batch.pairs import LONGEST_ABOUT, Given, Pair
from translate.errors import OptionError
from translate.matching.articles import Article
from translate.matching.matches import LEAST, WINDOW
from translate.options import OperatingPoint, Options, Quality, named_engines
from translate.service.bounds import Bounds
from translate.service.refusals import Refusal
from translate.service.work import Aligning, Comparing, Detecting, Differing, Side
from translate.settings.environment import HIGHEST
from translate.text.glossary_file import glossary_from
from translate.web.address import is_web_address
from translate.wording.interface import DEFAULT, InterfaceLanguage
from translate.wording.phrase import Phrase

LONGEST_NAME = 500  # characters
MOST_DAYS = 36_500
FormatName = Literal["console", "json", "html", "markdown", "csv", "xlsx", "tmx"]  # keys of FORMATS; a test compares
MOST_FIELDS = 1000
MOST_PAIRS = MOST_ARTICLES = 100_000
Name = Annotated[str, Field(max_length=LONGEST_NAME)]


class _First(FailFast):
    """Tells what is wrong with the first part of a list alone: of all, a megabyte would become a gigabyte of errors."""

    __hash__ = object.__hash__  # which parts of a Union need


FIRST: Final = _First()
Sentences = Annotated[list[str], FIRST]


def _few(given: Any) -> Any:
    """Whatever is no object of more fields than any request has; these are counted before each is found to be wrong."""
    if isinstance(given, dict) and len(given) > MOST_FIELDS:
        raise ValueError(f"there are more than {MOST_FIELDS} fields")
    return given


class Asked(BaseModel):
    """JSON that has no other fields than these."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _few_fields(cls, given: Any) -> Any:
        return _few(given)


class Settings(Asked):
    """Settings of a comparison, as `translate.Options` has them, but for what names files and servers."""

    engine: str = Field(default=Options().engine, max_length=100, description="auto, firefox, argos, gloss or none")
    quality: Quality = Options().quality
    operating_point: OperatingPoint = Options().operating_point
    glossary: str | None = Field(default=None, description="terms as CSV with the columns Russian, English and note")
    max_seconds: float | None = Field(
        default=None, gt=0, le=HIGHEST, allow_inf_nan=False, description="at most what the service allows"
    )

    def options(self, bounds: Bounds) -> Options:
        """As the library takes them, within what the service allows.

        Raises:
            OptionError: An engine is unknown, or needs what is the operator's to name.
            GlossaryError: The glossary is none.
        """
        known = named_engines()
        if self.engine not in known:
            raise OptionError(
                Phrase(
                    "{what} {value}. Known: {known}.",
                    what=Phrase("Unknown engine"),
                    value=repr(self.engine)[:40],
                    known=", ".join(known),
                )
            )
        seconds = bounds.texts.seconds if self.max_seconds is None else min(self.max_seconds, bounds.texts.seconds)
        return Options(
            engine=self.engine,
            quality=self.quality,
            operating_point=self.operating_point,
            glossary=None if self.glossary is None else glossary_from(self.glossary.encode(), "glossary"),
            max_characters=bounds.texts.characters,
            max_sentences=bounds.texts.sentences,
            max_seconds=seconds,
        )


class Version(Asked):
    """One version of a story: its text, or the address of its page where the service allows that."""

    text: str | None = None
    url: str | None = Field(default=None, max_length=4000)
    published: date | None = Field(default=None, description="the day of publication, where the text does not tell it")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.text is None) == (self.url is None):
            raise ValueError("give either text or url")
        return self

    def given(self, bounds: Bounds) -> Given:
        """As a batch takes it.

        Raises:
            Refusal: It is an address, and the service reads none.
        """
        published = self.published.isoformat() if self.published else ""
        if self.url is None:
            return Given("text", self.text or "", published)
        if not bounds.urls:
            raise Refusal("address")
        return Given("address", self.url, published)


class ToCompare(Asked):
    """Two versions of a story, in either order: texts, lists of sentences, or records."""

    source: str | Sentences | Version
    target: str | Sentences | Version
    options: Settings = Settings()

    def work(self, bounds: Bounds, format: FormatName = "json", language: InterfaceLanguage = DEFAULT) -> Comparing:
        """What a process is asked for; errors as for `Settings.options` and `Version.given`."""
        source, target = (_side(each, bounds) for each in (self.source, self.target))
        return Comparing(source, target, self.options.options(bounds), format, language, bounds.allow_private)


class ToAlign(Asked):
    """Two versions of a story whose sentences are to be paired; languages may be named for lists of sentences."""

    source: str | Sentences
    target: str | Sentences
    source_language: str | None = Field(default=None, max_length=20)
    target_language: str | None = Field(default=None, max_length=20)
    options: Settings = Settings()

    def work(self, bounds: Bounds) -> Aligning:
        """What a process is asked for; errors as for `Settings.options`."""
        source, target = (each if isinstance(each, str) else tuple(each) for each in (self.source, self.target))
        languages = self.source_language, self.target_language
        return Aligning(source, target, self.options.options(bounds), languages)


class ToDiffer(Asked):
    """Two sentences or short passages that are known to correspond."""

    source: str
    target: str
    options: Settings = Settings()

    def work(self, bounds: Bounds) -> Differing:
        """What a process is asked for; errors as for `Settings.options`."""
        return Differing(self.source, self.target, self.options.options(bounds))


class ToDetect(Asked):
    """A text whose language is asked for."""

    text: str

    def work(self) -> Detecting:
        """What a process is asked for."""
        return Detecting(self.text)


class PairAsked(Asked):
    """One pair of a batch."""

    id: Name = ""
    source: str | Version
    target: str | Version
    about: Annotated[dict[Name, Annotated[str, Field(max_length=LONGEST_ABOUT)]], BeforeValidator(_few)] = Field(
        default={}, description="whatever else is to stand in its line of the summary"
    )


class BatchAsked(Asked):
    """Many pairs, each compared as a pair of `parallax batch`."""

    pairs: Annotated[list[PairAsked], FIRST] = Field(min_length=1, max_length=MOST_PAIRS)
    sentences: bool = Field(default=False, description="whether each text holds a sentence a line, taken as it is")
    formats: list[FormatName] = Field(default=[], max_length=7, description="reports of each pair beside its JSON")
    language: InterfaceLanguage = Field(default=DEFAULT, description="of the reports")
    options: Settings = Settings()

    def numbered(self, bounds: Bounds) -> list[Pair]:
        """The pairs; errors as for `Version.given`."""
        return [
            Pair(number, pair.id or str(number), _given(pair.source, bounds), _given(pair.target, bounds), pair.about)
            for number, pair in enumerate(self.pairs, 1)
        ]


class ArticleAsked(Asked):
    """One article of a collection."""

    text: str
    name: Name = ""
    url: str = Field(
        default="", max_length=4000, description="told with what is found in place of the text, and not read"
    )
    published: date | None = None

    @model_validator(mode="after")
    def _of_the_web(self) -> Self:
        if self.url and not is_web_address(self.url):
            raise ValueError("url has to begin with http:// or https://")
        return self


class MatchAsked(Asked):
    """Two collections of articles, matched as `parallax match` does."""

    source: Annotated[list[ArticleAsked], FIRST] = Field(min_length=1, max_length=MOST_ARTICLES)
    target: Annotated[list[ArticleAsked], FIRST] = Field(min_length=1, max_length=MOST_ARTICLES)
    window: int | None = Field(
        default=WINDOW, ge=0, le=MOST_DAYS, description="days that a pair may lie apart; null for any"
    )
    many: bool = False
    least: float = Field(default=LEAST, ge=0, le=1, allow_inf_nan=False)

    def articles(self) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
        """Both collections."""
        source, target = (
            tuple(
                Article(each.name or each.url or str(number), each.text, each.url, each.published)
                for number, each in enumerate(side, 1)
            )
            for side in (self.source, self.target)
        )
        return source, target


def told_wrong(errors: Sequence[Mapping[str, Any]], most: int = 5) -> str:
    """Which fields are wrong and why, without what was given.

    Example:
        >>> told_wrong([{"loc": ("body", "source"), "msg": "Field required"}])
        'body.source: Field required'
    """
    told = [f"{'.'.join(map(str, error['loc']))[:100]}: {error['msg'][:200]}" for error in errors[:most]]
    return "; ".join(dict.fromkeys(told))


def _given(asked: str | Version, bounds: Bounds) -> Given:
    return Given("text", asked) if isinstance(asked, str) else asked.given(bounds)


def _side(asked: str | list[str] | Version, bounds: Bounds) -> Side:
    return Side(None, tuple(asked)) if isinstance(asked, list) else Side(_given(asked, bounds))
