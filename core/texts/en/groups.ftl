## Peer groups in a shared place. What stands in the place itself is read by many, and says nothing of anybody.

group-about = A peer group: people who have been there too, meeting as equals.
group-entry-rest = The rest is on the card of the { -meeting } in the channel.
group-counts = { $members ->
    [one] { $members } member
   *[other] { $members } members
  }. { $left ->
    [0] Every place is taken
    [one] { $left } place left
   *[other] { $left } places left
  }.
group-full-in-place = You can still press Join to wait for a place.
group-name-shows = The name and picture you have in this app can be seen by everybody here.

button-group-join = Join
button-group-rules = Ground rules
button-group-report = Report
button-group-leave = Leave
button-group = The { -group }
button-group-meeting = The next { -meeting }
menu-groups = My { -group(form: "many") }

## The ground rules that every group has.

group-rules-title = The ground rules of { $name }:
group-rule-private = What is said in the { -group } stays in the { -group }. Do not pass on names, stories or pictures.
group-rule-limits = There is one limit: when somebody may be seriously harmed, or the law says we must speak, people here have to tell those who can help.
group-rule-listen = Listen, and let everybody have a turn. Speak for yourself.
group-rule-own-pace = You decide what you share. It is fine only to listen.
group-rule-kind = Be kind. We are all different, and nobody here gives medical advice.
group-rule-own = This { -group } has added:

## Making and opening a group.

group-form-title = A new { -group }
group-ask-name = What is the { -group } called? Everybody in this place can read it.
group-ask-rule = Would you like to add a ground rule of your own?
group-ask-rule-more = The { -group } has ground rules already, such as keeping what is said private. You can skip this.
group-ask-size = How many people can be in it? If you skip this, it is { $usual }. Smaller { -group(form: "many") } often work better.
group-ask-lead = Who leads the { -group }? It has to be a trained { -mentor }.
group-somebody = Somebody without a name yet
group-size-not-read = Please write a number, such as 10.
group-not-yours-to-make = { -group(form: "Many") } are made by { -coordinator(form: "many") } and { -mentor(form: "many") }. If you would like one, talk to { -coordinator(form: "a") }.
group-no-lead = { -group(form: "A") } has to be led by { -mentor(form: "a") } or { -volunteer(form: "a") } of this { -programme }.
group-here-already = This place has { -group(form: "a") } already.
group-none-here = This place has no { -group } yet.

group-news-made = The { -group } is made. It is not open yet, and nobody else can see it.
group-news-yours-to-lead = You have been asked to lead { -group(form: "a") }.
group-news-trained = { -coordinator(form: "A") } has said that the lead is trained.
group-news-accepted = Thank you. You have accepted the ground rules.
group-news-opened = The { -group } is open. Its card is in the place now.
group-ready = Everything is there. You can open the { -group }.
group-not-ready = It cannot open yet.{ $trained ->
    [no] { " " }{ -coordinator(form: "A") } has to say that the lead is a trained { -mentor }.
   *[yes] { "" }
  }{ $accepted ->
    [no] { " " }The lead has to accept the ground rules.
   *[yes] { "" }
  }{ $report ->
    [no] { " " }The Report button needs somebody who reads it: the { -programme } has not named a contact.
   *[yes] { "" }
  }
button-group-read-and-accept = Read the ground rules
button-group-accept = I accept them
button-group-lead-trained = The lead is trained
button-group-open = Open the { -group }
group-not-open = This { -group } is not open yet.
group-gone = This { -group } is not there any more.
group-not-yours = That is for whoever leads the { -group }, and for { -coordinator(form: "many") }.

## Joining, waiting and leaving.

