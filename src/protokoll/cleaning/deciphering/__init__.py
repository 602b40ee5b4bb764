"""Text in a font without a Unicode map, read by what Swedish looks like: one sign always stands for one letter."""

from protokoll.cleaning.deciphering.rule import UNKNOWN, propose_readings

__all__ = ["UNKNOWN", "propose_readings"]
