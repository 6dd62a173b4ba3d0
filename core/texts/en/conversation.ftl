## What the bot says wherever somebody is.

please-choose = Please choose one of the buttons below.
nothing-written = There was nothing in that message. Please write a word or two.
too-long = That is longer than I can keep in one go. Please send it in parts of up to { $most } characters.
only-in-private = Please write to me in a private chat. I do not talk about anybody's { -meeting(form: "many") } here.
supporter-may-not = This part is private. Only the person themself can see it.
