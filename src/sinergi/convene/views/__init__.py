"""Pages of convening, one module a subject."""
