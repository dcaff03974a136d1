"""What is proven by other people's validators: of which documents, and with what outcome."""
