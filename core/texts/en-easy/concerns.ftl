### Telling somebody: who will read it, what is sent, and what became of it.

button-need-help-now = I need help now
button-tell-someone = Tell someone
button-worried = I am worried about somebody

## Before anything is sent.

concern-young-first = You can ring Childline or 999 now. You need not wait for us.
concern-can-tell = You can tell somebody here. Their job is to listen and help.
concern-who-reads = { $name } will read it. { $name } is the { $role ->
    [safeguarding-lead] safeguarding lead
   *[other] safeguarding deputy
  } here.
concern-who-next = If nobody answers, I ask: { $names }. Nobody else reads it.
concern-nobody-yet = Nobody is named to answer here yet. You can send it. Then a person will ring round. Please use the numbers above too.
concern-hours = When they are there: { $hours }
concern-hours-unknown = We do not know when they are there.
concern-there-now = They are there now.
concern-not-there-now = They may not be there now. I still send it at once.
concern-sends = I send your name and who it is about. I send the words you write next. You can send it with no words.
concern-sends-message = I send your name and that one message. I send any words you add. I send nothing else you two wrote. I do not tell the other person.
concern-sends-group = I send your name and the name of the { -group }. I send any words you add. I tell nobody in the { -group }.
concern-limits = They keep it between you. There are four limits. Somebody may be badly hurt. A child or an adult is at risk. It is about terrorism. A court asks. They talk with you first where that is safe.
concern-kept = It is locked and kept apart. It stays even if you delete your account.
concern-nothing-sent-yet = I send nothing yet. You press "Send" first.
button-concern-go-on = Go on
concern-form-title = Tell somebody
concern-ask-about = Who is it about?
concern-about-me = Me
concern-about-mentor = My { -mentor }, { $name }
concern-about-mentee = My { -mentee }, { $name }
concern-about-group = Somebody in { $name }
concern-about-team = Somebody who runs this: { $name }
concern-about-else = Somebody else
concern-ask-words = Write it in your own words. You can write many messages. Or send it with no words.
concern-so-far = I added that. It is { $count ->
    [one] { $count } letter
   *[other] { $count } letters
  } so far. It is locked. You can write more.
concern-full = That is too long. { $most } letters fit. This last message is not in it. I kept what you wrote first. Send that now. Then you can tell the rest.
button-concern-send = Send it to { $name }, { $role ->
    [safeguarding-lead] safeguarding lead
   *[other] safeguarding deputy
  }
button-concern-send-all = Send it
concern-about-gone = That is not here any more. You can still tell somebody. Press Help.
concern-message-gone = That message is gone. I cannot send it. I send what you write about it.
concern-sent-already = You have sent that one. They have it.

## What became of it.

concern-card-title = This is where it is now:
concern-step-sent = Sent on { $weekday } at { $time }.
concern-step-not-yet = It is on its way to their phone.
concern-step-delivered = It was on their phone on { $weekday } at { $time }.
concern-step-moved-on = Nobody has answered yet. I asked the next person too.
concern-step-seen = Seen on { $weekday } at { $time }.
concern-step-taken = { $name } is helping since { $weekday }, { $time }. { $name } is the { $role ->
    [safeguarding-lead] safeguarding lead
   *[other] safeguarding deputy
  }.
concern-step-closed = Closed on { $weekday } at { $time }. You can always tell somebody again.
concern-ring-them = Nobody has answered yet. I asked all of them again. { -coordinator(form: "A") } will ring them. You can ring too:
concern-not-an-emergency = Is somebody in danger? Do not wait. Call 999.

## For those who answer.

concern-unknown = There is no such concern for you here.
concern-page-title = Somebody told something on { $weekday } at { $time }.
concern-kind-need-help = They asked for help now.
concern-kind-tell-someone = They want to tell somebody something.
concern-kind-worried-about = They are worried about somebody.
concern-kind-reported-message = They reported a message.
concern-kind-group-report = They reported something in { -group(form: "a") }.
concern-page-waits = It waits for you. Nobody has seen it yet.
concern-page-seen = Somebody has seen it. Nobody has taken it yet.
concern-page-in-hand = You took it. I have heard nothing since. Is it in hand? If yes, press "It is in hand". If not, I ask the next person. That is fine.
concern-page-taken = { $name } has taken it. { $name } is the { $role ->
    [safeguarding-lead] safeguarding lead
   *[other] safeguarding deputy
  }.
concern-page-closed = It is closed.
concern-open-elsewhere = I never show the words in Slack. Open your other app to read them. Or write "desk" there. Then you can read them at the desk.
concern-open-at-desk = I never show the words in Slack. Link another app. You can read them there, and at the desk. Have you no other app? Ask whoever runs this place. They can let you in at the desk.
concern-not-in-slack = I never show the words in Slack. I did not open them.
button-concern-seen = I have seen it
button-concern-take = I take it
button-concern-in-hand = It is in hand
button-concern-read = Read it
button-concern-close = Close it
button-concern-pause-pair = Pause messages and meetings
button-concern-resume-pair = End the pause between the two
button-concern-of = { $weekday }, { $time }
concern-ask-why = I write down who reads it. Why do you read it?
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
concern-no-words = They sent it with no words.
concern-their-words = Their words:
concern-the-message = The message, from { $name }:
concerns-open = { $count ->
    [0] Nothing is open.
    [one] { $count } is open.
   *[other] { $count } are open.
  }
concerns-not-yours = Only the safeguarding lead and deputies have that list. You can tell them something. Press Help.
button-away = I am away until…
away-title = Being away
away-ask = How long are you away? I ask the others first.
away-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
away-not = I am back
away-until = You are away until { $weekday }, { $day } { $month }, { $time }. I ask the others first.
away-back = Welcome back. I ask you again as before.
away-not-yours = Only the safeguarding lead and deputies can say that. { -coordinator(form: "A") } can too.
away-when = Choose a time to come. It can be three months away at most.
role-given-safeguarding = You now answer worries here. Write "concerns" to see what is open. Write "away" for time off.
ring-safeguarding = Please ring the safeguarding lead or a deputy now. Something waits for them. Nobody has answered.
ring-safeguarding-nothing-else = You cannot see what it is. Tell them to open the chat.

## A programme that is not open yet.

not-open-yet = Thank you for coming. This { -programme } is not open yet. Nobody can join today. Please come again soon.
not-open-yet-kept = I have kept nothing about you.
programme-needs-lead = It cannot open yet. It has no safeguarding lead. Give somebody that role first.
programme-needs-deputy = It cannot open yet. It has no safeguarding deputy. Give a second person that role first.
programme-needs-hours = It cannot open yet. Its document needs the hours of the safeguarding lead and deputy.
delete-concerns-stay = What you told the safeguarding lead stays with them. They keep it as long as they have to. It is locked. It leads to no account of yours.
board-ring-safeguarding = { $n }. Ring the safeguarding lead or a deputy. Something waits for them. { board-since }
board-role-lead = Safeguarding lead
board-role-deputy = Safeguarding deputy

concern-ask-whom = Is it about one person? Write the name you see in the { -group }.
concern-ask-whom-more = You can skip this. Nobody in the { -group } is told.
concern-about-whom = In the group it is about:
