"""A table for any number of rows: one model with pages of ready cells, one delegate that paints them."""
