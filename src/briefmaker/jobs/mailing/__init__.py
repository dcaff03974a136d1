"""Documents on their way to readers: what is sent, to whom, in which edition, and what stands against it."""
