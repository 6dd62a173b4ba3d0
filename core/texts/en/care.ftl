### For when it is a lot, and whether it is still helping.

button-a-lot = This is a lot for me just now
a-lot-heard = Thank you for saying so. { -coordinator(form: "A") } is asked to get in touch with you.
a-lot-not-counted = It is not counted anywhere, and says nothing about how you do. The one you meet is not told.
a-lot-meanwhile = You can take a break at any time, and meetings can be moved.
board-a-lot-just-now = { $n }. { $name } says that it is a lot just now. Please get in touch; it says nothing about how they do. { board-since }
board-wants-a-change = { $n }. { $name } would like something to change with their { -pair }. They have told nobody else. { board-since }
board-wants-to-end = { $n }. { $name } would like their { -pair } to come to a kind end. They have told nobody else. { board-since }
board-contact-out-of-hours = { $n }. { $one } and { $two } write more outside their hours than they did. A topic for supervision, and no more than that. { board-since }

still-helping-discreet = I have a short question for you, whenever it suits you.
still-helping = Are your talks with { $partner } still helping you?
still-helping-private = { $partner } is not asked for you and does not see your answer. I ask about every { NUMBER($weeks) } weeks. Every answer is fine.
other-help = There is other help beside this, and you can use both: write "who" for people to talk to.
button-still-helps = Yes, it helps
button-wants-change = Something should change
button-wants-pause = I need a break
button-wants-talk = I would like to talk to somebody
button-wants-end = I would like it to end
still-helping-said-helps = That is good to hear.
still-helping-said-change = { -coordinator(form: "A") } hears that you would like something to change, and will get in touch. Nobody else is told.
still-helping-said-end = That is all right. { -coordinator(form: "A") } hears of it, and will talk with you about a kind end. Nobody else is told until then.

button-group-leave-now = Leave this one now
group-left-now = You are out of this one, and need not say why. You are still in the group. I will ask tomorrow how you are.
after-leaving = Hello. How are you today?
after-leaving-ways = If something is still with you, you can talk to somebody, or write it down for yourself.

after-hard = How was that for you?
after-hard-ways = You need not answer, and nothing is kept of this. If something is still with you, you can talk to somebody, or write it down for yourself.
button-was-all-right = It was all right
after-hard-fine = Good. Take your time all the same.

## Whether a group is still helping, and that there is other help.

button-other-help = Other help
button-not-sure = I am not sure
group-still-helping = Is { $name } still helping you?
group-still-helping-private = Nobody in the { -group } is told that I ask, or what you answer. I ask about every { NUMBER($weeks) } weeks. Every answer is fine.
group-still-helping-said-helps = That is good to hear.
group-still-helping-said-unsure = That is fine. You can come less often, only listen, take a break, or leave without a reason. Nobody is told.
group-still-helping-said-talk = { -coordinator(form: "A") } is asked to get in touch with you. Nobody in the { -group } is told.
