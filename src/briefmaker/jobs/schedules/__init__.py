"""What runs at its times without anybody at the keyboard, and the system's entry that starts it."""
