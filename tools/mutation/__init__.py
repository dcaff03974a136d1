"""Plants faults into the shipped examples and tells whether `briefmaker check` finds each at its line; imports no rule."""
