"""What a care leaver fills in, and the words that help them; what staff answer."""

from __future__ import annotations

from typing import Any

from wtforms import BooleanField, HiddenField, PasswordField, ValidationError

from portal.web.forms import CreatingForm, Form, Menu, Picks, Words

# What was picked can be unpicked, with no script as well.
NOTHING = ("", "Rather not say")
KINDS = [
    ("idea", "Idea"),
    ("thought", "Thought"),
    ("worry", "Worry"),
    ("experience", "Experience"),
    ("good_news", "Good news"),
    NOTHING,
]
FEELINGS = [
    ("awful", "Awful"),
    ("bad", "Bad"),
    ("ok", "OK"),
    ("good", "Good"),
    ("great", "Great"),
    NOTHING,
]
WISHES = [
    ("just_know", "Just know"),
    ("talk", "Talk to me"),
    ("change", "Change something"),
    NOTHING,
]

NOBODY_READS = "Nobody would read this, so nobody can answer. Who should see it?"
NOBODY_WOULD = "Only you see this, so nobody can answer. First choose who else should see it."
NOBODY_LEFT = "This goes to your PA alone, and it is not for your PA. Choose who should see it."
CHANGED_ELSEWHERE = (
    "This was changed on another page or phone since you opened it. It now says what is shown"
    " below. Your words are still in the box. Send again to keep yours."
)


class OneEntry(Form):
    """What was said, how it feels and what should happen."""

    words = Words("In your own words", required="Write something first.")
    kind = Picks("What is it?", KINDS)
    feeling = Picks("How does it feel?", FEELINGS)
    wish = Picks("What do you want to happen?", WISHES)
    topic = Menu("What is it about?")


class WhoSees(Form):
    """How far something goes, and whether one person is left out."""

    reach = Picks("Who sees it?")
    not_for_pa = BooleanField("Not for my PA")

    def validate_not_for_pa(self, field: Any) -> None:
        if field.data and self.reach.data == "my_adviser":
            raise ValidationError(NOBODY_LEFT)


class SayForm(OneEntry, WhoSees, CreatingForm):
    def validate_reach(self, field: Any) -> None:
        if field.data == "only_me" and self.wish.data in ("talk", "change"):
            raise ValidationError(NOBODY_READS)


class EditForm(OneEntry):
    """Says as well which words it was made from, so that no other change is lost."""

    made_from = HiddenField()
    as_it_is = ""

    changed_elsewhere = is_shut = False

    def validate_words(self, field: Any) -> None:
        self.changed_elsewhere = self.made_from.data != self.as_it_is
        if self.changed_elsewhere:
            self.made_from.data = self.as_it_is
            raise ValidationError(CHANGED_ELSEWHERE)

    def validate_wish(self, field: Any) -> None:
        if self.is_shut and field.data in ("talk", "change"):
            raise ValidationError(NOBODY_WOULD)


class ReachForm(WhoSees):
    asks = False

    def validate_reach(self, field: Any) -> None:
        if field.data == "only_me" and self.asks:
            raise ValidationError(NOBODY_READS)


class WriteDownForm(OneEntry, CreatingForm):
    reach = Picks("Who sees it?")
    validate_reach = SayForm.validate_reach


class AnswerForm(CreatingForm):
    words = Words("Your answer", required="Write an answer first.")


class SayMoreForm(CreatingForm):
    words = Words("Say more about this", required="Write something first.")


class ConfirmForm(Form):
    pin = PasswordField("Your PIN")


class Plain(Form):
    """A button: its token alone."""
