"""Forms of convening, one module a subject."""
