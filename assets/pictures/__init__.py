"""The scenes of the sample report's stand-in pictures, one function each.

In: nothing. Out: a finished RGB picture. No file, clock or unseeded chance in here.
"""
