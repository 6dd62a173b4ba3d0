### The rehearsal page: three chat apps and a clock, for whoever tries the programme out.

rehearsal-title = Rehearsal
rehearsal-intro = Try everything out here. Nobody real is written to. You are everybody, in every app, and you move the clock.
rehearsal-phones = The apps
rehearsal-skip = Go to the apps
rehearsal-joining = Everybody is joining just now. One moment, please.

## Who is shown

rehearsal-who = Who is shown
rehearsal-view = { $view ->
    [apps] Three apps
    [telegram] Two on Telegram
   *[everybody] Everybody
  }
rehearsal-choose-who = Choose
rehearsal-show = Show { $who }
rehearsal-hide = Hide { $who }
rehearsal-app = { $app ->
    [telegram] Telegram
    [discord] Discord
   *[slack] Slack
  }

## The clock

rehearsal-clock = The clock
rehearsal-clock-zone = in the United Kingdom
rehearsal-hour-later = An hour later
rehearsal-day-later = A day later
rehearsal-to-next = To the next thing that happens
rehearsal-news-for = Something new for { $names }.
rehearsal-no-news = Time went by. Nobody has anything new.
rehearsal-nothing-next = There is nothing more to come for now.

## Somebody’s app

rehearsal-part = { $part ->
    [mentee] { -mentee(form: "one") }
    [mentor] { -mentor(form: "one") }
    [coordinator] { -coordinator(form: "one") }
   *[new] new here
  }
rehearsal-phone-of = { $name }’s { rehearsal-app }
rehearsal-chat-of = What { $name } sees
rehearsal-tabs = Where { $name } looks
rehearsal-something-new = something new
rehearsal-bot = bot
rehearsal-app-badge = APP
rehearsal-home-tab = Home
rehearsal-only-you = { $app ->
    [discord] Only you can see this
   *[other] Only visible to you
  }
rehearsal-thinking = The bot is thinking…
rehearsal-edited-mark = (edited)
rehearsal-choose = Choose one
rehearsal-choose-button = Choose
rehearsal-sheet-submit = Submit
rehearsal-sheet-cancel = Cancel
rehearsal-not-taken = The app did not take that. Please look at it once more.
rehearsal-no-answer = The bot did not answer in time.
rehearsal-empty = Nothing has been written here yet.
rehearsal-write = Write as { $name }
rehearsal-write-hint = { $app ->
    [telegram] Message
   *[other] Message { $where }
  }
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
rehearsal-new-app = Their app
rehearsal-new-phone = Let them in
rehearsal-new-example = Sam

## When something is not right

rehearsal-back = Back to the apps
rehearsal-elsewhere = That came from another page, so nothing was done.
rehearsal-no-phone = There is nobody like that here.
rehearsal-no-file = There is no such file.
rehearsal-trouble = That did not work. Please look at the messages of the program.
rehearsal-too-long = That is more than fits. Please write less.
