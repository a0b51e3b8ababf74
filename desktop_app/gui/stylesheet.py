"""The one stylesheet of the program, generated from a theme: some sixty rules, no colour written twice.

Widgets say what they are by `kind` (`widget.setProperty("kind", "filled")`, or `look_as` of `parts.py`);
nothing else may call `setStyleSheet`.

QPushButton   (none) · filled · flat · link · nav · search · filter · dashed · segment · token, entry (forms)
QLineEdit     (none) · bare
QToolButton   (none: icon only) · tab · flat · inside (of a line)
QLabel        title · count · record · heading · strong · muted · small · number · error · warn · ok · key ·
              badge, chip, tile (`hue`)
QFrame        line · card · panel · past · notice (`hue`) · banner · popup · page-head · tokens, token, part (forms) ·
              cell (lists)
any editor    property `wrong` marks an error
"""

from desktop_app.gui.theme import HUES, Theme
from desktop_app.paths import resources

_FRAME = """
QWidget#top, QWidget#side, QWidget#status {{ background: {side}; }}
QWidget#top {{ border-bottom: 1px solid {hairline}; }}
QWidget#side {{ border-right: 1px solid {hairline}; }}
QWidget#status {{ border-top: 1px solid {hairline}; }}
QWidget#status QLabel, QWidget#status QPushButton {{ font-size: {px12}px; color: {muted}; }}
QFrame[kind="panel"] {{ background: {surface}; border-left: 1px solid {hairline}; }}
QFrame[kind="panel"][over="true"] {{ border-left: 2px solid {input_border}; }}
QFrame[kind="page-head"] {{ background: {window}; border-bottom: 1px solid {hairline}; }}
QFrame[kind="card"] {{ background: {surface}; border: 1px solid {hairline}; border-radius: 8px; }}
QFrame[kind="popup"] QStackedWidget {{ background: transparent; }}
QFrame[kind="popup"] {{ background: {surface}; border: 1px solid {button_border}; border-radius: 8px; }}
QFrame[kind="line"] {{ background: {hairline}; border: none; max-height: 1px; min-height: 1px; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="scrolled"] {{ background: transparent; border: none; }}
QSplitter::handle {{ background: {hairline}; }}
QStackedWidget {{ background: {window}; }}
QMainWindow, QDialog {{ background: {window}; }}
"""

_LABELS = """
QLabel[kind="title"] {{ font-size: {px20}px; font-weight: 600; }}
QLabel[kind="record"] {{ font-size: {px16}px; font-weight: 600; }}
QLabel[kind="heading"] {{ font-weight: 600; font-size: {px12}px; color: {muted}; }}
QLabel[kind="strong"] {{ font-weight: 600; }}
QLabel[kind="muted"], QLabel[kind="count"] {{ color: {muted}; }}
QLabel[kind="small"] {{ color: {muted}; font-size: {px12}px; }}
QLabel[kind="error"] {{ color: {error}; font-size: {px12}px; }}
QLabel[kind="warn"] {{ color: {warn}; font-size: {px12}px; }}
QLabel[kind="ok"] {{ color: {ok}; font-size: {px12}px; }}
QLabel[kind="key"] {{ background: {window}; color: {muted}; border: 1px solid {hairline}; border-radius: 4px;
    padding: 1px 6px; font-size: {px12}px; }}
QFrame[kind="banner"] {{ background: {banner}; }}
QFrame[kind="banner"] QLabel {{ color: {banner_text}; font-size: {px12}px; background: transparent; }}
QLabel[kind="badge"] {{ background: {badge}; color: {muted}; border-radius: {px8}px; padding: 0 7px;
    font-size: {px12}px; font-weight: 600; }}
QLabel[kind="number"] {{ color: {muted}; padding: 0; font-size: {px12}px; }}
QLabel[kind="chip"] {{ border-radius: 5px; padding: 2px 8px; font-size: {px12}px; font-weight: 600; }}
"""

