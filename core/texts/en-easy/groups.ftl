## Peer groups in a shared place. What stands in the place itself is read by many, and says nothing of anybody.

group-about = This is a peer group. The people in it have been there too.
group-entry-rest = The rest is on the card in the channel.
group-counts = { $members ->
    [one] { $members } member
   *[other] { $members } members
  }. { $left ->
    [0] Every place is taken
    [one] { $left } place left
   *[other] { $left } places left
  }.
group-full-in-place = You can press Join to wait for a place.
group-name-shows = Everybody here can see your name and picture in this app.

button-group-join = Join
button-group-rules = Ground rules
button-group-report = Report
button-group-leave = Leave
button-group = The { -group }
button-group-meeting = The next { -meeting }
menu-groups = My { -group(form: "many") }

## The ground rules that every group has.

group-rules-title = The rules of { $name }:
group-rule-private = What we say in the { -group } stays in the { -group }. Do not pass on names, stories or pictures.
group-rule-limits = There is one limit. Somebody may be badly hurt. Or the law says we must speak. Then people here must tell somebody who can help.
group-rule-listen = Listen. Let everybody have a turn. Speak for yourself.
group-rule-own-pace = You choose what you share. You can just listen.
group-rule-kind = Be kind. We are all different. Nobody here gives medical advice.
group-rule-own = This { -group } has one more rule:

## Making and opening a group.

group-form-title = A new { -group }
group-ask-name = What is the name of the { -group }? Everybody in this place can read it.
group-ask-rule = Do you want to add a rule of your own?
group-ask-rule-more = The { -group } has rules already. One of them is to keep things private. You can skip this.
group-ask-size = How many people can be in it? We use { $usual } if you skip this.
group-ask-lead = Who leads the { -group }? It must be a trained { -mentor }.
group-somebody = Somebody with no name yet
group-size-not-read = Please write a number, such as 10.
group-not-yours-to-make = { -coordinator(form: "Many") } and { -mentor(form: "many") } make { -group(form: "many") }. Do you want one? Talk to { -coordinator(form: "a") }.
group-no-lead = { -mentor(form: "A") } or { -volunteer(form: "a") } of this { -programme } must lead the { -group }.
group-here-already = This place has { -group(form: "a") } already.
group-none-here = This place has no { -group } yet.

group-news-made = The { -group } is made. It is not open yet. Nobody else can see it.
group-news-yours-to-lead = Somebody asked you to lead { -group(form: "a") }.
group-news-trained = { -coordinator(form: "A") } says that the lead is trained.
group-news-accepted = Thank you. You said yes to the rules.
group-news-opened = The { -group } is open. Its card is in the place now.
group-ready = All is there. You can open the { -group }.
group-not-ready = It cannot open yet.{ $trained ->
    [no] { " " }{ -coordinator(form: "A") } must say that the lead is a trained { -mentor }.
   *[yes] { "" }
  }{ $accepted ->
    [no] { " " }The lead must say yes to the rules.
   *[yes] { "" }
  }{ $report ->
    [no] { " " }Somebody must read the reports. The { -programme } has not named a contact.
   *[yes] { "" }
  }
button-group-read-and-accept = Read the rules
button-group-accept = I say yes to them
button-group-lead-trained = The lead is trained
button-group-open = Open the { -group }
group-not-open = This { -group } is not open yet.
group-gone = This { -group } is not there any more.
group-not-yours = That is for the lead of the { -group }, and for { -coordinator(form: "many") }.

## Joining, waiting and leaving.

