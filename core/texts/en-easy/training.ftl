### Training: what is done and to come, meetings at which it is taught, and a short way in for those who are supported.

training-day = { $withYear ->
    [yes] { $day } { $month } { $year }
   *[no] { $day } { $month }
  }

## For coordinators.

training-recorded-said = Done. It is on record.
training-no-check = This { -programme } asks for no check.
training-no-name = Say what it is called.
training-no-modules = This { -programme } has no training.
training-no-module = There is no such part of the training. There is: { $codes }.
training-not-done-yet = That day is still to come. Choose an earlier day.
training-ends-before = It cannot end before it was done.
training-unknown = There is nothing with that id.
training-meeting-unknown = There is no such training meeting.
training-not-yours = That is not open to you here. Your { -coordinator } can help.
training-past = That time is over. Choose a later time.
training-planned-said = { $count ->
    [0] It is planned. Nobody needs it just now.
    [one] It is planned. One person is told.
   *[other] It is planned. { $count } people are told.
  }
training-cancelled-said = { $count ->
    [0] It will not take place. Nobody had a place yet.
    [one] It will not take place. One person is told.
   *[other] It will not take place. { $count } people are told.
  }
training-held-already = It has taken place already.
training-is-cancelled = This training meeting will not take place.
training-not-begun = It has not begun yet. Say who came later.
training-register-said = Thank you. You can still change it.
training-register-title = Who came?
training-register-how = Press a name. Press again to change it.
training-register-nobody = Nobody had a place.
training-register-none = There is nothing to do here.
training-register-which = For which meeting?
training-mark = { $mark ->
    [came] ✓ { $name }: came
    [did-not-come] ✗ { $name }: did not come
   *[booked] { $name }
  }
board-training-register = { $n }. A training meeting is over. Please say who came. { board-since }
board-training-ended = { $n }. A part of the training of { board-name } has ended. They get nobody new until it is done again. Whoever they meet goes on. { board-since }
board-button-training = { $n } · Say who came

training-plan-title = Plan a training meeting
training-plan-what = What is it about?
training-plan-all = All of it
training-plan-time-not-read = I could not read that time. Write it like "Thursday 3 December 6 pm".
training-plan-number = Write a number from { $least } to { $most }.
training-plan-where = Where is it? Everybody who can come reads this.
training-plan-places = How many places are there?
training-nothing-to-plan = There is no training to plan here.

## For everybody who takes part.

button-my-training = My training
training-no-role = You have no role here yet.
training-done = Done: { $what }.
training-no-longer = You also did { $what }. You do not need it here now. It stays on your record.
training-missing = Still to come: { $what }.
training-ending = Do this again before { training-day }: { $what }.
training-check-missing = We still need your check ({ $check }). Your { -coordinator } helps you.
training-check-until = Your check ({ $check }) is good until { training-day }.
training-complete = You have everything you need.
training-as-learner = You are learning to be { -mentor(form: "a") }.
training-as-volunteer = You are a trained { -volunteer }. You have nobody to support yet.
training-as-mentor = You are { -mentor(form: "a") }. You support somebody.
training-to-lead = To lead { -group(form: "a") } you also need: { $what }.
training-to-book = You can get a place here:
training-see-meeting = { $day } { $month }, { $time } · { $what }
button-log-training = Note a course
button-training-record = My record as a file

training-news-planned = There is a training meeting. It may be for you.
training-news-booked = You have a place. Thank you.
training-news-given-back = Somebody else can have your place now. Thank you.
training-news-reminder = This is soon. You have a place.
training-news-cancelled = A training meeting will not take place. We are sorry. There will be another one.
training-meeting-what = Training: { $what }
training-meeting-long = It takes { $minutes } minutes.
training-meeting-where = Where:
training-over = You can no longer change this.
training-full = There is no place left. You can ask your { -coordinator } for another day.
training-place-yours = You have a place.
training-places-left = { $left ->
    [one] There is one place left.
   *[other] There are { $left } places left.
  }
button-book-training = Get a place
button-give-back-training = I cannot come

training-ends-soon = { $what }: please do this again before { training-day }.
training-has-ended = { $what }: please do this again.
training-ends-how = You can get a place at a meeting. Your { -coordinator } can help.
training-ends-check = Your { -coordinator } helps you with it.
training-ends-goes-on = You can go on meeting whoever you meet now.

after-training = How are you now, after the training?
after-training-private = Only you see this. We do not keep your answer.
after-training-fine = Good to hear. Thank you for coming.
after-training-hard = Thank you for saying so. It can be a lot. Talking to somebody can help.
button-training-fine = I am all right
button-training-hard = It was a lot
button-training-talk = Talk to somebody

training-log-title = Note a course
training-log-kind = What do you want to note?
training-kind-course = A course I did
training-kind-qualification = A qualification I have
training-kind-interest = Something I want to learn
training-log-what = What is it called?
training-log-interest = What do you want to learn?
training-log-who-sees = You and your { -coordinator } can see it.
training-log-issuer = Who gave it? You can skip this.
training-log-when = When was it? A year is enough, such as "2024".
training-log-today = Today
training-log-day-not-read = I could not read that day. Write it like "1 May 2024" or "2024".
training-noted = It is noted.
training-noted-done = { $what }, { training-day }
training-noted-by = { $what }, by { $issuer }, { training-day }
training-noted-interest = You want to learn: { $what }

training-file = Here is your training as a file. You can show it to whoever you like.
training-file-what = It says nothing about the people you support.

## A short way in for those who are supported.

button-induction = What to expect
button-induction-read = I have read this
induction-read = Thank you. You can read it again. Write "what to expect".
induction-purpose = You meet somebody who had a hard time too. They listen to you. You find your own way together.
induction-expect = Your { -mentor } is there for you when you meet. They are not a doctor. You can change a time. You can take a break. You can say no.
induction-boundaries = What you say stays between the two of you. Only if somebody may get hurt, we tell others. Please do not give or take money or gifts. If something feels wrong, you can tell somebody here.
induction-endings = One day it ends. That is all right. Both of you can end it at any time.
induction-ends-date = Here it goes on for about { $weeks } weeks.
induction-ends-review = About every { $weeks } weeks you talk about whether it still helps.
induction-ends-milestone = It goes on until you are where you wanted to be.
induction-ends-open = It goes on for as long as it helps.
induction-endings-more = We tell you early. Somebody here is there for you after that too.

# Some of the training, sent again when somebody is supervised.
training-again = Here is a part of your training again. It is good to read it now and then. You can talk about it in your supervision.
training-again-link = There is more here, from your { -programme }:
training-again-thanks = Thank you. It is on your training record.
training-read-last = You read { $what } again: { training-day }.
button-training-again-read = I have read it

## What the training gave them
button-survey = What it gave me
survey-title = What the training gave you
survey-why = I have a few questions. You can skip each one. Other people only see how many said yes. They can read your own words, but not your name.
survey-skills = Did you get new skills?
survey-confidence = Do you feel more sure of yourself now?
survey-learned = Did you learn something new?
survey-prepared = Do you feel ready to help somebody?
survey-more = Would you like more training?
survey-yes = Yes
survey-partly = A bit
survey-no = No
survey-words = Would you like to add something?
survey-said = Thank you. This helps us to make it better.
survey-not-yours = I cannot find that training any more.
