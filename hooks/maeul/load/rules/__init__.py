"""What records must keep among themselves: a module for each thing that rules look at."""
