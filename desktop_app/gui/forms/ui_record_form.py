# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'record_form.ui'
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
    QSizePolicy, QStackedWidget, QVBoxLayout, QWidget)

from desktop_app.gui.record_form.labels import ElidedLabel
class Ui_RecordForm(object):
    def setupUi(self, RecordForm):
        if not RecordForm.objectName():
            RecordForm.setObjectName(u"RecordForm")
        self.whole = QVBoxLayout(RecordForm)
        self.whole.setSpacing(0)
        self.whole.setObjectName(u"whole")
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.head = QFrame(RecordForm)
        self.head.setObjectName(u"head")
        self.head.setProperty(u"kind", u"page-head")
        self.headRows = QVBoxLayout(self.head)
        self.headRows.setSpacing(6)
        self.headRows.setObjectName(u"headRows")
        self.headRows.setContentsMargins(20, 12, 12, 0)
        self.headLine = QHBoxLayout()
        self.headLine.setSpacing(8)
        self.headLine.setObjectName(u"headLine")
        self.chips = QHBoxLayout()
        self.chips.setSpacing(6)
        self.chips.setObjectName(u"chips")

        self.headLine.addLayout(self.chips)

        self.title = ElidedLabel(self.head)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"kind", u"record")

        self.headLine.addWidget(self.title)

        self.place = QLabel(self.head)
        self.place.setObjectName(u"place")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.place.sizePolicy().hasHeightForWidth())
        self.place.setSizePolicy(sizePolicy)
        self.place.setProperty(u"kind", u"muted")
        self.place.setText(u"")

        self.headLine.addWidget(self.place)

        self.tools = QHBoxLayout()
        self.tools.setSpacing(6)
        self.tools.setObjectName(u"tools")

        self.headLine.addLayout(self.tools)

        self.headLine.setStretch(1, 1)

        self.headRows.addLayout(self.headLine)

        self.subtitle = ElidedLabel(self.head)
        self.subtitle.setObjectName(u"subtitle")
        self.subtitle.setProperty(u"kind", u"muted")

        self.headRows.addWidget(self.subtitle)

        self.tabLine = QHBoxLayout()
        self.tabLine.setObjectName(u"tabLine")

        self.headRows.addLayout(self.tabLine)


        self.whole.addWidget(self.head)

        self.notice = QFrame(RecordForm)
        self.notice.setObjectName(u"notice")
        self.notice.setProperty(u"kind", u"notice")
        self.notice.setProperty(u"hue", u"amber")
        self.noticeLine = QHBoxLayout(self.notice)
        self.noticeLine.setSpacing(8)
        self.noticeLine.setObjectName(u"noticeLine")
        self.noticeLine.setContentsMargins(20, 6, 12, 6)
        self.noticeWords = QLabel(self.notice)
        self.noticeWords.setObjectName(u"noticeWords")
        self.noticeWords.setWordWrap(True)
        self.noticeWords.setTextFormat(Qt.TextFormat.PlainText)
        self.noticeWords.setText(u"")

        self.noticeLine.addWidget(self.noticeWords)


        self.whole.addWidget(self.notice)

        self.pages = QStackedWidget(RecordForm)
        self.pages.setObjectName(u"pages")

        self.whole.addWidget(self.pages)

        self.line = QFrame(RecordForm)
        self.line.setObjectName(u"line")
        self.line.setProperty(u"kind", u"line")

        self.whole.addWidget(self.line)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(20, 10, 20, 10)
        self.stateIcon = QLabel(RecordForm)
        self.stateIcon.setObjectName(u"stateIcon")
        sizePolicy.setHeightForWidth(self.stateIcon.sizePolicy().hasHeightForWidth())
        self.stateIcon.setSizePolicy(sizePolicy)
        self.stateIcon.setText(u"")

        self.foot.addWidget(self.stateIcon)

        self.state = ElidedLabel(RecordForm)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"kind", u"muted")

        self.foot.addWidget(self.state)

        self.verbs = QHBoxLayout()
        self.verbs.setSpacing(8)
        self.verbs.setObjectName(u"verbs")

        self.foot.addLayout(self.verbs)

        self.foot.setStretch(1, 1)

        self.whole.addLayout(self.foot)


        self.retranslateUi(RecordForm)

        QMetaObject.connectSlotsByName(RecordForm)
    # setupUi

    def retranslateUi(self, RecordForm):
        pass
    # retranslateUi

