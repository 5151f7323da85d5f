"""The program without a screen: what it knows, decides and keeps."""

__version__ = "0.1.0"

APP = "visavis"  # what folders, settings and commands are called
