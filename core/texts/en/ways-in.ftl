### The way in: to be supported, or to support somebody.

way-in-ask = What would you like? You can change your mind at any time.
way-in-who-reads = I ask a few questions first. A person here reads your answers, so that they can talk with you and find somebody who suits you.
way-in-thanks = Thank you for telling us.
way-in-talks = The next step: { -coordinator(form: "a") } gets in touch with you for a talk. They will say what happens next.
way-in-mentor-talks = Thank you for offering your time. The next step: { -coordinator(form: "a") } gets in touch with you for a talk.
way-in-still = Before you can be matched there is still this to come:
way-in-still-module = { $what }
way-in-waits = You have had your talk, and people here now look for somebody who suits you. I do not know how long it takes; you will hear how it stands.
way-in-mentor-waits = You are ready to support somebody. People here now look for somebody you would suit. I do not know how long it takes; you will hear how it stands.
way-in-has-mentor = You have found somebody here.
way-in-mentoring = You support somebody here. Thank you.
way-in-not-yet = You are taking your time, and that is fine. Nothing happens until you say so.
way-in-elsewhere = Thank you for asking. From what you tell us, others are better placed to support you than we are just now.
way-in-elsewhere-mentor = Thank you for offering. From what you tell us, your help is better placed somewhere else just now.
way-in-other-help = These may be right for you:
way-in-door-open = The door stays open. If something changes, or I understood you wrongly, you can answer again, or talk to a person:
way-in-moved-on = You have said yes to this already. This is how it stands:
way-in-not-offered = This is not on offer just now. A person can tell you what there is.
way-in-unknown = I cannot find that any more.
way-in-matched = You are with somebody here. If you would like to end that, a person helps you both to do it well: press "Who can I talk to?".
button-way-in = How it stands
button-find-support = Find support, or support others
button-want-support = I would like support
button-want-to-support = I would like to support others
button-would-help = Would this help me?
button-not-ready = Not ready yet
button-ready-now = I would like support now
button-taster = Talk to somebody who has been here
button-drop-in = Come to a drop-in
button-answers-anew = Answer the questions again
button-answers-anew-mentor = Answer the questions about supporting again
button-withdraw = I no longer want support
button-withdraw-mentor = I no longer want to support

would-help-read = Does one of these sound like you?
would-help-one = If it does, this may help. If not, it may help all the same: nobody has to fit.
would-help-kept = I do not ask for an answer, and keep nothing of this.

not-ready-fine = That is fine. There is no hurry, and nothing else happens.
not-ready-meanwhile = If you like, there is something to try first. A person then tells you when and where.
not-ready-back = Come back whenever you like: one press is enough.

intake-title = A few questions
intake-many = Choose as many as you like, one after the other.
intake-chosen = ✓ { $what }
intake-all = That is all
intake-none = None, or I would rather not say
intake-rather-not = I would rather not say
intake-number = Please write a number, such as 42.
intake-own-support = Only the { -coordinator(form: "many") } here read this answer.
intake-outline-ask = When somebody may suit you, they decide whether to meet. For that they would read your first name and this:
intake-outline-kept = May they read it? You can change this later. Without it, { -coordinator(form: "a") } speaks for you.
intake-outline-yes = Yes, they may
intake-outline-no = No, only the people here
intake-asked-anew = The questions have changed since you answered. Please answer this one again.
intake-gone = This question is not asked any more. What you answered before is still there.
intake-go-on = Go on

enquiry-unknown = There is no such enquiry. Look it up with "enquiries".
enquiry-not-talking = Nobody is being spoken with here just now: they have been matched, were named other help, or took their time. They can answer again at any time.
enquiry-not-complete = This is still to come before they can be matched: { $what }.
enquiry-of-mentee = What { $name } answered, who would like support:
enquiry-of-mentor = What { $name } answered, who would like to support:
enquiry-keep-close = This was told to the { -coordinator(form: "many") } here. Please pass nothing on without asking.
enquiry-button-ready = We have talked: ready for a match
