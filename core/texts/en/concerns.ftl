### Telling somebody: who will read it, what is sent, and what became of it.

button-need-help-now = I need help now
button-tell-someone = Tell someone
button-worried = I am worried about somebody

## Before anything is sent.

concern-young-first = You can ring Childline or 999 right now. You need not wait for anybody here.
concern-can-tell = You can tell somebody here. It is their job to listen, and to help with what comes next.
concern-who-reads = It goes to { $name }, the { $role ->
    [safeguarding-lead] safeguarding lead
   *[other] safeguarding deputy
  } of this { -programme }.
concern-who-next = If nobody answers, it goes on to: { $names }. Nobody else reads it.
concern-nobody-yet = This { -programme } has not named anybody to answer yet. If you send it, a person is asked to ring round. Please use the numbers above as well.
concern-hours = When they are there: { $hours }
concern-hours-unknown = We do not know when they are there.
concern-there-now = They are there now.
concern-not-there-now = They may not be there just now. It is sent at once all the same.
concern-sends = What is sent: your name here, whom it is about, and the words you write next. You can send it without words.
concern-sends-message = What is sent: your name here, that one message, and any words you add. Nothing else that you two wrote is sent, and the other person is not told by me.
concern-sends-group = What is sent: your name here, the name of the { -group }, and any words you add. Nobody in the { -group } is told.
concern-limits = They keep it between you, with four limits: when somebody may come to serious harm, when a child or an adult is at risk, when it is about terrorism, or when a court asks. Where it is safe they talk with you first.
concern-kept = It is kept locked, apart from everything else, also if you delete your account later.
concern-nothing-sent-yet = Nothing is sent until you press the button that says "Send".
button-concern-go-on = Go on
concern-form-title = Tell somebody
concern-ask-about = Whom is it about?
concern-about-me = Me
concern-about-mentor = My { -mentor }, { $name }
concern-about-mentee = My { -mentee }, { $name }
concern-about-group = Somebody in { $name }
concern-about-team = Somebody who runs this: { $name }
concern-about-else = Somebody else
concern-ask-words = Write it in your own words, in one message or many. Or send it without words.
concern-so-far = I have put that with the rest: { $count ->
    [one] { $count } letter
   *[other] { $count } letters
  } so far, locked. You can write more.
concern-full = That would be more than fits in one go ({ $most } letters), so this last message is not part of it. What you wrote before is kept. You can send it now, and then tell the rest in a new one.
button-concern-send = Send it to { $name }, { $role ->
    [safeguarding-lead] safeguarding lead
   *[other] safeguarding deputy
  }
button-concern-send-all = Send it
concern-about-gone = That is not here any more. You can still tell somebody: press Help.
concern-message-gone = That message is not here any more, so it cannot be sent with this. What you write about it is.
concern-sent-already = You have sent that one already. It is with the people who answer.

## What became of it.

concern-card-title = What you told, and where it is now:
concern-step-sent = Sent on { $weekday } at { $time }.
concern-step-not-yet = It is on its way to their phone.
concern-step-delivered = It reached their phone on { $weekday } at { $time }.
concern-step-moved-on = Nobody has answered so far, so the next person has been asked too.
concern-step-seen = Seen on { $weekday } at { $time }.
concern-step-taken = { $name }, the { $role ->
    [safeguarding-lead] safeguarding lead
   *[other] safeguarding deputy
  }, has had it in hand since { $weekday }, { $time }.
concern-step-closed = Closed on { $weekday } at { $time }. You can always tell somebody again.
concern-ring-them = Nobody has answered so far. All of them have been asked again, and { -coordinator(form: "a") } has been asked to ring them. You can ring too:
concern-not-an-emergency = If somebody is in danger, do not wait for an answer. Call 999.

## For those who answer.

