## What the commands of the menu do, in a few words.

menu-help = Help now, and who to call
menu-who = Who can I talk to?
menu-home = Start page
menu-book = Find a time to meet
menu-meetings = My meetings
menu-free = When I am free
menu-message = Write to your { -mentor } or { -mentee }
menu-reflect = Write something for myself
menu-reflections = Read what I wrote
menu-role = What is my role?
menu-settings = My settings
menu-know = What do you know about me?
menu-link = Use another chat app too
menu-nudges = How often I hear from you
menu-pause = Take a break
menu-stop = Stop all messages
