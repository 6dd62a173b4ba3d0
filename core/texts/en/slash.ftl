## Commands that are typed after a slash, and what can follow them, as an app lists them.

slash-mentoring = Ask me for anything
slash-mentoring-what = What would you like?
slash-book-when = When, in your own words
slash-message-words = What you would like to say
slash-link-code = The code from your other app
slash-group = Groups in this channel
slash-group-new = Start a group here
slash-group-new-name = What the group is called
