"""What the tasks call: the audit, the rules of chapters, watching, accepting, stored cells."""
