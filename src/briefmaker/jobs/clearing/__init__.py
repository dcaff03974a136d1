"""Who answers for a brief, what they answered, and of which text."""
