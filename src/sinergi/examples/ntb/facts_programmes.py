"""The national programmes of the Rakor, written down by hand in programmes.toml."""

from datetime import datetime
from pathlib import Path

from sinergi.align import facts
from sinergi.align.models import Programme
from sinergi.core.models import Forum

PROGRAMMES = Path(__file__).with_name("programmes.toml")


def load_programmes(forum: Forum, at: datetime) -> list[Programme]:
    return facts.load(forum, PROGRAMMES, at=at)
