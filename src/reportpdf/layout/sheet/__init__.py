"""Newspaper sheets: a whole report on one large page, or on two."""
