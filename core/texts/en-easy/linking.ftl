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

my-apps-title = You use these chat apps:
my-apps-one = { app-name }, from { $day } { $month }
my-apps-not-reached = { app-name }. I cannot reach you there now.
my-apps-write-to = I write to you in { app-name }. I answer you where you write to me.
my-apps-nobody-sees = Nobody else sees which apps you use.

link-code-is = Your code: { $code }. It works once. It works for ten minutes.
link-code-how = Open the other chat app. Find me there. Write: link { $code }
link-code-secret = Do not give the code to anybody.

link-asks = { $named ->
    [yes] This code belongs to { $name } in { $programme }.
   *[no] This code belongs to somebody in { $programme }.
  } Is that you?
link-asks-what = Say yes to use this chat too. You can then read your messages here.
link-asks-begun = I will not keep your answers from here.
link-waits-for-yes = Thank you. Now go to the other app. Say yes there too.
link-wants = Somebody in { app-name } wants to be you. Was it you?
link-wants-what = Say yes only for yourself. They can then see and do all that you can. Press No for anybody else.
linked-here = This chat is yours now.
linked-there = { app-name } is linked now. You see the same things there.
linked-private = Nobody else sees which apps you use.
linked-change = You can change this under My chat apps.

link-not-known = That code is not right. Please look again. Write "link" and then the code.
link-expired = That code is too old now. Please make a new one in the other app.
link-used = That code has been used. Please make a new one in the other app.
link-taken = That code was used in another place. It has ended. Please make a new one.
link-too-many = Please wait ten minutes. Then try again.
link-own-here = That is your own code. Please write it in the other chat app.
link-own-there = This app is linked already.
link-other-person = This chat belongs to somebody already. I cannot link it. { -coordinator(form: "A") } can help you.
link-two-records = This chat belongs to somebody already. I have not linked it. Are both you? { -coordinator(form: "A") } can make them one. I have asked. Nothing has changed.
link-two-records-there = Somebody wrote your code in another chat. That chat belongs to somebody already. I have not linked it. Was it you? { -coordinator(form: "A") } can make the two one. I have asked. Was it not you? Nobody has seen anything.
link-went-astray = Your code was used in two places. I have ended it. Nothing was linked. You can make a new code.
link-too-late = That question is over. You can make a new code.
link-not-made = Nothing was linked.
link-stopped = Nothing was linked. That code has ended. Nobody has seen anything.
link-other-said-no = The answer in the other app was no. Nothing was linked.

unlink-ask = Shall I unlink { app-name }? I will not write there any more.
unlink-what = What you began to write is kept. You find it in your other app.
unlink-last = I can only reach you in this app. You will hear nothing from us then. You will not hear about changes.
unlink-last-instead = You can have a break instead. You can also stop my messages.
unlinked-here = This chat is unlinked now. I will not write here. You can begin again as somebody new.

## When two records are of one person.

records-same = These two are one already. Choose two people.
records-held = One of the two is under age. Somebody has to decide on that first.
records-silence = One of the two asked for silence. They have to write "start" there first.
records-other-way = The second of the two has { records-thing }. The first has not. Please name the one who has it first.
records-both-have = Both have things of their own. The second has { records-thing }. I would lose some of it. Agree with them which one they go on with. They can then go to "My chat apps". There they unlink the other chat. Then they link it again with a code.
records-not-shown = Nobody has shown that both chats are theirs. Ask them to write "link another app" in one chat. The code goes in the other.
records-thing = { $thing ->
    [pair] { -pair(form: "a") }
    [meeting] { -meeting(form: "many") }
    [reflection] something they wrote for themselves
    [draft] something they have begun to write
    [supporter] a supporter, or somebody they support
    [group] a place in a group
    [message] messages with somebody
    [enquiry] what they told us when they came
    [training] their training
   *[other] other things of their own
  }
