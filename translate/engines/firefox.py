"""Machine translation with Firefox's models, by fxtranslate: our own sentences, in processes that share the work."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from translate.engines.firefox_models import FirefoxModel, require_libraries
from translate.engines.firefox_process import WorkerFailed, Workers
from translate.engines.kept import Kept
from translate.engines.long_sentences import in_parts
from translate.errors import EngineError
from translate.options import Quality
from translate.wording.phrase import Phrase

