### What a coordinator sees: who needs somebody today, and why.

board-title = Who needs you today
board-nothing = Nobody needs you just now.
board-sums = Today: { $today ->
    [0] no { -meeting(form: "many") }
    [one] one { -meeting }
   *[other] { $today } { -meeting(form: "many") }
  }. Waiting for an answer: { $asked }. People waiting: { $waiting }. Things to do: { $tasks }.
board-arriving = { $count ->
    [one] One person has begun to join.
   *[other] { $count } people have begun to join.
  } There is nothing to do about that yet.
board-no-site = { $count ->
    [one] One person has
   *[other] { $count } people have
  } no site yet. Only those who see the whole { -programme } see them. At the desk, or with "role", you can say where they belong.
board-page = Page { $page } of { $pages }.

# "unnamed" stands for somebody who has not chosen a name yet.
board-name = { $name ->
    [unnamed] Somebody
   *[other] { $name }
  }
board-since = Since { $weekday } { $day } { $month }.

board-part-reach = Cannot be reached
board-part-asks = To decide and to do
board-part-meetings = { -meeting(form: "Many") }
board-part-hand = May want a hand
board-part-waiting = Waiting

board-new-person = { $n }. { board-name } has joined and would like a first hello. { board-since }
board-under-age = { $n }. Somebody under age asked to join, and was told that you take it from here. { board-since }
board-wants-a-call = { $n }. { board-name } would like a call. { board-since }
board-tell-by-phone = { $n }. { board-name } has no app. Please tell them by phone about a { -meeting }. { board-since }
board-cannot-be-reached = { $n }. My messages do not reach { board-name } any more. A call may help. { board-since }
board-may-want-a-hand = { $n }. { $one } and { $two } may want a hand. Please ask each of them how it goes. { board-since }
board-reported-message = { $n }. { board-name } reported a message that { $writer } wrote. { board-since }
board-shared = { $n }. { board-name } wrote something and chose to share it with you. { board-since }
board-clash = { $n }. { $one } and { $two }: a { -meeting } is now at the same time as something else. { board-since }
board-group-to-open = { $n }. { board-name } would like to lead { $group }. It can open once you say that they are trained. { board-since }
board-group-report = { $n }. { board-name } asks you to get in touch about { $group }. { board-since }
board-group-out-of-reach = { $n }. I cannot reach the channel of { $group } any more. It may have been deleted, or closed to me. { board-since }
board-two-records = { $n }. { board-name } may be here twice, as two people. Whoever looks after the records can make them one. { board-since }
board-to-talk-with = { $n }. { board-name } would like support and has answered the questions. Please have a talk with them. { board-since }
board-no-answers = { $n }. There are no answers of { board-name } to read, who { $as ->
    [mentor] offers support
   *[mentee] would like support
  }. Please ask in a talk what you need to know. { board-since }
board-wants-to-mentor = { $n }. { board-name } would like to support others and has answered the questions. Please have a talk with them. { board-since }
board-wants-taster = { $n }. { board-name } is not ready yet. They would like to talk to somebody who has been here. { board-since }
board-wants-drop-in = { $n }. { board-name } is not ready yet. They would like to come to a drop-in. { board-since }
board-other-task = { $n }. There is something to do about { board-name }. { board-since }
board-on-it = { $name } is on it.
board-on-it-you = You are on it.

board-asked = { $n }. { $one } and { $two }: a { -meeting } is asked for on { $weekday } { $day } { $month } at { $time }. It waits for an answer from { $waits }.
board-today = { $n }. { $one } and { $two } meet today at { $time }.
board-quiet = { $n }. { $one } and { $two } agreed to meet about every { $days } days. It has been longer now, and nothing is planned. They may want a hand. { board-since }
board-unmatched = { $n }. { board-name } waits for { -mentor(form: "a") }. { board-since }
board-balance = { $n }. { $where }: more wait to support ({ $mentors }) than to be supported ({ $mentees }). It may help to look for people to support now.
board-no-role = { $n }. { board-name } has joined and has no role here yet. { board-since }

board-button-take = { $n } · I take it
board-button-done = { $n } · Done
board-button-write = { $n } · Write to { $name }
board-button-role = { $n } · Give a role
board-button-mentor = { $n } · Find { -mentor(form: "a") }
board-button-trained = { $n } · They are trained
board-button-group = { $n } · See the { -group }
board-button-answers = { $n } · What they answered
board-button-ready = { $n } · Ready for a match
board-button-more = Show more
board-button-back = Show those before
board-button-fresh = Look again
board-button-open = Who needs me today?

