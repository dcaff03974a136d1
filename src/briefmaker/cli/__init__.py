"""The command ``briefmaker``: it reads arguments, calls a job and shows the outcome."""
