"""Units, geometry, ink and problems: the words every other room speaks."""
