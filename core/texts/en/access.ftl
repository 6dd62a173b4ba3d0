# Who may do what.
access-may-not = This part is not open to you. You can ask { -coordinator(form: "a") } about it.
coordinators-and-mentors-only = Only { -coordinator(form: "a") } or { -mentor(form: "a") } can do that.

role-safeguarding-lead = You are the safeguarding lead: when somebody is worried about harm, it comes to you.
role-safeguarding-deputy = You are the safeguarding deputy: you stand in when the safeguarding lead cannot be reached.
role-safeguarding-duties = What you do: read what people tell about harm, see that they are safe, and pass on what has to be passed on.
role-safeguarding-limits = Where it ends: you see what is told to you, and nothing else that people write. Looking at more needs a reason and a second person.
