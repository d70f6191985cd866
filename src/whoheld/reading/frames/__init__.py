"""From words that state a kind of claim to claims with their roles filled."""
