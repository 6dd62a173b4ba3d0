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
button-no-longer-current = This has changed. That button does nothing now.
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
cancelled = We stopped. Nothing has changed.
not-understood = I did not understand. This is what you can do.
something-broke = Something went wrong with our computer. Please try again later.
text-too-long = That is too long. You can use { NUMBER($limit) } letters.

# What shows on a locked screen when the news itself would say what this place is.
something-new = There is something new for you.
button-see-it = See it
