"""The store: what it keeps of results, and that adding them again changes nothing."""

import json
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from every_kind import comparison_of_every_kind
from standin import ENGLISH, RUSSIAN, UNRELATED, standin_compare

import translate.batch
from translate.batch import Store
from translate.batch.store_tables import StoreError
from translate.differences.difference import Review
from translate.errors import UnreadableFile
from translate.options import Options
from translate.records.comparison_record import json_report
from translate.review.session import Session
from translate.review.session_file import save_session
from translate.text.origin import Origin

OPTIONS = Options(engine="none")
