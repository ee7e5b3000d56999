"""What the council sets about sharing: locks by law, how long a yes lasts, who is asked too."""
