## Around a meeting: reminders, how it went, and meetings that repeat. Like the card, they say nothing of a programme.

meeting-news-ready = { $name } will be there.
meeting-news-shorter = { $name } made it shorter this time.
meeting-news-by-text = { $name } would like to do this by text.
meeting-news-new-rules = The rules for the clocks have changed. This is the right time now.
meeting-news-reminder = A short reminder: you and { $name } are going to talk.
meeting-news-energy = Today you and { $name } are going to talk. How are you? You can go ahead{ $shorter ->
    [yes] , make it shorter
   *[no] { "" }
  }{ $text ->
    [yes] , do it by text
   *[no] { "" }
  } or choose another day. All of these are fine.
meeting-news-costly = { $name } makes room for this time, and it helps to know a little early. Will you be there? If not, that is fine too.
meeting-news-clock-change = The clocks change before then. For you it will be at { $time }, and not at { $usual }.
meeting-news-how-it-went = You and { $name } were going to talk.

meeting-you-are-ready = You said you will be there.
meeting-other-is-ready = { $name } will be there.
meeting-how-did-it-go = How did it go? One tap is enough. { $name } is not shown what you press.
meeting-you-answered = { $answer ->
    [happened] You said that it happened.
    [moved] You said that it was moved.
    [did-not-happen] You said that it did not happen. That is fine.
   *[other] You would rather not say. That is fine.
  } You can change this.

meeting-button-ready = I'll be there
meeting-button-go-ahead = Let's go ahead
meeting-button-shorter = Only { NUMBER($minutes) } minutes
meeting-button-by-text = By text today
meeting-button-another-day = Another day
meeting-button-answer = { $answer ->
    [happened] It happened
    [moved] It was moved
    [did-not-happen] It did not happen
   *[other] Rather not say
  }

## Meetings that repeat

meeting-button-repeat = Repeat this
meeting-button-repeats = How it repeats
series-how-often = How often would you like to talk with { $name } at this time? { $name } will be asked, too.
series-how-many-days = After how many days should it come again? Write a number from 1 to 92.
series-number-not-read = I could not read that number. Please write one from 1 to 92.
series-every = { NUMBER($days) ->
    [1] Every day
    [7] Every week
    [14] Every two weeks
    [28] Every four weeks
   *[other] Every { NUMBER($days) } days
  }
series-button-own = Another number of days
series-button-yes = Yes, repeat it
series-button-no = No, just this once
series-button-other = Another rhythm
series-button-take-back = Take it back
series-button-stop = Stop repeating
series-button-stop-all = Stop, and call the rest off
series-asked-by-you = You asked { $name } to repeat this. { $name } has not answered yet.
series-asked-of-you = { $name } would like to repeat this. Does that suit you?
series-agreed = This repeats for you and { $name }. Each one can be moved or called off by itself.
series-ended = This does not repeat.
series-weeks = { series-every }, { $weekday }, { $time }.
series-days = { series-every }, { $time }.
series-next = The next ones:
series-none-yet = None is arranged just now.
series-left-out = On { $weekday } { $day } { $month } one of you has something else on. That one is left out, and the rest stay.
series-stopped-rest-stays = What is arranged already stays. You can move it or call it off.
series-changed = This has changed since that button was made. Here is how it stands now.
series-not-now = This cannot be repeated just now. You can still arrange each time by itself.
series-book = Arrange a time
