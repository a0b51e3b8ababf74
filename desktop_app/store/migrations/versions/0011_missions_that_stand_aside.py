"""The index of the missions that are left out when all others are counted."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_ASIDE = "gone > 0 OR direction IS NOT 'outgoing' OR status IN ('cancelled', 'postponed')"
_FIELDS = ("direction", "status", "starts_on", "purpose", "institute", "partner", "instrument", "gone")


def upgrade() -> None:
    """Bring a base to version 0011."""
    op.create_index("ix_mission_aside", "mission", list(_FIELDS), sqlite_where=sa.text(_ASIDE))
