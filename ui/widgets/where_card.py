"""Where a 1-2-1 is: a place typed or taken from those remembered, neutral ground first."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.domain.meetings import Place, place_of
from planner.journeys.plan_page import place_named
from ui import assets, theme
from ui.widgets.inputs import TickInput
from ui.widgets.layouts import Card, Flow, button, clear, row
from ui.widgets.place_input import PlaceInput, on_link
from ui.widgets.text import Text, plain_tip

ONLINE = "Online"  # as a calendar file says it; `place_of` knows it for an online place
SUGGESTED = 4  # neutral places offered as links
MARK = 14  # pixels


class WhereCard(Card):
    """The place, a button for meeting online, neutral ground to choose, and whether it is neutral.

    Signals:
        wished(): another place was typed or chosen.
        neutral_said(bool): whether the place is neutral ground was said anew.
        places_wanted(): look through all places.
    """

    wished = Signal()
    neutral_said = Signal(bool)
    places_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Where"), parent)
        self.setObjectName("where")
        self._places: tuple[Place, ...] = ()
        self._shown: tuple[object, ...] | None = None
        self._place = PlaceInput(self.tr("A coffee shop half-way, say"))
        self._place.setObjectName("place")
        self._place.setAccessibleName(self.tr("Place"))
        self._place.finished.connect(self._on_typed)
        self._place.textChanged.connect(self._follow)
        online = button(self.tr("Online"), self._on_online, name="online")
        across = row(self._place, online)
        across.setStretch(0, 1)
        self._suggested = QWidget()
        self._suggested.setObjectName("neutral-places")
        self._offered = QVBoxLayout(self._suggested)
        self._offered.setContentsMargins(0, 0, 0, 0)
        self._offered.setSpacing(4)
        self._neutral = TickInput("")
        self._neutral.setObjectName("neutral")
        self._neutral.finished.connect(self._on_neutral)
        self._said = ""  # what was last told to the page
        self._was_known = False
        self.body.addLayout(across)
        self.body.addWidget(self._suggested)
        self.body.addWidget(self._neutral)

    def show_places(
        self,
        places: Sequence[Place],
        far: AbstractSet[int] = frozenset(),
        both_know: AbstractSet[int] = frozenset(),
    ) -> None:
        """The remembered places, best first; those `far`, by id, are completed and not offered.

        Neutral ground `both_know`, by id, is named as such.
        """
        if (tuple(places), far, both_know, theme.current()) == self._shown:
            return  # whoever stands on a link with the keyboard stays there
        self._shown = (tuple(places), far, both_know, theme.current())
        self._places = tuple(places)
        self._place.offer(places)
        clear(self._offered)
        near = (place for place in places if place.id not in far and not place.online)
        neutral = [place for place in near if place.neutral][:SUGGESTED]
        shared = [place for place in neutral if place.id in both_know]
        others = [place for place in neutral if place.id not in both_know]
        words = self.tr("Other neutral ground:") if shared else self.tr("Neutral ground:")
        groups = ((self.tr("Neutral ground you both know:"), shared), (words, others))
        rows = [self._offer(words, places) for words, places in groups if places]
        if rows:
            every = button(self.tr("All places…"), self.places_wanted.emit, "link", "all-places")
            every.setToolTip(self.tr("Rename, join or remove them"))
            rows[-1].addWidget(every)
        self._suggested.setVisible(bool(neutral))
        self._suggested.updateGeometry()
        self._follow()

    def _offer(self, words: str, places: Sequence[Place]) -> Flow:
        """A row of links after the words on what they have in common."""
        links = Flow(gap=4)
        told = Text(words, "soft", wrap=False)
        told.setContentsMargins(0, 2, 0, 0)  # level with the links' words
        links.addWidget(told)
        for place in places:
            links.addWidget(self._link(place))
        self._offered.addLayout(links)
        return links

    def show_wish(self, place: str, neutral: bool) -> None:
        self._said = place
        self._place.show_value(place)
        if place_named(self._places, place) is None:
            self._neutral.show_value(neutral)
        self._follow()

    def value(self) -> tuple[str, bool]:
        """The place, and whether it is neutral ground."""
        return " ".join(self._place.value().split()), self._neutral.value()

    def _follow(self) -> None:
        """Says of the place whether it is neutral, and asks it of a new one."""
        text = self._place.value().strip()
        known = place_named(self._places, text)
        online = known.online if known else place_of(text).online
        self._neutral.setVisible(bool(text) and not online)
        if known is None:
            words = self.tr("New: remember it as neutral ground")
            if self._was_known:
                self._neutral.show_value(True)
        else:
            words = self.tr("Neutral ground, neither yours nor theirs")
            self._neutral.show_value(known.neutral)
        self._was_known = known is not None
        self._neutral.setText(words)

    def _link(self, place: Place) -> QPushButton:
        made = button(on_link(place), self._on_link, "link", "neutral-place")
        made.setIcon(assets.icon("place", theme.current().pine_text, MARK))
        made.setIconSize(QSize(MARK, MARK))
        made.setProperty("place", place.label)
        made.setToolTip(plain_tip(place.label))
        made.setAccessibleName(self.tr("{place}, neutral ground").format(place=place.label))
        return made

    def _on_link(self) -> None:
        link = self.sender()
        if link is not None:
            self._place.show_value(str(link.property("place")))
            self._on_typed()

    def _on_online(self) -> None:
        """The place with a link that was used most, if any is remembered."""
        entered = next((place.label for place in self._places if place.online and place.link), "")
        self._place.show_value(entered or ONLINE)
        self._on_typed()

    def _on_typed(self) -> None:
        place, _ = self.value()
        if place != self._said:
            self._said = place
            self.wished.emit()

    def _on_neutral(self) -> None:
        self.neutral_said.emit(self._neutral.value())
