"""Who is who: care leavers, staff, teams and duties, and how each of them comes in."""
