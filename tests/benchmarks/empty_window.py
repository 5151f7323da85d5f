"""What the start is measured against: an empty window that also imports peewee."""

import os

import peewee  # noqa: F401
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
os._exit(0)
