"""The orders in which long lists of missions are read by cities and countries."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0013."""
    for field in ("cities", "countries"):
        order: list[str | sa.TextClause] = [field, sa.text("starts_on DESC")]
        op.create_index(f"ix_mission_by_{field}", "mission", order, sqlite_where=sa.text("gone < 1"))
