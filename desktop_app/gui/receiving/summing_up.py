"""What a sheet would bring, in one line."""

from desktop_app.domain.plan import Plan
from desktop_app.gui.words import tr


def summed_up(plan: Plan) -> str:
    """Say how many rows are new, changed, twice there, to decide; what else would be added, is in doubt, or kept apart.

    What a review counts follows from it: new rows and records that they name are its new records.
    """
    rows = plan.rows
    parts = [tr("%n row(s)", "", sum(rows.values()))]
    if rows["new"]:
        parts.append(tr("%n new row(s)", "", rows["new"]))
    if named := sum(one.kind == "new" and one.field is None and not one.cell for one in plan.items):
        parts.append(tr("%n new entry(ies) that rows name", "", named))
    if changed := rows["theirs"] + rows["conflicts"]:
        parts.append(tr("%n with changes", "", changed))
    if rows["copied"]:
        parts.append(tr("%n twice in the file", "", rows["copied"]))
    if undecided := rows["doubtful"] + rows["unreadable"]:
        parts.append(tr("%n row(s) to decide", "", undecided))
    if rows["identical"]:
        parts.append(tr("%n already here and equal", "", rows["identical"]))
    if plan.cells["unreadable"]:
        parts.append(tr("%n cell(s) not understood", "", plan.cells["unreadable"]))
    if plan.cells["doubtful"]:
        parts.append(tr("%n value(s) in doubt", "", plan.cells["doubtful"]))
    if aside := sum(one.field is None for one in plan.columns):
        parts.append(tr("%n column(s) kept apart", "", aside))
    return "  ·  ".join(parts)
