"""All deeds, in an order that is worth reading: see `registry`."""

from . import files, units, states, codes, languages, xliff12, xliff2  # each registers its own
from .registry import DEEDS, NONE, SAME, SAME_WORDS, UNITS

__all__ = ["DEEDS", "NONE", "SAME", "SAME_WORDS", "UNITS", "codes"]
