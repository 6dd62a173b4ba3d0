### The programme's own words. A programme can replace each of them; the forms are always these six:
###   { -mentor }               mentor
###   { -mentor(form: "many") } mentors
###   { -mentor(form: "a") }    a mentor
###   { -mentor(form: "One") }  Mentor     (at the start of a sentence)
###   { -mentor(form: "Many") } Mentors
###   { -mentor(form: "A") }    A mentor

-mentor = { $form ->
   *[one] mentor
    [many] mentors
    [a] a mentor
    [One] Mentor
    [Many] Mentors
    [A] A mentor
  }
-mentee = { $form ->
   *[one] mentee
    [many] mentees
    [a] a mentee
    [One] Mentee
    [Many] Mentees
    [A] A mentee
  }
-programme = { $form ->
   *[one] programme
    [many] programmes
    [a] a programme
    [One] Programme
    [Many] Programmes
    [A] A programme
  }
-coordinator = { $form ->
   *[one] coordinator
    [many] coordinators
    [a] a coordinator
    [One] Coordinator
    [Many] Coordinators
    [A] A coordinator
  }
-volunteer = { $form ->
   *[one] volunteer
    [many] volunteers
    [a] a volunteer
    [One] Volunteer
    [Many] Volunteers
    [A] A volunteer
  }
-pair = { $form ->
   *[one] pair
    [many] pairs
    [a] a pair
    [One] Pair
    [Many] Pairs
    [A] A pair
  }
-meeting = { $form ->
   *[one] meeting
    [many] meetings
    [a] a meeting
    [One] Meeting
    [Many] Meetings
    [A] A meeting
  }
-reflection = { $form ->
   *[one] reflection
    [many] reflections
    [a] a reflection
    [One] Reflection
    [Many] Reflections
    [A] A reflection
  }
-goal = { $form ->
   *[one] goal
    [many] goals
    [a] a goal
    [One] Goal
    [Many] Goals
    [A] A goal
  }
-group = { $form ->
   *[one] group
    [many] groups
    [a] a group
    [One] Group
    [Many] Groups
    [A] A group
  }
