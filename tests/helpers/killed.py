"""Work that is killed on the way: once before each step that changes something on the disk."""

import os
import sys
from collections.abc import Callable, Iterator

STEPS = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.chmod", "os.symlink", "shutil.rmtree")
KILLED = 9


def killed_at_each_step(work: Callable[[], object]) -> Iterator[int]:
    """Do the work in a process that ends without a word before its first step, then before its second, and so on.

    The number of the step is given after each kill; it ends with the first process that comes to the end of the work.
    """
    step = 1
    while _killed(work, step):
        yield step
        step += 1


def _killed(work: Callable[[], object], step: int) -> bool:
    process = os.fork()
    if process == 0:
        left = step

        def end_at_last(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wxa+")
            if event in STEPS or writes:
                left -= 1
                if not left:
                    os._exit(KILLED)

        sys.addaudithook(end_at_last)
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert status in (0, KILLED), f"the work failed before step {step}"
    return status == KILLED
