"""A service for all tests of a file that ask it for nothing in particular."""

import importlib.util

import pytest
from standin import BilingualEmbedder, standin_align, standin_compare

NEEDED = ("fastapi", "uvicorn", "prometheus_client")
collect_ignore_glob = [] if all(map(importlib.util.find_spec, NEEDED)) else ["test_*.py"]


@pytest.fixture(scope="module", autouse=True)
def _no_model():
    """What processes are asked for is done with stand-ins, in the process of the test."""
    with pytest.MonkeyPatch.context() as patch:
        encoder = BilingualEmbedder()
        for name in ("translate.service.work.compare", "translate.batch.task.compare"):
            patch.setattr(name, standin_compare)
        patch.setattr("translate.service.work.align", standin_align)
        patch.setattr("translate.service.work.default_encoder", lambda: encoder)
        yield


@pytest.fixture(scope="module")
def service(tmp_path_factory, _no_model):
    """A client of a service, and that."""
    from service import served

    with served(tmp_path_factory.mktemp("jobs")) as made:
        yield made


@pytest.fixture(scope="module")
def ask(service):
    return service[0]
