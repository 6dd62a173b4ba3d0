### Messages that the bot sends first, only to people who chose to have them.

# "unnamed" stands for somebody who has not chosen a name yet.
nudge-partner = { $partner ->
    [unnamed] the other person
   *[other] { $partner }
  }
nudge-quieter-than-agreed = Hello! If it suits you, this could be a good moment to find a time with { nudge-partner }.
nudge-quieter-than-agreed-discreet = Hello! If it suits you, this could be a good moment to find a time.
nudge-find-time = Find a time
nudge-why = Why did I get this?
nudge-less-often = Less often
nudge-not-now = Not for two weeks
nudge-stop = Stop these messages

nudge-why-chosen = You said that I may write to you first.
nudge-why-rhythm = You and { nudge-partner } agreed to meet about { $days ->
    [one] every day.
   *[other] every { $days } days.
  }
nudge-why-quiet = It has been a little longer than that now. That happens, and there may be good reasons.
nudge-why-nothing-planned = There was no next { -meeting } in your plans yet.
nudge-why-choice = Nobody else sees this message, and nothing follows from it. You choose how often I write.
nudge-gone = I do not have the reason for that message any more.

nudges-what = A nudge is a short message from me, for example when it could be time to meet again. It never comes in your quiet hours.
nudges-off = Just now I never write to you first. I answer you, and I remind you of what you planned.
nudges-on = Just now I may write to you first, at the most { $days ->
    [one] once a day.
   *[other] once in { $days } days.
  } If you leave my messages be, I write less and less.
nudges-muted-until = Until { $weekday } { $day } { $month } you hear nothing of this kind from me.
nudges-turn-on = Yes, you may write first
nudges-every = { $days ->
    [7] Once a week
    [14] Every two weeks
    [30] Once a month
    [one] Every day
   *[other] Every { $days } days
  }
