"""`python -m translate`: the command line as a process."""

import sys

from translate.cli.main import main

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # A console in a legacy code page cannot hold both languages; a report in UTF-8 is always whole.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main())
