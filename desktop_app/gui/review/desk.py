"""The desk of the review: which files wait, the one that is open, and what is kept, written or discarded of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.gui.words import lang, tr
from desktop_app.gui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.gui.review.words import Records
    from desktop_app.gui.tasks import Task
    from desktop_app.store.base import Store
    from desktop_app.store.ledger import Shipment
    from desktop_app.sync.apply import Applied
    from desktop_app.sync.review import Review
    from desktop_app.sync.shelf import Waiting

KEEP_AFTER_MS = 300


class Opened(NamedTuple):
    """A file taken from the shelf, with what is needed to show it."""

    review: "Review"
    records: "Records"
    shipment: "Shipment | None"


class Written(NamedTuple):
    """What came of a file: its name, the step (0: nothing changed), how many changes, how many of ours kept, how many left.

    `shipment`: the number of the workbook that came back, where it was one of ours · `key`: of its review · `sha256`: of the
    file.
    """

    file_name: str
    batch: int
    taken: int
    kept: int
    left: int
    shipment: str = ""
    key: str = ""
    sha256: str = ""


class Desk(QObject):
    """Opens files from the shelf and keeps what is decided; all of it in the background."""

    listed = Signal()  # which files wait is known
    opened = Signal()
    written = Signal(object)  # Written
    brought = Signal(object)  # the ids of new records, by entity, of a sheet that was not ours

    def __init__(self, workspace: Workspace, page: QObject) -> None:
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self.waiting: list[Waiting] = []
        self.open: Opened | None = None
        self._before: Review | None = None  # the workbook that was written last, as it was decided
        self._soon = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._soon.timeout.connect(self._keep)
        workspace.closing.connect(self.keep_now)

    @property
    def review(self) -> "Review | None":
        """The file that is open."""
        return self.open.review if self.open else None

    def look(self) -> None:
        """Look which files wait."""

        def read(store: "Store") -> "list[Waiting]":
            from desktop_app.sync import shelf

            return shelf.waiting(store)

        self._workspace.read(read, self._on_listed)

    def _on_listed(self, waiting: "list[Waiting]") -> None:
        self.waiting = waiting
        if self.open is not None and self.open.review.key not in [one.key for one in waiting]:
            self.open = None
        self.listed.emit()

    def take(self, key: str) -> None:
        """Take a file from the shelf."""
        self.keep_now()
        language = lang()

        def read(store: "Store") -> "Opened | None":
            from desktop_app.gui.review.words import Records
            from desktop_app.sync import shelf

            review = shelf.find(store, key)
            if review is None:
                return None
            shipment = store.ledger.shipment(review.plan.export) if review.plan.export else None
            return Opened(review, Records(store, review, language), shipment)

        self._workspace.read(read, self._on_opened, words=tr("Reading the differences…"))

    def _on_opened(self, opened: "Opened | None") -> None:
        self.open = opened
        self.opened.emit()

    def put_down(self) -> None:
        """Put the file that is open back on the shelf."""
        self.keep_now()
        self.open = None

    def read_again(self, complain: Callable[[Exception], None]) -> None:
        """Read the file that is open again, with what was answered of its rows and columns."""
        if self.open is None:
            return
        self._soon.stop()
        store, review, language = self._workspace.store, self.open.review, lang()

        def work(_task: "Task") -> Opened:
            from desktop_app.gui.review.answering import read_again
            from desktop_app.gui.review.words import Records

            made = read_again(store, review)
            shipment = store.ledger.shipment(made.plan.export) if made.plan.export else None
            return Opened(made, Records(store, made, language), shipment)

        self._workspace.tasks.run(work, self._on_opened, complain, words=tr("Reading the file again…"))

    # Keeping -----------------------------------------------------------------------------------------------------

    def keep_soon(self) -> None:
        """Keep the decisions in a moment, when several were made together."""
        self._soon.start()

    def _keep(self) -> None:
        if self.open is None or not self._workspace.is_open:
            return
        store, review = self._workspace.store, self.open.review

        def work(_task: "Task") -> None:
            from desktop_app.sync import shelf

            shelf.keep(store, review)

        self._workspace.tasks.run(work)

    def keep_now(self) -> None:
        """Keep what was decided in the last moment, before the file or the base is closed."""
        if self._soon.isActive() and self.open is not None:
            from desktop_app.sync import shelf

            self._soon.stop()
            shelf.keep(self._workspace.store, self.open.review)

    # Ending ------------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write what is accepted, as one step; what is still open stays on the shelf."""
        if self.open is None:
            return
        self._soon.stop()
        store, review = self._workspace.store, self.open.review
        taken, kept = review.plan.changes, review.refused
        self._before = review.copied() if review.plan.kind == "return" else None

        def work(task: "Task") -> "tuple[Applied, int]":
            from desktop_app.gui.review.apply import apply_review

            return apply_review(store, review, task)

        def tell(found: "tuple[Applied, int]") -> None:
            applied, left = found
            self.open = None
            batch = applied.changes.batch if applied.changes.entities else 0
            done = taken - len(applied.left)
            name, number, digest = review.plan.file_name, review.plan.export or "", review.plan.sha256
            self.written.emit(Written(name, batch, done, kept, left, number, review.key, digest))
            self._workspace.backed_up.emit()
            self._workspace.changed.emit(applied.changes, self._page)
            self.look()
            if review.plan.kind == "foreign":
                self.brought.emit(applied.changes.added)

        self._workspace.tasks.run(work, tell, words=tr("Writing the changes…"))

    def bring_back(self, complain: Callable[[Exception], None]) -> None:
        """Put the workbook that was written last on the shelf again, after that was taken back, as it was decided."""
        before, store = self._before, self._workspace.store
        self._before = None
        if before is None:
            self.look()
            return

        def work(_task: "Task") -> None:
            from desktop_app.gui.review.answering import read_again

            read_again(store, before)

        self._workspace.tasks.run(work, lambda _none: self.look(), complain, words=tr("Reading the file again…"))

    def discard(self, key: str = "") -> None:
        """Take a file off the shelf without writing anything: the one that is open, or another by its key."""
        key = key or (self.open.review.key if self.open else "")
        if not key:
            return
        self._soon.stop()
        store = self._workspace.store

        def work(_task: "Task") -> None:
            from desktop_app.sync import shelf

            shelf.take_down(store, key)

        def tell(_none: None) -> None:
            from desktop_app.store.edit import Changes

            self.open = None
            self._workspace.changed.emit(Changes(), self._page)
            self.look()

        self._workspace.tasks.run(work, tell)
