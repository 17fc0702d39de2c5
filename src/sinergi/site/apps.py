"""Joins the stages at start."""

from itertools import chain

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "sinergi.site"
    label = "site"

    def ready(self) -> None:
        # Models are ready only now; introductions import them.
        from sinergi.core import (  # noqa: PLC0415 - models are ready only now
            context,
            deeds,
            gates,
            slots,
            vetoes,
        )
        from sinergi.letters import kinds  # noqa: PLC0415 - as above
        from sinergi.site.access import GATES  # noqa: PLC0415 - as above
        from sinergi.site.introductions import INTRODUCTIONS  # noqa: PLC0415 - as above

        context.set_menus(
            public=chain.from_iterable(i.public_menu for i in INTRODUCTIONS),
            turn=chain.from_iterable(i.turn_menu for i in INTRODUCTIONS),
        )
        slots.fill(chain.from_iterable(i.panels for i in INTRODUCTIONS))
        vetoes.set_up(chain.from_iterable(i.vetoes for i in INTRODUCTIONS))
        deeds.set_up(i.deeds for i in INTRODUCTIONS)
        kinds.set_up(chain.from_iterable(i.letters for i in INTRODUCTIONS))
        every = dict(GATES)
        for introduction in INTRODUCTIONS:
            every.update(introduction.gates)
        gates.set_up(every)
