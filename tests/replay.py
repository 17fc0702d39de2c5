"""The ledger told again: states from its events and the tables of transitions alone.

Nothing here asks a table of the database but the ledger's own.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sinergi.act.rules import COMMITMENT_TRANSITIONS, REPORT_TRANSITIONS
from sinergi.agree.rules import AMENDMENT_TRANSITIONS, TRANSITIONS
from sinergi.convene.rules import MEETING_TRANSITIONS
from sinergi.core.models import LedgerEvent

Reference = tuple[str, str]


def _by_action(table: Mapping[Any, Mapping[Any, Any]]) -> dict[str, set[str]]:
    """Where a table of steps leads from each state, whatever the step is."""
    return {
        str(state): {str(to) for step in steps.values() for to in step.to}
        for state, steps in table.items()
    }


def _plain(table: Mapping[Any, Any]) -> dict[str, set[str]]:
    return {str(state): {str(to) for to in tos} for state, tos in table.items()}


TABLES = {
    "convene.meeting": _plain(MEETING_TRANSITIONS),
    "agree.recommendation": _by_action(TRANSITIONS),
    "agree.amendment": _by_action(AMENDMENT_TRANSITIONS),
    "act.commitment": _plain(COMMITMENT_TRANSITIONS),
    "act.report": _plain(REPORT_TRANSITIONS),
}
# The state in which a thing comes to be, where its first event does not say it.
BORN = {"convene.meeting": "draft", "agree.amendment": "draft"}


class Told:
    """Everything the ledger says of states, versions and answers."""

    def __init__(self) -> None:
        self.states: dict[Reference, str] = {}
        self.stances: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
        self.hashes: dict[tuple[str, int], str] = {}
        for event in LedgerEvent.objects.order_by("seq"):
            self._hear(json.loads(event.body))

    def of(self, kind: str) -> dict[str, str]:
        return {ref: state for (of, ref), state in self.states.items() if of == kind}

    def _hear(self, body: Any) -> None:
        kind, reference = body["object"]["kind"], body["object"]["reference"]
        after = body["after"]
        if body["action"] == "discard_meeting":
            del self.states[kind, reference]
            return
        if body["action"] == "record_reported_meeting":
            # Told from reports: nobody took it through its states.
            self.states[kind, reference] = after["state"]
            return
        if "state" in after:
            self._step((kind, reference), after["state"], body)
        elif kind in BORN:
            self.states.setdefault((kind, reference), BORN[kind])
        if kind == "agree.recommendation":
            self._read(reference, after)

    def _read(self, reference: str, after: Any) -> None:
        """What an event of a recommendation says beside its state."""
        if "sha256" in after:
            self.hashes[reference, after["version"]] = after["sha256"]
        for slug, told in after.get("positions", {}).items():
            # No position without the version it was given to.
            self.stances[reference, after["version"]][slug] = told["stance"]
        for name, state in after.get("amendments", {}).items():
            self.states["agree.amendment", f"{reference}/{name}"] = state

    def _step(self, thing: Reference, to: str, body: Any) -> None:
        """The table lets it go there from where the events left it."""
        now = self.states.get(thing)
        table = TABLES.get(thing[0])
        if now is not None and now != to and table is not None:
            assert to in table[now], f"{thing}: {now} → {to}, {body['action']}"
        if now is not None and "state" in body["before"]:
            assert body["before"]["state"] == now, f"{thing}: {body['action']}"
        self.states[thing] = to
