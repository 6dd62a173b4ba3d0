### When somebody else may read on the phone, in Easy Read.

menu-hide = Clear this chat
button-hide = Clear this chat now
hidden-done = Done.
hidden-yours = Your own messages stay. You can delete them.
hidden-some-left = Some older messages stay too. You can delete them. Press one for long.
plain-note = Nothing for today.

button-safe-chat = When others see my phone
safe-chat-hide = I can take my messages away. Write "hide" or press the button. You delete your own messages yourself.
safe-chat-words = You can choose two words. The first word clears this chat. Nothing comes until you write the second word.
safe-chat-has-words = You have two words for this chat. The first word clears it. The second word brings it back. Messages wait until then.
safe-chat-help = The word "help" always shows the numbers to call.
safe-chat-forgotten = Did you forget the second word? Use another app that you linked. Or ask your coordinator.
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
code-words-set = Your two words are set. Now delete the messages with the words.
code-words-dropped = You have no words any more.
ask-code-word-away = Which word should clear this chat?
ask-code-word-how = Choose a word that you do not write often. I never show it again.
ask-code-word-back = Which word should bring the chat back? Choose another word.
code-word-length = Your word needs { NUMBER($least) } to { NUMBER($most) } letters. Please choose another word.
code-word-taken = I know this word already. Please choose another word.
code-word-same = The two words must not be the same.
