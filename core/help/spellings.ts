/** How people spell what they mean: Scots, text-speak, slips and disguises. Data for spelling.ts. */

/** A word with each doubled or stretched letter once: how all words are compared. */
export function plain(word: string): string {
  return /([a-z])\1/.test(word) ? word.replace(/([a-z])\1+/g, '$1') : word;
}

const sameAs: Readonly<Record<string, string>> = {
  i: 'ah',
  im: 'ahm iam',
  ive: 'ahve ahv iv ihave',
  cant: 'cannae canny canna cannie cannot cnt carnt cantt',
  dont: 'dinnae dinna dinny dinnie dnt',
  didnt: 'didnae didny didna',
  doesnt: 'disnae doesnae doesny dosent doesent dosnt disny',
  wont: 'willnae winnae wullnae wilnae willny',
  isnt: 'isnae isny aint',
  wasnt: 'wisnae wasnae wisny',
  wouldnt: 'wouldnae wouldny wudnae',
  couldnt: 'couldnae couldny',
  havent: 'havnae havenae huvnae hivnae havny',
  hasnt: 'hasnae husnae',
  to: 'tae 2',
  do: 'dae',
  for: 'fur',
  bridge: 'brig',
  of: 'ae',
  had: 'hud',
  too: 'tooo',
  my: 'ma mah',
  myself: 'masel maself masell mysel mysell mesel meself myslef mysef myselve',
  himself: 'himsel hisself hissel',
  herself: 'hersel herslef',
  themselves: 'themsel themsels thersel themself theirself theirselves themselfs',
  dead: 'deid ded',
  no: 'nae naw',
  nothing: 'nothin nuthin nothing nuthing nowt',
  nobody: 'naebody noone no1',
  someone: 'somebody sumone some1 sumbody somebdy',
  anyone: 'anybody any1 onybody',
  everyone: 'everybody every1 abody',
  more: 'mair',
  anymore: 'onymair anymair onymore nomore nomair',
  any: 'ony',
  'going to': 'gonnae gonna gunna gaunae gaunnae gonny gona gaunny guna',
  'want to': 'wanna wannae wana wantae wanty wantto',
  'got to': 'gotta goatae',
  want: 'wnt wnat waant',
  wanting: 'wantin',
  going: 'goin gaun gaan gawn',
  living: 'livin leevin',
  being: 'bein',
  feeling: 'feelin',
  feel: 'feal',
  thinking: 'thinkin',
  talking: 'talkin',
  killing: 'killin',
  hurting: 'hurtin',
  hitting: 'hittin',
  cutting: 'cuttin',
  ending: 'endin',
  giving: 'givin',
  coping: 'copin',
  dying: 'dyin deein',
  trying: 'tryin',
  taking: 'takin',
  keep: 'keeep kep',
  was: 'wis wus',
  on: 'oan',
  off: 'aff',
  out: 'oot',
  with: 'wi wae',
  home: 'hame',
  give: 'gie',
  life: 'lyf',
  live: 'leeve',
  head: 'heid',
  child: 'wean bairn',
  children: 'weans bairns',
  dad: 'da faither',
  mum: 'mam mom maw mammy mummy',
  could: 'cud',
  would: 'wud wid',
  should: 'shud',
  you: 'u ye yous',
  are: 'r',
  and: 'n',
  because: 'cos cuz coz bc cause',
  please: 'pls plz plse',
  have: 'hav hae huv',
  about: 'abt aboot',
  tonight: 'tonite thenight',
  suicide: 'suside sueside sewercide sewerslide suacide suecide suicid',
  suicidal: 'suicidle suicdal sucidle suicidel suisidal',
  overdose: 'overdoze',
  tablets: 'tabelts tablits tabs',
  pills: 'pils pillz',
  hopeless: 'hopless',
  scared: 'feart scard frightened terrified',
  unalive: 'unaliv',
};

/** One way of writing a word → the plain words it stands for. */
export const sameWord: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(sameAs).flatMap(([meant, spelled]) =>
    spelled.split(' ').map((way): [string, string[]] => [plain(way), meant.split(' ').map(plain)]),
  ),
);

/** Words written without a space between them, and what they are apart. */
export const joinedWords: ReadonlyMap<string, readonly string[]> = new Map(
  [
    'kill myself',
    'want to die',
    'wanna die',
    'self harm',
    'selfharming',
    'end my life',
    'hate myself',
    'end it all',
  ].map((words): [string, string[]] => [
    plain(words.replaceAll(' ', '')),
    apart(words).split(' ').map(plain),
  ]),
);

function apart(words: string): string {
  if (words === 'selfharming') return 'self harming';
  return words.replace('wanna', 'want to');
}

const pairs = Object.entries({
  'can not': 'cant',
  'do not': 'dont',
  'does not': 'doesnt',
  'did not': 'didnt',
  'will not': 'wont',
  'is not': 'isnt',
  'was not': 'wasnt',
  'would not': 'wouldnt',
  'could not': 'couldnt',
  'have not': 'havent',
  'my self': 'myself',
  'me self': 'myself',
  'him self': 'himself',
  'her self': 'herself',
  'them selves': 'themselves',
  'any more': 'anymore',
  'any longer': 'anymore',
  'much longer': 'anymore',
  'no more': 'anymore',
  'no longer': 'dont',
  'sui cide': 'suicide',
  'no one': 'nobody',
  'some one': 'someone',
  'any one': 'anyone',
  'i am': 'im',
  'i have': 'ive',
  'i will': 'ill',
  'he is': 'hes',
  'she is': 'shes',
  'they are': 'theyre',
  'what is': 'whats',
  'over dose': 'overdose',
  'over dosed': 'overdosed',
  'good bye': 'goodbye',
  'in front': 'infront',
  'un alive': 'unalive',
  'sewer slide': 'suicide',
});

/** Two words that are one in the phrases: by the first, then by the second. */
export const pairsAsOne: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  pairs.map(([pair]) => {
    const [first = ''] = pair.split(' ');
    const same = pairs.filter(([other]) => other.startsWith(`${first} `));
    return [
      plain(first),
      new Map(same.map(([other, one]) => [plain(other.slice(first.length + 1)), plain(one)])),
    ];
  }),
);

/** Words long and rare enough that one wrong letter still means them; "overdone" is a word of its own. */
export const wordsOftenMistyped: readonly string[] = [
  'suicide',
  'suicidal',
  'overdosed',
  'overdosing',
  'myself',
  'himself',
  'herself',
  'worthless',
  'pointless',
  'anymore',
  'paracetamol',
].map(plain);

/** Words that people write with a star in them so that no filter sees them. */
export const wordsOftenMasked: readonly string[] = [
  'suicide',
  'suicidal',
  'kill',
  'killing',
  'die',
  'dead',
  'dying',
  'rape',
  'raped',
  'cut',
  'cutting',
  'harm',
  'hurt',
  'overdose',
  'abuse',
  'abused',
  'unalive',
  'hang',
];
