"""Open data out of the directory: one module a format. Files are language-neutral and lie under `data/v1/`."""
