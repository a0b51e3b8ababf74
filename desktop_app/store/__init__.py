"""The store: one SQLite file, one door for writes, a journal that remembers everything."""
