### The rehearsal page: phones and a clock, for whoever tries the programme out.

rehearsal-title = Rehearsal
rehearsal-intro = Try everything out here. Nobody real is written to. You hold every phone, and you move the clock.
rehearsal-phones = The phones
rehearsal-skip = Go to the phones

## The clock

rehearsal-clock = The clock
rehearsal-clock-zone = in the United Kingdom
rehearsal-hour-later = An hour later
rehearsal-day-later = A day later
rehearsal-to-next = To the next thing that happens
rehearsal-news-for = Something new for { $names }.
rehearsal-no-news = Time went by. No phone has anything new.
rehearsal-nothing-next = There is nothing more to come for now.

## A phone

rehearsal-part = { $part ->
    [mentee] { -mentee(form: "one") }
    [mentor] { -mentor(form: "one") }
   *[new] new here
  }
rehearsal-phone-of = { $name }’s phone
rehearsal-chat-of = The chat on { $name }’s phone
rehearsal-bot = bot
rehearsal-empty = Nothing has been written here yet.
rehearsal-write = Write as { $name }
rehearsal-write-hint = Message
rehearsal-send = Send
rehearsal-commands = Commands
rehearsal-attach = Attach
rehearsal-send-voice = A voice note
rehearsal-send-photo = A photo
rehearsal-more = More
rehearsal-block = Block the bot
rehearsal-unblock = Unblock the bot
rehearsal-start = Start
rehearsal-start-poster = Start by the link on a poster
rehearsal-voice = Voice note
rehearsal-photo = Photo
rehearsal-sticker = Sticker
rehearsal-download = Download { $name }
rehearsal-edited = changed { $time }
rehearsal-is-writing = { $name } wrote
rehearsal-bot-wrote = The bot wrote

## Somebody new

rehearsal-somebody-new = Somebody new
rehearsal-new-name = Their name
rehearsal-new-phone = Give them a phone
rehearsal-new-example = Sam

## When something is not right

rehearsal-back = Back to the phones
rehearsal-elsewhere = That came from another page, so nothing was done.
rehearsal-no-phone = There is no such phone.
rehearsal-no-file = There is no such file.
rehearsal-trouble = That did not work. Please look at the messages of the program.
rehearsal-too-long = That is more than fits. Please write less.
