"""Views of letters, one module a subject."""