_BUTTONS = """
QPushButton {{ background: {button}; color: {text}; border: 1px solid {button_border}; border-radius: 6px;
    padding: 0 12px; min-height: {px28}px; icon-size: {px16}px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {selection}; }}
QPushButton:disabled {{ color: {faint}; border-color: {hairline}; background: transparent; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; }}
QPushButton[kind="filled"], QPushButton:default {{ background: {filled}; color: #FFFFFF;
    border: 1px solid {filled}; }}
QPushButton[kind="filled"] {{ font-weight: 600; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton[kind="filled"]:hover, QPushButton:default:hover {{ background: {filled_hover}; }}
QPushButton[kind="filled"]:focus, QPushButton:default:focus {{ border: 2px solid {text}; }}
QPushButton[kind="filled"]:disabled, QPushButton:default:disabled {{ background: {badge}; color: {faint};
    border-color: {badge}; }}
QPushButton[kind="flat"], QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent;
    padding: 0 8px; color: {muted}; }}
QPushButton[kind="link"] {{ color: {accent}; padding: 0 2px; min-height: {px20}px; }}
QPushButton[kind="flat"][chosen="true"] {{ color: {accent}; font-weight: 600; }}
QPushButton[kind="flat"]:hover {{ background: {hover}; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="flat"]:focus, QPushButton[kind="link"]:focus {{ border: 2px solid {accent}; }}
QPushButton[kind="flat"]::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[kind="nav"] {{ background: transparent; border: 1px solid transparent; text-align: left;
    padding: 0 6px; min-height: {px28}px; }}
QPushButton[kind="nav"][narrow="true"] {{ text-align: center; padding: 0; }}
QPushButton[kind="nav"][low="true"] {{ min-height: {px22}px; }}
QPushButton[kind="nav"]:hover {{ background: {badge}; }}
QPushButton[kind="nav"]:checked {{ background: {selection}; color: {nav_text}; font-weight: 600; }}
QPushButton[kind="nav"]:focus {{ border: 2px solid {accent}; }}
QPushButton[kind="filter"] {{ background: {filter}; color: {filter_text}; border: 1px solid transparent;
    border-radius: {px12}px; min-height: {px24}px; padding: 0 10px 0 12px; }}
QPushButton[kind="dashed"] {{ background: transparent; color: {muted}; border: 1px dashed {button_border};
    border-radius: {px12}px; min-height: {px24}px; padding: 0 12px 0 8px; }}
QPushButton[kind="filter"]:focus, QPushButton[kind="dashed"]:focus {{ border: 2px solid {accent}; }}
QPushButton[kind="banner"] {{ background: transparent; border: 1px solid transparent; color: {banner_text};
    font-size: {px12}px; font-weight: 600; min-height: {px20}px; padding: 0 6px; text-decoration: underline; }}
QPushButton[kind="banner"]:focus {{ border: 2px solid {banner_text}; padding: 0 5px; }}
QPushButton[kind="search"] {{ background: {surface}; color: {muted}; border: 1px solid {input_border};
    text-align: left; padding: 0 4px; }}
QPushButton[kind="search"]:focus {{ border: 2px solid {accent}; padding: 0 3px; }}
QToolButton {{ background: transparent; color: {muted}; border: 1px solid transparent; border-radius: 6px;
    padding: 4px; }}
QToolButton:hover {{ background: {hover}; }}
QWidget#top QToolButton:hover, QWidget#status QPushButton:hover {{ background: {badge}; }}
QToolButton[kind="inside"] {{ padding: 0; }}
QToolButton[kind="tab"] {{ border-radius: 0; border: none; border-bottom: 2px solid transparent;
    padding: 6px 2px; }}
QToolButton[kind="tab"]:hover {{ background: transparent; color: {text}; }}
QToolButton[kind="tab"]:checked {{ color: {text}; font-weight: 600; border-bottom: 2px solid {accent}; }}
QToolButton[kind="tab"]:disabled {{ color: {input_border}; }}
QToolButton[kind="tab"]:focus {{ border: 2px solid {accent}; border-radius: 4px; }}
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit {{ placeholder-text-color: {faint}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{ background: {surface}; color: {text};
    border: 1px solid {input_border}; border-radius: 6px; padding: 0 8px; min-height: {px28}px;
    selection-background-color: {filled}; selection-color: #FFFFFF; }}
QPlainTextEdit, QTextEdit {{ padding: 4px 6px; }}
QComboBox {{ padding: 0 8px 0 10px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
    border: 2px solid {accent}; padding: 0 7px; min-height: {focused}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 3px 5px; }}
QComboBox:focus {{ padding: 0 7px 0 9px; }}
QAbstractSpinBox {{ min-height: {spun}px; }}
QAbstractSpinBox:focus {{ padding: 0 7px; min-height: {spun_focused}px; }}
QTextEdit[kind="page"] {{ border: none; border-radius: 0; padding: 12px 24px; }}
QTextEdit[kind="page"]:focus {{ border: 2px solid {accent}; padding: 10px 22px; }}
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled {{ background: {header}; color: {muted};
    border-color: {hairline}; }}
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:focus {{ background: transparent; border: none; padding: 0;
    min-height: {px28}px; }}
*[wrong="true"], *[wrong="true"]:focus {{ border: 2px solid {error}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px24}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({icons}/theme/chevron-{name}.svg); width: {px14}px;
    height: {px14}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: {px18}px; }}
QAbstractSpinBox::up-arrow {{ image: url({icons}/theme/up-{name}.svg); width: {px12}px; height: {px12}px; }}
QAbstractSpinBox::down-arrow {{ image: url({icons}/theme/chevron-{name}.svg); width: {px12}px; height: {px12}px; }}
QComboBox QAbstractItemView, QListView[kind="suggestions"] {{ background: {surface}; color: {text};
    border: 1px solid {button_border}; selection-background-color: {selection}; selection-color: {text};
    outline: 0; }}
QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; }}
QCheckBox::indicator, QListView::indicator, QTreeView::indicator {{
    width: {px15}px; height: {px15}px; border: 1px solid {input_border}; border-radius: 3px;
    background: {surface}; }}
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {{
    background: {filled}; border-color: {filled};
    image: url({icons}/theme/check.svg); }}
QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate {{ background: {filled}; border-color: {filled};
    image: url({icons}/theme/minus.svg); }}
QRadioButton::indicator {{ width: {px15}px; height: {px15}px; border: 1px solid {input_border}; border-radius: {half}px;
    background: {surface}; }}
QRadioButton::indicator:checked {{ width: {dot}px; height: {dot}px; border: {px5}px solid {filled}; border-radius: {half}px;
    background: #FFFFFF; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {accent}; border-radius: 4px; }}
"""

