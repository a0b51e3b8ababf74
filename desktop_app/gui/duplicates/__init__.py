"""Records that are likely the same: found in the background or chosen in a list, side by side, merged or told apart."""
