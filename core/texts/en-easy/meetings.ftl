## Booking, moving and calling off. The card and its notices say nothing of a programme: they may be seen on a locked screen.

meeting-when = { $weekday } { $day } { $month }{ $withYear ->
    [yes] { " " }{ $year }
   *[no] { "" }
  }, { $time }{ $withZone ->
    [yes] , { $zone }
   *[no] { "" }
  }
meeting-day = { $weekday } { $day } { $month }
meeting-other-clock = For { $name } it is { $weekday }, { $time }.

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
  }, { NUMBER($minutes) } minutes in two halves. You rest { NUMBER($rest) } minutes in between.
meeting-place-label = { $mode ->
    [phone] The number:
    [video] The link:
   *[other] The place:
  }
# $whose: yours or theirs.
meeting-link = { $whose ->
    [yours] You gave this link. Press it for the video call:
   *[theirs] { $name } gave this link. Press it for the video call:
  }

## What has become of it

meeting-asked-by-you = You asked { $name } for this time. There is no answer yet.
meeting-asked-of-you = { $name } wants to talk with you. Is this time good for you?
meeting-agreed = You and { $name } both said yes to this time.
meeting-agreed-so-far = You and { $name } both said yes to this time. It stays for now.
meeting-declined-by-you = You said no to this time. That is fine.
meeting-declined-by-other = This time is not good for { $name }. You can ask for another time.
meeting-called-off-by-you = You called this off. { $name } knows. That is fine.
meeting-called-off-by-other = { $name } cannot come. This is called off.
meeting-called-off = This is called off for you and { $name }.
meeting-over = This time with { $name } is over.
meeting-time-over = This time has passed. You and { $name } can find a new time.
meeting-move-asked-by-you = You asked { $name } for this time instead:
meeting-move-asked-of-you = { $name } asks for this time instead:
meeting-moved-from = The old time was { $weekday } { $day } { $month }, { $time }.
meeting-with-help = Arranged with help.
meeting-clocks-change = The clocks change soon for you or for { $name }. The times here are right.
meeting-say-why = You can say why. You do not have to. { $name } cannot see it.
meeting-why-kept = Thank you. I keep that. { $name } cannot see it.

meeting-news-said-yes = { $name } said yes.
meeting-news-moved = There is a new time.
meeting-news-kept = There is no new time. The old time stays.
meeting-news-booked = This was arranged for you both.

## Buttons

meeting-button-yes = Yes, that is good
meeting-button-no = No, I cannot
meeting-button-yes-move = Yes, move it
meeting-button-keep = Keep the old time
meeting-button-another-time = Another time
meeting-button-move = Move it
meeting-button-call-off = I can't come
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

meeting-no-pair = You have no partner here yet. { -coordinator(form: "A") } will help with that.
meeting-with-whom = Who do you want to meet?
meeting-when-for-both = When do you want to meet { $name }? These times are good for you both.
meeting-when-for-you = When do you want to meet { $name }?
meeting-write-when = You can also write a day and a time. For example: next Tuesday 3pm.
meeting-which-hour = What time on { $weekday } { $day } { $month }?
meeting-which-hour-again = Which hour is good for you?
meeting-which-day = Which day?
meeting-first-of-two = { $time }, the first one
meeting-second-of-two = { $time }, one hour later
meeting-how-to-meet = How do you want to meet?
meeting-same-as-last = Same as last time: { $mode ->
    [in-person] in person
    [phone] by phone
    [video] by video
   *[other] by text
  }, { NUMBER($minutes) } minutes
meeting-how-long = How long is good for you? Short is fine.
meeting-how-long-write = You can also write the minutes. For example: 45.
meeting-long-not-read = I did not understand. Please write the minutes. For example: 45.
meeting-long-range = Please choose 15 minutes or more, up to 4 hours.
meeting-long-clash = One of you is busy then. Please choose a shorter time.
meeting-two-halves = Two times { NUMBER($half) } minutes, with { NUMBER($rest) } minutes of rest
meeting-where = { $mode ->
    [in-person] Where do you want to meet?
    [phone] Which number should be called?
   *[other] Is there a link?
  } You can skip this.
meeting-where-seen = You can both see it.
meeting-now-at = The time is now:
meeting-stands-till-then = It stays until { $name } says yes to a new time. Which time is good?
meeting-not-to-move = You cannot move this any more. Press Cancel.

## When something is in the way

meeting-time-past = That time has passed. Please choose a later time.
meeting-too-far = That is more than a year away. Please choose a time that is sooner.
meeting-no-such-date = That day is not in the calendar. Please write it again.
meeting-no-such-hour = { $time } is not a time of day. Please choose a time. Or write one.
meeting-time-skipped = The clocks skip this time that night. Please choose another time.
meeting-time-twice = The clocks change that night. This time comes twice. Which one do you mean?
meeting-time-not-understood = I did not understand the time. Choose a day below. Or write: Tuesday 3pm.
meeting-clash = One of you is busy at that time. Nothing was changed.
meeting-these-suit-both = These times are good for you both:
meeting-try-another = Please try another time.
meeting-not-yours = This belongs to somebody else. You cannot change it.
meeting-changed = This has changed. Its message shows how it is now.
meeting-asked-already = Somebody asked for this time already. It waits for an answer.
meeting-pair-rests = You and { $name } are having a pause. Please do not meet until it ends. All that you planned is kept.
meeting-pair-not-active = You two cannot book now. { -coordinator(form: "A") } can tell you more.
meeting-no-such-pair = There is no such { -pair }.

calendar-file-on = Open this file. It puts the time in your calendar.
calendar-file-off = Open this file. It takes the time out of your calendar.

## The list

my-meetings-none = Nothing is arranged now.
my-meetings-agreed = Agreed:
my-meetings-waiting-you = Waiting for your answer:
my-meetings-waiting = Waiting for { $name } to answer:
my-meetings-past = The last ones:
my-meetings-book = Arrange a time
my-meetings-one = { $weekday } { $day } { $month }, { $time }, { $name }{ $state ->
    [proposed] , asked for
   *[other] { "" }
  }

## Leaving one that is on.

meeting-left-now = You are out of this one. You do not have to say why. The other one hears only that it is over for today. I will ask tomorrow how you are.
meeting-left-by-other = The other one has to stop for today. It is nothing you did. You do not have to do anything.
meeting-not-on-now = It is not on just now.
