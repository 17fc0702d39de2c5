"""What every stage stands on.

Takes places, people and the offices they hold; decides nothing about content.
Leaves behind files, the ledger, verifiable documents and the page every stage extends.
"""
