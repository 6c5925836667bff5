"""reportpdf: a bureau's year in numbers, set as a newspaper-quality Chinese PDF."""

__version__ = "0.1.0"
