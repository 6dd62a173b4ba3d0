# Who may do what.
access-may-not = This part is not open to you. You can ask { -coordinator(form: "a") } about it.
coordinators-and-mentors-only = Only { -coordinator(form: "a") } or { -mentor(form: "a") } can do that.

role-safeguarding-lead = You are the safeguarding lead. People can tell you when somebody may be harmed.
role-safeguarding-deputy = You are the safeguarding deputy. You help when the safeguarding lead is away.
role-safeguarding-duties = What you do: You read what people tell you about harm. You help to keep them safe.
role-safeguarding-limits = You see what people tell you. You do not see their other words.

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
    [one] Your role. You can see it under "My role".
   *[other] Your { $count } roles. You can see them under "My role".
  }
coordinator-sees-board = On the list of what needs them, it says now:
coordinator-sees-board-empty = On the list of what needs them there is nothing about you.
coordinator-sees-pair = That you and { $name } are { -pair(form: "a") }.
coordinator-sees-meetings = { $count ->
    [0] You have had no { -meeting(form: "many") }.
    [one] When and how you two meet. Never where you meet.
   *[other] When and how your { $count } { -meeting(form: "many") } are. Never where they are.
  }
coordinator-sees-answers = All that you { $as ->
    [mentor] answered when you offered to support somebody
   *[mentee] answered when you asked for support
  }. When they read it, I write that down.
coordinator-sees-training = What is on record of your training: { $records }. Training you took a place at: { $places }. Both are in "My training".
coordinator-sees-shared = What you wrote and shared with them:
coordinator-sees-nothing-shared = You have shared nothing that you wrote.
coordinator-sees-no-more = They do not see anything else that you write, here or to others. I do not show you what other people say to them.
