"""What the measurements share: invented articles, commands with what they cost, a table."""
