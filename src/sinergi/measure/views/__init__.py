"""Pages of measuring, one module a subject."""
