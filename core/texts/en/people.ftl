## The welcome: three plain sentences, then what is kept, who sees it, and where confidentiality ends.

welcome-hello = Hello. This is a place to find somebody who has been there too, and to meet and talk with them.
welcome-hello-from = Hello. This is { $name }: a place to find somebody who has been there too, and to meet and talk with them.
welcome-people = It is people who help here: { -mentor(form: "many") } who know such times from their own lives, and { -coordinator(form: "a") } who brings people together.
welcome-not-a-machine = I am only a program. I help with times and reminders, and I never pretend to be a person.

button-easy-read = Easy Read
button-plain-english = Plain English
sees-you = You see everything that is kept about you. Write "know" to see it.
sees-partner = Your { -mentor } or { -mentee } sees the name you choose, your { -meeting(form: "many") } together, and anything you share with them. They never see your phone number or your account.
sees-coordinator = { -coordinator(form: "A") } sees your name, what you do here and your { -meeting(form: "many") }, and anything you share with them. They cannot read what you write only for yourself.
sees-answers = If you answer on the way in what a { -programme } asks, { -coordinator(form: "a") } reads that. You are asked first, and you can take it back.
sees-chat-company = The company behind this chat app can read what you type and what I answer. Please leave out anything that they must not see.
sees-nobody-else = Nobody else sees it. It is not sold and not used for adverts.
limits-rule = Confidentiality ends where somebody may be seriously harmed, where a child or an adult is at risk, where terrorism is planned, or where a court orders it. Then people here have to tell those who can help.
limits-who = Whenever possible they talk with you first. I pass nothing on by myself.

## The first questions.

ask-which-programme = Which of these is it about? You can turn to another at any time.
which-programme-not-sure = I am not sure
ask-adult = First of all: are you { $age } or over?
ask-agree = Is it all right if I keep what you tell me here, so that people can find somebody for you?
agree-yes = Yes, I agree
ask-name = What name should others see? A first name is enough, and it can be any name you like.
ask-zone = Where are you, for the right time? Choose, or write the name of a city near you.
zone-choice = { $place } (it is { $time } there)
zone-which = Is it one of these? If not, write the name of a bigger city near you.
zone-not-known = I do not know that place. Please write the name of a bigger city near you.
ask-language = How should I write to you?
language-en = Plain English
language-en-easy = Easy Read: shorter and simpler
ask-quiet = When should I be quiet? In these hours I do not write to you first. Choose, or write something like "10pm to 8am".
quiet-nine-to-eight = 9 pm to 8 am
quiet-ten-to-seven = 10 pm to 7 am
quiet-none = No quiet hours
quiet-not-understood = I could not read that as times. Please write it like this: 10pm to 8am.
ask-situation = What brings you here? Choose what fits best, or write it in your own words. You can skip this.
ask-situation-kept = It is sealed and nothing follows from it. No diagnosis is needed here.
situation-support-somebody = I look after or support somebody
situation-illness = I live with an illness or have little energy
situation-recovery = I am in recovery
situation-work = I am looking for work
situation-alone = I am on my own a lot
situation-other = Something else
situation-rather-not-say = I would rather not say

name-needs-a-letter = A name needs at least one letter, so that everybody can read it out. You can put the picture beside it.
name-too-long = That is a little long for a name. Please keep it to { $most } letters.
name-one-line = Please write the name on one line.
name-no-mention = Please write the name without the @ sign, so that it calls nobody by mistake.
name-no-link = That reads like a web address. Please write the name with a space after each dot, or without dots.
name-plain = There is a sign in that name that I cannot show to others. Letters, spaces and hyphens are fine.
joined-already = You are in already. You can change things in your settings.

## Under the programme's adult age.

held-thanks = Thank you for asking. This part is for people who are { $age } or over, but there is help for you too.
held-next = { -coordinator(form: "A") } now knows that somebody asked. You can also talk to a person here:
held-kept = I have kept only that you asked. If you pressed the wrong button, tell the person above.

## Not now, and stop.

goodbye-fine = That is fine. I have kept nothing more, and I will not write to you.
goodbye-kept = You can come back whenever you like. If you would rather talk to a person:
button-begin-after-all = Begin after all
stopped-done = I have stopped. I will not write to you any more, unless you write to me.
stopped-meetings = { $count ->
    [one] You still have { $count } { -meeting } coming up. It stands until you cancel it.
   *[other] You still have { $count } { -meeting(form: "many") } coming up. They stand until you cancel them.
  }
stopped-contact = You can start again at any time. If you would rather talk to a person, or would like all of it deleted:
stopped-not-kept = I have not kept that, because you asked me to stop. Press Start again if you would like me to keep what you write.
stopped-person = If you would rather talk to a person:
button-cancel-my-meetings = Cancel my { -meeting(form: "many") }

