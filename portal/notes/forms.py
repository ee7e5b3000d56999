"""What staff and care leavers fill in when they write a note."""

from __future__ import annotations

from wtforms import HiddenField

from portal.notes.models import LONGEST
from portal.web.forms import CreatingForm, Day, Form, Line, Menu, Picks, Words

CONTACTS = [
    ("in_person", "We met"),
    ("phone", "On the phone"),
    ("online", "Online"),
    ("message", "By message"),
]


class HeadingForm(CreatingForm):
    """What stands above a note."""

    title = Line("What is it about, in a few words", required="Give the note a title first.")
    day = Day("The day", required="Choose the day.")
    contact = Picks("How were you in touch?", CONTACTS, required="Choose one.")
    topic = Menu("Topic")
    purpose = Line("What I hope this note does", longest=300)
    hard_about = Line("If it is hard to read: one line on what it is about", longest=200)


class PassageForm(CreatingForm):
    """Some lines, and whose words they are when they are somebody else's."""

    words = Words("Write here", required="Write something first.", longest=LONGEST)
    role = Line("Whose words are these, if not yours?", longest=60)


class RewordForm(Form):
    """Says which version the words were made from, so that no other change is lost."""

    words = Words("Your words", required="Write something first.", longest=LONGEST)
    from_version = HiddenField()


class Plain(Form):
    """A button: its token alone."""
