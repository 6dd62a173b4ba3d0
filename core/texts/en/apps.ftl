apps-were-away = I could not be reached { $app ->
    [telegram] in Telegram
    [discord] in Discord
    [slack] in Slack
   *[other] here
} for a while. Something you wrote or pressed may not have reached me.
apps-write-again = What you had already arranged is safe. If you were waiting for an answer, please write or press again.
