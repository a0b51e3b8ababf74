"""A block of cells emptied, or filled from its first row."""

from collections.abc import Sequence

from desktop_app.domain.progress import Progress
from desktop_app.domain.words import Words
from desktop_app.gui.editing.plan import Plan, Planner, Values, words_of_many
from desktop_app.gui.editing.target import Target


def plan_empty(planner: Planner, numbers: Sequence[int], targets: Sequence[Target], step: Progress) -> Plan:
    """Return what emptying some columns of some rows changes."""
    return _same_for_all(planner, numbers, targets, dict.fromkeys(_names(targets)), step, Words("Vider", "Empty"))


def plan_fill(planner: Planner, numbers: Sequence[int], targets: Sequence[Target], step: Progress) -> Plan:
    """Return what filling some columns from the first row down changes."""
    first = next(iter(planner.store.page(planner.entity, numbers[:1])), {})
    values = {name: first.get(name) for name in _names(targets)}
    return _same_for_all(planner, numbers[1:], targets, values, step, Words("Recopier", "Fill down"))


def _names(targets: Sequence[Target]) -> list[str]:
    names = [target.field.name for target in targets]
    return names + [target.until.name for target in targets if target.joined and target.until]


def _same_for_all(
    planner: Planner, numbers: Sequence[int], targets: Sequence[Target], values: Values, step: Progress, verb: Words
) -> Plan:
    plan = Plan(planner.entity, Words("", ""))
    for place, record in enumerate(planner.records(numbers)):
        if place % 100 == 0:
            step(place, len(numbers))
        planner.change(plan, record, values)
    what = words_of_many(planner.entity, [target.field for target in targets], len(plan.updates))
    plan.words = Words(f"{verb.fr} : {what.fr}", f"{verb.en}: {what.en}")
    return plan
