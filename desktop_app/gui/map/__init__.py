"""The map on the screen: land as cached paths, circles and numbers above it, the pane of a country, the table of all."""
