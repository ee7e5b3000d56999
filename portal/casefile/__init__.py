"""A care leaver's own words beside the case record: the caseload, the two columns, the inbox."""
