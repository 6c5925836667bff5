"""The same report with other tools: one program each, run as ``python -m bench.peers.with_…``."""
