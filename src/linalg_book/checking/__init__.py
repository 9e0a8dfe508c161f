"""What is right as an answer: for pages, which judge answers, and for sheets, which print a key."""
