"""Who is talking, and who talked how much: a picture, never an alarm."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from planner.domain.conversation import Speaker
from planner.domain.people import Person
from planner.domain.talk_time import OWN_SHARE_LEAST, OWN_SHARE_MOST, Balance, Band
from ui import guide_wording, theme

BAR = 10  # pixels high
BRACKET = 5  # pixels of the mark below the bar that shows the band
INSET = 4  # pixels around the picture, for the mark of the focus
GAP = 6  # pixels between bar, bracket and words


class TalkBalance(QAbstractButton):
    """A bar shared between the two, with a bracket where the border serves both.

    The person stands at the left and the user at the right; the bracket marks 35 to 50 % of
    talk of one's own, and says so in a word. Pressing it switches the speaker.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("balance")
        self._balance = Balance(0, 0)
        self._speaker = Speaker.NOBODY
        self._person = Person()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_balance(self, balance: Balance, speaker: Speaker, person: Person) -> None:
        if (balance, speaker, person) == (self._balance, self._speaker, self._person):
            return
        self._balance, self._speaker, self._person = balance, speaker, person
        told = f"{self.left_words()}, {self.right_words()}. {self.speaking()}. {self.about_band()}"
        self.setAccessibleName(self.tr("Who is talking"))
        self.setAccessibleDescription(told)
        self.update()

    def about_band(self) -> str:
        """What the bracket means."""
        words = self.tr("Good band: {least} to {most} % of the talk your own serves both.")
        return words.format(least=round(OWN_SHARE_LEAST * 100), most=round(OWN_SHARE_MOST * 100))

    def speaking(self) -> str:
        """Who talks just now, in words."""
        if self._speaker is Speaker.NOBODY:
            counted = self._balance.counted  # gone on with, say
            return self.tr("Nobody is counted now") if counted else self.tr("Nobody is counted yet")
        return guide_wording.speaking(self._speaker is Speaker.ME, self._person)

    def left_words(self) -> str:
        """The person's name and share; the name alone while too little was heard."""
        return self._with_share(self._person.first_name, 100 - self._own())

    def right_words(self) -> str:
        return self._with_share(self.tr("You"), self._own())

    def _own(self) -> int:
        return round(self._balance.own_share * 100)

    def _with_share(self, name: str, share: int) -> str:
        return name if self._balance.band is Band.UNKNOWN else f"{name} {share} %"

    def _fonts(self) -> tuple[QFont, QFont]:
        """For who talks, and for who does not."""
        plain, strong = QFont(self.font()), QFont(self.font())
        for font in (plain, strong):
            font.setPointSizeF(font.pointSizeF() * theme.SIZES["small_pt"])
        strong.setWeight(QFont.Weight.Bold)
        return strong, plain

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._fonts()[0]).height()
        return QSize(160, INSET + BAR + BRACKET + line + GAP + line + INSET)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("pine"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        bar = QRectF(INSET, INSET, self.width() - 2 * INSET, BAR)
        self._paint_bar(painter, bar)
        self._paint_bracket(painter, bar)
        self._paint_words(painter, bar)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(bar, BAR / 2, BAR / 2)
        painter.save()
        painter.setClipPath(shape)
        if not self._balance.counted:
            painter.fillRect(bar, theme.colour("line"))
        else:
            border = bar.left() + bar.width() * (1 - self._balance.own_share)
            painter.fillRect(QRectF(bar.left(), bar.top(), bar.width(), BAR), theme.colour("pine"))
            own = QRectF(border, bar.top(), bar.right() - border, BAR)
            painter.fillRect(own, theme.colour("ember"))
            painter.fillRect(QRectF(border - 1, bar.top(), 2, BAR), theme.colour("side"))
        painter.restore()

    def _paint_bracket(self, painter: QPainter, bar: QRectF) -> None:
        """Where the border between the two colours lies when it serves both."""
        left = bar.left() + bar.width() * (1 - OWN_SHARE_MOST)
        right = bar.left() + bar.width() * (1 - OWN_SHARE_LEAST)
        top, foot = bar.bottom() + 2, bar.bottom() + 2 + BRACKET
        painter.setPen(QPen(theme.colour("soft"), 1.2))
        painter.drawPolyline(
            [QPointF(left, top), QPointF(left, foot), QPointF(right, foot), QPointF(right, top)]
        )
        plain = self._fonts()[1]
        below = QRectF(bar.left(), foot, bar.width(), QFontMetrics(plain).height())
        below.moveLeft((left + right) / 2 - bar.width() / 2)
        painter.setFont(plain)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.tr("good band"))

    def _paint_words(self, painter: QPainter, bar: QRectF) -> None:
        strong, plain = self._fonts()
        top = bar.bottom() + BRACKET + QFontMetrics(plain).height() + GAP
        area = QRectF(bar.left(), top, bar.width(), self.height() - top)
        left, right = self.left_words(), self.right_words()
        room = int(bar.width()) - QFontMetrics(strong).horizontalAdvance(right) - GAP
        left = QFontMetrics(strong).elidedText(left, Qt.TextElideMode.ElideRight, max(room, 0))
        for words, talks, align in (
            (left, self._speaker is Speaker.THEM, Qt.AlignmentFlag.AlignLeft),
            (right, self._speaker is Speaker.ME, Qt.AlignmentFlag.AlignRight),
        ):
            painter.setFont(strong if talks else plain)
            painter.setPen(theme.colour("ink" if talks else "soft"))
            painter.drawText(area, align | Qt.AlignmentFlag.AlignTop, words)