## Settings.

settings-title = Your settings. Press what you would like to change.
settings-name = Name others see: { $name }
settings-zone = Your time: { $zone }, where it is { $time } now
settings-language-en = Language: plain English
settings-language-en-easy = Language: Easy Read
settings-quiet = Quiet hours: { $from } to { $to }
settings-quiet-none = Quiet hours: none
settings-discreet-on = Private previews: on. What may show on a locked screen says nothing about this place.
settings-discreet-off = Private previews: off. What shows on a locked screen may say what it is about.
settings-energy-on = Energy check: on. On the day of { -meeting(form: "a") } I ask how much energy there is.
settings-energy-off = Energy check: off.
reminders-day-and-hours = Reminders: a day before and two hours before
reminders-day = Reminders: a day before
reminders-hours = Reminders: two hours before
reminders-week-day-hours = Reminders: a week, a day and two hours before
reminders-none = Reminders: none
reminders-own = { $count ->
    [one] Reminders: { $count } before each { -meeting }
   *[other] Reminders: { $count } before each { -meeting }
  }
ask-reminders = When should I remind you of { -meeting(form: "a") }?
button-change-name = Name
button-change-zone = Place and time
button-change-quiet = Quiet hours
button-change-reminders = Reminders
button-discreet-on = Private previews on
button-discreet-off = Private previews off
button-energy-on = Energy check on
button-energy-off = Energy check off
button-my-nudges = Hearing from me
button-my-supporters = My helpers
button-pause = Have a break
button-what-is-kept = What is kept about me
button-stop = Stop writing to me

## A break.

pause-offer = You can have a break for as long as you need. I will not write to you first.
pause-keeps = Your place, your { -pair } and all you wrote stay just as they are.
pause-a-day = A day
pause-a-week = A week
pause-two-weeks = Two weeks
pause-until-i-say = Until I say
paused-until = You are having a break until { $weekday } { $day } { $month }, { $time }.
paused-open = You are having a break until you say otherwise.
paused-meetings = { -meeting(form: "Many") } that are booked still stand. You can change them.
button-end-pause = End my break
pause-over = Your break has come to its end, as you chose.
pause-over-slowly = There is no rush. You can rest for longer if you like.
button-rest-longer = Rest for longer

## What is my role?

role-none-yet = You do not have a role here yet. { -coordinator(form: "A") } talks with you first, and then you decide together.
button-as-mentor = As { -mentor(form: "a") }
button-as-mentee = As { -mentee(form: "a") }
view-is-mentor = What you see here is yours as { -mentor(form: "a") }.
view-is-mentee = What you see here is yours as { -mentee(form: "a") }.
role-more-than-one = You do more than one thing here. Each is kept apart.
role-elsewhere = In { $name } you do something, too. It is kept apart: go there to read of it.
role-mentee = You are { -mentee(form: "a") } here: you have somebody beside you who has been there too.
role-mentee-duties = What you do: meet at your own pace, say what you would like to talk about, and say when a time does not suit you. You decide what you share.
role-mentee-limits = What you do not have to do: explain yourself, get better, or carry on if it is not right for you. You can ask for somebody else.
role-mentor = You are { -mentor(form: "a") } here: you are beside somebody who is going through what you know.
role-mentor-duties = What you do: meet at the times you agree, listen, share what helped you, and keep confidential what you hear.
role-mentor-limits = Where it ends: you are not a nurse, a therapist or an adviser, you lend no money, and you are not on call. If you are worried about somebody's safety, tell { -coordinator(form: "a") } the same day.
role-volunteer = You are { -volunteer(form: "a") } here: you help things to happen.
role-volunteer-duties = What you do: the tasks you agreed to, at the times that suit you.
role-volunteer-limits = Where it ends: you do not have to do more than you agreed to, and you can say no.
role-coordinator = You are { -coordinator(form: "a") } here: you bring people together and look after { -pair(form: "many") }.
role-coordinator-duties = What you do: talk with everybody who comes, bring { -pair(form: "many") } together, and be there when somebody is worried.
role-coordinator-limits = Where it ends: you cannot read what people write only for themselves, and you do not have to carry worries alone.
role-referrer = You send people here who may find it useful.
role-referrer-duties = What you do: tell people about this place, and ask them first before you tell us about them.
role-referrer-limits = Where it ends: what is said here afterwards stays here. You hear only what the person wants you to hear.
role-ask = Whom to ask:

## What do you know about me?

kept-title = This is everything that is kept about you.
kept-account = { $count ->
    [one] Your account in this chat app, so that I can answer you, and whether my messages reach you. Nobody else here sees it.
   *[other] Your accounts in { $count } chat apps, so that I can answer you, and whether my messages reach you. Nobody else here sees them.
  }
