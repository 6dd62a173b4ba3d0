## Having a copy of everything, and having it deleted.

menu-export = A copy of what is kept of me
menu-delete = Delete everything about me
button-export-my-data = Get a copy of it all
button-delete-me = Delete everything about me
nobody-by-that-id = There is nobody here by that id.

old-button = That button does nothing any more. Write to me if you want to begin.

delete-what-goes = If you want, I delete everything about you: your name, your settings, everything you wrote, your links to chat apps, and the key that locks it. I can do it now.
delete-meetings = { $count ->
    [one] Your meeting to come is called off.
   *[other] Your { $count } meetings to come are called off.
  }
delete-pair = Your { -pair } ends. The other one hears that you have left, and no more than that. They keep what they wrote themselves.
delete-group = The { -group } you lead ends, because it needs somebody trained to lead it. What is planned there is called off.
delete-what-stays = What stays: dates and codes, such as that a meeting took place. They are only counted, and no name is with them. If somebody told the people who keep this place safe about a worry, their record of it stays for as long as they have to keep it.
delete-chat = The messages in this chat stay in your chat app. You can delete the chat there.
delete-no-way-back = This cannot be undone, by anybody. You can come back any day, and begin anew.
delete-sure = Shall I delete everything about you now? It cannot be undone.
button-export-first = First a copy of it all
button-delete-go-on = Go on to delete
button-delete-everything = Yes, delete everything
button-keep-everything = No, keep everything

erased-done = It is done. Everything about you is deleted here. I do not know you any more.
erased-welcome-back = Thank you for being here. If you ever write again, you are welcome, and we begin anew.
erased-people = If you would like to talk to a person, this is who is there:

partner-left = The person you were paired with has left for good. Your { -meeting(form: "many") } with them are called off. It is nothing you did.
partner-left-kept = What you wrote yourself is still yours, and still here.
partner-left-next = { -coordinator(form: "A") } knows, and will get in touch about what you would like next. You can also get in touch yourself:
board-partner-left = { $n }. { $name }: the other half of their { -pair } has left for good. They may want to talk, and a new { -pair }. { board-since }

export-no-app = They have no chat app that I can reach, and the copy goes only to their own chat.
my-data-readable = Here is everything that is kept of you, for reading. It was put together just now, and no copy of it is kept.
my-data-json = And the same for a computer to read.
my-data-careful = It has everything you wrote in it. Keep it where only you can see it.

## Saying yes or no to each part of what is kept.

button-my-consents = What may be kept
consents-title = You can stop each of these by itself, and allow it again. Everything else goes on as before.
consents-how = When you stop one, what was kept of it is deleted at once.
consent-asked-again = What is kept has changed since you agreed, so I ask you again. Until you answer, nothing new of it is kept.
consent-free = Both answers are fine, and you can change your mind any day.
consent-situation = May I keep what brought you here, as you put it? It is locked with your own key. { -coordinator(form: "A") } does not see it unless you tell them.
consent-answers = May I keep what you answer on the way in? It is locked with your own key. { -coordinator(form: "A") } reads it, so that they can talk with you and find somebody who suits you. Each time they read it, that is written down.
consent-reflections = May I keep what you write for yourself? It is locked with your own key, and nobody sees it unless you share it.
consent-sharing = May you share what you write with { -coordinator(form: "a") } through me? Only what you choose, and only until you take it back.
consent-nudges = May I write first now and then, when there is a reason? I keep what it was and why.
consent-needed = That is not kept: keeping it needs your yes first.
withdraw-situation = What brought you here is deleted, and I do not keep it again. Shall I?
withdraw-answers = What you answered on the way in is deleted. You keep your place, and { -coordinator(form: "a") } asks you in a talk what they need to know. They are not told why. Shall I?
withdraw-reflections = Everything you wrote for yourself is deleted, and I keep no more of it. It cannot be brought back. Shall I?
withdraw-sharing = What you shared with { -coordinator(form: "a") } is yours alone again, and nothing more is shared with them. Shall I?
withdraw-nudges = I do not write first any more. Shall I stop?
button-stop-situation = Stop keeping what brought me here
button-stop-answers = Stop keeping what I answered on the way in
button-stop-reflections = Stop keeping what I write for myself
button-stop-sharing = Stop sharing with { -coordinator(form: "many") }
button-stop-nudges = Stop writing first
button-allow-part = { $part ->
    [situation] Allow keeping what brought me here
    [answers] Allow keeping what I answer on the way in
    [reflections] Allow keeping what I write for myself
    [sharing] Allow sharing with { -coordinator(form: "many") }
   *[nudges] Allow writing first
  }
button-yes-keep = Yes, that is fine
button-no-do-not-keep = No, do not keep it
button-yes-stop-keeping = Yes, stop it
erase-not-staff = They coordinate or look after safety. Whoever runs this place can delete them.
