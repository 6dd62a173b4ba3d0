## The welcome: three plain sentences, then what is kept, who sees it, and where confidentiality ends.

welcome-hello = Hello. Here you can find somebody who has been there too. You can meet and talk.
welcome-hello-from = Hello. This is { $name }. Here you can find somebody who has been there too.
welcome-people = People help here. { -mentor(form: "Many") } know hard times from their own lives. { -coordinator(form: "A") } brings people together.
welcome-not-a-machine = I am a computer program. I help with times. I am not a person.

button-easy-read = Easy Read
button-plain-english = Plain English
sees-you = You can see all we keep about you. Write "know".
sees-partner = Your { -mentor } or { -mentee } sees your name. They see your { -meeting(form: "many") } together. They see what you share. They never see your phone number.
sees-coordinator = { -coordinator(form: "A") } sees your name. They see what you do here and your { -meeting(form: "many") }. They cannot read your own notes.
sees-answers = If you answer on the way in, { -coordinator(form: "a") } reads it. I ask you first. You can take it back.
sees-chat-company = The company that makes this chat app can read this chat. Please do not write things they must not see.
sees-nobody-else = Nobody else sees it. We do not sell it.
limits-rule = Some things cannot stay private. Somebody may be badly hurt. A child or an adult may be at risk. Somebody may plan terrorism. A court may ask. Then people here must tell others.
limits-who = They try to talk with you first. I tell nobody by myself.

## The first questions.

ask-which-programme = Which of these is it about? You can change it later.
which-programme-not-sure = I do not know
ask-adult = Are you { $age } or over?
ask-agree = Can I keep what you tell me? Then people can find somebody for you.
agree-yes = Yes, that is OK
ask-name = What name can others see? A first name is enough.
ask-zone = Where are you? I need this for the right time. Choose, or write a city near you.
zone-choice = { $place }, { $time } now
zone-which = Is it one of these? Or write a bigger city near you.
zone-not-known = I do not know that place. Please write a bigger city near you.
ask-language = How do you want me to write?
language-en = Plain English
language-en-easy = Easy Read
ask-quiet = Do you want quiet hours? I do not write first in quiet hours. Choose, or write "10pm to 8am".
quiet-nine-to-eight = 9 pm to 8 am
quiet-ten-to-seven = 10 pm to 7 am
quiet-none = No quiet hours
quiet-not-understood = I could not read that. Please write it like this: 10pm to 8am.
ask-situation = What brings you here? Choose one. Or write it in your own words. You can skip this.
ask-situation-kept = It is locked. You do not need a doctor's letter here.
situation-support-somebody = I look after or support somebody
situation-illness = I am ill or have little energy
situation-recovery = I am in recovery
situation-work = I am looking for work
situation-alone = I am on my own a lot
situation-other = Something else
situation-rather-not-say = I would rather not say

name-needs-a-letter = A name needs one letter or more. You can add a picture to it.
name-too-long = That name is too long. Please use up to { $most } letters.
name-one-line = Please write the name on one line.
name-no-mention = Please write the name without the @ sign.
name-no-link = That looks like a web address. Please write the name without dots.
name-plain = I cannot show a sign in that name. Please use letters and spaces.
joined-already = You are in already. You can change things in Settings.

## Under the programme's adult age.

held-thanks = Thank you for asking. This part is for people who are { $age } or over. There is help for you too.
held-next = { -coordinator(form: "A") } knows that somebody asked. You can talk to a person too:
held-kept = I kept only that you asked. Was it the wrong button? Tell the person above.

## Not now, and stop.

goodbye-fine = That is OK. I kept nothing more. I will not write to you.
goodbye-kept = You can come back at any time. You can also talk to a person:
button-begin-after-all = Start now
stopped-done = I stopped. I will not write to you first.
stopped-meetings = { $count ->
    [one] You still have { $count } { -meeting }. You can cancel it.
   *[other] You still have { $count } { -meeting(form: "many") }. You can cancel them.
  }
stopped-contact = You can start again at any time. You can ask us to delete it all. You can talk to a person:
stopped-not-kept = I did not keep that. You asked me to stop. Press Start again. Then I can keep what you write.
stopped-person = Or talk to a person:
button-cancel-my-meetings = Cancel my { -meeting(form: "many") }

## Settings.

