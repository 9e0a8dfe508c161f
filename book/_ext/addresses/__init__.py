"""Labels, permalinks, the site map and the addresses of releases."""