_LISTS = """
QListView[kind="contents"]::item {{ padding: 0 8px; }}
QListView[kind="contents"]::item:selected {{ background: {selection}; color: {text}; }}
QMenu, QTreeView {{ icon-size: {px16}px; }}
QAbstractItemView {{ background: {surface}; color: {text}; border: none; outline: 0;
    selection-background-color: {selection}; selection-color: {text}; }}
QTableView {{ gridline-color: {row_line}; }}
QTableView#frozen {{ border-right: 2px solid {button_border}; }}
QTableCornerButton::section {{ background: {header}; border: none; border-bottom: 1px solid {hairline}; }}
QHeaderView {{ background: {header}; border: none; }}
QHeaderView::section {{ background: {header}; color: {muted}; font-weight: 600; font-size: {px12}px;
    border: none;
    border-bottom: 1px solid {hairline}; padding: 0 10px; min-height: {px31}px; }}
QHeaderView::section:hover {{ color: {text}; }}
QHeaderView::up-arrow {{ image: url({icons}/theme/up-{name}.svg); width: {px12}px; height: {px12}px;
    subcontrol-position: right; }}
QHeaderView::down-arrow {{ image: url({icons}/theme/chevron-{name}.svg); width: {px12}px; height: {px12}px;
    subcontrol-position: right; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {button_border}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 10px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 4px 6px; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {button_border}; padding: 4px 6px; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 12px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {button_border}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {input_border}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {rail}; border: none; border-radius: 3px; max-height: 6px; text-align: center; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
"""

