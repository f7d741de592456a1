"""Endurance: a year of made-up people who use the command and the bindings in turn, while everything that can go wrong does."""
