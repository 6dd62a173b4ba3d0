## What the bot says wherever somebody is.

please-choose = Please choose one of the buttons below.
nothing-written = There was nothing in that message. Please write a word or two.
too-long = That is longer than I can keep in one go. Please send it in parts of up to { $most } characters.
only-in-private = Please write to me in a private chat. I do not talk about anybody's { -meeting(form: "many") } here.
supporter-may-not = This part is private. Only the person themself can see it.

# Help, and people to talk to: one tap away everywhere.
button-who = Who can I talk to?
button-continue = Continue
button-who-sees = Who sees what?
button-my-meetings = My { -meeting(form: "many") }
button-reflect = Write { -reflection(form: "a") }
button-my-reflections = My { -reflection(form: "many") }
button-start-again = Start again

contact-person = { $name } is a person you can talk to. Phone: { $phone }. Hours: { $hours }.
contact-email = You can write an email too: { $email }.
contact-not-set = Whoever runs this has not told me yet how to reach them. In an emergency, call 999.
who-people = A person can help you better than I can. This is who to talk to.
who-danger = If somebody is in danger now, do not wait. Call 999.

## Home.

home-hello = Hello.
home-hello-name = Hello { $name }.
home-joined = Thank you. You are in, and we are glad you came. { -coordinator(form: "A") } will be in touch with you.
home-unpaused = Welcome back. Take it as slowly as you like.
home-started-again = Welcome back. I can write to you again.
home-forgotten = It is gone. I have not kept it.
home-paused = You are having a break. Everything is kept as it was.
home-waiting = You do not have { -mentor(form: "a") } or { -mentee(form: "a") } here yet. People choose who might fit together, so it can take some weeks.
home-waiting-people = You do not need to do anything. If you would like to ask how it is going, talk to a person:
home-your-mentor = Your { -mentor }: { $name }.
home-your-mentee = Your { -mentee }: { $name }.
home-arriving = I have not kept anything you answered. You can begin whenever you like.
home-held = { -coordinator(form: "A") } takes it from here.
home-stopped = You asked me not to write to you. You can start again at any time.
helping = You are helping { $name }.
helping-somebody = You are helping somebody.
helping-what = What you do now is done for them. It is marked as arranged with help. You cannot see what they write for themself.

carry-on = Carry on where you left off
carry-on-book-meeting = Carry on booking { -meeting(form: "a") }
carry-on-reflect = Carry on writing

## When something cannot be understood or kept.

only-text-kind = Thank you for sending that. I can only keep text, so I have not kept it.
only-text-instead = If you like, write it in a few words. If you would rather talk, a person is one tap away.
not-understood-try = You can use the buttons, or write a word such as "home", "book", "reflect" or "help".
not-understood-kept = I am not sure what to do with that, so I have put it somewhere safe for you. Would you like to keep it as { -reflection(form: "a") }?
not-understood-private = Only you can read it. Nobody reads along here.
button-keep-as-reflection = Keep it as { -reflection(form: "a") }
button-throw-away = Throw it away

## Friendly words, and low ones.

small-thanks = You are very welcome.
small-bye = Goodbye for now. You can write to me whenever you like.
small-fine = All right. I am here when you need me.
small-low = I am sorry that things feel so hard just now. It was good to say it, and you do not have to carry it alone.
small-low-people = I am only a program, and nobody reads along here. Press Help to see people who will listen, day and night.

sheet-title = A few questions
written-already = You have written this already:
button-use-written = Yes, these words
button-write-here = Write it here
