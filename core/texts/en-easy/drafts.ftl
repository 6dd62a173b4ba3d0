### A draft of matches for everybody who waits.

draft-failed = { $why ->
    [too-many] There are too many people for one draft. Match some people one by one first. Or ask whoever runs this place for help.
    [overtaken] The draft could not be kept. Other people changed things at the same time. Try again later.
   *[fault] The draft could not be made. Something went wrong here. Nothing was changed. Try again. If it happens again, tell whoever runs this place.
  }

draft-differs-head = If people picked one by one: who waited longest goes first
draft-differs-none = If people picked one by one, everybody would have the same.
draft-differs-another = { $when ->
    [then] Then { $name }
   *[first] { $name }
  } would have { $there } ({ $therePoints } points). In this draft it is { $here } ({ $herePoints } points).
draft-differs-nobody = { $when ->
    [then] Then { $name }
   *[first] { $name }
  } would have nobody. In this draft it is { $here } ({ $points } points).
draft-differs-waits = { $when ->
    [then] Then { $name }
   *[first] { $name }
  } would have { $there } ({ $points } points). In this draft { $name } waits on.
draft-differs-sum = Together: { $here ->
    [0] nobody has somebody in this draft
    [one] one has somebody in this draft
   *[other] { $here } have somebody in this draft
  } rather than { $there }, with { $herePoints } rather than { $therePoints } points.
draft-sums = { $here ->
    [0] Nobody is matched
    [one] One person is matched
   *[other] { $here } people are matched
  } in this draft, and { $there } if whoever waited longest picked first. All points together: { $herePoints } rather than { $therePoints }.
draft-left-over = { $count ->
    [0] Nobody waits on.
    [one] One person waits on.
   *[other] { $count } people wait on.
  }
draft-of-all-sites = A draft is made for all sites at once. Ask somebody who coordinates all of them. You can decide about people of your site.
draft-on-a-break = { $name } is on a break just now. Wait until they are back, or choose somebody else.
draft-asking = { $name } has asked { -mentor(form: "a") } already and waits for the answer. Let that come first.
draft-not-there = { $name } cannot be { -mentor(form: "a") } to somebody just now: something of their training is missing, or nothing reaches them. Their page says more.
draft-other-site = { $one } and { $two } belong to different sites. Choose somebody of the same site.
draft-no-place = { $count ->
    [0] { $name } has as many people as they take. Choose somebody else, or ask them whether they would take one more.
   *[other] { $name } is with somebody else in this draft. Take that out first, or choose somebody else.
  }
draft-not-agreed = { $two } has not agreed that others read about them. { $one } cannot choose from a list. Speak with both. If both would like it, confirm the match.
draft-has-one = They have somebody in this draft already. Put somebody else in that place instead.
draft-nobody-to-offer = There is nobody in this draft who can be offered just now. Look at each of them to see why.
draft-being-made = A new draft is being made just now. Wait for it. Then change that one.