group-welcome-first = You are welcome to join. First a few questions, then I bring you back to the { -group }.
group-back = Now back to the { -group } you came for.
group-join-title = You are about to join { $name }.
group-join-rules = Please read the ground rules. When you join, you accept them:
group-full = Every place is taken just now. You can wait for one. I will ask you when a place is free, but I cannot say when, or whether, that will be.
button-group-accept-and-join = I accept and join
button-group-wait = I accept and wait
group-news-joined = You are in. Welcome!
group-news-waiting = Every place is taken just now, so you are on the waiting list. I will ask you when a place is free. I cannot say when, or whether, that will be.
group-you-are-in = You are in this { -group }.
group-you-lead = You lead this { -group }.
group-you-wait = You are waiting for a place.
group-you-wished = You wanted to join this { -group }.
group-in-already = You are in this { -group } already.
group-waiting-already = You are on the waiting list already.
group-asked-already = There is a place for you. Would you like it?
group-not-in = You are not in this { -group }. If you would like to be, press Join.
group-place-free = There is a place for you in { $name } now. Would you like it?
group-place-until = It is kept for you until:
button-group-take = Yes, I would like it
button-group-no-thanks = No, thank you
group-place-passed-on = The place has gone to the next person, and that is fine. You can join again whenever you like.
group-leave-ask = Would you like to leave { $name }? You do not need a reason.
button-group-leave-yes = Yes, leave
button-group-stay = Stay
button-group-stop-waiting = Stop waiting
group-left = You have left the { -group }. You can come back whenever there is a place.
group-left-list = That is fine. You are not on the list any more.
group-lead-stays = You lead this { -group }. Before you leave, hand it over to another trained { -mentor }, or close it.
button-group-follow = Send me its { -meeting(form: "many") } here
button-group-not-follow = Do not send me its { -meeting(form: "many") } here
group-news-followed = I will send you the { -meeting(form: "many") } of this { -group } in private.
group-news-not-followed = I will not send you its { -meeting(form: "many") } in private any more.

## My groups.

groups-title = Your { -group(form: "many") }:
groups-none = You are not in { -group(form: "a") } yet.
groups-whom-to-ask = If you do not see one you would like, talk to { -coordinator(form: "a") }.
groups-how-to-join = { -group(form: "Many") } stand in a shared place of a chat app. To join one, press Join on its card there.
groups-how-to-make-elsewhere = This app has no place where a { -group } can meet. You can make one in a channel of a Discord server: write "/group new" there.
groups-how-to-make = You can make one yourself: write "group new" in the place where it is to be.

## Looking after a group, for its lead and coordinators.

button-group-run = Look after the { -group }
group-run-title = What would you like to change in { $name }?
button-group-change-rule = Change our own ground rule
button-group-change-size = Change how many can be in it
button-group-hand-over = Hand over the lead
button-group-close = Close the { -group }
group-ask-new-rule = What is the { -group }'s own ground rule from now on?
group-ask-new-rule-more = Everybody in the { -group } is asked to read the rules again and accept them.
button-group-no-rule = No rule of our own
group-news-rule-changed = The ground rules are changed. Everybody in the { -group } is asked to accept them.
group-rules-new = The ground rules of your { -group } have changed. Please read them. You can accept them, or leave if they are not for you.
group-rules-changed = The ground rules have changed. Please read them first.
group-ask-new-size = How many people can be in it? Now it is { $now }.
group-ask-new-size-more = With more places, those who wait are asked. With fewer, nobody has to leave.
group-news-resized = That is changed. Nobody has to leave, and those who wait are asked when there is a place.
group-ask-new-lead = Who could lead the { -group }?
group-ask-new-lead-more = They are asked first. Nothing changes before they say yes.
group-nobody-to-lead = Nobody to choose from is a trained { -mentor } yet. { -coordinator(form: "A") } can say that somebody is trained, and hand the { -group } to them.
group-lead-not-trained = The lead can only go to a trained { -mentor }. { -coordinator(form: "A") } can say that somebody is trained.
group-lead-not-offered = The lead of this { -group } is not offered to you just now.
group-lead-offer = You are asked to lead { $name }. Would you like to?
group-lead-offer-rules = If you say yes, you accept its ground rules:
button-group-lead-offer = You are asked to lead it
button-group-lead-yes = Yes, I lead it
button-group-lead-no = No, thank you
group-news-offered = They are asked. You hear from me when they answer.
group-news-leading = Thank you. You lead this { -group } now.
group-news-handed-over = The lead is handed over. Thank you for leading this { -group }. You are still in it.
group-news-declined = That is fine. Nothing has changed.
group-news-not-taken = The person who was asked cannot lead the { -group } just now. Nothing has changed.
group-close-ask = Would you like to close { $name }? It does not open again.
group-close-what = What is planned is called off. Everybody in it, and everybody who waits, is told once.
button-group-close-yes = Yes, close it
group-is-closed = This { -group } is closed. Thank you to everybody who was part of it.
group-closed = { $name } is closed now. Thank you for being part of it.
group-closed-meeting = The { -meeting } that was planned is called off.
group-closed-people = If you would like to talk to somebody, I can show you who is there.


