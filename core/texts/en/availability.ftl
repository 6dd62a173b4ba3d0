## When somebody is free

free-title = You are usually free at these times, on your own clock ({ $zone }):
free-none = I do not know yet when you are free. So I cannot offer times that suit you both. You can still write any time you like.
free-days = { $days ->
    [every] Every day
    [weekdays] Monday to Friday
    [weekend] Saturday and Sunday
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
  }
free-window = { free-days }, { $from } to { $to }{ $costly ->
    [yes] { " " }(costs you something)
   *[no] { "" }
  }
free-different-days = These days are different:
free-day = { $kind ->
    [extra] Free on
   *[off] Not free on
  } { $weekday } { $day } { $month }
free-day-part = { free-day }, { $from } to { $to }
free-days-row = { $kind ->
    [extra] Free from
   *[off] Not free from
  } { $weekday } { $day } { $month } to { $lastWeekday } { $lastDay } { $lastMonth }
free-days-row-part = { free-days-row }, { $from } to { $to } each day
free-button-add = Add times each week
free-button-different = A day that is different
free-button-fewer = Take some away
free-button-back = Done
free-take-away = Press what you want to take away.
my-meetings-free = When I am free

free-which-days = On which days are you free? You can also write them, such as “Monday and Thursday”.
free-days-not-read = I could not read a day in that. You can press one below, or write it like “Monday and Thursday”.
free-which-times = Which part of the day? You can also write it, such as “10 to 12:30”.
free-part = { $part ->
    [morning] Morning, 8 to 12
    [afternoon] Afternoon, 12 to 5
    [evening] Evening, 5 to 9
   *[all] All day, 8 to 9 in the evening
  }
free-whole-day = The whole day
free-times-not-read = I could not read that time. You can press one below, or write it like “10 to 12:30”.
free-is-it-costly = Does this time cost you something?
free-costly-means = It may mean a moved shift, or paid care. If so, the other person is asked a little earlier whether they will be there.
free-costly = Yes, it costs me something
free-not-costly = No, it is fine
free-how-different = What is different?
free-off = I am not free then
free-extra = I am free then as well
free-which-date = Which day? You can also write it, such as “next Tuesday” or “24 to 27 December”.
free-date-not-read = I could not read a day in that. You can press one below, or write it like “24 to 27 December”.
free-too-long = That is more than three months in one go. Please choose fewer days.
free-too-many = That is more than I can keep. Please take some away first.
