"""`doctor`: what is installed, where it is and what works."""

import argparse
from typing import Any

from translate.cli.command import DONE, MENDABLE, add_command
from translate.text.files import print_output


def add(commands: Any) -> None:
    """Add the command."""
    add_command(commands, "doctor", _doctor, "tell what is installed, where it is and what works")


def _doctor(args: argparse.Namespace) -> int:
    from translate.cli.examination import examine

    findings = examine(args.program)
    print_output(findings.text)
    return DONE if findings.works else MENDABLE
