"""Proof rounds: what went out on paper, what came back, what changed, and who signed."""
