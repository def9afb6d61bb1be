"""The search page: from an address to cards, choices and a map."""
