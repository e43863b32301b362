# SPDX-License-Identifier: MIT
"""`python -m pathecon` is the command line; `python -m pathecon --cmakedir` says where CMake finds the library."""

import sys

from pathecon.cli import main

sys.exit(main())
