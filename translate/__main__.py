"""`python -m translate`: the command line as a process."""

import sys

from translate.cli.main import MODULE, run_process

if __name__ == "__main__":
    sys.exit(run_process(MODULE))
