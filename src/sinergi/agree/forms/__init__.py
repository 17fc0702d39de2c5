"""Forms of agreeing, one module a subject."""
