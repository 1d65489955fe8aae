"""Reading the records: text, positions, typed values, rules. Every problem becomes a finding; none is raised."""
