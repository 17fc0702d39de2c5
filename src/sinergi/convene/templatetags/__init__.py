"""Template filters of convening."""
