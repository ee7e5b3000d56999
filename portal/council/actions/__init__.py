"""Two people lock what must be shared by law; an administrator sets the terms."""
