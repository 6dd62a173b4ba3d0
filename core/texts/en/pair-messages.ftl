## What the two of a pair write to each other through the bot.

message-title = A message
ask-message-to = Who is it for?
ask-message = What would you like to say?
ask-message-for = What would you like to say to { $name }?
messages-who-reads = Only { $name } reads it. They see the name you chose here, never your number, your account or which app you use.
messages-kept = It is kept sealed for { $days ->
    [one] { $days } day
   *[other] { $days } days
  } and then goes. Nobody else can open it, unless whoever got it reports it: then { -coordinator(form: "a") } reads that one message.
messages-begin = { $name } would like to write to you through me. They do not see your number, your account or which app you use.
messages-you-can = You can answer, report a message, or have a pause from messages at any time.
message-from = { $name } writes:
button-reply = Reply
button-report-message = Report
button-pause-messages = Pause messages
button-pause-both = Pause messages and meetings
button-resume-messages = End the pause
button-write-to = Write to { $name }
button-messages = Our messages
button-contact-hours = Change the hours
button-take-back = Take it back
button-see-waiting = See what waits

message-on-its-way = Your message to { $name } is on its way.
message-passed-on = I have passed your message on to { $name }.
message-waits-until = Your message to { $name } waits for the hours in which you hear from each other. It goes on { $weekday } { $day } { $month } at { $time }.
message-waits = Your message to { $name } waits. I cannot pass it on just now, and I pass it on as soon as I can.
message-waits-take-back = Until then you can take it back. If something cannot wait, press Help.
message-taken-back = It is taken back. Nobody has read it, and nothing of it is kept.
message-gone = That message is not kept any more.
message-gone-already = It has gone already, so it cannot be taken back.
message-not-passed-on = I could not pass on something you wrote, and it is not kept any longer. If it still matters, { -coordinator(form: "a") } can help.

messages-nobody = There is nobody here to write to just now.
messages-with = Messages with { $name }
messages-paused = Messages between you and { $name } are having a pause.
messages-and-meetings-paused = Your { -meeting(form: "many") } have a pause too: please do not meet until it ends. What you have arranged is kept, and so is what waits.
messages-paused-meetings = Your { -meeting(form: "many") } stay as they are. What waits is kept, and you can take it back.
messages-paused-for-now = Messages between the two of you are having a pause. If something cannot wait, press Help.
written-is-kept = What you wrote is kept for you.
messages-paused-now = Messages between the two of you are having a pause. What you wrote is kept for you. If something cannot wait, press Help.
messages-any-time = You hear from each other at any time.
messages-hours-usual = Messages arrive from { $from } to { $to }, by the clock of whoever reads them.
messages-hours-agreed = You agreed that messages arrive from { $from } to { $to }, by { $name }'s clock.
messages-waiting = { $count ->
    [one] { $count } message of yours waits.
   *[other] { $count } messages of yours wait.
  }

hours-title = Hours for messages
ask-hours = In which hours would you and { $name } like to hear from each other? { $name } is asked too.
ask-hours-how = Choose, or write something like "10am to 6pm". Messages written at other times wait.
hours-choice = { $from } to { $to }
hours-any-time = Any time
hours-not-read = I could not read that as times. Please write it like this: 10am to 6pm.
hours-asked-by-you = { $any ->
    [yes] You asked { $name } for any time.
   *[no] You asked { $name } for { $from } to { $to }.
  } Nothing changes until they say yes.
hours-asked-of-you = { $any ->
    [yes] { $name } asks whether messages may arrive at any time.
   *[no] { $name } asks whether messages may arrive from { $from } to { $to }.
  } Does that suit you?
button-hours-yes = Yes, that suits me
button-hours-no = No, leave it

report-unknown = That is not a reported message, or it is not kept any longer.

button-message-one = Write to { $name }
button-message-some = Write a message
carry-on-message = Carry on writing your message
