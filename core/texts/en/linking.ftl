## One person in several chat apps.

# "which" is empty, or a number where somebody has two of one kind.
app-name = { $platform ->
    [telegram] Telegram{ $which }
    [discord] Discord{ $which }
    [slack] Slack{ $which }
   *[other] another chat app{ $which }
}
button-my-apps = My chat apps
button-link-another = Link another chat app
button-write-in-app = Write to me in { app-name }
button-unlink-app = Unlink { app-name }
button-that-is-me = Yes, that is me
button-it-was-me = Yes, it was me
button-yes-unlink = Yes, unlink it

my-apps-title = These are the chat apps in which you are you:
my-apps-one = { app-name }, since { $day } { $month }
my-apps-not-reached = { app-name }, where I cannot reach you just now
my-apps-write-to = I write to you in { app-name }. If you write to me in another one, I answer you there.
my-apps-nobody-sees = Nobody else is shown which apps you use.

link-code-is = Your code: { $code }. It works once, for ten minutes.
link-code-how = Open the other chat app, find me there, and write: link { $code }
link-code-secret = Please give it to nobody. Whoever has it could ask to be you.

link-asks = { $named ->
    [yes] This code belongs to { $name } in { $programme }.
   *[no] This code belongs to somebody in { $programme }.
  } Is that you?
link-asks-what = If you say yes, this chat becomes yours too: what is written to you there may then be read here.
link-asks-begun = What you have answered here so far is not kept then.
link-waits-for-yes = Thank you. Now I ask in the other app too. Please say yes there.
link-wants = Somebody in { app-name } wants to be you. Was it you?
link-wants-what = If you say yes, whoever is there can read and do all that you can. If it was not you, press No and nothing happens.
linked-here = This chat is yours now.
linked-there = { app-name } is linked now. What you see here, you can see there.
linked-private = Nobody else is shown which apps you use.
linked-change = You can choose where I write to you, or unlink one, under My chat apps.

link-not-known = That code is not right. Please look at it once more and write it again, after the word "link".
link-expired = That code was good for ten minutes, and they are over. Please make a new one in the other app.
link-used = That code has been used. Please make a new one in the other app.
link-taken = That code was already written somewhere else, so I have ended it. Please make a new one in the other app.
link-too-many = Let us wait a little before the next code. Please try again in ten minutes.
link-own-here = That is your own code. Please write it in the other chat app, not here.
link-own-there = This app is linked to you already.
link-other-person = This chat belongs to somebody already, so I cannot link it. If both are you, { -coordinator(form: "a") } can help.
link-went-astray = Your code was written in two other places, so I have ended it. Nothing was linked. If you want to link an app, make a new code.
link-too-late = That question is over. Please make a new code if you want to link an app.
link-not-made = Nothing was linked.
link-stopped = Nothing was linked, and that code has ended. If it was not you, nobody has seen anything.
link-other-said-no = In the other app the answer was no, so nothing was linked.

unlink-ask = Shall I unlink { app-name }? I then write nothing there any more.
unlink-what = What you began to write there waits for you in your other app.
unlink-last = It is the only app in which I can reach you. Nothing from us can reach you then, not even a change of a time.
unlink-last-instead = If you only want some quiet, you can have a break or stop my messages instead.
unlinked-here = This chat is unlinked now. I write nothing here any more. If you write to me, you begin as somebody new.
