"""Messages, the outbox that never loses one, the server that takes them, and when schedules are due."""
