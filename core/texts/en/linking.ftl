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
link-two-records = This chat belongs to somebody already, so I have not linked it, and that code has ended. If both are you, { -coordinator(form: "a") } can make them one. I have asked for that, and you need do nothing. Nothing here has changed.
link-two-records-there = Your code was written in a chat that belongs to somebody already, so I have not linked it, and the code has ended. If it was you, { -coordinator(form: "a") } can make the two one. I have asked for that. If it was not you, nobody has seen anything.
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

## When two records are of one person.

records-same = These two are one and the same already. Choose two people.
records-held = One of the two has said that they are under age. Somebody has to decide on that first, before they can be made one.
records-silence = One of the two asked for silence. They have to write "start" there first, so that nothing comes where they want none.
records-other-way = The second of the two has { records-thing }, and the first has nothing like that. So it works the other way round: name the one who has it first.
records-both-have = Both have things of their own, so I cannot make them one without losing some: the second has { records-thing }. Agree with them which one they go on with. They can then unlink the other chat under "My chat apps", and link it again with a code.
records-not-shown = Nobody has shown yet that both chats are theirs. Ask them to write "link another app" in one chat, and the code in the other. After that it can be done.
records-thing = { $thing ->
    [pair] { -pair(form: "a") }
    [meeting] { -meeting(form: "many") }
    [reflection] something they wrote for themselves
    [draft] something they have begun to write
    [supporter] a supporter, or somebody they support
    [group] a place in a group
    [message] messages with somebody
    [enquiry] what they told us when they came in
    [training] what is on record of their training
   *[other] other things of their own
  }