group-welcome-first = You are welcome to join. First I ask a few things. Then I bring you back to the { -group }.
group-back = Now back to the { -group } you came for.
group-join-title = You can now join { $name }.
group-join-rules = Please read the rules. You say yes to them by joining:
group-full = Every place is taken now. You can wait for one. I will ask you. I do not know when there is a place. There may never be one.
button-group-accept-and-join = I say yes and join
button-group-wait = I say yes and wait
group-news-joined = You are in. Welcome!
group-news-waiting = Every place is taken now. You are on the waiting list. I will ask you. I do not know when there is a place. There may never be one.
group-you-are-in = You are in this { -group }.
group-you-lead = You lead this { -group }.
group-you-wait = You wait for a place.
group-you-wished = You wanted to join this { -group }.
group-in-already = You are in this { -group } already.
group-waiting-already = You are on the waiting list already.
group-asked-already = There is a place for you. Do you want it?
group-not-in = You are not in this { -group }. Press Join to be in it.
group-place-free = There is a place for you in { $name }. Do you want it?
group-place-until = I keep it for you until:
button-group-take = Yes, I want it
button-group-no-thanks = No, thank you
group-place-passed-on = The place went to the next person. That is fine. You can join again at any time.
group-leave-ask = Do you want to leave { $name }? You need no reason.
button-group-leave-yes = Yes, leave
button-group-stay = Stay
button-group-stop-waiting = Stop waiting
group-left = You have left the { -group }. You can come back to a free place.
group-left-list = That is fine. You are not on the list any more.
group-lead-stays = You lead this { -group }. First hand it over, or close it.
button-group-follow = Send me its { -meeting(form: "many") } here
button-group-not-follow = Do not send me its { -meeting(form: "many") } here
group-news-followed = I will send you the { -meeting(form: "many") } of this { -group }. Only you see that.
group-news-not-followed = I will not send you its { -meeting(form: "many") } any more.

## My groups.

groups-title = Your { -group(form: "many") }:
groups-none = You are not in { -group(form: "a") } yet.
groups-whom-to-ask = Do you want one? Talk to { -coordinator(form: "a") }.
groups-how-to-join = { -group(form: "Many") } are in a shared place of a chat app. Press Join on the card there.
groups-how-to-make-elsewhere = A { -group } cannot meet in this app. You can make one in a Discord server. Write "/group new" there.
groups-how-to-make = You can make one. Write "group new" in the place for it.

## Looking after a group, for its lead and coordinators.

button-group-run = Look after the { -group }
group-run-title = What do you want to change in { $name }?
button-group-change-rule = Change our own rule
button-group-change-size = Change how many people
button-group-hand-over = Hand over the lead
button-group-close = Close the { -group }
group-ask-new-rule = What is your own rule from now on?
group-ask-new-rule-more = I ask everybody in the { -group } to read the rules again.
button-group-no-rule = No rule of our own
group-news-rule-changed = The rules are new. I ask everybody in the { -group } to say yes to them.
group-rules-new = Your { -group } has new rules. Please read them. You can say yes. Or you can leave.
group-rules-changed = The rules are new. Please read them first.
group-ask-new-size = How many people can be in it? Now it is { $now }.
group-ask-new-size-more = Nobody has to leave. I ask those who wait.
group-news-resized = That is done. Nobody has to leave.
group-ask-new-lead = Who could lead the { -group }?
group-ask-new-lead-more = I ask them first.
group-nobody-to-lead = Nobody here is a trained { -mentor } yet. Please ask { -coordinator(form: "a") }.
group-lead-not-trained = Only a trained { -mentor } can lead. Please ask { -coordinator(form: "a") }.
group-lead-not-offered = Nobody asks you to lead this { -group } now.
group-lead-offer = Do you want to lead { $name }?
group-lead-offer-rules = Then you say yes to its rules:
button-group-lead-offer = Do you want to lead it?
button-group-lead-yes = Yes, I lead it
button-group-lead-no = No, thank you
group-news-offered = I ask them. I tell you the answer.
group-news-leading = Thank you. You lead this { -group } now.
group-news-handed-over = Somebody else leads the { -group } now. Thank you! You are still in it.
group-news-declined = That is fine. Nothing is new.
group-news-not-taken = The person I asked cannot lead now. Nothing is new.
group-close-ask = Do you want to close { $name }? It does not open again.
group-close-what = I call off what is planned. I tell everybody once.
button-group-close-yes = Yes, close it
group-is-closed = This { -group } is closed. Thank you to everybody in it.
group-closed = { $name } is closed now. Thank you for being in it.
group-closed-meeting = The next { -meeting } is called off.
group-closed-people = You can talk to a person. I can show you who.


