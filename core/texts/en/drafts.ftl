### A draft of matches for everybody who waits.

draft-failed = { $why ->
    [too-many] There are too many people for one draft. Match some of them one by one first, or ask whoever runs this place to make a programme of their own for each site.
   *[fault] The draft could not be made: something went wrong here, more than once. Nothing was changed. Try again; if it fails again, tell whoever runs this place.
  }
