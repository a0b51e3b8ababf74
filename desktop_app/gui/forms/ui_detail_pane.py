# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'detail_pane.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QScrollArea, QSizePolicy, QToolButton, QVBoxLayout,
    QWidget)
class Ui_DetailPane(object):
    def setupUi(self, DetailPane):
        if not DetailPane.objectName():
            DetailPane.setObjectName(u"DetailPane")
        DetailPane.setProperty(u"kind", u"panel")
        self.whole = QVBoxLayout(DetailPane)
        self.whole.setSpacing(0)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.head = QVBoxLayout()
        self.head.setSpacing(2)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(16, 12, 12, 8)
        self.chipLine = QHBoxLayout()
        self.chipLine.setSpacing(4)
        self.chipLine.setObjectName(u"chipLine")
        self.chipLine.setContentsMargins(-1, -1, -1, 4)
        self.chips = QHBoxLayout()
        self.chips.setSpacing(6)
        self.chips.setObjectName(u"chips")

        self.chipLine.addLayout(self.chips)

        self.close = QToolButton(DetailPane)
        self.close.setObjectName(u"close")

        self.chipLine.addWidget(self.close)


        self.head.addLayout(self.chipLine)

        self.title = QLabel(DetailPane)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"kind", u"record")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setText(u"")

        self.head.addWidget(self.title)

        self.subtitle = QLabel(DetailPane)
        self.subtitle.setObjectName(u"subtitle")
        self.subtitle.setProperty(u"kind", u"small")
        self.subtitle.setWordWrap(True)
        self.subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self.subtitle.setText(u"")

        self.head.addWidget(self.subtitle)


        self.whole.addLayout(self.head)

        self.area = QScrollArea(DetailPane)
        self.area.setObjectName(u"area")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self.whole.addWidget(self.area)

        self.line = QFrame(DetailPane)
        self.line.setObjectName(u"line")
        self.line.setProperty(u"kind", u"line")

        self.whole.addWidget(self.line)

        self.verbs = QHBoxLayout()
        self.verbs.setSpacing(8)
        self.verbs.setObjectName(u"verbs")
        self.verbs.setContentsMargins(16, 10, 16, 10)

        self.whole.addLayout(self.verbs)


        self.retranslateUi(DetailPane)

        QMetaObject.connectSlotsByName(DetailPane)
    # setupUi

    def retranslateUi(self, DetailPane):
        pass
    # retranslateUi

