### Finding somebody: who may suit, asking, waiting.

match-not-waiting = You do not wait for { -mentor(form: "a") } now.
match-unknown = I cannot find that.
match-list = { $count ->
    [one] Here is somebody for you.
   *[other] Here are { $count } people for you.
  } You choose.
match-few = { $count ->
    [one] We are a small group. One person fits now.
   *[other] We are a small group. { $count } people fit now.
  } You can choose, or wait.
match-one = { $name } says:
match-no-words = { $name } has not written anything.
match-generic = · Their life is not like yours. That can be good too.
match-list-next = They read what you said yes to. They do not read your name. Then { -coordinator(form: "a") } says yes.
match-nobody-now = Nobody here fits just now.
match-no-others = There is nobody else just now.
match-no-fault = It is not because of you. New people come. I will tell you.
match-not-free = They are not free now.
match-one-at-a-time = You asked somebody. Please wait for the answer.
match-asked = Somebody wants you as { -mentor }. They say:
match-asked-unsaid = They do not want to write about themselves. Ask { -coordinator(form: "a") }.
match-asked-free = Yes or no is fine. Nobody asks why. You get the name later.
match-mentor-accepted = Thank you. { -coordinator(form: "A") } looks now.
match-mentor-declined = That is fine. They hear that you are not free now.
match-mentor-confirmed = You are a { -pair } now.
match-mentor-expired = Somebody asked for you. It is over now. That is fine.
match-mentor-over = This is over. Thank you.
match-over = This is over.
match-not-free-now = The person you asked is not free now.
match-not-free-next = It is not about you. You can see other people, wait, or talk to somebody.
match-with-people = { -coordinator(form: "A") } looks at your wish now.
match-is-asked = I am asking the person now.
match-is-asked-next = I will tell you the answer.
match-found = You have { -mentor(form: "a") } now.
match-choose = See who may be right for you. Or wait.
match-to-confirm = { $one } wants { $two } as { -mentor }. { $two } said yes.
match-is-drafted = { $one } and { $two } are in a draft. They do not know.
match-was-thought-of = Somebody thought of { $one } and { $two } together.
match-not-your-own = This is about you. Another { -coordinator } decides it.
match-has = { $count ->
    [0] { $name } has nobody yet.
    [one] { $name } has one { -mentee }.
   *[other] { $name } has { $count } { -mentee(form: "many") }.
  }
match-factor = { $says } { $points } of { $of }
match-factor-unknown = { $says } Not known.
match-generic-coordinator = They share no experience that we know of.
match-score = All: { $score } of { $of }
match-not-open = This is over.
match-confirmed-already = They are a { -pair } already.
match-mentee-not-waiting = This person does not wait any more.
match-set-aside = Done. Not these two again.
match-never-said = Done. You two are never put together. Nobody hears that you asked.
match-button-pick = Ask { $name }
match-button-not = Not { $name }
match-button-not-them = I know this person: no
match-button-others = Other people
match-button-again = The first ones again
match-button-wait = I want to wait
match-button-talk = Talk to somebody
match-button-yes = Yes
match-button-no = Not now
match-button-see = See who is there
match-button-confirm = Yes: they begin
match-button-aside = Not this one
pair-apart = These two are not to be put together.
pair-no-place = { $name } has no place for one more.
wait-how-often = How often do you want to hear from me?
wait-chosen = Done: every { $days } days.
wait-chosen-none = Done: only when there is news.
wait-button-every = Every { $days } days
wait-button-none = Only news
wait-button-rhythm = How often I hear this
wait-mentee = There is nobody for you yet. We have not forgotten you.
wait-draft = We looked at everybody who waits. There is nobody for you yet. We have not forgotten you.
wait-mentee-why = We wait for somebody who is right for you. You did nothing wrong.
wait-next = I tell you when somebody is there. I do not know when.
wait-mentor = There is nobody for you to support yet. We have not forgotten you.
wait-mentor-why = People choose. That takes time. I will tell you.
wait-mentor-refresher = Your training was a while ago. You can come to a part of it again.
wait-mentor-roles = There are other things you can do.
roles-button = Other things to do

roles-none = There is nothing just now. Ask a person.
roles-what = You can do this:
roles-free = A person tells you more first. You still wait for a match.
roles-button-take = I want this: { $name }
roles-said = Thank you. { -coordinator(form: "A") } talks with you.
different-button = A different match
different-none = You are not matched now.
different-how = Sometimes two people do not fit. That is fine. You can ask for somebody else. You do not say why.
different-off = Then this match ends at once. Your { -meeting(form: "many") } are off. The other one hears that it is over. They do not hear that you asked.
different-button-now = Not { $name } any more
different-said = Done. You come first now. It happens to many.
different-said-mentor = Done. Thank you. A person looks after them.
different-ended = Your match is over. It happens to many. Your { -meeting(form: "many") } are off.
different-ended-next = You can talk to { -coordinator(form: "a") }. We look for another match.
mentoring-no-hurry = There is no hurry. I ask only once.
mentoring-button-yes = Tell me more
mentoring-button-no = Not for me
mentoring-said-yes = Thank you. { -coordinator(form: "A") } tells you more.
mentoring-said-no = That is fine. I do not ask again.
match-blocked = These two do not fit, or are not there now.
