## When a coordinator gives roles and brings people together.

coordinators-only = Only { -coordinator(form: "a") } can do that.
person-unknown = There is nobody with that id. Look it up with "people".
person-not-ready = This person has not finished joining yet. Ask them to answer the first questions, then try again.
trained-no-mentor = Only { -mentor(form: "a") } or { -volunteer(form: "a") } can be trained to lead { -group(form: "a") }. Give them that role first.
trained-not-yet = { $name } cannot lead { -group(form: "a") } here yet. Still to come: { $what }.
trained-leads-group = They lead { -group(form: "a") } that is open. Hand it over or close it first.
programme-unknown = There is no such { -programme }. Look it up with "programmes".
pair-already = These two are a { -pair } already.
pair-same-person = Somebody cannot be paired with themselves. Choose two people.
pair-no-mentor = This person is not { -mentor(form: "a") } here yet. Give them that role first.
pair-mentor-not-yet = { $name } cannot be { -mentor(form: "a") } yet. Still to come: { $what }.
pair-mentee-not-yet = { $name } is not ready to begin yet. Still to come: { $what }.
task-unknown = There is no such task. It may have been done already.
role-given-mentor = You are now { -mentor(form: "a") }. Thank you for offering your time.
role-given-mentee = You are now { -mentee(form: "a") }. Your { -coordinator } will look for somebody who suits you.
role-given-other = You have a new role here.
role-not-held = They do not have that role here.
role-has-pair = They still meet with { $name }. That { -pair } has to come to its end first; then this role can.
role-leads-group = They lead "{ $group }". Hand it over to somebody or close it first; then this role can end.
role-last-coordinator = Nobody else coordinates here. Make somebody else { -coordinator(form: "a") } first; then this role can end.
role-last-for-all = Somebody has to see the whole { -programme }, with all its sites. Make somebody else { -coordinator(form: "a") } of all of it first.
site-none = This { -programme } has no sites. Leave the site out.
site-unknown = There is no site of that name here. These there are: { $sites }.
role-not-at-a-site = This role is for the whole { -programme }, not for one site. Leave the site out.
role-last-lead = A { -programme } that takes people in always has a safeguarding lead. Give somebody else that role first; then this one can end.
role-last-deputy = A { -programme } that takes people in always has a safeguarding deputy. Give somebody else that role first; then this one can end.
board-role-ended = Done. They are told, and they keep all that is theirs.
role-ended = { $role ->
    [mentee] You are not { -mentee(form: "a") } here any more.
    [mentor] You are not { -mentor(form: "a") } here any more. Thank you for your time.
    [volunteer] You are not { -volunteer(form: "a") } here any more. Thank you for your time.
    [coordinator] You are not { -coordinator(form: "a") } here any more. Thank you for your time.
   *[other] A role of yours here has ended. Thank you for your time.
  }
role-ended-kept = What you wrote stays yours, and help is always here.
button-my-role = What is my role?
button-book = Find a time to meet
button-free-times = Say when I am free
pair-made-for-mentee = { $name } is now your { -mentor }.
pair-made-for-mentor = You are now the { -mentor } of { $name }.
pair-made-next = You can find a time to meet whenever it suits you. There is no hurry.
token-bound = A key that is bound to a source can have "referrals" and nothing more. Make another key for the rest.
token-unknown = There is no such token. List them with "tokens".
outgoing-decided-already = There is no such message to decide on. Somebody may have decided already.
