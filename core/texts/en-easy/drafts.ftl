### A draft of matches for everybody who waits.

draft-failed = { $why ->
    [too-many] There are too many people for one draft. Match some people one by one first. Or ask whoever runs this place for help.
   *[fault] The draft could not be made. Something went wrong here. Nothing was changed. Try again. If it fails again, tell whoever runs this place.
  }
