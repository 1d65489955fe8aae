"""Where things are: distances, city outlines, the 읍·면·동 of the province."""
