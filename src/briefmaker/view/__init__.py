"""From a brief to all that a page shows; what templates get is plain data, worked out here and nowhere else."""
