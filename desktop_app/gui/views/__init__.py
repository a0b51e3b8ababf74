"""Saved views: kept in the base, shown in the left pane, sent to other offices as small files."""
