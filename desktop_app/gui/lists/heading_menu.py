"""The menu of a heading: order, groups, filter, and the column itself."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop_app.domain.leading import field_at
from desktop_app.gui import icons
from desktop_app.gui.lists.columns import asked_field
from desktop_app.gui.lists.finding import can_group
from desktop_app.gui.lists.saying import directions
from desktop_app.gui.words import said, tr

if TYPE_CHECKING:
    from desktop_app.gui.lists.record_list import RecordList


def heading_menu(rows: "RecordList", number: int) -> QMenu:
    """Return the menu of one column of a list; it goes when it is closed."""
    column, menu = rows.choice.shown()[number], QMenu(rows)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.setAccessibleName(said(column.words))
    if column.sort:
        _offer_orders(rows, menu, column.sort)
    if field := asked_field(column, rows.spec.entity):
        if can_group(rows.spec.entity.fields[field]):
            grouped = rows.choice.group == field
            group = menu.addAction(icons.icon("layers"), tr("No groups") if grouped else tr("Group by this column"))
            group.triggered.connect(lambda: rows.group_by("" if grouped else field))
        ask = menu.addAction(icons.icon("funnel"), tr("Filter by this column…"))
        ask.triggered.connect(lambda: rows.filters.ask_field(field, rows.table.across.place_below(number)))
    menu.addSeparator()
    _offer_column(rows, menu, number)
    return menu


def _offer_orders(rows: "RecordList", menu: QMenu, field: str) -> None:
    """Offer both directions, alone and below the order that stands."""
    now = rows.choice.descending(field)
    for descending, words in enumerate(directions(field_at(rows.spec.entity, field))):
        made = menu.addAction(icons.icon("arrow-down" if descending else "arrow-up"), words)
        made.setCheckable(True)
        made.setChecked(now is not None and now == bool(descending))
        made.triggered.connect(lambda _on=False, down=bool(descending): rows.sort_by(field, descending=down))
    if now is None:
        for descending, words in enumerate(directions(field_at(rows.spec.entity, field))):
            a_letter = words[1:2] == " "  # A to Z stays as it is
            order = words if a_letter else f"{words[0].lower()}{words[1:]}"
            made = menu.addAction(tr("Then {order}").format(order=order))
            made.triggered.connect(
                lambda _on=False, down=bool(descending): rows.sort_by(field, descending=down, more=True)
            )
    menu.addSeparator()


def _offer_column(rows: "RecordList", menu: QMenu, number: int) -> None:
    names = rows.choice.names
    name = names[number]
    hide = menu.addAction(icons.icon("x"), tr("Hide this column"))
    hide.setEnabled(len(names) > 1)
    hide.triggered.connect(lambda: rows.show_columns([one for one in names if one != name]))
    for step, words in ((-1, tr("Move left")), (1, tr("Move right"))):
        move = menu.addAction(icons.icon("chevron-left" if step < 0 else "chevron-right"), words)
        move.setEnabled(0 <= number + step < len(names))
        move.triggered.connect(lambda _on=False, to=number + step: rows.move_column(number, to))
    frozen = menu.addAction(tr("Keep the first column in sight"))
    frozen.setCheckable(True)
    frozen.setChecked(rows.choice.arrangement.frozen)
    frozen.toggled.connect(lambda on: rows.freeze(frozen=on))
    menu.addAction(icons.icon("columns-3"), tr("Columns…"), rows.choose_columns)
