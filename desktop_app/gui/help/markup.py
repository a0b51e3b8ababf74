"""A page of help as the text browser shows it: Qt reads the Markdown, keys and spacing are ours."""

import re

from PySide6.QtGui import QColor, QFont, QKeySequence, QTextBlockFormat, QTextCursor, QTextDocument

from desktop_app.gui import theme
from desktop_app.gui.theme import look

CODE = re.compile(r"`([^`]+)`")
_KEY = re.compile(
    r"(?:(?:Ctrl|Alt|Shift)\+)*"
    r"(?:F\d{1,2}|[A-Z0-9]|[+\-/,:]|Enter|Return|Esc|Space|Tab|Del|Shift|Up|Down|Left|Right|PgUp|PgDown|Home|End)"
)


def is_key(text: str) -> bool:
    """Whether code in a page is a key, and not something to type."""
    return _KEY.fullmatch(text) is not None


def native(key: str) -> str:
    """Return a key as the keyboard of the reader names it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key


def fill(document: QTextDocument, markdown: str) -> None:
    """Show a page in a document."""
    named = CODE.sub(lambda found: f"`{native(found[1]) if is_key(found[1]) else found[1]}`", markdown)
    document.setDefaultFont(look.font(14))
    document.setMarkdown(named)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        _space(cursor, block.position(), block.blockFormat())
        fragments = block.begin()
        codes = []
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().fontFixedPitch():
                codes.append((fragment.position(), fragment.length()))
            fragments += 1
        for start, length in codes:
            _mark_code(cursor, start, length)
        block = block.next()
    cursor.endEditBlock()


def _space(cursor: QTextCursor, position: int, format_: QTextBlockFormat) -> None:
    cursor.setPosition(position)
    level = format_.headingLevel()
    if level:
        font = look.font({1: 20}.get(level, 15), bold=True)
        cursor.select(
            QTextCursor.SelectionType.BlockUnderCursor if position else QTextCursor.SelectionType.LineUnderCursor
        )
        chars = cursor.charFormat()
        chars.setFont(font)
        cursor.mergeCharFormat(chars)
        cursor.setPosition(position)
    format_.setTopMargin(look.px({0: 3, 1: 0}.get(level, 16)))
    format_.setBottomMargin(look.px({0: 3, 1: 6}.get(level, 2)))
    format_.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(format_)


def _mark_code(cursor: QTextCursor, start: int, length: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    chars = cursor.charFormat()
    chars.setFont(look.font(13))
    chars.setFontWeight(QFont.Weight.DemiBold)
    chars.setBackground(QColor(theme.now().badge))
    cursor.setCharFormat(chars)