concern-unknown = There is no such concern for you here.
concern-page-title = Somebody told something on { $weekday } at { $time }.
concern-kind-need-help = They asked for help now.
concern-kind-tell-someone = They want to tell somebody something.
concern-kind-worried-about = They are worried about somebody.
concern-kind-reported-message = They reported a message.
concern-kind-group-report = They reported something in { -group(form: "a") }.
concern-page-waits = It waits for you. Nobody has said that they have seen it.
concern-page-seen = Somebody has seen it. Nobody has it in hand yet.
concern-page-in-hand = You took it, and nothing has been noted since. Is it in hand? If so, press "It is in hand". Otherwise the next person is asked, and that is fine.
concern-page-taken = { $name } ({ $role ->
    [safeguarding-lead] safeguarding lead
   *[other] safeguarding deputy
  }) has it in hand.
concern-page-closed = It is closed.
concern-open-elsewhere = The words are never shown in Slack. Open this chat in your other app to read them. Or read them at the desk: write "desk" in that app.
concern-open-at-desk = The words are never shown in Slack. Link another app: you can read them there, and at the desk. If you have no other app, ask whoever runs this place to let you in at the desk.
concern-not-in-slack = The words are never shown in Slack, so they were not opened.
button-concern-seen = I have seen it
button-concern-take = I take it
button-concern-in-hand = It is in hand
button-concern-read = Read it
button-concern-close = Close it
button-concern-pause-pair = Pause messages and meetings
button-concern-resume-pair = End the pause between the two
button-concern-of = { $weekday }, { $time }
concern-ask-why = Who reads it, and why, is written down. Why do you read it?
concern-why-to-answer = To answer it
concern-why-to-follow-up = To follow it up
concern-why-to-pass-on = To pass it on to services
concern-why-asked-by-writer = They asked me to
concern-ask-outcome = What came of it?
concern-outcome-talked = We talked
concern-outcome-passed-on = Passed on to services
concern-outcome-emergency-services = Emergency services were called
concern-outcome-nothing-needed = Nothing more was needed
concern-from = From { $name }.
concern-is-about = { $about ->
    [me] It is about themself.
    [partner] It is about { $name }.
    [team] It is about { $name }, who helps to run this.
    [group] It is about somebody in { $name }.
   *[else] It is about somebody else.
  }
concern-no-words = They sent it without words.
concern-their-words = Their words:
concern-the-message = The message, from { $name }:
concerns-open = { $count ->
    [0] Nothing is open.
    [one] { $count } is open.
   *[other] { $count } are open.
  }
concerns-not-yours = Only the safeguarding lead and deputies have such a list. You can tell them something at any time: press Help.
button-away = I am away until…
away-title = Being away
away-ask = For how long are you away? Until then the others are asked first.
away-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
away-not = I am back
away-until = You are away until { $weekday }, { $day } { $month }, { $time }. The others are asked first until then.
away-back = Welcome back. You are asked again as before.
away-not-yours = Only the safeguarding lead and deputies, or { -coordinator(form: "a") }, can say that.
away-when = Choose a time to come, at most three months away.
role-given-safeguarding = You now answer when somebody here says that they are worried. Write "concerns" to see what is open, and "away" when you are away.
ring-safeguarding = Please ring the safeguarding lead or a deputy now. Something waits for them, and nobody has answered.
ring-safeguarding-nothing-else = You cannot see what it is, and need not. Tell them to open the chat.

## A programme that is not open yet.

not-open-yet = Thank you for coming. This { -programme } is not open yet, so nobody can join today. Please come again soon.
not-open-yet-kept = I have kept nothing about you.
programme-needs-lead = It cannot open yet: it has no safeguarding lead. Give somebody that role first.
programme-needs-deputy = It cannot open yet: it has no safeguarding deputy, a second person. Give somebody that role first.
programme-needs-hours = It cannot open yet: its document does not say when the safeguarding lead and deputy are there ("safeguarding", "hours").
delete-concerns-stay = What you told the safeguarding lead stays with them, locked, for as long as they have to keep it. It leads to no account of yours any more.
board-ring-safeguarding = { $n }. Ring the safeguarding lead or a deputy: something waits for them. { board-since }
board-role-lead = Safeguarding lead
board-role-deputy = Safeguarding deputy

concern-ask-whom = Is it about one person there? Write their name as the { -group } shows it.
concern-ask-whom-more = You can skip this. Only those who answer for keeping people safe read it; nobody in the { -group } is told.
concern-about-whom = In the group it is about:
