"""What each page shows, as ready values: no HTML here, and templates compute nothing."""
