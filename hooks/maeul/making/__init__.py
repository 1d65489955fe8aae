"""A build from records to files: what is drawn, what is kept from the last one, who draws, and where it goes."""
