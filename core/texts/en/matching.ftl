### Finding somebody: who may suit, asking, waiting.

match-not-waiting = You are not waiting for { -mentor(form: "a") } here just now.
match-unknown = I cannot find that any more.
match-list = { $count ->
    [one] There is somebody here who may suit you.
   *[other] There are { $count } people here who may suit you.
  } You choose. Nobody is asked before you press a button.
match-few = { $count ->
    [one] We are a small group: just now there is one person who truly fits what you told us.
   *[other] We are a small group: just now there are { $count } people who truly fit what you told us.
  } You can choose, or wait.
match-one = { $name } says:
match-no-words = { $name } has not written anything about themselves yet.
match-generic = · What they have lived through is different from yours. That can be good too: many say that listening matters most.
match-list-next = If you ask somebody, they read what you agreed to share, without your name. Then { -coordinator(form: "a") } says yes to it.
match-nobody-now = Just now there is nobody here who truly fits what you told us, and I will not pretend otherwise.
match-no-others = Just now there is nobody else here who truly fits what you told us.
match-no-fault = That is not because of you. People join all the time, and you will hear how it stands.
match-not-free = They are not free just now.
match-one-at-a-time = You have asked somebody already. One is asked at a time, so that nobody waits for nothing.
match-asked = Somebody would like to be matched with you. This is what they agreed to share:
match-asked-unsaid = They would rather not be described in writing. { -coordinator(form: "A") } can tell you more: press "Talk to somebody".
match-asked-free = Yes or no is fine, and nobody asks why. If it is no, they only hear that you are not free just now. You learn their name when you are matched.
match-mentor-accepted = Thank you. { -coordinator(form: "A") } looks at it now, and you hear from us.
match-mentor-declined = That is fine. They only hear that you are not free just now.
match-mentor-confirmed = You two are matched now.
match-mentor-expired = Somebody asked whether you would be their { -mentor }. It has ended now because it was a while ago. That is fine: nobody is waiting for you.
match-mentor-over = This is no longer needed: it goes another way. Thank you for being there.
match-over = This is over, so there is nothing to answer any more.
match-not-free-now = Whom you asked is not free just now.
match-not-free-next = It is not about you. You can see who else there is, wait for news, or talk to somebody.
match-with-people = Your wish is with { -coordinator(form: "a") } now. They look at it before anything begins.
match-is-asked = The person you chose is being asked now.
match-is-asked-next = You hear from me as soon as there is an answer, and also if none comes.
match-found = You are matched now.
match-choose = You can see who may suit you, and choose. Or you wait, and hear how it stands.
match-to-confirm = { $one } would like { $two } as { -mentor }, and { $two } said yes.
match-is-drafted = { $one } and { $two } are in a draft. Neither of them knows of it.
match-was-thought-of = { $one } and { $two } were thought of for one another.
match-not-your-own = This is about you, so another { -coordinator } decides it.
match-has = { $count ->
    [0] { $name } has nobody yet.
    [one] { $name } has one { -mentee } already.
   *[other] { $name } has { $count } { -mentee(form: "many") } already.
  }
match-factor = { $says } { $points } of { $of }
match-factor-unknown = { $says } Not known: one of them did not say.
match-generic-coordinator = No experience of life that the two share is known.
match-score = Together: { $score } of { $of }
match-not-open = There is nothing to decide about this any more.
match-confirmed-already = These two are a { -pair } already.
match-mentee-not-waiting = This person is not waiting any more: they have found somebody, or left.
match-set-aside = Done. These two are not suggested again.
match-never-said = Done. You two are never put together. Nobody hears that you asked.
match-button-pick = Ask { $name }
match-button-not = Not with { $name }
match-button-not-them = I know this person: not with them
match-button-others = Show me others
match-button-again = Show me the first ones again
match-button-wait = I would rather wait
match-button-talk = Talk to somebody
match-button-yes = Yes, I would like to
match-button-no = Not just now
match-button-see = See who may suit me
match-button-confirm = Confirm: they begin
match-button-aside = Not this one
pair-apart = These two are not to be put together: one of them, or { -coordinator(form: "a") }, asked for that.
pair-no-place = { $name } has as many { -mentee(form: "many") } as they take. Choose somebody else, or ask them whether they would take one more.
wait-how-often = How often would you like to hear how it stands? Real news comes in any case.
wait-chosen = Done: about every { $days } days.
wait-chosen-none = Done: I write when there is real news.
wait-button-every = Every { $days } days
wait-button-none = Only real news
wait-button-rhythm = How often I hear this
wait-mentee = There is no match for you yet. We have not forgotten you.
wait-draft = We have looked at everybody who waits, all together. There is nobody yet who fits you and is free. We have not forgotten you.
wait-mentee-why = It takes time because we wait for somebody who truly fits. It is nothing that you did.
wait-next = Next: as soon as somebody fits, you hear from me. I do not know when that is, so I will not name a day.
wait-mentor = There is nobody for you to support yet. Your offer is not forgotten.
wait-mentor-why = It takes time because people choose, and because we look for somebody whom you truly suit. As soon as somebody asks, you hear from me.
wait-mentor-refresher = Your training is a while ago. If you would like, come to a part of it again: you see there what is to come.
wait-mentor-roles = If you like, there are other things to take up meanwhile.
roles-button = Other things I could do

roles-none = There is nothing on offer just now. A person can tell you what there is.
roles-what = While you wait, these need people:
roles-free = Pressing is no promise: { -coordinator(form: "a") } tells you more first. You go on waiting for a match as before.
roles-button-take = I would like this: { $name }
roles-said = Thank you. { -coordinator(form: "A") } gets in touch about it.
different-button = A different match
different-none = You are not matched with anybody just now.
different-how = Sometimes two people do not suit each other, and that happens to many. You can ask for somebody else in one press, without saying why.
different-off = Your match then ends at once, and what you two had arranged is called off. The other one hears that it ended, kindly, and not who asked.
different-button-now = Somebody else instead of { $name }
different-said = Done. You go to the top: people here look for somebody else for you first. It happens to many.
different-said-mentor = Done. Thank you for having tried. They go to the top, and { -coordinator(form: "a") } looks after them.
different-ended = Your match has come to its end. Not every two people suit each other, and it happens to many. What you had arranged is called off.
different-ended-next = { -coordinator(form: "A") } knows, and is there if you would like to talk. You are thought of for another match.
mentoring-no-hurry = There is no hurry. Either answer is as good, and I ask only this once.
mentoring-button-yes = Tell me more
mentoring-button-no = Not for me
mentoring-said-yes = Thank you. { -coordinator(form: "A") } gets in touch and tells you what it would be like.
mentoring-said-no = That is just as good. I do not ask again.
match-blocked = These two are not put together: something they need or wish for stands in the way, or they are not there just now.
