"""`doctor`: what is installed, where it is, what works, and what to do about the rest."""

import argparse
from typing import Any

from translate.cli.command import DONE, MENDABLE, add_command
from translate.cli.commands.page import port_number
from translate.text.files import print_output


def add(commands: Any) -> None:
    """Add the command."""
    doctor = add_command(
        commands,
        "doctor",
        _doctor,
        "check the installation, and tell what to do where something does not work",
        "\n--quick\n--json",
    )
    doctor.add_argument("--quick", action="store_true", help="leave out what loads models: two seconds in place of ten")
    doctor.add_argument("--port", type=port_number, help="the port that the page is to have (default: as `page`)")
    doctor.add_argument("--json", action="store_true", help="as JSON, for programs")
    doctor.epilog = f"{doctor.epilog}\n\nExit status: 0 all is well, 2 there is something to mend."


def _doctor(args: argparse.Namespace) -> int:
    from translate.cli.examination import examined

    findings = examined(args.program, port=args.port, quick=args.quick)
    print_output(findings.json() if args.json else findings.told())
    return DONE if findings.sound else MENDABLE
