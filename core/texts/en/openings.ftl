# Opening what somebody wrote and did not share, when somebody may come to harm.
opening-asked = { $reader } asks to read what { $name } wrote and did not share: { $what ->
    [reflections] what they wrote for themself
    [messages] their messages to the other of a pair
   *[both] what they wrote for themself, and their messages
  }. The reason:
opening-reason-not-in-slack = It is never shown in Slack, because others can look in there. Open me in another app, or ask whoever asks for this.
opening-how = { $how ->
    [notice] It opens by itself a day after it was asked, unless somebody stops it.
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
opening-needs-lead = What somebody wrote can only be opened for the safeguarding lead or deputy of their programme, and never for themself.
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
opening-minutes = It is open for { $minutes } minutes, and closed again after that.
opening-why = This is done only when somebody may come to harm. It needs a reason in writing, and it is always written down.
opening-ask = You can ask why, and say what you think of it:
