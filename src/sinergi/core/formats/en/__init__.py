"""What Django's own filters and fields write in English."""