kept-no-account = No account in a chat app.
kept-held = That you asked, and that you are not old enough yet for this part. Nothing else.
kept-arriving = That you came, and when. I keep nothing of yourself until you agree.
kept-name = The name others see: { $name }
kept-zone = Your time: { $zone }
kept-agreed = That you are old enough for this part, that you agreed, and when.
kept-situation = What brought you here, sealed, as you put it:
kept-source = How you came here, such as the number of a poster. It is only counted.
kept-choices = What you chose. You can change it in Settings and under "Hearing from me":
kept-nudges-on = Hearing from me: on, every { $days ->
    [one] day
   *[other] { $days } days
  } at the most.
kept-nudges-off = Hearing from me: off. I do not write first.
kept-nudges-muted = That you asked me not to nudge you for a while, and until when.
kept-by-phone = That you would rather be rung than written to.
kept-paused = That you are having a break, and until when.
kept-stopped = That you asked me to stop, and when.
kept-with-others = You and others. You can see and change it under "My { -meeting(form: "many") }", "My free times" and "My helpers":
kept-roles = { $count ->
    [0] No role so far.
    [one] Your role here, and since when.
   *[other] Your { $count } roles here, and since when.
  }
kept-partner = That you and { $name } are { -pair(form: "a") }. They see your name, your { -meeting(form: "many") } together and what you share with them.
kept-rhythm = How often you two agreed to meet, and when you last met.
kept-ended-pairs = { $count ->
    [one] { $count } { -pair } that has ended, and when.
   *[other] { $count } { -pair(form: "many") } that have ended, and when.
  }
kept-free = { $count ->
    [0] No free times in the week
    [one] { $count } free time in the week
   *[other] { $count } free times in the week
  }, and { $different ->
    [0] no days
    [one] { $different } day
   *[other] { $different } days
  } that you said are different. Times that suit both are shown to the other one.
kept-meetings = { $count ->
    [0] No { -meeting(form: "many") } so far.
    [one] { $count } { -meeting }: when, how long, by phone, by text or in person, who asked for it, and what each of you said before and afterwards.
   *[other] { $count } { -meeting(form: "many") }: when, how long, by phone, by text or in person, who asked for them, and what each of you said before and afterwards.
  }
kept-series = { $count ->
    [one] { $count } plan to meet again and again.
   *[other] { $count } plans to meet again and again.
  }
kept-places = { $count ->
    [one] { $count } place, link or phone number that you wrote for { -meeting(form: "a") }, sealed. The other one of you sees it.
   *[other] { $count } places, links or phone numbers that you wrote for { -meeting(form: "many") }, sealed. The other one of you sees them.
  }
kept-reasons = { $count ->
    [one] { $count } reason that you gave for cancelling, sealed. It is shown to nobody else.
   *[other] { $count } reasons that you gave for cancelling, sealed. They are shown to nobody else.
  }
kept-supporters = { $count ->
    [one] { $count } person whom you let help you with { -meeting(form: "many") }, or a code for one.
   *[other] { $count } people whom you let help you with { -meeting(form: "many") }, or codes for them.
  }
kept-supporting = { $count ->
    [one] { $count } person whom you help.
   *[other] { $count } people whom you help.
  }
kept-ended-support = { $count ->
    [one] { $count } time of helping or being helped that has ended.
   *[other] { $count } times of helping or being helped that have ended.
  }
kept-coordinator = { -coordinator(form: "A") } sees your name, what you do here and your { -meeting(form: "many") }. They cannot read what you write only for yourself.
kept-writing = What you write. You can read, change, share and delete it under "My { -reflection(form: "many") }":
kept-reflections = { $count ->
    [0] No { -reflection(form: "many") } so far.
    [one] { $count } { -reflection }, sealed. Only you can read it unless you share it.
   *[other] { $count } { -reflection(form: "many") }, sealed. Only you can read them unless you share them.
  }
kept-shared = { $count ->
    [0] You have shared none of them.
   *[other] You have shared { $count } of them. You can take that back.
  }
kept-drafts = { $count ->
    [one] { $count } thing you began and have not finished, sealed.
   *[other] { $count } things you began and have not finished, sealed.
  }
kept-happened = What has happened, in codes and times, with none of your words:
kept-nudges = { $count ->
    [one] { $count } time that I wrote to you first, and why.
   *[other] { $count } times that I wrote to you first, and why.
  }
kept-tasks = { $count ->
    [one] { $count } thing for { -coordinator(form: "a") } to do about you, such as saying hello or ringing you.
   *[other] { $count } things for { -coordinator(form: "a") } to do about you, such as saying hello or ringing you.
  }
kept-journal = { $count ->
    [one] { $count } line in the list of what happened and when.
   *[other] { $count } lines in the list of what happened and when.
  }
