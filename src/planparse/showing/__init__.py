"""Plans for eyes: pages opened, rendered and given to ``report``, which draws what was read on them."""
