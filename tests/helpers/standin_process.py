"""Stand-ins for the processes that compare."""

import subprocess
import sys

from standin import ENGLISH, RUSSIAN

from translate.options import Options
from translate.processes.process import ComparisonEnded
from translate.processes.worker import Job

OPTIONS = Options(engine="none")
JOB = Job(RUSSIAN, ENGLISH, OPTIONS)


class Stopped(BaseException):
    """As Streamlit ends the script of a visitor who has left."""


class Ending:
    """A process that ends as often as it is told to before it does its work; the job itself is what comes of it."""

    ends = 0
    begun = 0

    def __init__(self, most):
        type(self).begun += 1
        self.usable = True

    def done(self, job, progress):
        if type(self).ends:
            type(self).ends -= 1
            self.usable = False
            raise ComparisonEnded(-9)
        return self.made_of(job)

    def made_of(self, job):
        return job

    def end(self):
        self.usable = False


def silent(stage, done, total):
    pass


def a_child(*lines):
    """A process that stands in for one that compares."""
    return subprocess.Popen([sys.executable, "-c", "\n".join(lines)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
