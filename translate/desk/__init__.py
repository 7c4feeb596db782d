"""The stories on somebody's desk: kept with their texts and decisions, brought in and taken away many at a time."""
