### What a coordinator sees: who needs somebody today, and why.

board-title = Who needs you today
board-nothing = Nobody needs you just now.
board-sums = Today: { $today ->
    [0] no { -meeting(form: "many") }
    [one] one { -meeting }
   *[other] { $today } { -meeting(form: "many") }
  }. No answer yet: { $asked }. People waiting: { $waiting }. Things to do: { $tasks }.
board-arriving = { $count ->
    [one] One person has begun to join.
   *[other] { $count } people have begun to join.
  } You can wait for now.
board-no-site = { $count ->
    [one] One person has
   *[other] { $count } people have
  } no site yet. Only you see them. At the desk you can say where they belong.
board-page = Page { $page } of { $pages }.

# "unnamed" stands for somebody who has not chosen a name yet.
board-name = { $name ->
    [unnamed] Somebody
   *[other] { $name }
  }
board-since = Since { $weekday } { $day } { $month }.

board-part-reach = Cannot be reached
board-part-asks = To do
board-part-meetings = { -meeting(form: "Many") }
board-part-hand = May want a hand
board-part-waiting = Waiting

board-new-person = { $n }. { board-name } has joined. Please say hello. { board-since }
board-under-age = { $n }. Somebody under age asked to join. Please take it from here. { board-since }
board-wants-a-call = { $n }. { board-name } would like a call. { board-since }
board-tell-by-phone = { $n }. { board-name } has no app. Please ring them about a { -meeting }. { board-since }
board-cannot-be-reached = { $n }. My messages do not reach { board-name }. A call may help. { board-since }
board-may-want-a-hand = { $n }. { $one } and { $two } may want a hand. Please ask them how it goes. { board-since }
board-reported-message = { $n }. { board-name } reported a message from { $writer }. { board-since }
board-shared = { $n }. { board-name } shared something with you. { board-since }
board-clash = { $n }. { $one } and { $two } have two things at the same time. { board-since }
board-group-to-open = { $n }. { board-name } wants to lead { $group }. Are they trained for it? { board-since }
board-group-report = { $n }. { board-name } asks you to get in touch about { $group }. { board-since }
board-group-out-of-reach = { $n }. I cannot reach the channel of { $group } any more. Is it still there? { board-since }
board-two-records = { $n }. { board-name } may be here twice. Whoever looks after the records can make them one. { board-since }
board-to-talk-with = { $n }. { board-name } would like support and has answered the questions. Please have a talk with them. { board-since }
board-no-answers = { $n }. There are no answers of { board-name } to read, who { $as ->
    [mentor] offers support
   *[mentee] would like support
  }. Please have a talk with them. { board-since }
board-wants-to-mentor = { $n }. { board-name } would like to support others and has answered the questions. Please have a talk with them. { board-since }
board-wants-taster = { $n }. { board-name } is not ready yet. They would like to talk to somebody who has been here. { board-since }
board-wants-drop-in = { $n }. { board-name } is not ready yet. They would like to come to a drop-in. { board-since }
board-other-task = { $n }. There is something to do about { board-name }. { board-since }
board-on-it = { $name } is on it.
board-on-it-you = You are on it.

board-asked = { $n }. { $one } and { $two } may meet on { $weekday } { $day } { $month } at { $time }. It waits for an answer from { $waits }.
board-today = { $n }. { $one } and { $two } meet today at { $time }.
board-quiet = { $n }. { $one } and { $two } wanted to meet about every { $days } days. Nothing is planned now. They may want a hand. { board-since }
board-unmatched = { $n }. { board-name } waits for { -mentor(form: "a") }. { board-since }
board-balance = { $n }. { $where }: { $mentors } can support, { $mentees } want support. Look for people to support.
board-no-role = { $n }. { board-name } has no role here yet. { board-since }

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
task-about-them = This is about them. Please give it to somebody else.
task-no-longer-open = That is done already. Thank you.
role-given-coordinator = You are now { -coordinator(form: "a") } here. Write "board" to see who needs you.

front-opens-in-chat = Press a button. Then look under Messages.
front-welcome = Hello. I help people who mentor each other. I am only a program.
front-begin = Press the button. Or write "hello" under Messages.
front-help = Do you need help now? Press Help.
button-begin = Begin

## Giving a role, and bringing two together.

board-role-title = Give a role
board-role-ask = Which role does { $name } have here?
board-role-mentee = { -mentee(form: "One") }
board-role-mentor = { -mentor(form: "One") }
board-role-volunteer = { -volunteer(form: "One") }
board-role-trained = Is { $name } trained to lead { -group(form: "a") }? You can say so later.
board-role-trained-yes = Yes, trained
board-role-trained-no = Not yet
board-which-programme = In which { -programme }?
board-which-site = At which site is { $name }?
board-which-site-as-it-is = As they said on the way in
board-role-said = Done. I tell them.
board-mentor-title = Find { -mentor(form: "a") }
board-mentor-ask = Who could be the { -mentor } of { $name }?
board-mentor-none = There is nobody yet. Give somebody the role of { -mentor } first.
board-mentor-none-ready = Nobody is ready yet. They have training still to do.
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
board-sure-ask = Bring { $mentor } and { $name } together? I tell both at once.
board-sure-yes = Yes, bring them together
board-pair-said = { $mentor } and { $name } are a { -pair } now. I tell both.

## A few words to a person, and from them.

letter-title = Write to { $name }
letter-ask = What would you like to say to { $name }? They see your name. They can answer.
letter-ask-back = What would you like to say to { $name }? Only they read it.
letter-kept = I keep it locked. After { $days } days it is gone. Please write nothing about health.
letter-sent = I bring your words to { $name }.
letter-sent-later = { $name } has quiet time just now. Your words reach them at { $time }.
letter-from-coordinator = { $name }, who coordinates here, writes:
letter-from = { $name } writes:
letter-gone = Those words are not kept any more.
letter-button-answer = Answer { $name }
letter-not-yours = I cannot pass that on. You can talk to a person.
letter-needs-coordinator = The writer has to coordinate a { -programme } that this person is in. They have to use an app too. Then an answer can arrive.
letter-asked-for-silence = This person asked me not to write to them. You can ring them.
letter-no-app = I cannot reach this person in an app just now. You can ring them.

board-match-to-confirm = { $n }. { board-name } and { $mentor } want to begin. Please decide. { board-since }
board-mentor-not-free = { $n }. { $mentor } is not free for { board-name }. { board-since }
board-waits-for-mentor = { $n }. { board-name } waits long for { -mentor(form: "a") }. { board-since }
board-waits-for-mentee = { $n }. { board-name } waits long for somebody to support. { board-since }
board-different-match = { $n }. The match of { board-name } is over. They wait for a different one. They go first. { board-since }
board-wants-role = { $n }. { board-name } wants to do something else: { $what }. { board-since }
board-may-mentor = { $n }. { board-name } may want to support others. { board-since }
board-button-match = { $n } · See why
