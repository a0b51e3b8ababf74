"""Records that are likely the same: found in the background, shown side by side, merged or told apart."""
