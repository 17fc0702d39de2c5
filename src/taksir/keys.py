"""How an estimate is asked for: by measure, domain and level."""

from collections.abc import Mapping

from taksir.influence import Label

By = Mapping[str, object]
Key = str | tuple[str, By] | tuple[str, By, object]
Place = tuple[str, dict[str, str | None], str | None]


def parsed(key: Key) -> Place:
    """Measure, domain and level of a look-up."""
    if isinstance(key, str):
        return key, {}, None
    measure, by, level = key if len(key) == 3 else (*key, None)
    domain = {name: None if v is None else str(v) for name, v in by.items()}
    return measure, domain, None if level is None else str(level)


def key_of(label: Label) -> Place:
    return label.measure, dict(label.by), label.level


def shown(measure: str, by: Mapping[str, str | None], level: str | None) -> str:
    parts = [repr(measure)]
    parts += [repr(dict(by))] if by or level is not None else []
    parts += [repr(level)] if level is not None else []
    return f"[{', '.join(parts)}]"
