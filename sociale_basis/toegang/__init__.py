"""Getting in to /beheer/: password, second factor, waiting after mistakes, end of a session."""
