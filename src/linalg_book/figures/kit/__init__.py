"""What several drawings use: style, sheets, space, labels, scenes."""
