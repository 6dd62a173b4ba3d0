## What the bot says wherever somebody is.

please-choose = Please choose one of the buttons below.
nothing-written = That message was empty. Please write something.
too-long = That is too long for me. Please send parts of up to { $most } characters.
only-in-private = Please write to me in a private chat. I do not talk about anybody's { -meeting(form: "many") } here.
supporter-may-not = This part is private. Only the person can see it.