settings-title = Your settings. Press what you want to change.
settings-name = Your name here: { $name }
settings-zone = Your place: { $zone }. It is { $time } now.
settings-language-en = Language: plain English
settings-language-en-easy = Language: Easy Read
settings-quiet = Quiet hours: { $from } to { $to }
settings-quiet-none = Quiet hours: none
settings-discreet-on = Private messages: on. A locked phone does not show what this is.
settings-discreet-off = Private messages: off. A locked phone may show what this is.
settings-energy-on = Energy question: on. I ask how you feel on the day of { -meeting(form: "a") }.
settings-energy-off = Energy question: off.
reminders-day-and-hours = Reminders: one day and two hours before
reminders-day = Reminders: a day before
reminders-hours = Reminders: two hours before
reminders-week-day-hours = Reminders: a week, a day and two hours before
reminders-none = Reminders: none
reminders-own = { $count ->
    [one] Reminders: { $count } before each { -meeting }
   *[other] Reminders: { $count } before each { -meeting }
  }
ask-reminders = When do you want reminders?
button-change-name = Name
button-change-zone = Place and time
button-change-quiet = Quiet hours
button-change-reminders = Reminders
button-discreet-on = Private messages on
button-discreet-off = Private messages off
button-energy-on = Energy question on
button-energy-off = Energy question off
button-my-nudges = Messages from me
button-my-supporters = My helpers
button-pause = Have a break
button-what-is-kept = What you know about me
button-stop = Stop writing to me

## A break.

pause-offer = You can have a break. I will not write to you first.
pause-keeps = You keep your place. You keep your { -pair }. You keep all you wrote.
pause-a-day = A day
pause-a-week = A week
pause-two-weeks = Two weeks
pause-until-i-say = Until I say
paused-until = You have a break until { $weekday } { $day } { $month }, { $time }.
paused-open = You have a break. You say how long.
paused-meetings = You still have your { -meeting(form: "many") }. You can change them.
button-end-pause = End my break
pause-over = Your break is over now.
pause-over-slowly = There is no rush. You can have a longer break.
button-rest-longer = Have a longer break

## What is my role?

role-none-yet = You have no role here yet. { -coordinator(form: "A") } will talk with you. Then you decide together.
button-as-mentor = As { -mentor(form: "a") }
button-as-mentee = As { -mentee(form: "a") }
view-is-mentor = What you see here is yours as { -mentor(form: "a") }.
view-is-mentee = What you see here is yours as { -mentee(form: "a") }.
role-more-than-one = You do more than one thing here.
role-elsewhere = You do something in { $name }, too. Go there to read about it.
role-mentee = You are { -mentee(form: "a") }. Somebody is beside you who has been there too.
role-mentee-duties = What you do: You meet at your own pace. You say what you want to talk about. You decide what you share.
role-mentee-limits = You do not have to explain yourself. You do not have to go on. You can ask for somebody else.
role-mentor = You are { -mentor(form: "a") }. You are beside somebody. You know what it is like.
role-mentor-duties = What you do: You meet. You listen. You share what helped you. You keep things private.
role-mentor-limits = You are not a nurse. You do not lend money. You do not have to answer day and night. Are you worried about somebody? Tell { -coordinator(form: "a") } the same day.
role-volunteer = You are { -volunteer(form: "a") }. You help things to happen.
role-volunteer-duties = What you do: You do what you agreed to do.
role-volunteer-limits = You do not have to do more. You can say no.
role-coordinator = You are { -coordinator(form: "a") }. You bring people together.
role-coordinator-duties = What you do: You talk with everybody who comes. You help { -pair(form: "many") }. You are there for worries.
role-coordinator-limits = You cannot read people's own notes. You do not have to carry worries alone.
role-referrer = You tell people about this place.
role-referrer-duties = What you do: You ask people first. Then you tell us about them.
role-referrer-limits = What people say here stays here.
role-ask = You can ask this person:

## What do you know about me?

kept-title = This is all we know about you.
kept-account = { $count ->
    [one] Your account in this chat app. I need it to answer you. Nobody else here sees it.
   *[other] Your accounts in { $count } chat apps. I need them to answer you. Nobody else here sees them.
  }
