# Who may do what.
access-may-not = This part is not open to you. You can ask { -coordinator(form: "a") } about it.
coordinators-and-mentors-only = Only { -coordinator(form: "a") } or { -mentor(form: "a") } can do that.

role-safeguarding-lead = You are the safeguarding lead: when somebody is worried about harm, it comes to you.
role-safeguarding-deputy = You are the safeguarding deputy: you stand in when the safeguarding lead cannot be reached.
role-safeguarding-duties = What you do: read what people tell about harm, see that they are safe, and pass on what has to be passed on.
role-safeguarding-limits = Where it ends: you see what is told to you, and nothing else that people write. Looking at more needs a reason and a second person.

button-coordinator-sees = What { -coordinator(form: "a") } sees of me
coordinator-sees-title = This is all that { -coordinator(form: "many") } see of you.
coordinator-sees-record = Your name: { $name }. Where you stand: { $state ->
    [arriving] on your way in
    [held] waiting for { -coordinator(form: "a") }
    [stopped] you asked for no messages
   *[active] taking part
  }. How you can be reached: { $reach ->
    [app] in a chat app
    [phone] by phone
   *[none] not at the moment
  }. Your time: { $zone }. You came on { $weekday } { $day } { $month }.
coordinator-sees-roles = { $count ->
    [0] You have no role yet.
    [one] Your role, which is under "My role".
   *[other] Your { $count } roles, which are under "My role".
  }
coordinator-sees-board = On the list of what needs them, it says now:
coordinator-sees-board-empty = On the list of what needs them there is nothing about you.
coordinator-sees-pair = That you and { $name } are { -pair(form: "a") }.
coordinator-sees-meetings = { $count ->
    [0] You have had no { -meeting(form: "many") }.
    [one] When your one { -meeting } is or was, how, and whether it was agreed. Never where, and never a word about it.
   *[other] When your { $count } { -meeting(form: "many") } are or were, how, and whether they were agreed. Never where, and never a word about them.
  }
coordinator-sees-answers = Everything you { $as ->
    [mentor] answered when you offered to support somebody
   *[mentee] answered when you asked for support
  }. Each time they read it, that is written down.
coordinator-sees-training = What is on record of your training: { $records }. Training you took a place at: { $places }. You see both under "My training".
coordinator-sees-shared = What you wrote and shared with them:
coordinator-sees-nothing-shared = You have shared nothing that you wrote.
coordinator-sees-no-more = They do not see anything else that you write, here or to others. I do not show you what somebody else says to them.
