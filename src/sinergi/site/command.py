"""The `sinergi` command: every stage's verbs under their subject."""

import argparse
import os
import sys
from collections.abc import Sequence

import django

from sinergi.site import start
from sinergi.site.environment import BadSetting

# What a shell gives a program whose reader has gone.
UNREAD = 128 + 13


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused, 2 misused."""
    try:
        try:
            return _main(argv)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has enough, as in `./run … | head`; nothing is said at exit.
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return UNREAD


def _main(argv: Sequence[str] | None) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sinergi.site.settings")
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        if words[:1] == ["django"]:
            from django.core.management import (  # noqa: PLC0415 - serve needs it not
                execute_from_command_line,
            )

            execute_from_command_line(["sinergi django", *words[1:]])
            return 0
        if words[:1] == ["serve"]:
            start.at_once(words[1:])
        django.setup()
    except BadSetting as bad:
        print(bad, file=sys.stderr)
        return 2
    return _run(words)


def _run(words: Sequence[str]) -> int:
    # Introductions import models, which exist only after django.setup().
    from django.db import OperationalError  # noqa: PLC0415 - serve needs it not

    from sinergi.core.refusal import Refusal  # noqa: PLC0415 - after setup
    from sinergi.site.introductions import INTRODUCTIONS  # noqa: PLC0415 - after setup
    from sinergi.site.serve import (  # noqa: PLC0415 - after setup
        COMMANDS,
        prepare_database,
    )

    parser = argparse.ArgumentParser(prog="sinergi")
    subjects = parser.add_subparsers(dest="subject", required=True, metavar="subject")
    verbs: dict[str, argparse._SubParsersAction[argparse.ArgumentParser]] = {}
    commands = [*COMMANDS, *(c for i in INTRODUCTIONS for c in i.commands)]
    for command in commands:
        if not command.verb:
            leaf = subjects.add_parser(command.subject, help=command.help)
        else:
            if command.subject not in verbs:
                verbs_of = [c.verb for c in commands if c.subject == command.subject]
                group = subjects.add_parser(command.subject, help=", ".join(verbs_of))
                verbs[command.subject] = group.add_subparsers(
                    dest="verb", required=True, metavar="verb"
                )
            leaf = verbs[command.subject].add_parser(command.verb, help=command.help)
        command.arguments(leaf)
        leaf.set_defaults(run=command.run)
    options = parser.parse_args(words)
    try:
        # Ours prepare what they need; a stage's may be the first on this computer.
        if options.run not in [command.run for command in COMMANDS]:
            prepare_database()
        return int(options.run(options))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except OperationalError as error:
        print(
            f"Basis data tidak dapat dipakai / the database cannot be used: "
            f"{str(error).strip()}\nPeriksa / look at: DATABASE_URL, SINERGI_VAR.",
            file=sys.stderr,
        )
        return 1
