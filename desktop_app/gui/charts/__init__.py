"""Charts on the screen: drawn by `reports`, pointed at, walked through by keys, copied as picture and as data."""
