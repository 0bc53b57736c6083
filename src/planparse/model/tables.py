"""The tidy tables, as ``Plan.frames()``, an archive's store and all exports have them.

What has too fine a grain for a table stands in the plan's JSON only: boxes on the page, the cells of tables as grids,
the checks of budgets. Lists of numbers or names are one text.
"""

from __future__ import annotations

from planparse.model.columns import Table
from planparse.model.plan_tables import COVERAGE, DIAGNOSTICS, PLANS, SECTIONS
from planparse.model.steering_tables import ACTIVITIES, ASSIGNMENTS, CALENDAR, CONTROLS, GOALS, GUARANTEES, SERVICES
from planparse.model.value_tables import (
    AMOUNTS,
    BUDGET_AMOUNTS,
    BUDGETS,
    INDICATOR_VALUES,
    INDICATORS,
    VOLUME_VALUES,
    VOLUMES,
)

TABLES: tuple[Table, ...] = (
    *(PLANS, SECTIONS, GOALS, INDICATORS, INDICATOR_VALUES, VOLUMES, VOLUME_VALUES, BUDGETS, BUDGET_AMOUNTS),
    *(ASSIGNMENTS, ACTIVITIES, GUARANTEES, CONTROLS, CALENDAR, SERVICES, AMOUNTS, DIAGNOSTICS, COVERAGE),
)
