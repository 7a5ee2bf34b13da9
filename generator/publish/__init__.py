"""Prepare what is published beside and around the pages: drawings, records, feeds, tables, policies."""
