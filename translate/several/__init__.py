"""Three or more versions of one story: every two compared, and all of them told side by side."""
