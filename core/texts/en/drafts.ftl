### A draft of matches for everybody who waits.

draft-failed = { $why ->
    [too-many] There are too many people for one draft. Match some of them one by one first, or ask whoever runs this place to make a programme of their own for each site.
   *[fault] The draft could not be made: something went wrong here, more than once. Nothing was changed. Try again; if it fails again, tell whoever runs this place.
  }

draft-differs-head = If whoever waited longest picked first
draft-differs-none = If whoever waited longest picked first, everybody would have the same.
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
draft-of-all-sites = A draft is made for all sites of a programme at once. Ask somebody who coordinates all of it. You can decide about the people of your own site.
