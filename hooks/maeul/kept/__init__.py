"""What a build keeps for the next one, so that only what changed is read and drawn again.

All of it can be thrown away.
"""
