"""`python -m maeul` is the command `maeul`."""

from maeul.cli import main

raise SystemExit(main())
