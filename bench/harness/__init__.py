"""Builds, runs and judges the benchmarks; standard library only."""
