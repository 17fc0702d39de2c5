"""Reading settings from the environment; an unknown value stops the start."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import available_timezones

_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # FULL: what was acknowledged survives a power cut (a phone deletes its copy).
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
        "PRAGMA cache_size=-20000;PRAGMA mmap_size=134217728;"
        "PRAGMA journal_size_limit=67108864;PRAGMA temp_store=MEMORY;"
    ),
}


SQLITE_NAME = "sinergi.sqlite3"


class BadSetting(Exception):
    """An environment variable holds a value that cannot be meant."""


def flag(name: str, *, default: bool) -> bool:
    value = os.environ.get(name, str(default))
    if value not in ("True", "False"):
        raise BadSetting(f"{name}={value!r}: write True or False.")
    return value == "True"


def text(name: str, default: str) -> str:
    return os.environ.get(name, default)


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdecimal():
        raise BadSetting(f"{name}={value!r}: write a whole number, such as {default}.")
    return int(value)


def zone(name: str, default: str) -> str:
    value = text(name, default)
    if value not in available_timezones():
        raise BadSetting(f"{name}={value!r}: write a zone such as {default}.")
    return value


def words(name: str, default: str) -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    path = Path(text(name, str(default)))
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise BadSetting(
            f"{name}={str(path)!r}: no folder can be made there ({why.strerror}). "
            "Write the path of a folder you may write to."
        ) from why
    if not os.access(path, os.W_OK | os.X_OK):
        raise BadSetting(
            f"{name}={str(path)!r}: nothing can be written there. Write the path of a "
            "folder you may write to."
        )
    return path


def known_folder(name: str) -> Path | None:
    """A folder that somebody filled; None where none is named."""
    value = text(name, "")
    if value and not Path(value).is_dir():
        raise BadSetting(f"{name}={value!r}: there is no such folder.")
    return Path(value) if value else None


def address(name: str) -> str:
    """Where a service answers; empty where it is off."""
    value = text(name, "").rstrip("/")
    parts = urlsplit(value)
    if value and not (parts.scheme in ("http", "https") and parts.hostname):
        raise BadSetting(f"{name}={value!r}: write an address such as https://esign.")
    return value


def secret_key(var: Path) -> str:
    """SECRET_KEY, or one made at the first start and kept beside the database."""
    given = os.environ.get("SECRET_KEY")
    if given:
        return given
    kept = var / "secret_key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(64))
    return kept.read_text()


def database(url: str, var: Path) -> Mapping[str, Any]:
    """DATABASE_URL as Django wants it: empty = SQLite in the data folder."""
    if not url:
        return _sqlite(str(var / SQLITE_NAME))
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path))
    if parts.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
        }
    raise BadSetting(
        f"DATABASE_URL starts with {parts.scheme!r}; write sqlite:///path or "
        "postgresql://user:password@host/name."
    )


def _sqlite(name: str) -> Mapping[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": _SQLITE,
        "CONN_MAX_AGE": None,
    }
