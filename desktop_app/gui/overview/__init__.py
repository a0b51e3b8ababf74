"""The page about one country, one partner or one institute: what it shows, read at once, and its cards."""
