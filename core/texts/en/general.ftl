### Texts that every part uses: labels of buttons and a few plain answers.

button-back = Back
button-skip = Skip
button-cancel = Cancel
button-save = Save
button-next = Next
button-done = Done
button-yes = Yes
button-no = No
button-change = Change
button-delete = Delete
button-keep = Keep
button-try-again = Try again
button-not-now = Not now
button-home = Home
button-help = Help
button-settings = Settings
button-coordinator = Talk to { -coordinator(form: "a") }
button-more = Show more
button-something-else = Something else

# When a person presses a button of an earlier message.
button-no-longer-current = This has changed since, so that button does nothing any more.
button-not-for-you = This button is for somebody else.

list-page = Page { NUMBER($page) } of { NUMBER($pages) }
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }

saved = Saved.
cancelled = Stopped. Nothing was changed.
not-understood = I did not understand that. Here is what you can do.
something-broke = Something went wrong on our side. Please try again in a little while.
text-too-long = That is longer than fits here. Please keep it to { NUMBER($limit) } characters.

# What shows on a locked screen when the news itself would say what this place is.
something-new = There is something new for you here.
button-see-it = See it