kept-messages = Which messages I sent you and have still to send, such as reminders. What was sent is forgotten after a while.
kept-chat-company = The company behind this chat app keeps its own copy of this chat, by its own rules.
kept-sealed = What you write for yourself is locked with a key of your own before it is stored.
kept-delete = You can change most of it with the buttons below, get a copy of all of it, or have all of it deleted. If you would rather ask a person:
button-my-free-times = My free times

## Somebody who helps (a supporter).

supporter-code-is = Your code: { $code }. It works once, for one day.
supporter-code-how = Give it to the one person who is going to help you. They open me in their own app, go to Settings, My helpers, and press "I have a code".
supporter-will-see = They will see your name and your { -meeting(form: "many") }, and can book, move and cancel them beside you.
supporter-will-not-see = They will not see what you write for yourself, your settings, or what brought you here.
supporter-you-decide = What they do is marked "arranged with help". You can end it at any time, in My helpers.
supporter-asks-you = { $known ->
    [yes] { $name } asks you to act beside them here. Will you?
   *[no] Somebody asks you to act beside them here. Will you?
  }
supporter-you-will-see = You would see their name and their { -meeting(form: "many") }, and could book, move and cancel them with them.
supporter-you-will-not-see = You would not see what they write for themself. What you do is marked "arranged with help". Either of you can end it at any time.
supporter-wants-to = { $known ->
    [yes] { $name } would like to act beside you here, with your code. Is that right?
   *[no] Somebody would like to act beside you here, with your code. Is that right?
  }
supporter-waits-for-yes = Thank you. I am asking them now. It begins when they say yes.
supporter-ended = That has ended. Nobody acts beside anybody any more there.
supporter-link-later = You opened a link to help somebody. Please answer a few questions first. Then open the link once more.
supporter-code-not-known = That code is not right, or it has been used, or its day is over. Please ask for a new one.
supporter-code-not-a-code = That does not look like a code. It has eight letters and numbers, like this: 4H7K-2MNP.
supporter-code-too-many = That was a lot of codes. Please wait ten minutes and ask for the right one.
supporter-code-own = This is your own code. It is for the person who is going to help you.
supporter-only-adults = Helpers have to be old enough for this { -programme }.
supporter-already = You are helping this person already, or they have asked you already. Look in My helpers.
supporter-same-pair = You two meet here as { -pair(form: "a") }, so somebody else needs to be the helper.
supporter-cannot-act = You cannot act for this person just now.
ask-supporter-code = Please write the code you were given.
supporters-title = Somebody you trust can help you with your { -meeting(form: "many") } here. It needs a yes from both of you.
supporters-none = Nobody helps you here so far, and you help nobody.
supporters-helps-you = { $known ->
    [yes] { $name } helps you.
   *[no] Somebody helps you.
  }
supporters-code-open = There is a code that nobody has finished using yet.
supporters-you-help = { $known ->
    [yes] You help { $name }.
   *[no] You help somebody.
  }
supporters-waiting = { $known ->
    [yes] You have said yes to { $name }. It begins when they say yes too.
   *[no] You have said yes. It begins when they say yes too.
  }
button-invite-supporter = Make a code for a helper
button-have-code = I have a code
button-end-code = End this code
button-end-supporter = { $known ->
    [yes] End the help of { $name }
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

kept-answers = What you answered on the way in, locked. { -coordinator(form: "A") } reads it. You can stop that under "What may be kept".
kept-passed-on = { $count ->
    [one] One message
   *[other] { $count } messages
  } between you and the person you are matched with, locked, for a month. Nobody else reads them unless one of you reports one.
kept-letters = { $count ->
    [one] One message
   *[other] { $count } messages
  } between you and a coordinator, locked.

## The short notice: at the start, and whenever somebody asks. The long one is behind it.

notice-kept = I keep your name, your times, your { -meeting(form: "many") } and what you write.
notice-sees = What you write for yourself is for you alone, unless you share it. What you answer on the way in is read by { -coordinator(form: "a") }, if you say yes to that.
notice-chat-company = The company behind this chat app can read what is typed here.
notice-limits = People here keep what you say to themselves, except when somebody may be seriously harmed, a child or an adult is at risk, terrorism is planned, or a court orders it.
notice-yours = You can see, change or delete all of it on any day.
button-notice = The short version of who sees what

## Several programmes in one place.

home-programme = This is { $name }.
button-programmes = Other { -programme(form: "many") }
programmes-title = These { -programme(form: "many") } are here:
programmes-this-one = { $name }: the one we speak of here.
programmes-in-it = { $name }: you are in this one too.
programmes-there-is = { $name }
button-turn-to = Go to { $name }
programme-not-open = There is no such { -programme } just now.