_FORMS = """
QFrame[kind="tokens"] {{ background: {surface}; border: 1px solid {input_border}; border-radius: 6px; }}
QFrame[kind="tokens"][focused="true"] {{ border: 2px solid {accent}; }}
QFrame[kind="tokens"] QLineEdit {{ border: none; padding: 0 3px; min-height: {px22}px; background: transparent; }}
QFrame[kind="token"] {{ background: {filter}; border-radius: 5px; }}
QPushButton[kind="token"] {{ background: transparent; color: {filter_text}; border: 1px solid transparent;
    border-radius: 5px; padding: 0 2px 0 7px; min-height: {px20}px; font-size: {px12}px; }}
QPushButton[kind="token"]:focus {{ border: 2px solid {accent}; }}
QFrame[kind="token"] QToolButton {{ padding: 1px; }}
QFrame[kind="cell"] {{ background: {selection}; border: none; }}
QFrame[kind="cell"] QLineEdit, QFrame[kind="cell"] QComboBox, QFrame[kind="cell"] QPlainTextEdit,
QFrame[kind="cell"] QFrame[kind="tokens"] {{ border-radius: 0; }}
QFrame[kind="past"] {{ background: {surface}; border: 3px solid {banner_text}; border-radius: 6px; }}
QFrame[kind="part"] {{ background: transparent; border: none; border-bottom: 1px solid {row_line}; }}
QPushButton[kind="entry"] {{ background: transparent; border: 1px solid transparent; color: {accent};
    text-align: left; padding: 0; min-height: {px18}px; }}
QPushButton[kind="entry"]:hover {{ text-decoration: underline; }}
QPushButton[kind="entry"]:focus {{ border: 2px solid {accent}; border-radius: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: {px24}px; padding: 0 6px; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {surface}; }}
QCalendarWidget QToolButton {{ color: {text}; font-weight: 600; padding: 4px 8px; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {filled}; selection-color: #FFFFFF; }}
"""

_HUE = """
QLabel[kind="chip"][hue="{hue}"], QFrame[kind="notice"][hue="{hue}"] {{ background: {back}; color: {fore}; }}
QLabel[kind="tile"][hue="{hue}"] {{ background: {back}; border-radius: 6px; }}
QLabel[kind="badge"][hue="{hue}"] {{ background: {back}; color: {fore}; }}
QFrame[kind="notice"][hue="{hue}"] {{ border: none; border-radius: 6px; }}
QFrame[kind="notice"][hue="{hue}"] QLabel {{ color: {fore}; background: transparent; }}
"""

_SIZES = (5, 8, 12, 14, 15, 16, 18, 20, 22, 24, 28, 31)


def stylesheet(theme: Theme, scale: float = 1.0) -> str:
    """Return the whole stylesheet of a theme at a text size."""
    values: dict[str, object] = {**theme._asdict(), "icons": (resources() / "icons").as_posix()}
    values |= {f"px{size}": round(size * scale) for size in _SIZES}
    across = round(15 * scale) + 2  # a radio button, chosen or not
    values |= {"half": across // 2, "dot": across - 2 * round(5 * scale)}
    values["focused"] = round(28 * scale) - 2  # its border is wider: a line is as high with the keyboard as without
    values |= {"spun": round(28 * scale) - 3, "spun_focused": round(28 * scale) - 5}  # Qt adds three to their height
    values |= {"banner": theme.chips["amber"].background, "banner_text": theme.chips["amber"].text}
    values["nav_text"] = theme.accent if theme.name == "light" else theme.text
    rules = [part.format(**values) for part in (_FRAME, _LABELS, _BUTTONS, _INPUTS, _LISTS, _FORMS)]
    rules += [_HUE.format(hue=hue, back=theme.chips[hue].background, fore=theme.chips[hue].text) for hue in HUES]
    return "".join(rules)
