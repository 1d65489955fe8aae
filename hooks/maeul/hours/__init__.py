"""Opening hours: what a record says, what it means on a given day, and how that is told in words."""
