"""The card and the window with the network of an instrument or a partner: a picture or a table, copied as a picture."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from desktop_app.domain import ENTITIES
from desktop_app.gui.overview.lines import open_line
from desktop_app.gui.overview.network_view import NetworkView, link_sentences, node_words
from desktop_app.gui.overview.picture_card import PictureCard
from desktop_app.gui.parts import Worded, column, label, open_as
from desktop_app.gui.scrolled import scrolled
from desktop_app.gui.table.cells import Cell
from desktop_app.gui.table.model import Heading, Row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, said, tr
from desktop_app.gui.workspace import Workspace
from desktop_app.store.network import Network, network_of

_SIZE, _AROUND = (1080, 680), 110


class NetworkCard(PictureCard):
    """Shows who is linked with whom; `further_asked` where the picture is to reach farther, or no longer."""

    further_asked = Signal()

    def __init__(self, *, can_reach: bool = False) -> None:
        super().__init__("network")
        self.further, self._can_reach = False, can_reach
        self.network: Network | None = None
        self.view: NetworkView | None = None

    def show_network(self, network: Network | None) -> None:
        """Show a network; one of a single record has nothing to show."""
        self.network, self.view = network, None
        alone = network is None or len(network.nodes) < 2
        nothing = tr("It is linked to nothing yet. Name its partners and units in its form: they show here.")
        self.show_picture(nothing if alone else "")

    def offers(self, menu: QMenu) -> None:
        """Offer what the linked records are linked to in turn."""
        if self._can_reach:
            reach = menu.addAction(tr("Further links too"), self.reach)
            reach.setCheckable(True)
            reach.setChecked(self.further)

    def reach(self) -> None:
        """Reach one ring farther, or no longer."""
        self.further = not self.further
        self.further_asked.emit()

    def heading(self) -> str:
        """Return the title."""
        return tr("Network")

    @property
    def _network(self) -> Network:
        if self.network is None:
            raise RuntimeError(self.objectName())
        return self.network

    def pictured(self) -> list[QWidget]:
        """Return the rings, and how many more the table has."""
        made = self.view = NetworkView(self._network)
        made.opened.connect(self.opened)
        left_out = self._network.left_out
        return [made, label(tr("%n more not shown", "", left_out), "small")] if left_out else [made]

    def table(self) -> tuple[list[Row], list[Heading], tuple[int, ...]]:
        """Return the records and what they have to do with each other."""
        rows = [
            Row(str(number), f"{node.entity}/{node.id}", (
                Cell(node_words(node)), Cell(said(ENTITIES[node.entity].one).capitalize(), tone="muted"),
                Cell("; ".join(link_sentences(self._network, node))),
            ))
            for number, node in enumerate(self._network.nodes)
        ]  # fmt: skip
        names = (tr("Name"), tr("Kind"), tr("Linked as"))
        return rows, [Heading(name, sortable=False) for name in names], (320, 130, 420)

    def image(self) -> QImage:
        """Return the rings."""
        view = NetworkView(self._network)
        made = view.picture()
        view.deleteLater()
        return made


class NetworkWindow(Worded, QDialog):
    """The network of one record in a window of its own."""

    def __init__(self, parent: QWidget, workspace: Workspace, entity: str, id_: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("network_window")
        self._over, self._workspace, self._entity, self._id = parent, workspace, entity, id_
        self.card = NetworkCard(can_reach=entity == "instrument")
        self.card.further_asked.connect(self._read)
        self.card.opened.connect(self._open)
        self.card.copied.connect(workspace.note)
        self.setLayout(column(scrolled(column(self.card, None, margins=(16, 16, 16, 16)))))
        open_as(self, *_SIZE)
        workspace.changed.connect(self._read)
        workspace.closing.connect(self.close)
        self.retranslate()

    def _read(self, *_news: object) -> None:
        if self._workspace.is_open:
            entity, id_, language, further = self._entity, self._id, lang(), self.card.further
            self._workspace.read(lambda store: network_of(store, entity, id_, language, further=further), self._show)

    def _show(self, network: Network | None) -> None:
        if network is None:  # it was deleted
            self.close()
            return
        first = self.card.network is None or len(self.card.network.nodes) != len(network.nodes)
        self.card.show_network(network)
        if first and self.card.view is not None:
            self.card.view.setFocus()
            self.resize(self.width(), min(self.height(), self.card.view.sizeHint().height() + look.px(_AROUND)))
        self.setWindowTitle(tr("Network of {name}").format(name=network.nodes[0].name))

    def _open(self, entity: str, id_: str) -> None:
        if entity == "partner":
            self.close()
        open_line(self._over, entity, id_, self._workspace)

    def retranslate(self) -> None:
        """Say every text in the language of the screen."""
        self._read()


def show_network(parent: QWidget, workspace: Workspace, entity: str, id_: str) -> NetworkWindow:
    """Show the network of an instrument or a partner."""
    window = NetworkWindow(parent.window(), workspace, entity, id_)
    window.show()
    return window
