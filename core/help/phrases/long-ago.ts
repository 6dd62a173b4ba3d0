/** Words that tell that a sentence is about a course, a book, the news: subjects of conversation, not of a life. */
export const settings =
  'training course courses workshop webinar module policy lecture leaflet poster awareness prevention campaign fundraiser fundraising charity statistics research study article book novel film movie documentary series episode podcast play song album band event conference certificate elearning slides questionnaire bereavement bereaved seminar quiz session sessions talk speaker essay assignment chapter exhibition museum news storyline eastenders corrie hollyoaks asist safetalk naloxone volunteering volunteer handbook';

/** How a sentence says that something is long over. */
export const longAgo: readonly string[] = [
  'years/decades ago',
  'year ago',
  'last year/century',
  'when i/he/she/we was/were a/young/little/wee/younger/small/at/in/growing/<age>',
  'as a child/teenager/kid/teen/boy/girl/wean/youngster',
  'growing up',
  'long time? ago',
  'back then',
  'in my/his/her teens/twenties/thirties/youth/childhood/past',
  'in the past/eighties/nineties/seventies/sixties',
  'in/since/back <year>',
  'used to',
  'at school',
];

/** Words that bring what is long over back to today: with one of these nothing counts as over. */
export const butToday = 'again still now lately tonight today anymore same nowadays currently recently';

/** Words that put an action into the past. */
export const pastWords =
  'tried wanted was were used thought felt had took hit raped abused cut harmed overdosed attempted did beat beaten hurt threatened attacked planned strangled punched been got';

/** Words that keep an action in the present, whatever else is said. */
export const presentWords =
  'want wants wanting going im am ill will gonna need might is hes shes theyre thinking keep keeps about';
