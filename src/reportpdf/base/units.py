"""Conversions between millimetres (what people write) and points (what we compute in)."""

from __future__ import annotations

PT_PER_MM = 72 / 25.4
PT_PER_INCH = 72.0


def mm(value_mm: float) -> float:
    """The length in points of ``value_mm`` millimetres."""
    return value_mm * PT_PER_MM


def to_mm(value: float) -> float:
    """The length in millimetres of ``value`` points."""
    return value / PT_PER_MM
