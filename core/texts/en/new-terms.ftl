## When a programme's document changes something that a pair agreed to.

new-terms-title = Your { -programme } would like to change something that the two of you agreed on. Nothing changes unless you both say yes.
new-terms-agreement = What you both agree to would now be:
new-terms-meetings = { -meeting(form: "A") } would be { $minutes } minutes, unless you choose another length.
new-terms-messages = Messages between you would be passed on from { $from } to { $to }, and kept for { $days } days.
new-terms-ending-date = Your time together would be { $weeks } weeks, with a proper goodbye.
new-terms-ending-review = Every { $weeks } weeks you would look together at whether to go on.
new-terms-ending-milestone = Your time together would go on until you got to where you wanted to be.
new-terms-ending-none = Your time together would have no set end.
new-terms-choice = Both answers are fine. Nobody hears who said what.
new-terms-waits = Thank you. It holds once the other one has said yes too. Until then all stays as the two of you agreed; I do not say who has answered what.
new-terms-agreed = You have both said yes. It holds from now on.
new-terms-kept = All stays as the two of you agreed.
button-new-terms-yes = Yes, that is fine
button-new-terms-keep = Keep it as it is
