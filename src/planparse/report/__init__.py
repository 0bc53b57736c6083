"""What a person looks at. Sees the model only."""
