"""Compiled from `ui/` by `build_spec/forms.py`; never edited by hand."""
