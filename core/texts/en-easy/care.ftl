### For when it is a lot, and whether it is still helping, in Easy Read.

button-a-lot = This is a lot for me just now
a-lot-heard = Thank you for telling me. { -coordinator(form: "A") } will talk with you.
a-lot-not-counted = Nobody counts this. It is not about how well you do. The other one is not told.
a-lot-meanwhile = You can take a break. You can move a meeting.
board-a-lot-just-now = { $n }. { $name } says it is a lot just now. Please talk with them. { board-since }
board-wants-a-change = { $n }. { $name } wants a change with their { -pair }. Nobody else knows. { board-since }
board-wants-to-end = { $n }. { $name } wants a kind end of their { -pair }. Nobody else knows. { board-since }
board-contact-out-of-hours = { $n }. { $one } and { $two } write more outside their hours. It is good to talk about it. { board-since }

still-helping-discreet = I have a short question for you.
still-helping = Do your talks with { $partner } still help you?
still-helping-private = { $partner } does not see your answer. I ask every { NUMBER($weeks) } weeks. Every answer is fine.
other-help = There is other help too. You can use both. Write "who".
button-still-helps = Yes, it helps
button-wants-change = Something should change
button-wants-pause = I need a break
button-wants-talk = I want to talk to someone
button-wants-end = I want it to end
still-helping-said-helps = That is good to hear.
still-helping-said-change = { -coordinator(form: "A") } will talk with you about a change. Nobody else is told.
still-helping-said-end = That is all right. { -coordinator(form: "A") } will talk with you. Nobody else is told yet.

button-group-leave-now = Leave this one now
group-left-now = You are out of this one. You need not say why. You are still in the group. I will ask tomorrow how you are.
after-leaving = Hello. How are you today?
after-leaving-ways = You can talk to someone. Or you can write it down for yourself.

after-hard = How was that for you?
after-hard-ways = You do not have to answer. I keep nothing of this. You can talk to somebody. You can write it down for yourself.
button-was-all-right = It was all right
after-hard-fine = Good. Take your time.

## Whether a group is still helping, and that there is other help.

button-other-help = Other help
button-not-sure = I am not sure
group-still-helping = Does { $name } still help you?
group-still-helping-private = Nobody in the { -group } knows that I ask. Nobody sees your answer. I ask about every { NUMBER($weeks) } weeks. Every answer is fine.
group-still-helping-said-helps = That is good to hear.
group-still-helping-said-unsure = That is fine. You can come less often. You can only listen. You can take a break. You can leave. Nobody is told.
group-still-helping-said-talk = { -coordinator(form: "A") } will get in touch with you. Nobody in the { -group } is told.
