"""A plan against gold: matching and scores."""
