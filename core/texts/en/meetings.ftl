## Booking, moving and calling off. The card and its notices say nothing of a programme: they may be seen on a locked screen.

meeting-when = { $weekday } { $day } { $month }{ $withYear ->
    [yes] { " " }{ $year }
   *[no] { "" }
  }, { $time }{ $withZone ->
    [yes] { " " }({ $zone })
   *[no] { "" }
  }
meeting-day = { $weekday } { $day } { $month }
meeting-other-clock = For { $name } that is { $weekday }, { $time }.

meeting-mode = { $mode ->
    [in-person] In person
    [phone] By phone
    [video] By video
   *[other] By text
  }
meeting-how = With { $name }. { $mode ->
    [in-person] In person
    [phone] By phone
    [video] By video
   *[other] By text
  }, { NUMBER($minutes) } minutes.
meeting-how-in-halves = With { $name }. { $mode ->
    [in-person] In person
    [phone] By phone
    [video] By video
   *[other] By text
  }, { NUMBER($minutes) } minutes in two halves, with a rest of { NUMBER($rest) } minutes in between.
meeting-place-label = { $mode ->
    [phone] The number:
    [video] The link:
   *[other] The place:
  }
# $whose: yours or theirs.
meeting-link = { $whose ->
    [yours] This link is from you. It opens the video room at:
   *[theirs] This link is from { $name }. It opens the video room at:
  }

## What has become of it

meeting-asked-by-you = You asked { $name } for this time. { $name } has not answered yet.
meeting-asked-of-you = { $name } would like to talk with you. Does this time suit you?
meeting-agreed = You and { $name } have agreed on this time.
meeting-agreed-so-far = You and { $name } have agreed on this time. It stands for now.
meeting-declined-by-you = You said that this time does not suit you. That is fine.
meeting-declined-by-other = This time does not suit { $name }. You can ask for another.
meeting-called-off-by-you = You called this off. { $name } is being told. That is fine.
meeting-called-off-by-other = { $name } cannot make it, and has called this off.
meeting-called-off = This was called off for you and { $name }.
meeting-over = This time with { $name } is over.
meeting-time-over = This time has passed. You and { $name } can find another one.
meeting-move-asked-by-you = You asked { $name } to move it to this time:
meeting-move-asked-of-you = { $name } asks to move it to this time:
meeting-moved-from = Before, it was on { $weekday } { $day } { $month }, { $time }.
meeting-with-help = Arranged with help.
meeting-clocks-change = The clocks change before then, for only one of you and { $name }. The times shown here are right.
meeting-say-why = If you like, you can say why. You do not have to. { $name } is not shown this.
meeting-why-kept = Thank you. I have kept that, and { $name } is not shown it.

meeting-news-said-yes = { $name } said yes.
meeting-news-moved = It has a new time.
meeting-news-kept = The new time is off. The time you had stays.
meeting-news-booked = This was arranged for you both.

## Buttons

meeting-button-yes = Yes, that suits me
meeting-button-no = No, I cannot
meeting-button-yes-move = Yes, move it
meeting-button-keep = Keep the time we had
meeting-button-another-time = Another time
meeting-button-move = Move it
meeting-button-call-off = I can't make it
meeting-button-take-back = Take it back
meeting-button-calendar = Put it in my calendar
meeting-button-book-again = Find another time
meeting-other-times = Other times
meeting-why-caring = Caring for someone
meeting-why-health = My health
meeting-why-work = Work
meeting-why-something-else = Something else
meeting-why-none = No reason

## Questions

meeting-no-pair = You are not matched with anybody here yet. { -coordinator(form: "A") } sees to that.
meeting-with-whom = Who would you like to meet?
meeting-when-for-both = When would you like to meet { $name }? These times suit you both.
meeting-when-for-you = When would you like to meet { $name }?
meeting-write-when = You can also write a day and a time, such as “next Tuesday 3pm”.
meeting-which-hour = At what time on { $weekday } { $day } { $month }?
meeting-which-hour-again = Which hour would suit you?
meeting-which-day = On which day?
meeting-first-of-two = { $time }, before the clocks go back
meeting-second-of-two = { $time }, after the clocks go back
meeting-how-to-meet = How would you like to meet?
meeting-same-as-last = Same as last time: { $mode ->
    [in-person] in person
    [phone] by phone
    [video] by video
   *[other] by text
  }, { NUMBER($minutes) } minutes
meeting-how-long = How long would suit you? Short is fine.
meeting-how-long-write = You can also write the minutes, such as 45.
meeting-long-not-read = I could not read how long that is. Please write the minutes, such as 45, or press one below.
meeting-long-range = Please choose between 15 minutes and 4 hours.
meeting-long-clash = One of you has something else on before that would end. Please choose a shorter time.
meeting-two-halves = Two halves of { NUMBER($half) } minutes, with { NUMBER($rest) } minutes of rest
meeting-where = { $mode ->
    [in-person] Where would you like to meet?
    [phone] Which number is to be rung?
   *[other] Is there a link to use?
  } You can skip this.
meeting-where-seen = It is shown to you both.
meeting-now-at = The time is now:
meeting-stands-till-then = It stands until { $name } says yes to another. Which time would suit you?
meeting-not-to-move = This cannot be moved any more. Press Cancel to go back.

## When something is in the way

meeting-time-past = That time has passed. Please choose one that is still to come.
meeting-too-far = That is more than a year away. Please choose a time that is nearer.
meeting-no-such-date = That day is not in the calendar. Please check it, and write it again.
meeting-no-such-hour = { $time } is not a time of day. The last one is 23:59, or 11:59 pm. Please choose or write another one.
meeting-time-skipped = The clocks go forward that night and skip this time. Please choose another one.
meeting-time-twice = The clocks go back that night, so this time comes twice. Which one do you mean?
meeting-time-not-understood = I could not read a day and a time in that. You can choose a day below, or write it like “Tuesday 3pm”.
meeting-clash = One of you has something on at that time already. Nothing was changed.
meeting-these-suit-both = These times suit you both:
meeting-try-another = Please try another time.
meeting-not-yours = This belongs to somebody else, so you cannot change it here.
meeting-changed = This has changed since that button was made. Its message shows how it stands now.
meeting-asked-already = This time has been asked for already. It is waiting for an answer.
meeting-pair-rests = You and { $name } are having a pause. What you have arranged is kept: please do not meet until the pause ends.
meeting-pair-not-active = Booking is not open for you two just now. { -coordinator(form: "A") } can tell you more.
meeting-no-such-pair = There is no such { -pair }.

calendar-file-on = Open this file to put the time into your calendar.
calendar-file-off = Open this file to take the time out of your calendar.

## The list

my-meetings-none = Nothing is arranged just now.
my-meetings-agreed = Agreed:
my-meetings-waiting-you = Waiting for your answer:
my-meetings-waiting = Waiting for an answer from { $name }:
my-meetings-past = The last ones:
my-meetings-book = Arrange a time
my-meetings-one = { $weekday } { $day } { $month }, { $time }, { $name }{ $state ->
    [proposed] { " " }(asked for)
   *[other] { "" }
  }

## Leaving one that is on.

meeting-left-now = You are out of this one, and need not say why. The other one hears only that it is over for today. I will ask tomorrow how you are.
meeting-left-by-other = The other one has to stop for today. It is nothing you did, and there is nothing you need to do.
meeting-not-on-now = It is not on just now.
