### The way in: to be supported, or to support somebody.

way-in-ask = What would you like? You can change your mind.
way-in-who-reads = I ask a few questions. A person here reads your answers.
way-in-thanks = Thank you.
way-in-talks = Next: { -coordinator(form: "a") } talks with you.
way-in-mentor-talks = Thank you. Next: { -coordinator(form: "a") } talks with you.
way-in-still = This comes first:
way-in-still-module = { $what }
way-in-waits = People here look for somebody for you. I do not know how long it takes. I will tell you.
way-in-mentor-waits = You are ready. People here look for somebody for you to support. I do not know how long it takes.
way-in-has-mentor = You have found somebody here.
way-in-mentoring = You support somebody here. Thank you.
way-in-not-yet = You take your time. That is fine.
way-in-elsewhere = Thank you for asking. Other people can help you better just now.
way-in-elsewhere-mentor = Thank you for offering. Other places need your help more just now.
way-in-other-help = They may help you:
way-in-door-open = You can come back. You can answer again, or talk to a person:
way-in-moved-on = You said yes before. Here is how it is now:
way-in-not-offered = We do not have this just now. Ask a person.
way-in-unknown = I cannot find that.
way-in-matched = You are with somebody here. Do you want to end it? A person helps you: press "Who can I talk to?".
button-way-in = How it is now
button-find-support = Get support, or give it
button-want-support = I want support
button-want-to-support = I want to support others
button-would-help = Would this help me?
button-not-ready = Not yet
button-ready-now = I want support now
button-taster = Talk to somebody who was here
button-drop-in = Come to a drop-in
button-answers-anew = Answer again
button-answers-anew-mentor = Answer again about supporting
button-withdraw = I do not want support now
button-withdraw-mentor = I do not want to support now

would-help-read = Is one of these like you?
would-help-one = Then this may help you. If not, you can still come.
would-help-kept = I keep nothing of this.

not-ready-fine = That is fine. Take your time.
not-ready-meanwhile = You can try something first. A person tells you when.
not-ready-back = Come back at any time.

intake-title = A few questions
intake-many = You can choose more than one.
intake-chosen = ✓ { $what }
intake-all = That is all
intake-none = None, or I do not want to say
intake-rather-not = I do not want to say
intake-number = Please write a number, such as 42.
intake-own-support = Only the { -coordinator(form: "many") } here read this.
intake-outline-ask = Somebody may want to meet you. They would read your first name and this:
intake-outline-kept = Is that all right? You can change it later.
intake-outline-yes = Yes
intake-outline-no = No, only people here
intake-asked-anew = The questions are new. Please answer this one again.
intake-gone = I do not ask this any more. Your other answers are still there.
intake-go-on = Go on

enquiry-unknown = There is no such enquiry. Look it up with "enquiries".
enquiry-not-talking = Nobody talks with them just now. They can answer again.
enquiry-not-complete = This comes first: { $what }.
enquiry-of-mentee = { $name } wants support. Their answers:
enquiry-of-mentor = { $name } wants to support. Their answers:
enquiry-keep-close = They told this to the { -coordinator(form: "many") } here. Please do not pass it on.
enquiry-button-ready = We talked: ready for a match
