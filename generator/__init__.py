"""Backmatter: a folder of articles in, a site with the apparatus of a scholarly book out."""
