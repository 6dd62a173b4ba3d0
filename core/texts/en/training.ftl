### Training: what is done and to come, meetings at which it is taught, and a short way in for those who are supported.

training-day = { $withYear ->
    [yes] { $day } { $month } { $year }
   *[no] { $day } { $month }
  }

## For coordinators.

training-recorded-said = Done. It is on record.
training-no-check = This { -programme } asks for no check, so there is nothing to put down.
training-no-name = Say what it is called.
training-no-modules = This { -programme } has no training modules.
training-no-module = There is no such module here. There is: { $codes }.
training-not-done-yet = That day is still to come. Choose a day that lies behind.
training-ends-before = It cannot end before it was done.
training-unknown = There is nothing with that id on record.
training-meeting-unknown = There is no such training meeting.
training-not-yours = That is not open to you here. Your { -coordinator } can help.
training-past = That time has passed. Choose one that is still to come.
training-planned-said = { $count ->
    [0] It is planned. Nobody needs it just now, so nobody was told.
    [one] It is planned. One person for whom it is still to come is told.
   *[other] It is planned. { $count } people for whom it is still to come are told.
  }
training-cancelled-said = { $count ->
    [0] It is called off. Nobody had a place yet.
    [one] It is called off. The one person who had a place is told.
   *[other] It is called off. The { $count } people who had a place are told.
  }
training-held-already = It has taken place already.
training-is-cancelled = This training meeting is called off.
training-not-begun = It has not begun yet. Say who came once it has.
training-register-said = Thank you. Who came is on record, and you can still put it right.
training-register-title = Who came?
training-register-how = Press a name: once for "came", twice for "did not come", three times to begin again.
training-register-nobody = Nobody had a place.
training-register-none = No training meeting is waiting for this.
training-register-which = For which meeting?
training-mark = { $mark ->
    [came] ✓ { $name }: came
    [did-not-come] ✗ { $name }: did not come
   *[booked] { $name }
  }
board-training-register = { $n }. A training meeting is over. Please say who came, so that it counts for them. { board-since }
board-training-ended = { $n }. A part of the training of { board-name } has ended. They are offered nobody new until it is done again. Whoever they meet already goes on. { board-since }
board-button-training = { $n } · Say who came

training-plan-title = Plan a training meeting
training-plan-what = What is it about?
training-plan-all = All of it
training-plan-time-not-read = I could not read that time. Write a day and an hour, such as "Thursday 3 December 6 pm".
training-plan-number = Write a whole number from { $least } to { $most }.
training-plan-where = Where is it? Everybody who can book a place reads this.
training-plan-places = How many places are there?
training-nothing-to-plan = There is no training to plan here.

## For everybody who takes part.

button-my-training = My training
training-no-role = You have no role here yet, so there is no training to show.
training-done = Done: { $what }.
training-no-longer = You also did { $what }, which is no longer part of this { -programme }. It stays on your record.
training-missing = Still to come: { $what }.
training-ending = To be done again before { training-day }: { $what }.
training-check-missing = Your check ({ $check }) has not been seen yet, or has ended. Your { -coordinator } helps you with it.
training-check-until = Your check ({ $check }) is good until { training-day }.
training-complete = You have everything that is needed.
training-as-learner = You are on the way to being { -mentor(form: "a") }.
training-as-volunteer = You are a trained { -volunteer }. Nobody has been matched with you yet.
training-as-mentor = You are { -mentor(form: "a") }, and there is somebody you support.
training-to-lead = To lead { -group(form: "a") } you would also need: { $what }.
training-to-book = You can book a place here:
training-see-meeting = { $day } { $month }, { $time } · { $what }
button-log-training = Note a course
button-training-record = My record as a file

training-news-planned = There is a training meeting that may be for you.
training-news-booked = You have a place. Thank you.
training-news-given-back = Your place is free again. Thank you for telling us.
training-news-reminder = This is coming up, and you have a place.
training-news-cancelled = A training meeting is called off. We are sorry. There will be another one.
training-meeting-what = Training: { $what }
training-meeting-long = It takes { $minutes } minutes.
training-meeting-where = Where:
training-over = Places can no longer be booked or given back.
training-full = Every place is taken just now. There may be another meeting; you can ask your { -coordinator }.
training-place-yours = You have a place.
training-places-left = { $left ->
    [one] One place is left.
   *[other] { $left } places are left.
  }
