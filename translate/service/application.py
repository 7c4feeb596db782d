"""The application: its addresses, and what becomes of errors."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp

from translate import __version__
from translate.errors import TranslateError
from translate.records.schema import schema
from translate.service import comparing, managing, telling
from translate.service.asked import told_wrong
from translate.service.at_work import Service
from translate.service.gate import Gate, answer
from translate.service.refusals import Refusal, refusal_of
from translate.wording.interface import DEFAULT, LANGUAGES, speaking

log = logging.getLogger(__name__)
OF_STATUS: Final = {400: "not_json", 404: "not_found", 405: "method", 413: "too_large"}  # what libraries refuse
DESCRIPTION: Final = (
    "Compares a Russian and an English version of a news story, finds which articles tell the same story, and compares "
    "many pairs. The answers are what the library and the command line write."
)


def application(service: Service) -> ASGIApp:
    """The application of a service behind its gate; the service begins when it starts and ends with it."""

    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        service.begin()
        try:
            yield
        finally:
            service.end()

    app = FastAPI(
        title="Parallax",
        version=__version__,
        description=DESCRIPTION,
        lifespan=living,
        docs_url=None,  # they load scripts from another host
        redoc_url=None,
        exception_handlers={
            Refusal: _refused,
            TranslateError: _told,
            RequestValidationError: _invalid,
            HTTPException: _of_a_library,
            Exception: _unforeseen,  # and its traceback goes to the log
        },
    )
    app.state.service = service
    for room in (telling, comparing, managing):
        app.include_router(room.router)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]  # as FastAPI's own docs do it
    return Gate(app, service.keys, service.bounds, service.measured)


def _openapi(app: FastAPI) -> dict[str, Any]:
    """What /openapi.json tells, with the schema of comparisons, keys, and errors."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        parts = made["components"]
        parts["schemas"]["comparison"] = schema("comparison")
        for name in ("HTTPValidationError", "ValidationError"):  # errors have a form of ours
            parts["schemas"].pop(name, None)
        error = {"type": "object", "properties": {part: {"type": "string"} for part in ("code", "message", "action")}}
        parts["schemas"]["Error"] = {"type": "object", "properties": {"error": error}, "required": ["error"]}
        parts["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
        made["security"] = [{"key": []}]
        told = {
            "description": "An error",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
        }
        for ways in made["paths"].values():
            for way in ways.values():
                way["responses"].pop("422", None)
                way["responses"]["default"] = told
        app.openapi_schema = made
    return app.openapi_schema


def _in_its_language(request: Request, refusal: Refusal) -> JSONResponse:
    asked = request.query_params.get("language")
    with speaking(next((language for language in LANGUAGES if language == asked), DEFAULT)):
        return answer(refusal)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refusal)
    return _in_its_language(request, error)


async def _told(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, TranslateError)
    refusal = refusal_of(error)
    if refusal.code == "internal":
        log.error("%s", error)
    return _in_its_language(request, refusal)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    wrong = error.errors()
    if any(each["type"] == "json_invalid" for each in wrong):
        return _in_its_language(request, Refusal("not_json"))
    return _in_its_language(request, Refusal("invalid", told_wrong(wrong)))


async def _of_a_library(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    told = _in_its_language(request, Refusal(OF_STATUS.get(error.status_code, "invalid")))
    told.headers.update(error.headers or {})  # Allow, by which a method that is none is told of the others
    return told


async def _unforeseen(request: Request, error: Exception) -> JSONResponse:
    return _in_its_language(request, Refusal("internal"))
