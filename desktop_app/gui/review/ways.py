"""The ways back of the page of the review: to the step before, to the other files, to the workbooks out."""

from typing import TYPE_CHECKING

from desktop_app.gui.actions import action
from desktop_app.gui.receiving.steps import COLUMNS, SHEET, VALUES
from desktop_app.gui.words import mark, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.receiving.part import SheetPart
    from desktop_app.gui.review.desk import Desk


class WaysBack:
    """Mixed into the page of the review."""

    workspace: Workspace
    desk: "Desk"
    sheet: "SheetPart"
    paused = False  # a sheet was left for the other files, and is taken up again where it was

    if TYPE_CHECKING:  # of the page

        def is_reading(self) -> bool:
            """Whether a sheet is shown whose columns are being understood."""

        def is_reviewing(self) -> bool:
            """Whether the differences of a file are shown."""

        def is_of_sheet(self) -> bool:
            """Whether the review that is shown comes from the sheet whose columns are still known."""

        def save_for_later(self) -> None:
            """Leave the file as it is decided so far, and go to the workbooks out."""

        def show_sheet(self) -> None:
            """Show the sheet again."""

        def show_next(self) -> None:
            """Show the next file that waits."""

        def go_to_step(self, step: int) -> None:
            """Go to a step of reading a sheet."""

    # The step before ---------------------------------------------------------------------------------------------

    def has_step_before(self) -> bool:
        """Whether there is a step before the one that is shown."""
        return self.sheet.step > SHEET if self.is_reading() else self.is_reviewing() and self.is_of_sheet()

    @action(mark("Previous step"), keys=("Alt+Left",), menu="view", when="has_step_before")
    def previous_step(self) -> None:
        """Go to the step before: from the review to the values, or to the columns."""
        before = VALUES if VALUES in self.sheet.reachable() else COLUMNS
        self.go_to_step(self.sheet.step - 1 if self.is_reading() else before)

    # The other files ---------------------------------------------------------------------------------------------

    def can_go_back(self) -> bool:
        """Whether something else is at hand: other files that wait, a sheet that was left for them, the workbooks out."""
        if self.is_reading():
            return bool(self.desk.waiting)
        return self.is_reviewing() and (self.paused or self._is_of_ours())

    def _is_of_ours(self) -> bool:
        review = self.desk.review
        return review is not None and review.plan.export is not None

    def way_back(self) -> str:
        """Return where the way back leads."""
        if self.is_reading():
            return tr("Back to the files to review")
        foreign = self.sheet.foreign
        if self.paused and foreign is not None:
            return tr("Back to “{name}”").format(name=foreign.path.name)
        return tr("Back to the workbooks out")

    @action(mark("Go back"), icon="chevron-left", keys=("Esc",), when="can_go_back")
    def go_back(self) -> None:
        """Go back to where one came from; what was decided or said of columns stays."""
        if self.is_reading():
            self.paused = True
            self.show_next()
        elif self.paused:
            self.show_sheet()
        else:
            self.save_for_later()
