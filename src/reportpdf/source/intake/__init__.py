"""What departments send (Markdown, plain text, Word, Excel, photos) becomes a report folder.

Readers turn each file into blocks of one kind (``records``), ``sense`` makes a draft of a report of them,
``write_yaml`` writes it, ``again`` keeps what an editor changed since the last time.
"""
