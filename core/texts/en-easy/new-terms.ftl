## When a programme's document changes something that a pair agreed to.

new-terms-title = Your { -programme } wants to change something. It only changes if you both say yes.
new-terms-agreement = You would both agree to this:
new-terms-meetings = { -meeting(form: "A") } would be { $minutes } minutes long.
new-terms-messages = Messages would be sent from { $from } to { $to }. They are kept for { $days } days.
new-terms-ending-date = Your time together would be { $weeks } weeks.
new-terms-ending-review = Every { $weeks } weeks you would talk about going on.
new-terms-ending-milestone = You would meet until you got to where you want to be.
new-terms-ending-none = There would be no set end.
new-terms-choice = You can say yes or no. Nobody hears who said what.
new-terms-waits = Thank you. It holds when the other one says yes too. Until then nothing changes. I do not tell who said what.
new-terms-agreed = You both said yes. It is like that now.
new-terms-kept = All stays as it was.
button-new-terms-yes = Yes
button-new-terms-keep = Keep it as it is
