"""Legs of missions, and the nights for which somebody else lodges the traveller."""

import sqlalchemy as sa
from alembic import op

from desktop_app.store.columns import Id

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0006."""
    op.create_table(
        "leg",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("mission", Id(), nullable=True),
        sa.Column("number", sa.INTEGER(), nullable=True),
        sa.Column("country", Id(), nullable=True),
        sa.Column("city", sa.TEXT(), nullable=True),
        sa.Column("starts_on", sa.TEXT(), nullable=True),
        sa.Column("ends_on", sa.TEXT(), nullable=True),
        sa.Column("partner", Id(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("leg", schema=None) as batch_op:
        for name in ("country", "ends_on", "mission", "partner", "ref", "starts_on"):
            batch_op.create_index(f"ix_leg_{name}", [name], unique=False)
    with op.batch_alter_table("mission", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lodged", sa.INTEGER(), nullable=True))
