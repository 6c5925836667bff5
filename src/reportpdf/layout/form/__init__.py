"""Forms: sheets that people sign, tick and file, set by the same engine as the pages."""
