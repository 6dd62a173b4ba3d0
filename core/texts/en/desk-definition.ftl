desk-page-definition = What it goes by
desk-page-definition-what = What is in force, since when, and which numbers are our defaults.
desk-page-definition-look = See what it goes by
desk-page-definition-version = Version { $version }, in force since
desk-page-definition-by = Loaded by { $who }.
desk-page-definition-model = What kind it is
desk-page-definition-models = { $model ->
    [informal] Informal, between people who share something
    [paid] Paid
    [facilitated] Led by a professional
   *[organised-unpaid] Organised and unpaid
  }
desk-page-definition-weight = { $weight ->
    [light] Light: ground rules and safety alone
   *[structured] Structured: gates and logs
  }
desk-page-definition-sites = Sites
desk-page-definition-supports = What it offers
desk-page-definition-support = { $kind ->
    [group] Group
    [mutual-pair] Two who support each other
    [guest-talk] Talks
    [drop-in] Drop-in
    [taster] Taster
   *[one-to-one] One to one
  }
desk-page-definition-ending = How it ends
desk-page-definition-ends = { $policy ->
    [date] After { $weeks } weeks
    [review] Looked at together every { $weeks } weeks
    [milestone] When what they set out for is reached
   *[none] No end is set
  }
desk-page-definition-modules = Training
desk-page-definition-refresh = again after { $months } months
desk-page-definition-gates = What has to hold before somebody begins
desk-page-definition-factors = What speaks for two people as a pair
desk-page-definition-factor = What
desk-page-definition-weighs = Weight
desk-page-definition-needs = What nobody goes without
desk-page-definition-numbers = Numbers
desk-page-definition-numbers-more = Where it says "our default", nothing prescribes the number: it is our suggestion until the programme writes one.
desk-page-definition-now = Now
desk-page-definition-whose = Whose it is
desk-page-definition-ours = Our default
desk-page-definition-theirs = The programme’s own
desk-page-number = { $what ->
    [adultAge] Age from which somebody counts as grown up
    [supervision-everyDays] Days between two offers of supervision
    [care-hoursAWeek] Hours a week from which somebody may carry too much
    [care-meetingsAWeek] Meetings a week from which somebody may carry too much
    [training-refresherDays] Days of waiting until a volunteer is offered training again
    [training-remindDays] Days before training ends on which people are reminded
    [training-askAfterHours] Hours after a training meeting until people are asked how it was
    [matching-capacity] The most people that one supports at a time
    [matching-shortList] The most people on a list to choose from
    [matching-answerDays] Days until a request that nobody answers ends
    [matching-waitDays] Days of waiting until you are told of it
    [matching-newsDays] Days between two words to whoever waits
    [matching-fitAfter] Meetings until both are asked how it fits
    [meetings-minutes] Minutes of a meeting
    [meetings-shortNoticeMinutes] Minutes before a meeting from which calling off is late
    [meetings-patternCount] Times of calling off late until a pair may want a hand
    [meetings-patternDays] Days in which these are counted
    [meetings-costlyAskMinutes] Minutes before a time that costs something, to ask for a word
    [stillHelping-weeks] Weeks between two questions whether it still helps
    [remindsOfHelp-weeks] Weeks between two reminders that name other help
    [messages-keptDays] Days that messages of a pair are kept
    [safeguarding-acknowledgeMinutes] Minutes until the next person is asked about a worry
    [safeguarding-againMinutes] Minutes until the same people are asked again
    [safeguarding-inHandHours] Hours until whoever took it is asked whether it is in hand
    [safeguarding-keptYears] Years that a concern is kept after it was closed
    [nudges-weeklyCap] The most words of encouragement in a week
   *[other] Another number
  }
