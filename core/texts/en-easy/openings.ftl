# Opening what somebody wrote and did not share, when somebody may come to harm.
opening-asked = { $reader } asks to read what { $name } wrote and did not share: { $what ->
    [reflections] what they wrote for themself
    [messages] their messages to the other of a pair
   *[both] what they wrote for themself, and their messages
  }. The reason:
opening-reason-not-in-slack = I never show it in Slack. Others can look in there. Open me in another app. Or ask who asks for this.
opening-how = { $how ->
    [notice] It opens by itself after one day. Somebody can stop it before that.
   *[other] It opens only when a second person says yes.
  }
opening-state = { $state ->
    [asked] It is not open yet.
    [open] It is open now, for an hour. It is read at the desk.
    [stopped] It was stopped.
   *[over] It is closed again.
  }
button-opening-yes = Yes, open it
button-opening-no = No, keep it closed
opening-confirmed = It is open now, for an hour. That you said yes is written down.
opening-stopped = It stays closed.
opening-answered = Somebody has answered that already.
opening-second-person = Somebody else has to say yes to this: it needs two people.
opening-needs-lead = Only the safeguarding lead or deputy can read this. Nobody can ask for their own words here.
opening-unknown = There is nothing like that to open.
opening-not-open = It is not open now.
opening-was = { $name } was allowed to read what you wrote: { $what ->
    [reflections] what you wrote for yourself
    [messages] your messages to the other of a pair
   *[both] what you wrote for yourself, and your messages
  }. That was on { $weekday } { $day } { $month }, at { $time }.
opening-will-be = { $name } has asked to read what you wrote: { $what ->
    [reflections] what you wrote for yourself
    [messages] your messages to the other of a pair
   *[both] what you wrote for yourself, and your messages
  }. It opens on { $weekday } { $day } { $month }, at { $time }.
opening-minutes = They can read for { $minutes } minutes.
opening-why = We do this only when somebody may come to harm. Somebody has to write down why.
opening-ask = You can ask why. You can talk to this person:
