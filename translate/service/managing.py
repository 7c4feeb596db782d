"""Addresses of jobs: many pairs, or two collections, whose results are fetched later."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query, Response
from fastapi import Path as InAddress
from pydantic import BaseModel, Field
from starlette.responses import FileResponse

from translate.batch.summary import CSV_NAME, JSONL_NAME
from translate.batch.task import file_of
from translate.report import FORMATS
from translate.service.asked import MOST_PAIRS, BatchAsked, FormatName, MatchAsked
from translate.service.at_work import AtWork, Owner, Service
from translate.service.comparing import told_as
from translate.service.jobs import NAME, RESULTS, Job, Kind, State, room
from translate.service.refusals import Refusal, record_of
from translate.service.work import ALONE, PAIRS

router = APIRouter(prefix="/v1/jobs", tags=["jobs"])
LINES: Final = "application/x-ndjson"

Id = Annotated[str, InAddress(pattern=f"^{NAME}$")]
Table = Literal["jsonl", "csv"]


class ErrorTold(BaseModel):
    """Why a job failed."""

    code: str
    message: str
    action: str


class JobTold(BaseModel):
    """A job as its client sees it: of a batch `total`, `done` and `errors` count pairs, of a match articles."""

    schema_: Literal["parallax/job/1"] = Field(default="parallax/job/1", serialization_alias="schema")
    id: str
    kind: Kind
    state: State
    created: str
    changed: str
    total: int
    done: int
    errors: int
    error: ErrorTold | None


class JobsTold(BaseModel):
    """Jobs, the newest first."""

    jobs: list[JobTold]


@router.post("/batch", status_code=202)
def begin_batch(asked: BatchAsked, owner: Owner, service: AtWork) -> JobTold:
    """Begin to compare many pairs."""
    asked.options.options(service.bounds)  # what is wrong with these is told at once
    asked.numbered(service.bounds)
    return _begun(service, owner, "batch", asked.model_dump_json().encode(), len(asked.pairs))


@router.post("/match", status_code=202)
def begin_match(asked: MatchAsked, owner: Owner, service: AtWork) -> JobTold:
    """Begin to look for articles of two collections that tell the same story."""
    return _begun(service, owner, "match", asked.model_dump_json().encode(), len(asked.source) + len(asked.target))


@router.get("")
def jobs(owner: Owner, service: AtWork) -> JobsTold:
    """The jobs of this key, the newest first, a thousand at most."""
    return JobsTold(jobs=[_told(job) for job in service.jobs.of(owner)])


@router.get("/{id}")
def job(id: Id, owner: Owner, service: AtWork) -> JobTold:
    """How far a job is."""
    return _told(_job(service, owner, id))


@router.delete("/{id}", status_code=204)
def delete(id: Id, owner: Owner, service: AtWork) -> None:
    """Cancel a job, or delete its results."""
    _job(service, owner, id)
    service.runner.delete(id)


@router.get("/{id}/result", response_class=Response)
def result(
    id: Id,
    owner: Owner,
    service: AtWork,
    format: Table = "jsonl",
    part: Annotated[Literal["pairs", "alone"], Query(description="of a match")] = "pairs",
) -> Response:
    """What a job came to: of a batch its summary, a line for each pair; of a match its pairs, or the articles alone."""
    found = _done(service, owner, id)
    folder = service.jobs.place(id) / RESULTS
    media_type = LINES if format == "jsonl" else FORMATS["csv"].media_type
    if found.kind == "match":
        return _file(folder / f"{ALONE if part == 'alone' else PAIRS}.{format}", media_type)
    return _file(folder / (JSONL_NAME if format == "jsonl" else CSV_NAME), media_type)


@router.get("/{id}/result/{number}", response_class=Response, responses=told_as(*FORMATS, schema="comparison"))
def pair(
    id: Id,
    number: Annotated[int, InAddress(ge=1, le=MOST_PAIRS)],
    owner: Owner,
    service: AtWork,
    format: FormatName = "json",
) -> Response:
    """The comparison of one pair of a batch, by its place in the request, from 1; there as soon as it is done."""
    _job(service, owner, id)
    place = service.jobs.place(id) / RESULTS / file_of(number, FORMATS[format].suffix)
    return _file(place, FORMATS[format].media_type)


def _begun(service: Service, owner: str, kind: Kind, request: bytes, total: int) -> JobTold:
    with service.taking:  # else those who come at once would all see the same room
        if service.jobs.waiting(owner) >= service.bounds.jobs:
            raise Refusal("jobs_full")
        left = service.bounds.kept - room(len(request))
        if left < 0:
            raise Refusal("no_room")
        service.jobs.sweep(service.bounds.days, left)
        if service.jobs.size() > left:
            raise Refusal("no_room")
        job = service.jobs.add(owner, kind, request, total)
    service.runner.wake()
    return _told(job)


def _job(service: Service, owner: str, id: str) -> Job:
    found = service.jobs.job(owner, id)
    if found is None:
        raise Refusal("not_found")
    return found


def _done(service: Service, owner: str, id: str) -> Job:
    found = _job(service, owner, id)
    if found.state != "done":
        raise Refusal("no_result" if found.state == "failed" else "not_done")
    return found


def _told(job: Job) -> JobTold:
    return JobTold(
        id=job.id,
        kind=job.kind,
        state=job.state,
        created=_time(job.created),
        changed=_time(job.changed),
        total=job.total,
        done=job.done,
        errors=job.errors,
        error=ErrorTold(**record_of(job.code, job.message)["error"]) if job.code else None,
    )


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _file(path: Path, media_type: str) -> Response:
    if not path.is_file():
        raise Refusal("not_found")
    return FileResponse(path, media_type=media_type)
