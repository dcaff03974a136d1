"""Templates looked at as such: listed, opened, and proved to show what they say they show."""
