## What the bot says wherever somebody is.

please-choose = Please choose one of the buttons below.
nothing-written = That message was empty. Please write something.
too-long = That is too long for me. Please send parts of up to { $most } characters.
only-in-private = Please write to me in a private chat. I do not talk about anybody's { -meeting(form: "many") } here.
supporter-may-not = This part is private. Only the person can see it.

# Help, and people to talk to: one tap away everywhere.
button-who = Who can I talk to?
button-continue = Continue
button-who-sees = Who sees what?
button-my-meetings = My { -meeting(form: "many") }
button-reflect = Write { -reflection(form: "a") }
button-my-reflections = My { -reflection(form: "many") }
button-start-again = Start again

contact-person = You can talk to { $name }. Phone: { $phone }. Hours: { $hours }.
contact-email = Or send an email: { $email }.
contact-not-set = I do not have a phone number for you yet. In an emergency, call 999.
who-people = A person can help you. You can talk to this person.
who-danger = Is somebody in danger now? Call 999.

## Home.

home-hello = Hello.
home-hello-name = Hello { $name }.
home-joined = Thank you. You are in. { -coordinator(form: "A") } will talk to you soon.
home-unpaused = Welcome back. There is no rush.
home-started-again = Welcome back. I can write to you again.
home-forgotten = It is gone. I did not keep it.
home-paused = You are having a break. Nothing has changed.
home-waiting = You do not have { -mentor(form: "a") } yet. People choose who fits together. This can take some weeks.
home-waiting-people = You do not need to do anything. Do you want to ask? You can talk to a person:
home-your-mentor = Your { -mentor }: { $name }.
home-your-mentee = Your { -mentee }: { $name }.
home-arriving = I kept no answers. You can begin at any time.
home-held = { -coordinator(form: "A") } will help you now.
home-stopped = You asked me not to write. You can start again at any time.
helping = You are helping { $name }.
helping-somebody = You are helping somebody.
helping-what = You do this for them now. Others can see that you helped. You cannot see their own notes.

carry-on = Go on with what you started
carry-on-book-meeting = Go on with booking
carry-on-reflect = Go on writing

## When something cannot be understood or kept.

only-text-kind = Thank you. I can only keep text. I did not keep this.
only-text-instead = You can write it in a few words. Or you can talk to a person.
not-understood-try = Please use the buttons. Or write one word: "home", "book" or "help".
not-understood-kept = I do not know what to do with this. I put it in a safe place. Do you want to keep it as { -reflection(form: "a") }?
not-understood-private = Only you can read it.
button-keep-as-reflection = Keep it as { -reflection(form: "a") }
button-throw-away = Throw it away

## Friendly words, and low ones.

small-thanks = You are welcome.
small-bye = Goodbye. You can write to me at any time.
small-fine = All right. I am here.
small-low = I am sorry. This sounds hard. You are not alone.
small-low-people = I am only a computer program. People can listen, day and night. Press Help.

sheet-title = Questions
written-already = You wrote this already:
button-use-written = Yes, these words
button-write-here = Write it here
