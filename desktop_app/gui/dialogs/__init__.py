"""Dialogs: windows of their own that ask for something and give it back."""
