"""A button pressed twice: what stands already is not done a second time."""

from sinergi.core.refusal import StandsAlready

__all__ = ["StandsAlready"]
