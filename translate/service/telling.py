"""Addresses that tell of the service itself: health, metrics, limits, schemas, and a page of the others."""

from functools import cache
from importlib import resources
from typing import Any, Final

from fastapi import APIRouter, Request, Response
from jinja2 import Environment
from starlette.responses import HTMLResponse, JSONResponse

from translate import __version__
from translate.options import named_engines
from translate.records.schema import SchemaName, schema_text
from translate.report import FORMATS
from translate.service.at_work import AtWork
from translate.service.comparing import JSON
from translate.service.measured import MEDIA_TYPE

router = APIRouter(tags=["service"])
TEMPLATE: Final = "docs.html.j2"


@router.get("/health")
def health(service: AtWork) -> dict[str, Any]:
    """Whether the service lives, and whether it is ready: a process has read its models."""
    return {"live": True, "ready": service.ready, "version": __version__}


@router.get("/health/ready", responses={503: {"description": "Not yet."}})
def ready(service: AtWork) -> JSONResponse:
    """The same by the status of the answer: 200 where it is ready, else 503."""
    return JSONResponse(health(service), 200 if service.ready else 503)


@router.get("/metrics", response_class=Response)
def metrics(service: AtWork) -> Response:
    """Counts of requests, their time, and the jobs, for Prometheus."""
    return Response(service.measured.text(service.jobs.counts(), ready=service.ready), media_type=MEDIA_TYPE)


@router.get("/v1/limits")
def limits(service: AtWork) -> dict[str, Any]:
    """What the service takes."""
    bounds = service.bounds
    return {
        "characters": bounds.texts.characters,
        "sentences": bounds.texts.sentences,
        "seconds": bounds.texts.seconds,
        "body_bytes": bounds.body,
        "requests_a_minute": bounds.rate,
        "waiting_requests": bounds.waiting,
        "waiting_jobs": bounds.jobs,
        "days": bounds.days,
        "urls": bounds.urls,
        "engines": named_engines(),
        "formats": [*FORMATS],
    }


@router.get("/v1/schemas/{name}", response_class=Response)
def json_schema(name: SchemaName) -> Response:
    """The JSON Schema of a comparison."""
    return Response(schema_text(name), media_type=JSON)


@router.get("/docs", include_in_schema=False)
def docs(request: Request) -> HTMLResponse:
    """A page of all addresses, which loads nothing."""
    return HTMLResponse(_template().render(api=request.app.openapi()))


@cache
def _template() -> Any:
    text = resources.files("translate.service").joinpath("templates", TEMPLATE).read_text(encoding="utf-8")
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(text)
