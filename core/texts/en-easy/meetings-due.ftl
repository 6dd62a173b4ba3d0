## Around a meeting: reminders, how it went, and meetings that repeat. Like the card, they say nothing of a programme.

meeting-news-ready = { $name } will be there.
meeting-news-shorter = { $name } made it shorter this time.
meeting-news-by-text = { $name } wants to do this by text.
meeting-news-new-rules = There are new rules for the clocks. This is the right time now.
meeting-news-reminder = You and { $name } will talk soon.
meeting-news-energy = Today you and { $name } will talk. How are you? You can go ahead.{ $shorter ->
    [yes] { " " }You can make it shorter.
   *[no] { "" }
  }{ $text ->
    [yes] { " " }You can do it by text.
   *[no] { "" }
  } You can choose another day. All of these are fine.
meeting-news-costly = { $name } makes room for this time. It helps { $name } to know early. Will you be there? You can say no. That is fine.
meeting-news-clock-change = The clocks change soon. For you it will be at { $time }. It will not be at { $usual }.
meeting-news-how-it-went = You and { $name } planned to talk.

meeting-you-are-ready = You said you will be there.
meeting-other-is-ready = { $name } will be there.
meeting-how-did-it-go = How did it go? Press one button. { $name } cannot see it.
meeting-you-answered = { $answer ->
    [happened] You said it happened.
    [moved] You said it was moved.
    [did-not-happen] You said it did not happen. That is fine.
   *[other] You do not want to say. That is fine.
  } You can change this.

meeting-button-ready = I'll be there
meeting-button-go-ahead = Go ahead
meeting-button-shorter = Only { NUMBER($minutes) } minutes
meeting-button-by-text = By text today
meeting-button-another-day = Another day
meeting-button-answer = { $answer ->
    [happened] It happened
    [moved] It was moved
    [did-not-happen] It did not happen
   *[other] Do not say
  }

## Meetings that repeat

meeting-button-repeat = Do this again and again
meeting-button-repeats = How often we do this
series-how-often = How often do you want to talk with { $name }? { $name } will be asked, too.
series-how-many-days = After how many days do you want to talk again? Write a number from 1 to 92.
series-number-not-read = I could not read that number. Please write a number from 1 to 92.
series-every = { NUMBER($days) ->
    [1] Every day
    [7] Every week
    [14] Every two weeks
    [28] Every four weeks
   *[other] Every { NUMBER($days) } days
  }
series-button-own = Another number of days
series-button-yes = Yes, do it again and again
series-button-no = No, only one time
series-button-other = More often or less often
series-button-take-back = Take it back
series-button-stop = Stop doing it again
series-button-stop-all = Stop, and call all off
series-asked-by-you = You asked { $name } to do this again and again. There is no answer yet.
series-asked-of-you = { $name } wants to do this again and again. Is that good for you?
series-agreed = You and { $name } do this again and again. You can move each one. You can call each one off.
series-ended = This does not come again by itself.
series-weeks = { series-every }, { $weekday }, { $time }.
series-days = { series-every }, { $time }.
series-next = The next ones:
series-none-yet = Nothing is arranged now.
series-left-out = On { $weekday } { $day } { $month } one of you has another plan. That one is left out. The others stay.
series-stopped-rest-stays = The ones you have stay. You can move them. You can call them off.
series-changed = This has changed. Here is how it is now.
series-not-now = You cannot do this again by itself now. You can arrange each time.
series-book = Arrange a time
