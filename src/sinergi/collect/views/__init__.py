"""Pages of collecting, one module a subject."""
