"""What is loaded is kept, shared and let go; tests/engines/test_argos.py shows it with real models."""

import time
import weakref
from concurrent.futures import ThreadPoolExecutor

from translate.engines.kept import Kept


class Thing:
    """Something that a weak reference can watch."""


def test_threads_share_what_is_loaded_once() -> None:
    loads: list[str] = []

    def load(key: str) -> Thing:
        time.sleep(0.05)
        loads.append(key)
        return Thing()

    kept = Kept(load, lambda key: 0)

    def lent(key: str) -> int:
        with kept.lent(key) as thing:
            return id(thing)

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lent, "aaaa"))) == 1
    assert loads == ["a"]


def test_another_state_is_loaded_anew_and_the_old_one_serves_its_user_to_the_end() -> None:
    state = [1]
    kept = Kept(lambda key: Thing(), lambda key: state[0])
    with kept.lent("a") as old:
        seen = weakref.ref(old)
        state[0] = 2
        with kept.lent("a") as new:
            assert new is not old
        assert seen() is old
        del old
    assert seen() is None


def test_a_failure_to_load_is_tried_again() -> None:
    answers = iter([OSError("no"), Thing()])

    def load(key: str) -> Thing:
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    kept = Kept(load, lambda key: 0)
    failed = False
    try:
        with kept.lent("a"):
            pass
    except OSError:
        failed = True
    with kept.lent("a") as thing:
        assert failed
        assert isinstance(thing, Thing)
