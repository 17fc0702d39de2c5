"""`python -m sinergi` is the `sinergi` command."""

import sys

from sinergi.site.command import main

if __name__ == "__main__":
    sys.exit(main())
