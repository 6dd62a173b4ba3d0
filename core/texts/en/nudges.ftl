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

## How it is to meet with somebody new, asked once after the first meetings.

fit-check = You and { nudge-partner } have met now. How is it for you to meet with them?
fit-check-private = Only you see your answer, and every answer is fine. { $partner ->
    [unnamed] They never hear
   *[other] { $partner } never hears
  } what you say.
button-fit-well = It fits well
button-fit-unsure = Not sure yet
button-fit-not = Not the right person for me
button-fit-unsaid = I would rather not say
fit-said-well = That is good to hear.
fit-said-unsure = That is fine. It often takes a few times to know. I can ask you once more when you two have met again.
fit-said-not = Thank you for saying so. Not every two people suit each other, and it happens to many. You can have a different match in one press, without saying why.
fit-said-unsaid = That is fine. I will not ask again.
fit-may-tell = May I tell { -coordinator(form: "a") }? They then hear that the two of you may want a hand: not who said so, and not what you answered. If you do not press it, nobody hears anything.
button-fit-again = Ask me after we meet again
button-fit-tell = Yes, tell them
fit-again-said = I will ask you once more, after you two have met again.
fit-told = Done. { -coordinator(form: "A") } hears that the two of you may want a hand, and no more than that.
nudges-off-fit = Only once you have met somebody new, I ask you one short question.