task-needs-coordinator = Whoever takes this on has to coordinate its { -programme }.
task-taken-already = { $name } is on it already.
task-about-them = This is about a message that they wrote, or a { -group } that they lead. Please give it to somebody else.
task-no-longer-open = That is done already. Thank you.
role-given-coordinator = You are now { -coordinator(form: "a") } here. Write "board" at any time to see who needs you.

front-opens-in-chat = What you press here opens under Messages.
front-welcome = Hello. I am a companion for people who mentor each other. I am only a program; people stand behind me.
front-begin = To begin, press the button or write "hello" under Messages. I ask a few short questions first. What you write is not kept before you agree.
front-help = If you need help now, press Help.
button-begin = Begin

## Giving a role, and bringing two together.

board-role-title = Give a role
board-role-ask = Which role does { $name } have here?
board-role-mentee = { -mentee(form: "One") }
board-role-mentor = { -mentor(form: "One") }
board-role-volunteer = { -volunteer(form: "One") }
board-role-trained = Has { $name } been trained to lead { -group(form: "a") }? You can say so later too.
board-role-trained-yes = Yes, trained
board-role-trained-no = Not yet
board-which-programme = In which { -programme }?
board-which-site = At which site is { $name }?
board-which-site-as-it-is = As they said on the way in
board-role-said = Done. They are told what they can do now.
board-mentor-title = Find { -mentor(form: "a") }
board-mentor-ask = Who could be the { -mentor } of { $name }?
board-mentor-none = There is nobody yet who could be the { -mentor }. Give somebody that role first.
board-mentor-none-ready = Nobody is ready yet: there is training still to come, or something else the { -programme } asks for first.
board-mentor-choice = { $name }: { $pairs ->
    [0] no { -pair } yet
    [one] one { -pair }
   *[other] { $pairs } { -pair(form: "many") }
  }
board-rhythm-ask = How often do the two want to meet?
board-rhythm = { $days ->
    [7] Every week
    [14] Every two weeks
    [28] Every four weeks
   *[other] They decide
  }
board-sure-ask = Bring { $mentor } and { $name } together? Both are told at once.
board-sure-yes = Yes, bring them together
board-pair-said = { $mentor } and { $name } are a { -pair } now. Both are told.

## A few words to a person, and from them.

letter-title = Write to { $name }
letter-ask = What would you like to say to { $name }? They see your name and that you coordinate here. They can answer.
letter-ask-back = What would you like to say to { $name }? Only they read it.
letter-kept = It is kept locked away and gone after { $days } days. Please write nothing about anybody's health.
letter-sent = Your words are on their way to { $name }.
letter-sent-later = It is quiet time for { $name } just now. Your words reach them at { $time }.
letter-from-coordinator = { $name }, who coordinates here, writes:
letter-from = { $name } writes:
letter-gone = Those words are not kept any more.
letter-button-answer = Answer { $name }
letter-not-yours = I cannot pass that on. A person can help you better: press "Who can I talk to?".
letter-needs-coordinator = The writer has to coordinate a { -programme } that this person is in, and use an app, so that an answer can arrive.
letter-asked-for-silence = This person asked me not to write to them, so I do not. A call may be better.
letter-no-app = I cannot reach this person in an app just now. A call may be better.

board-match-to-confirm = { $n }. { board-name } and { $mentor } would both like to begin. Please look at it and decide. { board-since }
board-mentor-not-free = { $n }. { $mentor } is not free for { board-name } just now, who only heard that. { board-since }
board-waits-for-mentor = { $n }. { board-name } has waited long for { -mentor(form: "a") }. A word from a person may help. { board-since }
board-waits-for-mentee = { $n }. { board-name } is ready and has waited long for somebody to support. { board-since }
board-different-match = { $n }. The match of { board-name } has ended. They wait for a different one, and go first. { board-since }
board-wants-role = { $n }. { board-name } would like to take up something else meanwhile: { $what }. { board-since }
board-may-mentor = { $n }. { board-name } would like to hear about supporting others. { board-since }
board-button-match = { $n } · See why