button-book-training = Book a place
button-give-back-training = I cannot come

training-ends-soon = { $what }: please do this again before { training-day }.
training-has-ended = { $what }: it is time to do this again.
training-ends-how = You can book a place at a meeting. Where there is none yet, your { -coordinator } will plan one.
training-ends-check = Your { -coordinator } helps you to renew it.
training-ends-goes-on = Whoever you meet already, you can go on meeting.

after-training = How are you now, after the training? Sometimes a story stays with you.
after-training-private = Only you see this, and your answer is not kept.
after-training-fine = Good to hear. Thank you for coming.
after-training-hard = Thank you for saying so. It can be a lot. You need not carry it alone, and talking to somebody can help.
button-training-fine = I am all right
button-training-hard = It was a lot
button-training-talk = Talk to somebody

training-log-title = Note a course
training-log-kind = What would you like to note?
training-kind-course = A course I did
training-kind-qualification = A qualification I have
training-kind-interest = Something I would like to learn
training-log-what = What is it called?
training-log-interest = What would you like to learn?
training-log-who-sees = You and your { -coordinator } can see it.
training-log-issuer = Who gave it? You can skip this.
training-log-when = When was it? A day, a month or a year is enough, such as "May 2024".
training-log-today = Today
training-log-day-not-read = I could not read that day. Write it like "1 May 2024", "May 2024" or "2024". It has to lie behind.
training-noted = It is noted.
training-noted-done = { $what }, { training-day }
training-noted-by = { $what }, by { $issuer }, { training-day }
training-noted-interest = You would like to learn: { $what }

training-file = Here is your record of training as a file. You can show it to whoever you like.
training-file-what = Nothing about the people you support is in it. Hours are of meetings of which one of you said that they happened.

## A short way in for those who are supported.

button-induction = What to expect
button-induction-read = I have read this
induction-read = Thank you. You can read it again at any time: write "what to expect".
induction-purpose = What this is for: you meet somebody who has been through something like it. They listen, and you find your own way together.
induction-expect = What you can expect: your { -mentor } is there for you at the times that the two of you agree. They are no doctor and no counsellor. You can change a time, take a break or say no, and need not say why.
induction-boundaries = Between the two of you: what you say stays between you, unless somebody may come to harm. You meet as { -mentor } and { -mentee }. Money, gifts and lifts are best left out. If something does not feel right, you can tell somebody here.
induction-endings = How it ends: every { -pair } comes to an end one day, and that is part of it. Either of you can end it at any time.
induction-ends-date = Here it goes on for about { $weeks } weeks.
induction-ends-review = Here you look together, about every { $weeks } weeks, whether it still helps.
induction-ends-milestone = Here it goes on until you are where you wanted to get to.
induction-ends-open = There is no fixed date. It goes on for as long as it helps.
induction-endings-more = You will hear of it in good time, and somebody here is there for you afterwards too.

# Some of the training, sent again when somebody is supervised.
training-again = A part of your training is worth another look now and then, because these things blur with time. Whatever comes up while you read, take it to your supervision.
training-again-link = There is more here, from your { -programme }:
training-again-thanks = Thank you. It stands on your training record.
training-read-last = You read { $what } again, last on { training-day }.
button-training-again-read = I have read it

## What the training gave them
button-survey = What it gave me
survey-title = What the training gave you
survey-why = A few questions, and you can skip each. People who run or pay for this see how many said what, once five or more have answered. Who runs it can read your own words, without your name.
survey-skills = Did it give you skills that you can use?
survey-confidence = Do you feel more confident now?
survey-learned = Did you learn something new?
survey-prepared = Do you feel ready to support somebody?
survey-more = Would you like more training?
survey-yes = Yes
survey-partly = In part
survey-no = No
survey-words = Would you like to add something, in your own words?
survey-said = Thank you. It helps to make the training better.
survey-not-yours = I cannot find that training any more.
