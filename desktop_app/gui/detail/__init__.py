"""The pane beside a list: what matters of the selected record."""
