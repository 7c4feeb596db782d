"""`samples`: the stories that come with Parallax."""

import argparse
from typing import Any

from translate.cli.command import DONE, add_command
from translate.text.files import print_output
from translate.wording.interface import interface_language
from translate.wording.phrase import say


def add(commands: Any) -> None:
    """Add the command."""
    add_command(commands, "samples", _samples, "list the sample stories that come with Parallax")


def _samples(args: argparse.Namespace) -> int:
    from translate.samples import load_sample, sample_names

    width = max(map(len, sample_names()), default=0)
    lines = [f"{name:{width}}  {load_sample(name, language=interface_language()).title}" for name in sample_names()]
    advice = say("To compare one: {program} compare --sample NAME", program=args.program)
    print_output("\n".join([*lines, "", advice]))
    return DONE
