"""The handbook for redacteuren at /beheer/handleiding/: a short chapter per task, in Markdown."""
