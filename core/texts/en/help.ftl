### The help card: whom to call, at once and without questions. Only headings say when a line is open;
### the lines themselves never do.

help-title-me = You matter, and you do not have to carry this alone. These people are there to listen.
help-title-someone = It is good that you looked for help for someone. These people can help, and you can ring them for yourself too.

help-day-and-night = Day and night:
help-open-now = Open now:
help-open-later = Not open just now:
help-hours-unknown = You can also try these. We do not know their hours:

helpline-emergency = { $about ->
    [someone] If someone's life is in danger right now, call { $number }.
   *[me] If your life is in danger right now, call { $number }.
  }
helpline-nhs-24 = { $about ->
    [someone] NHS 24, for worries about somebody's mind or body: call { $number }.
   *[me] NHS 24, for help with how you feel: call { $number }.
  }
helpline-samaritans = { $about ->
    [someone] Samaritans, if you want to talk, or they do: call { $number }. It is free.
   *[me] Samaritans, to talk about anything: call { $number }. It is free.
  }
helpline-breathing-space = Breathing Space, if you are 16 or over: call { $number }.
helpline-childline = Childline, for children and young people: call { $number }.
helpline-shout = Shout, if writing is easier: text { $number }.
helpline-own = { $kind ->
    [abuse] If somebody at home hurts or frightens you, { $name }: { $way ->
        [text] text { $number }.
       *[call] call { $number }.
      }
    [drugs-and-alcohol] About drugs or alcohol, { $name }: { $way ->
        [text] text { $number }.
       *[call] call { $number }.
      }
    [carers] If you look after somebody, { $name }: { $way ->
        [text] text { $number }.
       *[call] call { $number }.
      }
   *[other] { $name }: { $way ->
        [text] text { $number }.
       *[call] call { $number }.
      }
  }

help-opens-next = It opens on { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
  } at { NUMBER($hour) }{ $minute ->
    [0] { "" }
   *[other] .{ $minute }
  }{ $half ->
    [am] am
   *[pm] pm
  }.

help-programme-contact = Your { -programme } has a person for you: { $name }, { $phone }. When they are there: { $hours }

help-no-emergency-service = This chat is not an emergency service. It gives no medical advice.
help-not-an-emergency-service = This chat is not an emergency service and gives no medical advice. Nobody reads along, and nothing was sent to anyone.
help-nothing-passed-on-yet = I cannot look anything up or pass anything on just now. I try again by myself. If you hear nothing more from me in a few minutes, please write it again.
help-words-kept = What you were writing is kept as you wrote it.

help-turn-to-me = This is about me
help-turn-to-someone = This is about someone I look after