## Meetings of a group.

group-plan-title = The next { -meeting }
group-move-title = Another time
group-meeting-now-at = It is planned for:
group-ask-when = When do you meet? Choose, or write a day and a time, such as "Tuesday at 6 pm".
group-ask-minutes = How long is it?
group-ask-where = Where do you meet?
group-ask-where-more = Everybody in this place can read it. Please do not write anybody's home address.
group-here = Here in this place
group-which-hour = At what time that day?
group-which-day = On which day?
group-time-not-read = I could not read that as a day and a time. Please write it like this: Tuesday at 6 pm.
group-time-past = That time has gone by. Please choose one to come.
group-time-too-far = That is more than a year away. Please choose a time nearer to now.
group-time-skipped = The clocks change that day and leave that time out. Is this the time you mean?
group-time-twice = The clocks change that day and show that time twice. Which one do you mean?
group-minutes-not-read = Please write a number of minutes, such as 60.
button-group-plan = Plan the next { -meeting }
button-group-move = Another time
button-group-call-off = Call it off
button-group-call-off-yes = Yes, call it off
group-call-off-ask = Would you like to call this { -meeting } off? Everybody who might come is told.
group-meeting-planned-already = The next { -meeting } is planned already. You can move it or call it off.

group-meeting-title = { $name } meets:
group-meeting-planned = Something is planned:
group-meeting-moved = The time has changed. Is it still right for you?
group-meeting-called-off = This is called off:
group-meeting-reminder = This is coming up:
group-meeting-is-off = This { -meeting } is called off.
group-meeting-is-over = This { -meeting } has begun or is over.
group-meeting-changed = The time has changed since. Here it is as it is now.
group-news-moved = { $name } has a new time:
group-news-called-off = { $name } does not meet this time. This is called off:
group-minutes = { NUMBER($minutes) } minutes.
group-meets-here = In the { -group }'s own place.
group-where = Where:
group-link = This link is from whoever leads the { -group }. It opens the room at:
group-tally = Coming: { NUMBER($coming) }. Maybe: { NUMBER($maybe) }. Not this time: { NUMBER($cannot) }. Just listening: { NUMBER($listening) }.
group-next-meeting = The next { -meeting }:
group-no-meeting = No { -meeting } is planned just now.
button-group-coming = Coming
button-group-maybe = Maybe
button-group-cannot = Can’t this time
button-group-listening = Just listening
group-you-said = { $answer ->
    [coming] You said: coming.
    [maybe] You said: maybe.
    [listening] You said: just listening.
   *[cannot] You said: not this time.
  }
group-can-change = Only you see this. You can change it at any time before it begins.

## The register, for the lead and coordinators alone.

button-group-register = Who came?
group-register-title = Who came?
group-register-who-sees = Only you and { -coordinator(form: "many") } see this.
group-register-how = Press a name to note: came, was not there, or nothing.
group-register-nobody = There is nobody to note yet.
group-register-done = Thank you. It is kept. You can still put it right.
group-register-not-a-member = That person was not in the { -group } when it met. I have noted nothing.
group-register-not-yet = This can be noted when the { -meeting } has begun.
group-mark = { $mark ->
    [came] ✓ { $name }: came
    [did-not] { $name }: was not there
   *[blank] { $name }
  }

# In "what do you know about me?".
kept-groups = { $count ->
    [one] { $count } { -group }: since when, what you said about its { -meeting(form: "many") }, and whether you were there.
   *[other] { $count } { -group(form: "many") }: since when, what you said about their { -meeting(form: "many") }, and whether you were there.
  }

## What may be hard at a meeting, and afterwards.

group-ask-warning = Is there anything that may be hard to hear, such as loss or illness?
group-ask-warning-more = A few plain words are enough. Everybody who can come reads them first.
group-nothing-hard = Nothing I know of
group-warn-title = What may be hard
group-may-be-hard = This may be hard:
group-hard-ways = You can leave at any time with one press, or not come. Both are fine.
group-meeting-warned = Something was added about what may be hard:
button-group-warn = Say what may be hard
button-group-was-hard = It was a hard one
group-was-hard-noted = Thank you. Everybody who was there is asked in private how it was for them. Nobody hears who said so.
group-was-hard-not-then = That can be said once it has begun, and for three days after.
