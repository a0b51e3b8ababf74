"""A file under review: what changed, what was decided, and how it is applied."""
