"""Choices that an office adds to the lists."""

import sqlalchemy as sa
from alembic import op

from desktop_app.store.columns import Id, Values

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0008."""
    op.create_table(
        "choice",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("of_list", sa.TEXT(), nullable=True),
        sa.Column("name_fr", sa.TEXT(), nullable=True),
        sa.Column("name_en", sa.TEXT(), nullable=True),
        sa.Column("aliases", Values(), nullable=True),
        sa.Column("code", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("choice", schema=None) as batch_op:
        batch_op.create_index("ix_choice_ref", ["ref"], unique=False)
