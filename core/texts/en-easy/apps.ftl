apps-were-away = I was away { $app ->
    [telegram] from Telegram
    [discord] from Discord
    [slack] from Slack
   *[other] from here
} for a while. Something you did may not have reached me.
apps-write-again = Your meetings are safe. Did you wait for an answer? Please write or press again.
