"""Importing this puts the project's folder on the path, so that a benchmark runs without an installation."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
