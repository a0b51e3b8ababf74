"""The demo office: real laboratories, partners and embassies; fictitious projects, people and missions, marked so."""
