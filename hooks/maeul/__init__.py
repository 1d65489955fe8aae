"""The directory of 경기 행복마을관리소: records in, pages and open data out.

It knows nothing of the site generator around it.
"""
