"""Compares saved plans: goals, indicators and budgets across municipalities and years, each fact with its evidence."""

from planparse.compare.comparison import Comparison

__all__ = ["Comparison"]
