"""The desktop's message bus (D-Bus), where there is one: calls and signals, never waited for."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalSocket

if TYPE_CHECKING:
    from jeepney import DBusAddress, Message

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"  # where the desktop says how to reach it

Answered = Callable[[tuple[Any, ...] | None], None]


class SessionBus(QObject):
    """One service of the bus, talked to in turn with the window.

    QtDBus is not used: PySide6 cannot write an unsigned number with it, which notifications take.
    What is called before the connection stands is sent once it does. Nothing here raises; what
    cannot be reached answers None, also when the bus ends, as it does when the user logs out.

    Signals:
        heard(str, tuple): the service emitted this signal with these values.
    """

    heard = Signal(str, tuple)

    def __init__(self, service: DBusAddress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from jeepney import Parser
        from jeepney.auth import Authenticator

        self._service = service
        self._waiting: dict[int, Answered] = {}  # by the number of the call
        self._unsent: list[bytes] = []
        self._serial = 0
        self._begun = False
        self._parser = Parser()
        self._proof: Authenticator | None = Authenticator()
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._on_connected)
        self._socket.readyRead.connect(self._on_ready)
        self._socket.errorOccurred.connect(self._on_ended)
        self._socket.disconnected.connect(self._on_ended)
        self._ended = False

    def call(
        self, method: str, signature: str, values: tuple[Any, ...], answered: Answered | None = None
    ) -> None:
        """Calls a method of the service; `answered` gets what it returns, None for an error."""
        from jeepney import new_method_call

        self._begin()
        self._send(new_method_call(self._service, method, signature or None, values), answered)

    def close(self) -> None:
        """Sends what was called, and lets go; nothing is heard any more."""
        self._waiting.clear()
        if self._begun and not self._ended:
            self._socket.flush()
            self._socket.blockSignals(True)
            self._socket.abort()
        self._ended = True

    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        from jeepney import MatchRule
        from jeepney.bus import get_bus
        from jeepney.bus_messages import message_bus

        self._send(message_bus.Hello())
        rule = MatchRule(
            type="signal",
            sender=self._service.bus_name,
            interface=self._service.interface,
            path=self._service.object_path,
        )
        self._send(message_bus.AddMatch(rule))
        try:
            place = get_bus("SESSION") if os.environ.get(ADDRESS) else ""
        except (RuntimeError, ValueError):  # an address of another kind, or none at all
            place = ""
        if not place:
            self._on_ended()
            return
        if place.startswith("\0"):
            self._socket.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
        self._socket.connectToServer(place.removeprefix("\0"))

    def _send(self, message: Message, answered: Answered | None = None) -> None:
        if self._ended:
            if answered is not None:
                answered(None)
            return
        self._serial += 1
        if answered is not None:
            self._waiting[self._serial] = answered
        sent = message.serialise(serial=self._serial)
        if self._proof is None:
            self._socket.write(sent)
        else:
            self._unsent.append(sent)

    def _on_connected(self) -> None:
        self._prove(b"")

    def _on_ready(self) -> None:
        data = bytes(self._socket.readAll().data())
        if self._proof is not None:
            self._prove(data)
            return
        try:
            messages = self._parser.feed(data)
        except ValueError:  # no bus that speaks as it should
            self._socket.abort()
            return
        for message in messages:
            self._take(message)

    def _prove(self, data: bytes) -> None:
        """Says who the user is, and begins once the bus is content."""
        from jeepney.auth import BEGIN, AuthenticationError

        if self._proof is None:
            return
        try:
            self._proof.feed(data)
        except AuthenticationError:
            self._socket.abort()
            return
        if (said := self._proof.data_to_send()) is not None:
            self._socket.write(said)
            return
        self._proof = None
        self._socket.write(BEGIN)
        for message in self._unsent:
            self._socket.write(message)
        self._unsent.clear()

    def _take(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        fields, kind = message.header.fields, message.header.message_type
        if kind is MessageType.signal:
            if fields.get(HeaderFields.interface) == self._service.interface:
                self.heard.emit(str(fields.get(HeaderFields.member, "")), message.body)
            return
        answered = self._waiting.pop(fields.get(HeaderFields.reply_serial, -1), None)
        if answered is not None:
            answered(message.body if kind is MessageType.method_return else None)

    def _on_ended(self) -> None:
        if self._ended:
            return
        self._ended = True
        waiting, self._waiting = self._waiting, {}
        for answered in waiting.values():
            answered(None)
