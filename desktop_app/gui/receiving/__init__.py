"""Taking files in: dropped or chosen, recognised, their columns understood."""
