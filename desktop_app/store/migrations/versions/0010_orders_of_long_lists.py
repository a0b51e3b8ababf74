"""The orders in which long lists of missions are read."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0010."""
    newest, live = sa.text("starts_on DESC"), sa.text("gone < 1")
    op.create_index("ix_mission_by_starts_on", "mission", [newest], sqlite_where=live)
    for field in ("status", "purpose", "institute", "cost", "person", "unit", "partner", "instrument"):
        op.create_index(f"ix_mission_by_{field}", "mission", [field, newest], sqlite_where=live)
