### The desk: pages in a browser for people who coordinate, and for safeguarding leads and deputies.

# In the chat
desk-how = The desk is a page in your browser, for people who coordinate or look after safety. Open it there, and press "Sign in".
desk-how-code = The page shows a code. Write it to me here, with the word "desk" before it.
desk-not-yours = The desk is for people who coordinate, and for those who look after safety. If you want to talk to a person, press "Who can I talk to?".
desk-not-theirs = This person is not ready for the desk. They need an app, and a role as a coordinator, safeguarding lead or deputy.
desk-not-in-slack = You look after safety here, so I cannot let you in at the desk from Slack. Whoever runs a Slack workspace can read what is in it. Please write to me in another chat app of yours.
desk-too-many = You have asked for a few codes already. Please try again in ten minutes.
desk-code-is = Your code for the desk is { $code }.
desk-code-where = Type it into the page that shows the code you sent me. It works there, once, for ten minutes.
desk-code-secret = Nobody will ever ask you for it. If you are not at the desk yourself just now, do not give it to anyone.
desk-signed-in = You are signed in at the desk.
desk-signed-in-not-me = If that was not you, press "Sign me out of the desk".
desk-signed-out = You are signed out of the desk, in every browser.
button-desk-sign-out = Sign me out of the desk

# The head of the audit
audit-head-day = The record of who did and saw what, on { $day }: { $count ->
        [one] one entry so far
       *[other] { $count } entries so far
    }.
audit-head-compare = To compare it with somebody: { $code }
audit-head-whole = The whole head: { $head }
audit-head-keep = Please keep this message. If anybody changes what stands in the record up to now, it shows.
audit-head-not-theirs = Only people who coordinate, or look after safety, can be sent this.

# On every page
desk-page-name = The desk
desk-page-skip = Go to the main part
desk-page-nav = Pages
desk-page-today = Today
desk-page-people = People
desk-page-concerns = Concerns
desk-page-retention = How long things are kept
desk-page-audit = What was done
desk-page-kept = What we keep
desk-page-sessions = Where you are signed in
desk-page-sign-out = Sign out
desk-page-signed-in-as = Signed in as { $name }
desk-page-back = Back
desk-page-nothing-here = There is nothing here
desk-page-nothing-here-more = Either this page does not exist, or it is not for you. Nothing was changed.
desk-page-fault = That did not work
desk-page-fault-more = It was not your doing. Nothing half-done was kept. Please try again in a while.
desk-page-other-site = This came from another page
desk-page-other-site-more = To keep you safe, the desk only does what you press on its own pages. Nothing was changed.
desk-page-done = Done.
desk-page-not-done = That was not done: { $why }
desk-page-somebody = Somebody without a name
desk-page-next = More
desk-page-changed-meanwhile = Somebody else changed it at the same moment. Please look again.

# Signing in
desk-page-sign-in = Sign in
desk-page-sign-in-how = Write this to the bot, in your own chat with it:
desk-page-sign-in-words = desk { $code }
desk-page-sign-in-then = The bot answers with a code. Type it here.
desk-page-sign-in-code = Code from the bot
desk-page-sign-in-limits = It works in this browser only, once, for ten minutes.
desk-page-code-not-good = That code did not open the desk. It may be a wrong letter, or the code may be over. Write to the bot again for a new one.
desk-page-no-cookie = This browser did not keep the cookie of this page. Allow cookies for it. The address has to begin with https.
desk-page-too-fast = Too many people are signing in just now. Please try again in a minute.
desk-page-link = Come in at the desk
desk-page-link-more = This link was made for you. It works once. Press the button to sign in with this browser.
desk-page-link-not-good = This link does not open anything any more. It works once, for ten minutes. Ask whoever gave it to you for a new one.
desk-page-signed-out = You are signed out.

# Today
desk-page-take = I am on it
desk-page-finish = It is done
desk-page-see-more = See more
desk-page-about = about number { $n }

# People
desk-page-people-none = There is nobody here yet.
desk-page-col-name = Name
desk-page-col-roles = Roles
desk-page-col-state = How things are
desk-page-col-reach = How to reach them
desk-page-state = { $state ->
    [arriving] Has begun to join
    [held] Under age, held for you
    [stopped] Asked for no messages
    [paused] Taking a break
   *[active] Taking part
  }
