"""A notification service on a session bus of its own, and one notice shown by it and pressed.

Run below `dbus-run-session`; prints what the service was asked and what was heard, as JSON.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QCoreApplication, QTimer

from ui.notifications import Notice, notifications

NAME = "org.freedesktop.Notifications"
HERE = DBusAddress("/org/freedesktop/Notifications", interface=NAME)
NUMBER = 4_000_000_000  # larger than a signed number holds
LONGEST_MS = 20_000

asked: list[list[Any]] = []


def serve(bus: DBusConnection) -> None:
    """Answers as desktops do; as soon as a notice is there somebody presses it."""
    while True:
        message = bus.receive()
        fields = message.header.fields
        method = fields.get(HeaderFields.member)
        if message.header.message_type is not MessageType.method_call:
            continue
        asked.append([method, fields.get(HeaderFields.signature, ""), message.body])
        if method == "GetCapabilities":
            bus.send(new_method_return(message, "as", (["actions", "body", "body-markup"],)))
        elif method == "Notify":
            bus.send(new_method_return(message, "u", (NUMBER,)))
            bus.send(new_signal(HERE, "ActionInvoked", "us", (NUMBER + 1, "default")))
            bus.send(new_signal(HERE, "ActivationToken", "us", (NUMBER, "a-token")))
            bus.send(new_signal(HERE, "ActionInvoked", "us", (NUMBER, "default")))
        elif method == "CloseNotification":
            bus.send(new_method_return(message))
            bus.send(new_signal(HERE, "NotificationClosed", "uu", (NUMBER, 3)))
            return


def main() -> None:
    app = QCoreApplication([])
    bus = open_dbus_connection("SESSION")
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    service = threading.Thread(target=serve, args=(bus,), daemon=True)
    service.start()
    shown = notifications(app)
    heard: list[str] = []

    def on_chosen(key: str) -> None:
        heard.append(key)
        shown.close()
        QTimer.singleShot(0, app.quit)

    shown.chosen.connect(on_chosen)
    shown.show(Notice("prepare", "1-2-1 with Zoë <b>Müller</b> & Co", "Tomorrow 08:30 <i>"))
    QTimer.singleShot(LONGEST_MS, app.quit)
    app.exec()
    service.join(LONGEST_MS / 1000)
    print(json.dumps({"asked": asked, "heard": heard, "closed": not service.is_alive()}))


if __name__ == "__main__":
    sys.exit(main())
