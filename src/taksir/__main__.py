"""`python -m taksir`, the same as the command `taksir`."""

import sys

from taksir.cli import main

sys.exit(main())
