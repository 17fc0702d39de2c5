"""NTB: facts (`facts_*.py`) and a simulation that never mixes with them."""