desk-page-reach = { $reach ->
    [app] In their chat app
    [phone] By phone
   *[none] Cannot be reached just now
  }
desk-page-role = { $role ->
    [mentee] { -mentee(form: "One") }
    [mentor] { -mentor(form: "One") }
    [volunteer] Volunteer
    [coordinator] Coordinator
    [referrer] Referrer
    [safeguarding-lead] Safeguarding lead
    [safeguarding-deputy] Safeguarding deputy
   *[other] Another role
  }
desk-page-role-in = { $role }, in { $programme }
desk-page-no-role = No role yet
desk-page-only-facts = You see what happened and how to reach them. What they write stays theirs, unless they share it.
desk-page-joined = Came on
desk-page-pairs = { -mentor(form: "One") } and { -mentee }
desk-page-pair = { $mentor } and { $mentee }: { $state ->
    [active] meeting
   *[ended] ended
  }
desk-page-pair-next = Next time: { $when }
desk-page-pair-none = They are in no pair.
desk-page-give-role = Give a role
desk-page-which-role = Role
desk-page-which-programme = Programme
desk-page-write = Write a few words to { $name }
desk-page-write-label = Your words
desk-page-write-hint = Up to 1,000 letters. They come from you, in the app of the person. They are deleted after 30 days.
desk-page-write-send = Send
desk-page-own-data = Their own data
desk-page-copy = Send them a copy
desk-page-copy-more = Everything that is kept of them goes to their own chat. You do not see it.
desk-page-erase = Delete everything about them
desk-page-erase-more = Only when they asked for it themselves. It cannot be undone.
desk-page-erase-ask = Delete everything about { $name }?
desk-page-erase-what = Their name, words, settings and chats go now. Counts for reports stay, and nobody can be found in them.
desk-page-erase-check = They asked for it themselves.
desk-page-erase-yes = Yes, delete everything
desk-page-erase-no = No, go back
desk-page-erased = Everything about them is deleted.

# Retention
desk-page-retention-more = Every night, what has been kept for long enough is deleted.
desk-page-col-what = What
desk-page-col-days = Kept for
desk-page-days = { $days ->
    [one] one day
   *[other] { $days } days
  }
desk-page-years = { $years ->
    [one] one year
   *[other] { $years } years
  }
desk-page-col-ran = Last looked through
desk-page-never = Not yet
desk-page-col-removed = Deleted then

# Audit
desk-page-audit-more = What people who coordinate did and saw in your programmes. Nobody can change this list unseen.
desk-page-audit-none = Nothing was done yet.
desk-page-col-when = When
desk-page-col-who = Who
desk-page-col-done = What was done
desk-page-col-whom = About whom
desk-page-verify = Check the list now
desk-page-verified = Nothing was changed or taken away: { $links } entries were checked.
desk-page-broken = Something is wrong with this list. { $broken } places do not fit. Tell whoever runs this place today.

# What we keep
desk-page-kept-more = Every table, in plain words: what it is for, how long it is kept, and what stays when somebody is deleted.
desk-page-col-table = Table
desk-page-col-about = What it is for
desk-page-col-kept = How long
desk-page-col-stays = What stays, and why
desk-page-all-goes = Nothing

# Sessions
desk-page-sessions-more = You are signed out after 30 minutes without doing anything, and after 12 hours in any case.
desk-page-session-here = This browser
desk-page-session-since = Since { $when }, last used { $seen }
desk-page-session-end = Sign this one out
desk-page-session-end-all = Sign out everywhere

# Concerns
desk-page-concerns-more = What people told you and the others who look after safety. Coordinators do not see this page.
desk-page-concerns-none = There is no open concern for you.
desk-page-concerns-open = Open now, oldest first
desk-page-concerns-earlier = Closed
desk-page-concerns-earlier-more = The last ones that were closed
desk-page-concern-since = Since
desk-page-concern-asked = You took it, and nothing has been noted since. If it is in hand, say so. If not, the next person is asked. That is fine.
desk-page-concern-mine = You have it in hand
desk-page-concern-taken-by = { $name } has it in hand
desk-page-concern-shown-once = These words are shown once. To read them again, you say why again.
desk-page-concern-pair = The two it is about
desk-page-concern-pair-more = Both read what they read of any other break. Neither is told who asked for it, or why.
desk-page-concern-pause = Pause messages between the two
desk-page-concern-resume = End the pause between the two
desk-page-concern-taken-said = You have it in hand. Whoever told it hears that somebody looks after it now.
desk-page-concern-seen-said = Nobody else is asked for a while. It still waits for somebody to take it.
desk-page-concern-closed-said = It is closed.
desk-page-concern-kind-head = What it is
desk-page-concern-stands-head = How it stands
desk-page-concern-kind = { $kind ->
    [need-help] Somebody needs help now
    [tell-someone] Somebody wants to tell you something
    [worried-about] Somebody is worried about somebody
    [reported-message] A message was reported
   *[group-report] Something in a group was reported
  }
