"""Training of the encoder that stands behind the reader's choices: see ``benchmarks/train_encoder.py``."""
