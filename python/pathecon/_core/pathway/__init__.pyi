# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
from pathecon._core.pathway._flow import *
from pathecon._core.pathway._patients import *
from pathecon._core.pathway._resources import *
from pathecon._core.pathway._values import *
from pathecon._core.pathway._whole import *
from pathecon._core.pathway._work import *
