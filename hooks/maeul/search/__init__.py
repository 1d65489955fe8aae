"""Search text, worked out at build: what the finder in the browser compares queries with."""
