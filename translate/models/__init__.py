"""What was fitted, one folder for each encoder, and the plain models that it is read into."""
