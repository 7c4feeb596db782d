"""Addresses that answer at once: a comparison, an alignment, differences, a language."""

import json
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from translate.processes.worker import Work
from translate.report import FORMATS
from translate.service.asked import FormatName, ToAlign, ToCompare, ToDetect, ToDiffer
from translate.service.at_work import AtWork, Service
from translate.service.work import Answered
from translate.wording.interface import DEFAULT, InterfaceLanguage

router = APIRouter(prefix="/v1", tags=["comparing"])
DOUBTS: Final = "Parallax-Doubts"  # JSON in ASCII: what speaks against a page's being whole
JSON: Final = FORMATS["json"].media_type

Language = Annotated[InterfaceLanguage, Query(description="of reports and of errors")]


def told_as(*formats: str, schema: str = "") -> dict[int | str, dict[str, Any]]:
    """What /openapi.json tells of an answer in some formats; of JSON with its schema, "" for none."""
    content: dict[str, Any] = {FORMATS[format].media_type: {} for format in formats}
    if schema:
        content[JSON] = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    return {200: {"content": content, "description": "As the library and the command line write it."}}


@router.post("/compare", response_class=Response, responses=told_as(*FORMATS, schema="comparison"))
async def compare(
    asked: ToCompare, request: Request, service: AtWork, format: FormatName = "json", language: Language = DEFAULT
) -> Response:
    """Compare two versions of a story; the answer is parallax/comparison/1 or another report."""
    work = partial(asked.work, service.bounds, format, language)
    return await _answer(service, request, work, FORMATS[format].media_type)


@router.post("/align", response_class=Response, responses=told_as("json"))
async def align(asked: ToAlign, request: Request, service: AtWork, language: Language = DEFAULT) -> Response:
    """Pair two versions sentence by sentence; the answer is parallax/alignment/1."""
    return await _answer(service, request, partial(asked.work, service.bounds), JSON)


@router.post("/differences", response_class=Response, responses=told_as("json"))
async def differences(asked: ToDiffer, request: Request, service: AtWork, language: Language = DEFAULT) -> Response:
    """Differences inside two sentences that are known to correspond; the answer is parallax/differences/1."""
    return await _answer(service, request, partial(asked.work, service.bounds), JSON)


@router.post("/detect", response_class=Response, responses=told_as("json"))
async def detect(asked: ToDetect, request: Request, service: AtWork, language: Language = DEFAULT) -> Response:
    """The language of a text; the answer is parallax/detection/1."""
    return await _answer(service, request, asked.work, JSON)


async def _answer(service: Service, request: Request, work: Callable[[], Work[Answered]], media_type: str) -> Response:
    made = await run_in_threadpool(work)  # a glossary takes seconds to read, in which nobody else would be answered
    answered = await service.answered(request, made)
    headers = {DOUBTS: json.dumps(answered.doubts)} if answered.doubts else {}
    return Response(answered.data, media_type=media_type, headers=headers)
