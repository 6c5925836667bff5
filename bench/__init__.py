"""How fast reportpdf is, beside what people would use instead.

Comes in: the checkout. Goes out: ``python -m bench`` writes docs/benchmarks.md.
"""
