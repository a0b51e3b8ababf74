"""The editors of what is seen: a small picture, and a colour."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QColorDialog, QFileDialog, QLabel, QPushButton, QWidget

from desktop_app.domain import picture
from desktop_app.domain.colour import WHITE
from desktop_app.domain.disk import reason
from desktop_app.domain.types import Colour, Image
from desktop_app.domain.values import Showing, Unreadable, Value
from desktop_app.domain.words import Words
from desktop_app.gui.editors.base import Editor
from desktop_app.gui.editors.text import LineEditor
from desktop_app.gui.parts import label, row
from desktop_app.gui.theme import look
from desktop_app.gui.words import lang, tr

WIDTH, HEIGHT = 132, 44
LARGEST_FILE = 20_000_000
# What a logo is made smaller to until it is small enough: dots of its longer side.
_SIDES = (640, 480, 360, 280, 200, 140)


class PictureEditor(Editor):
    """A small picture: seen as it stands on paper, chosen from a file, taken away."""

    def __init__(self, type_: Image, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.type = type_
        self._value: Value = None
        self.shown, self.about = QLabel(), label("", "small", wrap=True)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose, self.clear = QPushButton(), QPushButton()
        self.clear.setProperty("kind", "flat")
        self.choose.clicked.connect(self._ask)
        self.clear.clicked.connect(lambda: self._take(None))
        self.setFocusProxy(self.choose)
        lay = row(self.shown, self.about, self.choose, self.clear, spacing=8)
        lay.setStretch(1, 1)
        self.setLayout(lay)
        look.changed.connect(self._show)
        self.retranslate()

    def value(self) -> Value:
        """Return the picture, as text."""
        return self._value

    def set_value(self, value: Value) -> None:
        """Show a picture."""
        self._value, self.problem = value, None
        self._show()

    def take_file(self, path: Path) -> None:
        """Take the picture of a file, made smaller where it is too large; what is none stays out, and says why."""
        self.problem = None
        try:
            self._take(_of_file(path))
        except Unreadable as unreadable:
            self.problem = unreadable.words
            self.settled.emit()

    def retranslate(self) -> None:
        """Say what the buttons do."""
        self.choose.setText(tr("Choose…"))
        self.clear.setText(tr("Remove"))
        self._show()

    def _take(self, value: Value) -> None:
        if value != self._value:
            self.set_value(value)
            self.changed.emit()
        self.settled.emit()

    def _ask(self) -> None:
        words = tr("Pictures (*.png *.jpg *.jpeg *.svg)")
        path, _kind = QFileDialog.getOpenFileName(self, tr("Choose a picture"), "", words)
        if path:
            self.take_file(Path(path))

    def _show(self) -> None:
        size = QSize(look.px(WIDTH), look.px(HEIGHT))
        self.shown.setFixedSize(size)
        self.shown.setPixmap(_drawn(str(self._value or ""), size, self.devicePixelRatio()))
        self.shown.setVisible(bool(self._value))
        self.clear.setVisible(bool(self._value))
        self.about.setText(self.type.show(self._value, Showing(lang())) if self._value else tr("None"))


class ColourEditor(LineEditor):
    """A colour: its digits, with a patch of it that opens the system's dialog."""

    def __init__(self, type_: Colour, parent: QWidget | None = None) -> None:
        super().__init__(type_, parent)
        self.choose = QPushButton()
        self.choose.clicked.connect(self._ask)
        lay = self.layout()
        if lay is not None:
            lay.addWidget(self.choose)
        look.changed.connect(self._paint)
        self.changed.connect(self._paint)
        self.retranslate()

    def set_value(self, value: Value) -> None:
        """Show a colour."""
        super().set_value(value)
        self._paint()

    def retranslate(self) -> None:
        """Say what the button does."""
        super().retranslate()
        self.choose.setText(tr("Choose…"))
        self.line.setPlaceholderText(tr("As usual"))

    def _paint(self) -> None:
        patch, value = QPixmap(look.px(16), look.px(16)), self.value()
        patch.fill(QColor(str(value)) if value else Qt.GlobalColor.transparent)
        self.choose.setIcon(QIcon(patch) if value else QIcon())

    def _ask(self) -> None:
        chosen = QColorDialog.getColor(QColor(str(self.value() or "#1D5BB8")), self, tr("Choose a colour"))
        if chosen.isValid():
            self.set_value(chosen.name().upper())
            self.changed.emit()
            self.settled.emit()


def _of_file(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Unreadable(_TOO_LARGE)
        data = path.read_bytes()
    except OSError as error:
        why = reason(error)
        raise Unreadable(
            Words(
                f"« {path.name} » ne peut pas être lu ({why.fr}) : choisissez un autre fichier.",
                f"“{path.name}” can’t be read ({why.en}): choose another file.",
            )
        ) from error
    if len(data) <= picture.MOST:
        found = picture.looked_at(data)
        if found.kind != "svg" and QImage.fromData(data).isNull():
            raise Unreadable(_DAMAGED)
        return found.text
    return picture.looked_at(_smaller(data)).text


def _smaller(data: bytes) -> bytes:
    """Return a picture of dots made small enough to be kept; what can't be made smaller as it is."""
    image = QImage.fromData(data)
    if image.isNull():
        return data
    made = data
    for side in _SIDES:
        scaled = image.scaled(
            QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        scaled.save(buffer, "PNG", 0)  # type: ignore[call-overload]  # a buffer is a device
        made = bytes(held.data())
        if len(made) <= picture.MOST:
            break
    return made


def _drawn(text: str, size: QSize, ratio: float) -> QPixmap:
    """Return a picture on paper, as large as there is room."""
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(QColor(WHITE))
    if not text:
        return drawn
    try:
        held = picture.kept(text)
    except Unreadable:
        return drawn
    inside = (size - QSize(8, 8)) * ratio
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if held.kind == "svg":
        renderer = QSvgRenderer(QByteArray(held.data))
        fits = renderer.defaultSize().scaled(size - QSize(8, 8), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (size.width() - fits.width()) / 2, (size.height() - fits.height()) / 2
        renderer.render(painter, QRectF(left, top, fits.width(), fits.height()))
    else:
        image = QImage.fromData(held.data).scaled(
            inside, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        image.setDevicePixelRatio(ratio)
        painter.drawImage(
            round((size.width() - image.width() / ratio) / 2),
            round((size.height() - image.height() / ratio) / 2),
            image,
        )
    painter.end()
    return drawn


_TOO_LARGE = Words(
    "Ce fichier est trop gros pour un logo (plus de 20 Mo) : choisissez-en un plus petit.",
    "This file is too large for a logo (more than 20 MB): choose a smaller one.",
)
_DAMAGED = Words(
    "Cette image est abîmée : enregistrez-la de nouveau, ou choisissez un autre fichier.",
    "This picture is damaged: save it again, or choose another file.",
)
