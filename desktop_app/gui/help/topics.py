"""Which page of help is about what is in view."""

from PySide6.QtWidgets import QApplication, QWidget

# By the object name of a page, a dialog or a part that is in view; the innermost counts.
_TOPICS = {
    "page_partner": "partners", "page_instrument": "instruments", "page_mission": "missions", "page_person": "people",
    "page_event": "events",
    "page_workbooks_out": "send", "page_review": "review", "page_reports": "reports", "page_history": "history",
    "page_duplicates": "review", "page_figures": "reports", "page_dashboard": "deadlines", "page_deadlines": "deadlines",
    "page_map": "map", "page_settings": "settings", "page_overview": "overview", "network_window": "overview",
    "palette": "search", "beside": "lists", "start": "start", "export": "send",
    "sheet": "foreign_sheet", "keys": "keys",
}  # fmt: skip


def topic_of(widget: QWidget | None) -> str:
    """Return the page about a widget: the first of it and what holds it that has one."""
    while widget is not None:
        name = widget.objectName()
        if name.startswith("form_"):
            return "forms"
        if name in _TOPICS:
            return _TOPICS[name]
        widget = widget.parentWidget()
    return ""


def topic_in_view(page: QWidget | None) -> str:
    """Return the page about what has the keyboard, else about the page that is shown."""
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    focus = QApplication.focusWidget()
    return topic_of(focus) or (topic_of(dialog) if dialog is not None else "") or topic_of(page) or "start"
