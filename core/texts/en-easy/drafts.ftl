### A draft of matches for everybody who waits.

draft-failed = { $why ->
    [too-many] There are too many people for one draft. Match some people one by one first. Or ask whoever runs this place for help.
   *[fault] The draft could not be made. Something went wrong here. Nothing was changed. Try again. If it fails again, tell whoever runs this place.
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