kept-no-account = No account in a chat app.
kept-held = That you asked. That you are too young for this part now. Nothing else.
kept-arriving = That you came, and the date. I keep nothing about you until you say yes.
kept-name = Your name here: { $name }
kept-zone = Your place: { $zone }
kept-agreed = You are old enough for this part. You said yes, and on which day.
kept-situation = What brought you here. It is locked. You said:
kept-source = How you came here. A poster has a number. We only count it.
kept-choices = Your choices. You can change them in Settings:
kept-nudges-on = Hearing from me: on. Every { $days ->
    [one] day
   *[other] { $days } days
  } at the most.
kept-nudges-off = Hearing from me: off. I do not write first.
kept-nudges-muted = You asked me not to nudge you for a while.
kept-by-phone = You like a phone call more than a message.
kept-paused = You are having a break, and for how long.
kept-stopped = You asked me to stop, and on which day.
kept-with-others = You and other people. You can change this with the buttons below:
kept-roles = { $count ->
    [0] No role yet.
    [one] Your role here. The day it began.
   *[other] Your { $count } roles here. The days they began.
  }
kept-partner = You and { $name } are { -pair(form: "a") }. They see your name and your { -meeting(form: "many") } together. They see what you share.
kept-rhythm = How often you two want to meet. The day of your last { -meeting }.
kept-ended-pairs = { $count ->
    [one] { $count } { -pair } that has ended.
   *[other] { $count } { -pair(form: "many") } that have ended.
  }
kept-free = { $count ->
    [0] No free times
    [one] { $count } free time
   *[other] { $count } free times
  } and { $different ->
    [0] no days
    [one] { $different } day
   *[other] { $different } days
  } that are different. The other person sees times that suit both.
kept-meetings = { $count ->
    [0] No { -meeting(form: "many") } yet.
    [one] { $count } { -meeting }. When it is, how long, and where or by phone. What you both said about it.
   *[other] { $count } { -meeting(form: "many") }. When they are, how long, and where or by phone. What you both said about them.
  }
kept-series = { $count ->
    [one] { $count } plan to meet again and again.
   *[other] { $count } plans to meet again and again.
  }
kept-places = { $count ->
    [one] { $count } place, link or phone number from you. It is locked. The other person sees it.
   *[other] { $count } places, links or phone numbers from you. They are locked. The other person sees them.
  }
kept-reasons = { $count ->
    [one] { $count } reason you gave for cancelling. It is locked. Nobody else is shown it.
   *[other] { $count } reasons you gave for cancelling. They are locked. Nobody else is shown them.
  }
kept-supporters = { $count ->
    [one] { $count } person who helps you, or a code for one.
   *[other] { $count } people who help you, or codes for them.
  }
kept-supporting = { $count ->
    [one] { $count } person you help.
   *[other] { $count } people you help.
  }
kept-ended-support = { $count ->
    [one] { $count } time of helping that has ended.
   *[other] { $count } times of helping that have ended.
  }
kept-coordinator = { -coordinator(form: "A") } sees your name and your { -meeting(form: "many") }. They cannot read your own notes.
kept-writing = Your own notes. You can read, change, share and delete them:
kept-reflections = { $count ->
    [0] No { -reflection(form: "many") } yet.
    [one] { $count } { -reflection }. It is locked. Only you can read it.
   *[other] { $count } { -reflection(form: "many") }. They are locked. Only you can read them.
  }
kept-shared = { $count ->
    [0] You have shared none of them.
   *[other] You have shared { $count } of them. You can take that back.
  }
kept-drafts = { $count ->
    [one] { $count } thing you started. It is locked.
   *[other] { $count } things you started. They are locked.
  }
kept-happened = What happened, and when. None of your words are in it:
kept-nudges = { $count ->
    [one] I wrote to you first { $count } time. I know why.
   *[other] I wrote to you first { $count } times. I know why.
  }
kept-tasks = { $count ->
    [one] { $count } thing for { -coordinator(form: "a") } to do for you. For example, to ring you.
   *[other] { $count } things for { -coordinator(form: "a") } to do for you. For example, to ring you.
  }
kept-journal = { $count ->
    [one] { $count } line in the list of what happened.
   *[other] { $count } lines in the list of what happened.
  }
kept-messages = Which messages I sent you and will send you. I forget old ones.
kept-chat-company = The company that makes this chat app keeps this chat too. It has its own rules.
kept-sealed = Your own notes are locked with your own key.
kept-delete = You can change most of it. You can get a copy. You can delete it all. You can also ask:
button-my-free-times = My free times

