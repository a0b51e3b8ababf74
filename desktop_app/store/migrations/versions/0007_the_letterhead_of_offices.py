"""The letterhead of offices: address, logo, colours, introductions."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_FIELDS = (
    "address", "phone", "email", "website", "logo", "colour", "tint", "introduction_fr", "introduction_en",
)  # fmt: skip


def upgrade() -> None:
    """Bring a base to version 0007."""
    with op.batch_alter_table("office", schema=None) as batch_op:
        for name in _FIELDS:
            batch_op.add_column(sa.Column(name, sa.TEXT(), nullable=True))
