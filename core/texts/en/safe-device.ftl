### When somebody else may read on the phone. What is said in a chat that is hidden or put away names nothing.

menu-hide = Clear this chat
button-hide = Clear this chat now
hidden-done = Done.
hidden-yours = What you wrote yourself stays until you delete it.
hidden-some-left = Some older messages stay too. You can delete them yourself: press one for long, or delete the whole chat.
plain-note = Nothing for today.

button-safe-chat = When others see my phone
safe-chat-hide = I can take my messages out of this chat at any time. Write "hide", or press the button. What you wrote yourself you have to delete yourself.
safe-chat-words = You can also choose two words. When you write the first, this chat is cleared and looks like nothing much. Nothing comes by itself until you write the second.
safe-chat-has-words = You have two words for this chat. The first clears it and makes it look like nothing much. The second brings everything back; messages wait until then.
safe-chat-help = Even then, "help" always brings the numbers to call.
safe-chat-forgotten = If you forget the second word, you can bring the chat back from another app that you have linked, or ask your coordinator.
button-code-words = Choose two words
button-code-words-change = Change my two words
button-code-words-drop = No words any more
button-bring-back = Bring back my { $app ->
    [telegram] Telegram
    [discord] Discord
    [slack] Slack
   *[other] other
  } chat
code-words-title = Two words
code-words-set = Your two words are set. Delete the messages in which you wrote them.
code-words-dropped = There are no words any more.
ask-code-word-away = Which word is to put this chat away?
ask-code-word-how = Take something you would not write by chance. I never show it again.
ask-code-word-back = And which word is to bring it back? Take another one.
code-word-length = Please take a word with at least { NUMBER($least) } and at most { NUMBER($most) } letters.
code-word-taken = This word asks me for something already. Please take another one.
code-word-same = The two words have to be different.
