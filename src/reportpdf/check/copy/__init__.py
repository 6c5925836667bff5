"""Rules about words: what a proofreader sees without a page."""
