## What the two of a pair write to each other through the bot.

message-title = A message
ask-message-to = Who is it for?
ask-message = What do you want to say?
ask-message-for = What do you want to say to { $name }?
messages-who-reads = Only { $name } reads it. They see your name here. They do not see your number or your app.
messages-kept = It is kept safe for { $days ->
    [one] { $days } day
   *[other] { $days } days
  }. Then it goes. Nobody else can open it. The reader can report it. Then { -coordinator(form: "a") } reads that one message.
messages-begin = { $name } wants to write to you here. They do not see your number or your app.
messages-you-can = You can answer. You can report a message. You can pause messages.
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
message-passed-on = I gave your message to { $name }.
message-waits-until = Your message to { $name } waits. It goes on { $weekday } { $day } { $month } at { $time }.
message-waits = Your message to { $name } waits. I cannot pass it on now. I will do it soon.
message-waits-take-back = You can still take it back. Press Help for something that cannot wait.
message-taken-back = You took it back. Nobody has read it. It is gone.
message-gone = That message is not kept any more.
message-gone-already = It has gone already. You cannot take it back.
message-not-passed-on = I could not pass on your message. It is gone now. { -coordinator(form: "A") } can help you.

messages-nobody = There is nobody to write to now.
messages-with = Messages with { $name }
messages-paused = Messages with { $name } have a pause now.
messages-and-meetings-paused = Your { -meeting(form: "many") } have a pause too. Please do not meet until it ends. All that you planned is kept.
messages-paused-meetings = Your { -meeting(form: "many") } stay the same. What waits is kept.
messages-paused-for-now = Messages have a pause now. Press Help for something that cannot wait.
written-is-kept = What you wrote is kept for you.
messages-paused-now = Messages have a pause now. What you wrote is kept for you. Press Help for something that cannot wait.
messages-any-time = Messages come at any time.
messages-hours-usual = Messages come from { $from } to { $to }.
messages-hours-agreed = You agreed the hours. Messages come from { $from } to { $to }, by { $name }'s clock.
messages-waiting = { $count ->
    [one] { $count } message of yours waits.
   *[other] { $count } messages of yours wait.
  }

hours-title = Hours for messages
ask-hours = At what times do you want messages? I will ask { $name } too.
ask-hours-how = Choose one. Or write it like this: 10am to 6pm. Other messages will wait.
hours-choice = { $from } to { $to }
hours-any-time = Any time
hours-not-read = I could not read that. Please write it like this: 10am to 6pm.
hours-asked-by-you = { $any ->
    [yes] You asked { $name } for any time.
   *[no] You asked { $name } for { $from } to { $to }.
  } They have to say yes first.
hours-asked-of-you = { $any ->
    [yes] { $name } asks for messages at any time.
   *[no] { $name } asks for messages from { $from } to { $to }.
  } Is that good for you?
button-hours-yes = Yes, that suits me
button-hours-no = No, leave it

report-unknown = That message is not kept any more.

button-message-one = Write to { $name }
button-message-some = Write a message
carry-on-message = Carry on writing your message
