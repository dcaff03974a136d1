"""What has changed in a brief since its readers had it last."""
