### What somebody writes for themself, and what they choose to share.

# "unnamed" stands for somebody who has not chosen a name yet.
reflection-partner = { $partner ->
    [unnamed] the other person
   *[other] { $partner }
  }
reflection-day = { $weekday } { $day } { $month }{ $year ->
    [this] { "" }
   *[other] { " " }{ $year }
  }

reflect-ask = What do you want to write? You can tap a button. You can write one word or more.
reflect-ask-meeting = How was it with { reflection-partner }? You can tap a button. You can write one word or more.
reflect-reassure = There is no right or wrong. Only you can see it.
reflect-good = 🙂 Good
reflect-mixed = 😐 In between
reflect-hard = 🌧 Hard
reflect-kept = You wrote this: “{ $words }”
reflect-keep-ask = Do you want to keep it? You can also write something else.
reflect-keep = Yes, keep it

reflection-saved = Saved. Thank you for writing.
reflection-of = You wrote this on { reflection-day }.
reflection-only-you = Only you can see it.
reflection-seen-by-partner = You shared it. { reflection-partner } can read it too.
reflection-seen-by-coordinator = You shared it. The { -coordinator(form: "many") } can read it too.
reflection-share-partner = Share with { reflection-partner }
reflection-share-coordinator = Share with { -coordinator(form: "a") }
reflection-unshare-partner = Stop sharing with { reflection-partner }
reflection-unshare-coordinator = Stop sharing with { -coordinator(form: "many") }
reflection-read = Read it
reflection-add = Add more
reflection-who-sees = Who can see it
reflections-all = All I wrote
reflection-partner-gone = You cannot share it with them now. Only you can see it.
reflection-not-here = This is not here any more.

reflection-change-ask = This is your text now. Send the new text.
reflection-change-shared = You shared this. Other people can read the new text too.
reflection-add-ask = What do you want to add?
reflection-too-long = Your text is too long now. You can start a new one.

reflection-delete-ask = Do you want to delete your text of { reflection-day }? You cannot get it back.
reflection-deleted = It is deleted.

reflection-shared-with-you = { reflection-partner } shared something with you. You can read it now or later.
reflection-by = { reflection-partner } wrote this on { reflection-day }:
reflection-not-shared = You cannot read this now. The person does not share it any more.

reflections-none = There is nothing here yet. One word is enough to start.
reflections-list = This is what you wrote. Tap one to read it.
reflection-entry = { reflection-day }: { $words }
reflections-newer = Newer
reflections-older = Older
reflect-write = Write something
reflections-save-file = Save all as a file
reflections-file = This file has everything you wrote. It is private. Keep it in a safe place.

reflection-offer = Do you want to write about today? One tap is enough. Only you can see it.
reflection-later = That is fine. You can write “reflect” any time.
