"""The report that is the sheet of one record: which kinds of record have one, and how it is seen before it is printed."""

from desktop_app.gui.workspace import Workspace

SHEETS = {"instrument": "instrument_sheet", "partner": "partner_sheet", "event": "delegation_day"}


def show_sheet(workspace: Workspace, entity: str, id_: str) -> None:
    """Show the sheet of a record as it will be printed."""
    workspace.go("reports", f"{SHEETS[entity]}/{id_}")
