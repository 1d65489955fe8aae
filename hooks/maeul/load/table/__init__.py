"""The sentences of all rules, by what they are about."""
