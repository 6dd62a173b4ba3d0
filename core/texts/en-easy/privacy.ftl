## Having a copy of everything, and having it deleted.

menu-export = A copy of what you keep about me
menu-delete = Delete all about me
button-export-my-data = Get a copy of it all
button-delete-me = Delete all about me
nobody-by-that-id = There is nobody here by that id.

old-button = That button does nothing any more. Write to me if you want to begin.

delete-what-goes = I can delete all about you. Your name goes. What you wrote goes. Your choices go. I can do it now.
delete-meetings = { $count ->
    [one] Your meeting to come is called off.
   *[other] Your { $count } meetings to come are called off.
  }
delete-pair = Your { -pair } ends. The other one hears that you have left. They keep what they wrote.
delete-group = The { -group } you lead ends. It needs a trained person to lead it.
delete-what-stays = We still count some things. We count that two people met. Your name is not with it. Was there a worry about somebody? Then the safety record of it stays for some time.
delete-chat = The messages stay in your chat app. You can delete the chat there.
delete-no-way-back = Nobody can undo this. You can come back any day. Then we start new.
delete-sure = Do I delete all about you now? Nobody can undo this.
button-export-first = First a copy of it all
button-delete-go-on = Go on to delete
button-delete-everything = Yes, delete it all
button-keep-everything = No, keep it

erased-done = It is done. All about you is deleted here. I do not know you any more.
erased-welcome-back = Thank you for being here. You can write again any day. Then we start new.
erased-people = Would you like to talk to a person? You can ask here:

partner-left = The person in your { -pair } has left for good. Your { -meeting(form: "many") } with them are called off. You did nothing wrong.
partner-left-kept = What you wrote is still yours. It is still here.
partner-left-next = { -coordinator(form: "A") } knows. They will talk with you. You can also ask them:
board-partner-left = { $n }. { $name }: the other one of their { -pair } has left. They may want to talk. { board-since }

export-no-app = I cannot reach them in a chat app. The copy goes only to their own chat.
my-data-readable = This is all we keep about you. You can read it. I made it just now. I keep no copy.
my-data-json = This is the same for a computer.
my-data-careful = All you wrote is in it. Keep it safe.

## Saying yes or no to each part of what is kept.

button-my-consents = What I may keep
consents-title = You can stop each of these. You can allow it again. The rest goes on.
consents-how = You stop one? Then I delete it at once.
consent-asked-again = We keep something new now. So I ask you again. I keep nothing new before your answer.
consent-free = Both answers are fine. You can change your mind.
consent-situation = May I keep what brought you here? It is locked. Nobody else sees it.
consent-answers = May I keep what you answer on the way in? Only your own key opens it. { -coordinator(form: "A") } reads it, to talk with you and to find somebody for you. When they read it, I write that down.
consent-reflections = May I keep what you write? It is locked. You can share it. Then others see it.
consent-sharing = May I show { -coordinator(form: "a") } what you choose? You can take it back.
consent-nudges = May I write first now and then? I keep what I wrote and why.
consent-needed = That is not kept: keeping it needs your yes first.
withdraw-situation = I delete what brought you here. I do not keep it again. Is that OK?
withdraw-answers = I delete what you answered on the way in. You keep your place. { -coordinator(form: "A") } talks with you instead. I do not tell them why. Shall I?
withdraw-reflections = I delete all you wrote for yourself. Nobody can bring it back. Is that OK?
withdraw-sharing = { -coordinator(form: "A") } sees no more of what you wrote. Is that OK?
withdraw-nudges = I do not write first any more. Is that OK?
button-stop-situation = Stop keeping what brought me here
button-stop-answers = Stop keeping what I answered on the way in
button-stop-reflections = Stop keeping what I write
button-stop-sharing = Stop showing { -coordinator(form: "many") } my notes
button-stop-nudges = Stop writing first
button-allow-part = { $part ->
    [situation] Keep what brought me here
    [answers] Allow keeping what I answer on the way in
    [reflections] Keep what I write
    [sharing] Let me show my notes
   *[nudges] You may write first
  }
button-yes-keep = Yes, that is fine
button-no-do-not-keep = No, do not keep it
button-yes-stop-keeping = Yes, stop it
erase-not-staff = They have work to do here. Only whoever runs this place can delete them.
