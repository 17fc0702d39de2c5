"""Pages of agreeing, one module a subject."""