## Somebody who helps (a supporter).

supporter-code-is = Your code: { $code }. It works one time. It works for one day.
supporter-code-how = Give it to the person who will help you. They open this chat app. They go to Settings and My helpers. They press "I have a code".
supporter-will-see = They will see your name and your { -meeting(form: "many") }. They can book and change them for you.
supporter-will-not-see = They will not see your own notes. They will not see your settings.
supporter-you-decide = People can see that you had help. You can end this at any time. Go to My helpers.
supporter-asks-you = { $known ->
    [yes] { $name } asks for your help here. Do you want to help?
   *[no] Somebody asks for your help here. Do you want to help?
  }
supporter-you-will-see = You would see their name and their { -meeting(form: "many") }. You could book and change them.
supporter-you-will-not-see = You would not see their own notes. People can see that you helped. You can both end it at any time.
supporter-wants-to = { $known ->
    [yes] { $name } wants to help you here. They have your code. Is that OK?
   *[no] Somebody wants to help you here. They have your code. Is that OK?
  }
supporter-waits-for-yes = Thank you. I am asking them now. They need to say yes too.
supporter-ended = That has ended.
supporter-link-later = You opened a link to help somebody. Please answer some questions first. Then open the link again.
supporter-code-not-known = That code does not work. Maybe it is used or too old. Please ask for a new one.
supporter-code-not-a-code = That is not a code. A code looks like this: 4H7K-2MNP.
supporter-code-too-many = That was a lot of codes. Please wait ten minutes.
supporter-code-own = This is your own code. Give it to the person who will help you.
supporter-only-adults = Only adults can be helpers here.
supporter-already = You help this person already. Or they asked you already. Look in My helpers.
supporter-same-pair = You two meet here. Somebody else needs to be the helper.
supporter-cannot-act = You cannot help this person now.
ask-supporter-code = Please write the code.
supporters-title = Somebody can help you with your { -meeting(form: "many") }. You both need to say yes.
supporters-none = Nobody helps you here now. You help nobody now.
supporters-helps-you = { $known ->
    [yes] { $name } helps you.
   *[no] Somebody helps you.
  }
supporters-code-open = There is a code. It is not used yet.
supporters-you-help = { $known ->
    [yes] You help { $name }.
   *[no] You help somebody.
  }
supporters-waiting = { $known ->
    [yes] You said yes to { $name }. Now they need to say yes.
   *[no] You said yes. Now they need to say yes.
  }
button-invite-supporter = Make a code for a helper
button-have-code = I have a code
button-end-code = End this code
button-end-supporter = { $known ->
    [yes] { $name }: stop helping me
   *[no] End this
  }
button-end-helping = { $known ->
    [yes] Stop helping { $name }
   *[no] Stop helping
  }
button-act-for = { $known ->
    [yes] Help { $name } now
   *[no] Help now
  }
button-act-for-self = Back to my own

kept-answers = What you answered on the way in, locked. { -coordinator(form: "A") } reads it. You can stop that in "What may be kept".
kept-passed-on = { $count ->
    [one] One message
   *[other] { $count } messages
  } between you and your match. They are locked. They go after a month. Nobody else reads them. If you report one, a coordinator reads that one.
kept-letters = { $count ->
    [one] One message
   *[other] { $count } messages
  } between you and a coordinator. They are locked.

## The short notice: at the start, and whenever somebody asks. The long one is behind it.

notice-kept = I keep your name, your times and what you write.
notice-sees = Your own notes are only for you. You can share them. { -coordinator(form: "A") } reads what you answer on the way in, if you say yes.
notice-chat-company = The company that makes this chat app can read this chat.
notice-limits = What you say is private. But people must speak up about serious harm. A child or an adult at risk too. Terrorism too. Or when a court asks.
notice-yours = You can see it, change it or delete it. On any day.
button-notice = Who sees what? The short version

## Several programmes in one place.

home-programme = This is { $name }.
button-programmes = Other { -programme(form: "many") }
programmes-title = These { -programme(form: "many") } are here:
programmes-this-one = { $name }: we talk about this one here.
programmes-in-it = { $name }: you are in this one too.
programmes-there-is = { $name }
button-turn-to = Go to { $name }
programme-not-open = There is no such { -programme } now.
