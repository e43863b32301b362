# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
from pathecon._core.pathway._values import Case as Case, Chance as Chance, TimeDistribution as TimeDistribution, constant as constant, exponential as exponential, lognormal as lognormal, gamma as gamma, erlang as erlang, weibull as weibull, normal as normal, triangular as triangular, uniform as uniform, empirical as empirical, Shift as Shift, Rota as Rota
from pathecon._core.pathway._patients import Arrivals as Arrivals, Attribute as Attribute, Test as Test, Interval as Interval, Outcome as Outcome, BudgetLine as BudgetLine
from pathecon._core.pathway._work import Resource as Resource, SessionList as SessionList, Session as Session, Use as Use, Attendance as Attendance, Priority as Priority, TimeCase as TimeCase, Adjustment as Adjustment, Batch as Batch, Booking as Booking, Activity as Activity
from pathecon._core.pathway._flow import Delay as Delay, Branch as Branch, Route as Route, Fork as Fork, Join as Join, Pathway as Pathway
