"""Commands of measuring."""

from argparse import ArgumentParser, Namespace

from django.utils import timezone
from django.utils.translation import gettext as _

from sinergi.core import paths
from sinergi.core.introductions import Command
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.rules import Role
from sinergi.measure import acts


class Misnamed(Refusal):
    """The command names something that is not there."""


def publish_definition(options: Namespace) -> int:
    """Publish an index definition; a changed one is a new version."""
    held = Membership.objects.current(timezone.localdate())
    by = held.filter(
        person__email=options.by.lower(), role=Role.STATISTICIAN.value
    ).first()
    if by is None:
        raise Misnamed(_("%(email)s is not a walidata today.") % {"email": options.by})
    published = acts.publish_definition(
        slug=options.slug,
        title=options.title or options.slug,
        definition=paths.text(options.file),
        by=by,
        at=timezone.now(),
    )
    print(f"{published.slug} {published.version} {published.sha256}")
    return 0


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", help="the index as TOML")
    parser.add_argument("--slug", required=True, help="the index, as in its address")
    parser.add_argument("--title", default="", help="as the index is called")
    parser.add_argument(
        "--as",
        dest="by",
        required=True,
        metavar="EMAIL",
        help="who acts: the e-mail of a statistician",
    )


COMMANDS = (
    Command(
        "measure",
        "publish-definition",
        "Publish an index definition; a changed one is a new version.",
        publish_definition,
        _arguments,
    ),
)
