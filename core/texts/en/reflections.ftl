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

reflect-ask = What would you like to write? One tap, one word, an emoji or a page: all are fine.
reflect-ask-meeting = How was it with { reflection-partner }? One tap, one word, an emoji or a page: all are fine.
reflect-reassure = There is no right or wrong. Only you can see it.
reflect-good = 🙂 Good
reflect-mixed = 😐 Mixed
reflect-hard = 🌧 Hard
reflect-kept = Earlier you wrote: “{ $words }”
reflect-keep-ask = Shall I keep that as your { -reflection }? Or write something else now.
reflect-keep = Yes, keep that

reflection-saved = Saved. Thank you for writing.
reflection-of = Your { -reflection } of { reflection-day }.
reflection-only-you = Only you can see it.
reflection-seen-by-partner = { reflection-partner } can read it too, because you shared it.
reflection-seen-by-coordinator = The { -coordinator(form: "many") } can read it too, because you shared it.
reflection-share-partner = Share with { reflection-partner }
reflection-share-coordinator = Share with { -coordinator(form: "a") }
reflection-unshare-partner = Take back from { reflection-partner }
reflection-unshare-coordinator = Take back from { -coordinator(form: "many") }
reflection-read = Read it
reflection-add = Add more
reflection-who-sees = Who can see it
reflections-all = All I have written
reflection-partner-gone = It cannot be shared with them any more. It stays with you, and only you can see it.
reflection-not-here = This is not here any more.

reflection-change-ask = This is what it says now. Send what it should say instead.
reflection-change-shared = It is shared: what you send can be read by others too.
reflection-add-ask = What would you like to add?
reflection-too-long = Together that is longer than one { -reflection } can be. You can start a new one.

reflection-delete-ask = Delete your { -reflection } of { reflection-day } for good? It cannot be brought back.
reflection-deleted = It is deleted.

reflection-shared-with-you = { reflection-partner } has shared something with you. Read it whenever you like.
reflection-by = { reflection-partner } wrote on { reflection-day }:
reflection-not-shared = This is not shared with you any more. That is up to the person who wrote it.

reflections-none = Nothing here yet. A single word or an emoji is enough to begin.
reflections-list = What you wrote, newest first. Tap one to read it.
reflection-entry = { reflection-day }: { $words }
reflections-newer = Newer
reflections-older = Older
reflect-write = Write something
reflections-save-file = Save all as a file
reflections-file = Everything you wrote here, as a text file. It is private, so keep it in a safe place.

reflection-offer = Would you like to keep a word about today? One tap is enough, and only you can see it.
reflection-later = That is fine. You can write “reflect” any time.
