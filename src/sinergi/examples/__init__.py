"""The NTB example: facts, and a simulation that never mixes with them.

Imports any stage; only `site` imports it.
"""
