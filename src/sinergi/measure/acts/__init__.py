"""Every way measuring changes the world, one module a subject."""

from sinergi.measure.acts.definitions import publish_definition
from sinergi.measure.acts.drafts import compute_release
from sinergi.measure.acts.releases import discard, release
from sinergi.measure.acts.targets import set_target

__all__ = [
    "compute_release",
    "discard",
    "publish_definition",
    "release",
    "set_target",
]
