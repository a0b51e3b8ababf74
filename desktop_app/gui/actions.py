"""Commands: a method with `@action` is a menu entry, a shortcut, a tool tip and a line of the palette.

    @action(mark("New mission"), icon="plus", keys=("Ctrl+N",), menu="file")
    def new(self) -> None: ...

    self.actions = collect(self)            # name → QAction, in the order of the class
    button = button_for(self.actions["new"])

Keys must work on AZERTY: no Ctrl+Alt (it is AltGr), no sign that needs AltGr, no Ctrl+digit. macOS roles are
always explicit, since Qt otherwise moves entries by guessing from their translated text. A command that
can't be used now is disabled by `refresh`, which asks the method named by `when`.
"""

from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop_app.gui import icons
from desktop_app.gui.theme import look
from desktop_app.gui.words import tr

Menu = Literal["", "file", "edit", "view", "help"]
ROLES = {
    "": QAction.MenuRole.NoRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}
_MARK = "_action_spec"
F = TypeVar("F", bound=Callable[..., Any])


class Spec(NamedTuple):
    """What `@action` was told."""

    text: str
    icon: str
    keys: tuple[str, ...]
    menu: Menu
    when: str
    role: str
    window: bool
    also: str


def action(
    text: str,
    *,
    icon: str = "",
    keys: tuple[str, ...] = (),
    menu: Menu = "",
    when: str = "",
    role: str = "",
    window: bool = False,
    also: str = "",
) -> Callable[[F], F]:
    """Mark a method as a command; `window` keys work everywhere, others while the focus is in its widget.

    `also`: other words by which people look for it.
    """

    def marked(method: F) -> F:
        setattr(method, _MARK, Spec(text, icon, keys, menu, when, role, window, also))
        return method

    return marked


class Actions(dict[str, QAction]):
    """The commands of one widget, by the name of their method."""

    def __init__(self, owner: QWidget | QObject) -> None:
        super().__init__()
        self._owner = owner
        self._specs: dict[str, Spec] = {}

    def offer(self, name: str, spec: Spec) -> None:
        """Make the QAction of a marked method."""
        made = QAction(self._owner)
        made.setObjectName(name)
        made.setMenuRole(ROLES[spec.role])
        if spec.icon:
            give_icon(made, spec.icon)
        made.setShortcuts([QKeySequence(key) for key in spec.keys])
        if spec.keys and not spec.window:
            from PySide6.QtCore import Qt

            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        method = getattr(self._owner, name)
        made.triggered.connect(lambda _checked=False: method())
        made.setProperty("menu", spec.menu)
        self[name] = made
        self._specs[name] = spec
        if isinstance(self._owner, QWidget):
            self._owner.addAction(made)

    def retranslate(self) -> None:
        """Say every command in the language of the screen."""
        for name, made in self.items():
            made.setText(tr(self._specs[name].text))
            made.setToolTip(tip(made))
            made.setProperty("also", tr(self._specs[name].also) if self._specs[name].also else "")

    def refresh(self) -> None:
        """Enable what can be used now."""
        for name, spec in self._specs.items():
            if spec.when:
                self[name].setEnabled(bool(getattr(self._owner, spec.when)()))

    def of_menu(self, menu: Menu) -> list[QAction]:
        """Return the commands that belong into a menu."""
        return [made for name, made in self.items() if self._specs[name].menu == menu]


def collect(owner: QWidget | QObject) -> Actions:
    """Make the commands of a widget from its marked methods."""
    found = Actions(owner)
    for name, spec in _marked(type(owner)):
        found.offer(name, spec)
    found.retranslate()
    found.refresh()
    return found


def specs_of(kind: type) -> dict[str, Spec]:
    """Return the commands of a class by the name of their method, without making any."""
    return dict(_marked(kind))


def _marked(kind: type) -> Iterator[tuple[str, Spec]]:
    seen = set()
    for base in reversed(kind.__mro__):
        for name, what in vars(base).items():
            # A method of ours; Qt's classes have some two thousand others.
            spec = getattr(getattr(kind, name), _MARK, None) if isinstance(what, FunctionType) else None
            if spec is not None and name not in seen:
                seen.add(name)
                yield name, spec


def tip(made: QAction) -> str:
    """Return the tool tip of a command: its words and its key."""
    words = made.text().rstrip("…")
    key = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({key})" if key else words


class CommandButton(QPushButton):
    """A button that runs a command and follows its words, tool tip and state; where room is short few words or its icon."""

    def __init__(self, made: QAction, kind: str, short: str = "") -> None:
        super().__init__()
        self._command, self._short = made, short
        self._only_icon = self._in_short = False
        self.setProperty("kind", kind)
        self.setAutoDefault(False)  # in a dialog Enter is for the one that says so
        self._ink = "white" if kind == "filled" else "text"
        if made.property("icon_name"):
            look.size_icon(self, 20, 16)
        self.clicked.connect(made.trigger)
        made.changed.connect(self._follow)
        self._follow()

    def show_only_icon(self, *, only_icon: bool) -> None:
        """Show words and icon, or the icon alone; a button without an icon keeps its words."""
        if self._only_icon != only_icon and not self.icon().isNull():
            self._only_icon = only_icon
            self._follow()

    def say_short(self, *, in_short: bool) -> None:
        """Say all words, or the few that are for where room is short."""
        if self._in_short != in_short and self._short:
            self._in_short = in_short
            self._follow()

    def _follow(self) -> None:
        words, picture = self._command.text(), self._command.property("icon_name")
        if picture:
            self.setIcon(icons.icon(picture, self._ink))
        self.setText("" if self._only_icon else tr(self._short) if self._in_short else words)
        self.setAccessibleName(words)
        self.setToolTip(self._command.toolTip())
        if self.hasFocus() and not self._command.isEnabled():
            self._hand_on()
        self.setEnabled(self._command.isEnabled())

    def _hand_on(self) -> None:
        """Leave the keyboard to what one works with on the page, not to whatever button comes next."""
        above = self.parentWidget()
        while above is not None and not hasattr(above, "take_focus"):
            above = above.parentWidget()
        if above is not None:
            above.take_focus()


def give_icon(made: QAction, name: str) -> None:
    """Give a command a picture, which its buttons take over."""
    made.setProperty("icon_name", name)
    made.setIcon(icons.icon(name))


def button_for(made: QAction, kind: str = "", short: str = "") -> CommandButton:
    """Return a button that runs a command; `short`: what it says where room is short."""
    return CommandButton(made, kind, short)


def tool_for(made: QAction) -> QToolButton:
    """Return an icon button that runs a command; its accessible name is the command's words."""
    button = QToolButton()
    button.setDefaultAction(made)
    look.size_icon(button, 18, 18)
    made.changed.connect(lambda: button.setAccessibleName(made.text()))
    button.setAccessibleName(made.text())
    return button
