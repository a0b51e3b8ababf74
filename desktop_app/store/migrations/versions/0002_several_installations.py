"""Several installations."""

import sqlalchemy as sa
from alembic import op

from desktop_app.store.columns import Id

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0002."""
    op.create_table(
        "conflict",
        sa.Column("row", Id(), nullable=False),
        sa.Column("field", sa.TEXT(), nullable=False),
        sa.Column("tbl", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("row", "field"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "edge",
        sa.Column("id", Id(), nullable=False),
        sa.Column("tbl", sa.TEXT(), nullable=False),
        sa.Column("one", Id(), nullable=False),
        sa.Column("other", Id(), nullable=False),
        sa.Column("same", sa.INTEGER(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "peer",
        sa.Column("no", sa.INTEGER(), nullable=False),
        sa.Column("replica", Id(), nullable=False),
        sa.Column("office", sa.TEXT(), nullable=False),
        sa.Column("name", sa.TEXT(), nullable=False),
        sa.Column("key", sa.TEXT(), nullable=True),
        sa.Column("have", sa.TEXT(), nullable=False),
        sa.Column("seen", sa.INTEGER(), nullable=True),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("replica"),
    )
    op.create_table(
        "united",
        sa.Column("id", Id(), nullable=False),
        sa.Column("shown_as", Id(), nullable=False),
        sa.Column("tbl", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("united", schema=None) as batch_op:
        batch_op.create_index("ix_united_shown_as", ["shown_as"], unique=False)

    op.create_table(
        "log",
        sa.Column("peer", sa.INTEGER(), nullable=False),
        sa.Column("first", sa.INTEGER(), nullable=False),
        sa.Column("last", sa.INTEGER(), nullable=False),
        sa.Column("change", sa.INTEGER(), nullable=False),
        sa.ForeignKeyConstraint(
            ["peer"],
            ["peer.no"],
        ),
        sa.PrimaryKeyConstraint("peer", "first"),
        sqlite_with_rowid=False,
    )

    # What this installation has written so far.
    op.execute(
        "INSERT INTO peer (no, replica, office, name, have) SELECT 1, unhex(value), (SELECT value FROM setting WHERE key ="
        " 'office'), '', '{}' FROM setting WHERE key = 'replica'"
    )
    op.execute(
        "INSERT INTO log (peer, first, last, change) SELECT 1, 1, max(seq), 1 FROM change WHERE EXISTS (SELECT 1 FROM peer)"
        " HAVING max(seq) IS NOT NULL"
    )
