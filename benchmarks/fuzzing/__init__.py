"""What the fuzzer is made of: a file taken apart, the ways to spoil it, a worker with limits, what must hold."""
