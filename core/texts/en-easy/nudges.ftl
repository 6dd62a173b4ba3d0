### Messages that the bot sends first, only to people who chose to have them.

# "unnamed" stands for somebody who has not chosen a name yet.
nudge-partner = { $partner ->
    [unnamed] the other person
   *[other] { $partner }
  }
nudge-quieter-than-agreed = Hello! Do you want to find a time with { nudge-partner }? Only if it suits you.
nudge-quieter-than-agreed-discreet = Hello! Do you want to find a time? Only if it suits you.
nudge-find-time = Find a time
nudge-why = Why did I get this?
nudge-less-often = Less often
nudge-not-now = Not for two weeks
nudge-stop = Stop these messages

nudge-why-chosen = You said that I can write to you first.
nudge-why-rhythm = You and { nudge-partner } want to meet { $days ->
    [one] every day.
   *[other] about every { $days } days.
  }
nudge-why-quiet = It is a bit longer than that now. That is fine.
nudge-why-nothing-planned = There was no next { -meeting } yet.
nudge-why-choice = Nobody else sees this message. You choose how often I write.
nudge-gone = I do not have the reason any more.

nudges-what = A nudge is a short message from me. It never comes in your quiet hours.
nudges-off = Now I never write first. I only answer you and remind you of your plans.
nudges-on = Now I can write to you first. I write at the most { $days ->
    [one] once a day.
   *[other] once in { $days } days.
  } I write less often when you do not answer.
nudges-muted-until = You get no nudges until { $weekday } { $day } { $month }.
nudges-turn-on = Yes, you can write first
nudges-every = { $days ->
    [7] Once a week
    [14] Every two weeks
    [30] Once a month
    [one] Every day
   *[other] Every { $days } days
  }

## How it is to meet with somebody new, asked once after the first meetings.

fit-check = You and { nudge-partner } have met. How is it for you to meet them?
fit-check-private = Only you see your answer. Every answer is fine. { $partner ->
    [unnamed] They do not see it.
   *[other] { $partner } does not see it.
  }
button-fit-well = It fits well
button-fit-unsure = Not sure yet
button-fit-not = Not the right person for me
button-fit-unsaid = I do not want to say
fit-said-well = That is good to hear.
fit-said-unsure = That is fine. It can take a few times. I can ask you again when you have met again.
fit-said-not = Thank you for telling me. Sometimes two people do not fit. Nobody did anything wrong. You can have a different match. You do not say why.
fit-said-unsaid = That is fine. I will not ask again.
fit-may-tell = May I tell { -coordinator(form: "a") }? They hear that you two may want a hand. They do not hear who said so. They do not hear your answer. If you do not press it, nobody hears anything.
button-fit-again = Ask me when we meet again
button-fit-tell = Yes, tell them
fit-again-said = I will ask you once more when you two have met again.
fit-told = Done. { -coordinator(form: "A") } hears that you two may want a hand. They hear nothing else.
nudges-off-fit = When you have met somebody new, I ask you one short question.
