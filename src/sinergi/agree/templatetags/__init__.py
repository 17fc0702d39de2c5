"""Template filters of agreeing."""
