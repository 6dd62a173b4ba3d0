### The help card in Easy Read.

help-title-me = You matter. You are not alone. These people want to listen to you.
help-title-someone = It is good that you want to help. These people can help. You can call them for yourself too.

help-day-and-night = You can call these at any time:
help-open-now = These are open now:
help-open-later = This is closed now:
help-hours-unknown = You can also try these. We do not know when they are open:

helpline-emergency = { $about ->
    [someone] Is someone in danger of dying now? Call { $number }.
   *[me] Are you in danger of dying now? Call { $number }.
  }
helpline-nhs-24 = { $about ->
    [someone] NHS 24 helps when you worry about someone. Call { $number }.
   *[me] NHS 24 helps when you feel very bad. Call { $number }.
  }
helpline-samaritans = { $about ->
    [someone] Samaritans listen to you and to them. Call { $number }. It is free.
   *[me] Samaritans listen to you. Call { $number }. It is free.
  }
helpline-breathing-space = Breathing Space listens to people from age 16. Call { $number }.
helpline-childline = Childline is for children and young people. Call { $number }.
helpline-shout = You can write to Shout. Text { $number }.
helpline-own = { $kind ->
    [abuse] Does someone at home hurt or scare you? { $name } can help. { $way ->
        [text] Text { $number }.
       *[call] Call { $number }.
      }
    [drugs-and-alcohol] { $name } helps with drugs and alcohol. { $way ->
        [text] Text { $number }.
       *[call] Call { $number }.
      }
    [carers] { $name } helps people who look after someone. { $way ->
        [text] Text { $number }.
       *[call] Call { $number }.
      }
   *[other] { $name } can help. { $way ->
        [text] Text { $number }.
       *[call] Call { $number }.
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

help-programme-contact =
    Your { -programme } has a person for you.
    Name: { $name }.
    Phone: { $phone }.
    When they are there: { $hours }

help-no-emergency-service = This chat is not an emergency service. It gives no medical advice.
help-not-an-emergency-service =
    This chat is not an emergency service. It cannot give medical advice.
    Nobody reads what you write here. Nothing was sent to anyone.
help-nothing-passed-on-yet = I cannot pass anything on just now. I will try again. If you hear nothing from me in a few minutes, please write it again.
help-words-kept = We kept what you were writing.

help-turn-to-me = This is about me
help-turn-to-someone = This is about someone I look after