## Meetings of a group.

group-plan-title = The next { -meeting }
group-move-title = A new time
group-meeting-now-at = It is planned for:
group-ask-when = When do you meet? Choose, or write it. For example: Tuesday at 6 pm.
group-ask-minutes = How long is it?
group-ask-where = Where do you meet?
group-ask-where-more = Everybody in this place can read it. Please do not write anybody's home address.
group-here = Here in this place
group-which-hour = At what time that day?
group-which-day = On which day?
group-time-not-read = I could not read that. Please write it like this: Tuesday at 6 pm.
group-time-past = That time has gone by. Please choose a later one.
group-time-too-far = That is more than a year away. Please choose a time nearer to now.
group-time-skipped = The clocks change that day. That time does not exist. Do you mean this time?
group-time-twice = The clocks change that day. That time comes twice. Which one do you mean?
group-minutes-not-read = Please write a number of minutes, such as 60.
button-group-plan = Plan the next { -meeting }
button-group-move = A new time
button-group-call-off = Call it off
button-group-call-off-yes = Yes, call it off
group-call-off-ask = Do you want to call this { -meeting } off? I tell everybody who might come.
group-meeting-planned-already = The next { -meeting } is planned already. You can move it or call it off.

group-meeting-title = { $name } meets:
group-meeting-planned = Something is planned:
group-meeting-moved = The time is new. Is it still right for you?
group-meeting-called-off = This is called off:
group-meeting-reminder = This is coming up:
group-meeting-is-off = This { -meeting } is called off.
group-meeting-is-over = This { -meeting } has begun or is over.
group-meeting-changed = The time is new. Here it is now.
group-news-moved = { $name } has a new time:
group-news-called-off = { $name } does not meet this time. This is called off:
group-minutes = { NUMBER($minutes) } minutes.
group-meets-here = In the { -group }'s own place.
group-where = Where:
group-link = The lead of the { -group } gave this link. Press it to join:
group-tally = Coming: { NUMBER($coming) }. Maybe: { NUMBER($maybe) }. Not this time: { NUMBER($cannot) }. Just listening: { NUMBER($listening) }.
group-next-meeting = The next { -meeting }:
group-no-meeting = There is no { -meeting } planned now.
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
group-can-change = Only you see this. You can change it.

## The register, for the lead and coordinators alone.

button-group-register = Who came?
group-register-title = Who came?
group-register-who-sees = Only you and { -coordinator(form: "many") } see this.
group-register-how = Press a name. You can note: came, was not there, or nothing.
group-register-nobody = There is nobody to note yet.
group-register-done = Thank you. I keep it. You can still change it.
group-register-not-a-member = They were not in the { -group } then. I have noted nothing.
group-register-not-yet = You can note this from the start of the { -meeting }.
group-mark = { $mark ->
    [came] ✓ { $name }: came
    [did-not] { $name }: was not there
   *[blank] { $name }
  }

# In "what do you know about me?".
kept-groups = { $count ->
    [one] { $count } { -group }. I know what you said about its { -meeting(form: "many") }.
   *[other] { $count } { -group(form: "many") }. I know what you said about the { -meeting(form: "many") }.
  }

## What may be hard at a meeting, and afterwards.

group-ask-warning = Will you talk about something hard? Such as loss or illness?
group-ask-warning-more = A few words are enough. Everybody who can come reads them first.
group-nothing-hard = Nothing I know of
group-warn-title = What may be hard
group-may-be-hard = This may be hard:
group-hard-ways = You can leave at any time. You do not have to come. Both are fine.
group-meeting-warned = There is something new about what may be hard:
button-group-warn = Say what may be hard
button-group-was-hard = It was a hard one
group-was-hard-noted = Thank you. I ask everybody who was there how it was for them. I ask in private. Nobody hears who said so.
group-was-hard-not-then = You can say that once it has begun. After three days it is too late.