desk-page-concern-stands = { $state ->
    [open] Nobody has seen it yet
    [seen] Seen, and nobody has it in hand
    [taken] Somebody has it in hand
   *[closed] Closed
  }
desk-page-concern-words = What was told
desk-page-concern-noted = That you read it, when and why is written down.
desk-page-concern-why-label = Why do you want to read it?
desk-page-concern-why = { $why ->
    [to-answer] To answer
    [to-follow-up] To see how things are now
    [to-pass-on] To pass it on to those who can help
   *[asked-by-writer] The person who told it asked me to
  }
desk-page-concern-read = Read it
desk-page-concern-from = From { $name }.
desk-page-concern-about = About { $name }.
desk-page-concern-no-words = They wrote no words.
desk-page-concern-message = The message that was reported, from { $name }, { $when }:
desk-page-concern-answer = What you do
desk-page-concern-see = I have seen it
desk-page-concern-take = I take it
desk-page-concern-outcome-label = What came of it?
desk-page-concern-outcome = { $outcome ->
    [talked] We talked
    [passed-on] I passed it on
    [emergency-services] I rang the emergency services
   *[nothing-needed] Nothing more was needed
  }
desk-page-concern-close = Close it
desk-page-concern-steps = What happened so far
desk-page-concern-step = { $step ->
    [sent] It was sent
    [asked] Somebody was asked
    [delivered] It reached somebody
    [not-delivered] It could not reach somebody
    [seen] It was seen
    [taken] It was taken
    [read] It was read
    [everybody] Everybody was asked
    [pair-paused] The two were put on a break
    [pair-resumed] The break ended
    [given-back] It was given back
    [asked-in-hand] They were asked whether it is in hand
    [in-hand] They said that it is in hand
   *[closed] It was closed
  }

# Programmes
desk-page-programmes = Programmes
desk-page-programmes-more = What your programmes have, and what they lack. Whoever runs this place changes it.
desk-page-programme-open = It takes people in, since
desk-page-programme-not-open = It does not take people in yet.
desk-page-programme-ready = It has all that it needs. Whoever runs this place can open it.
desk-page-programme-lacks-head = It lacks:
desk-page-programme-lacks = { $what ->
    [lead] a safeguarding lead
    [deputy] a safeguarding deputy, a second person
   *[hours] the hours in which they are there
  }
desk-page-programme-team = Who answers when somebody is worried
desk-page-programme-nobody = Nobody yet.
desk-page-programme-hours = They are there: { $hours }
desk-page-programme-no-hours = When they are there is not written down yet.
desk-page-programme-away = Away until
desk-page-programme-not-asked = Nobody can ask them: they have no chat app but Slack, or none at all.
desk-page-programme-card = The help card
desk-page-programme-approval = { $approval ->
    [holds] Somebody looked at every line of it and approved it as it is now.
    [changed-since] It was approved once, and has changed since. Somebody needs to look at it again.
   *[none] Nobody has approved it yet. Somebody needs to look at every line of it.
  }
desk-page-programme-approved = Last approved by { $name }, { $day }.
desk-page-programme-approve-how = Tell whoever runs this place that you approve version { $version }. They write it down with your name and the day.
desk-page-sites = At the sites
desk-page-sites-site = Site
desk-page-sites-pairs = Pairs
desk-page-sites-waiting = Wait for somebody
desk-page-sites-free = Free to support
desk-page-sites-enquiries = Came in
desk-page-sites-held = Meetings held
desk-page-sites-none = No site yet
desk-page-sites-all = All
desk-page-sites-few = a few
desk-page-sites-few-means = Counts alone. Of pairs, of who came in and of meetings, fewer than five are "a few".
desk-page-role-at = { $programme }, { $site }
desk-page-which-site = At which site?
desk-page-which-site-as-it-is = As it is
