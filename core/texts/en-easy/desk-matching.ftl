### Matching at the desk: who waits, whom to confirm, the draft.

desk-page-matching = Matching
desk-page-matching-more = Who waits for a match, and what is for you to decide. What is said here of points is for you alone: nobody who takes part ever sees it.
desk-page-matching-confirm = To confirm
desk-page-matching-none = There is nothing to confirm just now.
desk-page-match-two = { $mentee } with { $mentor }
desk-page-waiting-mentees = Waiting for { -mentor(form: "a") }
desk-page-waiting-mentors = Ready to support somebody
desk-page-waiting-none = Nobody waits.
desk-page-waiting-more = { $as ->
    [mentee] Who waits to be supported, longest first: { $count }
   *[mentor] Who waits to support somebody, longest first: { $count }
  }
desk-page-col-since = Since
desk-page-col-why = Why
desk-page-waiting-why = { $why ->
    [away] On a break, or not here just now
    [to-confirm] Both said yes: it is for you to confirm
    [asking] Somebody was asked, and has not answered yet
    [drafted] In your draft
    [choosing] Can choose from a list
    [again] Asked for a different match, and goes first
    [nobody-asks] Nobody has asked for them yet
   *[looking] Nobody who fits is free, or has agreed to be shown
  }
desk-page-draft = A draft for everybody
desk-page-draft-what = Brings everybody who waits together at once. Nobody hears of it until you send it.
desk-page-draft-look = Look at the draft
desk-page-draft-more = This puts people who wait together. As many as possible get somebody who fits. It is yours to change. Nobody hears of it until you send it.
desk-page-draft-working = It is being worked out
desk-page-draft-share = Done so far: { $share } of 100
desk-page-draft-meanwhile = You can leave this page and come back. What was there before stays for now.
desk-page-draft-again = Look again
desk-page-draft-made = It was worked out on
desk-page-draft-make = Make a draft
desk-page-draft-make-new = Make a new draft
desk-page-draft-pairs = Who is together in it
desk-page-draft-pairs-more = Press two people to see why, to change it, or to take them out.
desk-page-draft-empty = Nobody is in the draft just now.
desk-page-draft-two = Two people
desk-page-draft-points = Points
desk-page-draft-offer = Send all offers
desk-page-draft-offer-more = Each { -mentee } then sees their { -mentor } on their own list, and chooses. Those who cannot be offered just now stay in the draft. People with nobody are told kindly that they wait on.
desk-page-draft-add = Put two more people together
desk-page-draft-add-do = Put them in the draft
desk-page-draft-differs-more = As it was worked out, before anything was changed by hand.
desk-page-draft-now = { $pairs ->
    [one] One person has somebody in it
   *[other] { $pairs } people have somebody in it
  }.{ $sent ->
    [0] {""}
    [one] {" "}One of them has heard of it.
   *[other] {" "}{ $sent } of them have heard of it.
  } { $waiting ->
    [0] Nobody else waits.
    [one] One person waits and is not in it.
   *[other] { $waiting } people wait and are not in it.
  }
desk-page-draft-where = Where it stands
desk-page-draft-stands = { $state ->
    [drafted] Only here
    [offered] On their list
    [asked] The { -mentor } was asked
   *[accepted] For you to confirm
  }
desk-page-draft-part = { $first } to { $last } of { $all }
desk-page-draft-before = The ones before
desk-page-match-stands = { $state ->
    [accepted] Both said yes. It is for you to confirm.
    [drafted] They are in your draft. Neither has heard of it.
    [asked] The { -mentor } was asked, and has not answered yet.
   *[offered] It is on the list from which they choose.
  }
desk-page-match-mentee = Who is supported
desk-page-match-mentor = Who supports them
desk-page-match-why = Why these two
desk-page-match-why-more = Each line counts on its own, and all together make the sum. Only you see this.
desk-page-match-decide = Your decision
desk-page-match-decide-more = If you confirm, they are a { -pair }, and both are told. If not, it is not suggested again. Nobody hears why.
desk-page-match-aside-more = You can say no. Then it is not suggested again. Nobody hears why.
desk-page-match-draft = In the draft
desk-page-match-draft-more = You can send this one by itself. Or take it out for now. Or choose somebody else.
desk-page-match-offer = Put it on their list
desk-page-match-out = Take it out
desk-page-match-swap = Somebody else to support them
desk-page-match-swap-do = Choose this one instead
desk-page-match-confirmed-said = Done. They are a { -pair } now, and both are told.
desk-page-match-offered-said = Done. Those who can choose now are told.
desk-page-draft-asked-said = Your draft is on its way.
