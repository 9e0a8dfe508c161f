"""The page around the text: head, menu, assets, downloads."""
