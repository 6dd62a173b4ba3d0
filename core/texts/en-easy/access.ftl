# Who may do what.
access-may-not = This part is not open to you. You can ask { -coordinator(form: "a") } about it.
coordinators-and-mentors-only = Only { -coordinator(form: "a") } or { -mentor(form: "a") } can do that.

role-safeguarding-lead = You are the safeguarding lead. People can tell you when somebody may be harmed.
role-safeguarding-deputy = You are the safeguarding deputy. You help when the safeguarding lead is away.
role-safeguarding-duties = What you do: You read what people tell you about harm. You help to keep them safe.
role-safeguarding-limits = You see what people tell you. You do not see their other words.
