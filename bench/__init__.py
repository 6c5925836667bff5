"""How fast reportpdf is, beside what people would use instead. ``python -m bench`` writes docs/benchmarks.md."""
