"""Pages of aligning: the public matrix, and the desk of a government."""
