"""The items of a plan as rows and cells of a file give rise to them."""

from collections.abc import Mapping

from desktop_app.domain.compare import Cell
from desktop_app.domain.plan import OPEN, Item, Plan, Remark
from desktop_app.domain.values import Value
from desktop_app.domain.words import Words
from desktop_app.sync import sentences
from desktop_app.sync.actions import DUPLICATE, Action
from desktop_app.sync.read_row import Asked
from desktop_app.sync.read_table import Pending

REMARK = "Remarque / Comment"  # as its column is headed in the workbook


class Entries:
    """Enters items in a plan, each with the address of its cell; `guessed`: what was shown is only a guess."""

    def __init__(self, plan: Plan, *, guessed: bool = False) -> None:
        self.plan, self._guessed = plan, guessed

    def row(
        self,
        pending: Pending,
        kind: str,
        theirs: Mapping[str, Value] | None = None,
        decision: str = OPEN,
        words: Words | None = None,
        text: str = "",
    ) -> None:
        """Enter a whole row; `theirs` are the values of a new record."""
        self._enter(pending, pending.column, Cell(kind, None, None, None), None, decision, words, text)
        self.plan.items[-1].likes = pending.likes
        if theirs is not None:
            self.plan.items[-1].theirs = dict(theirs)

    def cell(
        self, pending: Pending, name: str, cell: Cell, decision: str, words: Words | None = None, text: str = ""
    ) -> None:
        """Enter a cell that was understood; `text`: what stands in it, where that says more than its value."""
        self._enter(pending, pending.table.columns[name], cell, name, decision, words, text)

    def part(  # noqa: PLR0913, PLR0917
        self, pending: Pending, at: int, entity: str, id_: str, kind: str, values: Mapping[str, Value], decision: str,
        words: Words | None = None, text: str = "",
    ) -> None:  # fmt: skip
        """Enter a part of the record of a row, which one of its cells names."""
        self.plan.cells[kind] += 1
        sheet = pending.table.sheet
        self.plan.items.append(
            Item(kind, entity, id_, "", sheet.name, sheet.address(pending.place, at), None, None, None, dict(values),
                 decision, words, text)
        )  # fmt: skip

    def asked(self, pending: Pending, one: Asked, base: Value = None, ours: Value = None) -> None:
        """Enter a cell about which a person must say something."""
        self.plan.cells[one.kind] += 1
        cell = Cell(one.kind, base, ours, one.guess)
        self._enter(pending, one.column, cell, one.code or None, OPEN, one.words, one.text)

    def action(self, pending: Pending, action: Action) -> None:
        """Enter what is asked of a row and is not done by itself; nothing where nothing is asked."""
        if action.kind:
            words = sentences.DUPLICATE if action.kind == DUPLICATE else sentences.ACTION
            self.row(pending, "doubtful", words=words, text=action.text)

    def remark(self, pending: Pending) -> None:
        """Keep what somebody wrote beside a record."""
        at = pending.table.columns.get("remark", -1)
        text = str(pending.row[at] or "").strip() if 0 <= at < len(pending.row) else ""
        if text:
            sheet = pending.table.sheet
            self.plan.remarks.append(Remark(sheet.name, sheet.address(pending.place, at), pending.ref, text))
            # So that it stands in the history of the record as well, where somebody looks for it later.
            self.plan.keep_beside(pending.id, sheet.address(pending.place, 0), {REMARK: text})

    def _enter(
        self, pending: Pending, at: int, cell: Cell, name: str | None, decision: str, words: Words | None, text: str
    ) -> None:
        table = pending.table
        self.plan.items.append(
            Item(
                kind=cell.kind,
                entity=table.entity.name,
                id=pending.id,
                ref=pending.ref,
                sheet=table.sheet.name,
                cell=table.sheet.address(pending.place, at),
                field=name,
                base=cell.base,
                ours=cell.ours,
                theirs=cell.theirs,
                decision=decision,
                words=words,
                text=text,
                behind=self._behind(pending, name) if name else (),
            )
        )

    def _behind(self, pending: Pending, name: str) -> tuple[str, ...] | None:
        if self._guessed or (pending.state == "known" and pending.base_row is None):
            return None
        return pending.reader.behind(pending.id, name)
