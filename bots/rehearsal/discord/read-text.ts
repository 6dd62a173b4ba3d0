/** What Discord's apps make of a text: whom it names, where it leads, and what it changes in looks. */
export interface TextMarks {
  /** As it is read: escapes resolved, signs of formatting gone. */
  readonly plain: string;
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly channels: readonly string[];
  /** `@everyone` or `@here` stands in it. */
  readonly everyone: boolean;
  /** Addresses that can be pressed, bare ones and invitations too. */
  readonly links: readonly string[];
  /** Epoch seconds of moments that each reader sees in their own zone. */
  readonly timestamps: readonly { readonly seconds: number; readonly style: string }[];
  /** Custom emojis and mentions of commands. */
  readonly others: readonly string[];
  /** Bold, italics, a heading, a list, a quotation, code, a spoiler: each time one begins. */
  readonly formats: readonly string[];
}

interface Reading {
  plain: string;
  users: string[];
  roles: string[];
  channels: string[];
  everyone: boolean;
  links: string[];
  timestamps: { seconds: number; style: string }[];
  others: string[];
  formats: string[];
}

/** A sign and what it does; returns the text inside that is read on, if there is one. */
interface Rule {
  readonly sign: RegExp;
  readonly onlyAtLineStart?: true;
  meet(reading: Reading, match: RegExpExecArray): string | undefined;
}

function show(reading: Reading, words: string): undefined {
  reading.plain += words;
}

function format(name: string, sign: RegExp, group = 1): Rule {
  return {
    sign,
    meet(reading, match) {
      reading.formats.push(name);
      return match[group] ?? match[group + 1] ?? '';
    },
  };
}

function lineFormat(name: string, sign: RegExp): Rule {
  return {
    sign,
    onlyAtLineStart: true,
    meet(reading) {
      reading.formats.push(name);
      return undefined;
    },
  };
}

function code(name: string, sign: RegExp): Rule {
  return {
    sign,
    meet(reading, match) {
      reading.formats.push(name);
      return show(reading, match[2] ?? '');
    },
  };
}

function named(list: 'users' | 'roles' | 'channels' | 'others' | 'links', sign: RegExp): Rule {
  return {
    sign,
    meet(reading, match) {
      reading[list].push(match[1] ?? match[0]);
      return show(reading, match[0]);
    },
  };
}

/** In the order in which Discord's apps try them. */
const RULES: readonly Rule[] = [
  { sign: /\\([^0-9A-Za-z\s])/y, meet: (reading, match) => show(reading, match[1] ?? '') },
  code('code block', /```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```/iy),
  code('code', /(`+)([\s\S]*?[^`])\1(?!`)/y),
  lineFormat('heading', /#{1,3} +(?=\S)/y),
  lineFormat('small print', /-# +(?=\S)/y),
  lineFormat('quotation', />(?:>>)? /y),
  lineFormat('list', / *(?:[*-]|\d{1,10}\.) +(?=\S)/y),
  named('users', /<@!?(\d+)>/y),
  named('roles', /<@&(\d+)>/y),
  named('channels', /<#(\d+)>/y),
  named('others', /<(?:a?:\w+|\/[^:>]+):\d+>|<id:\w+>/y),
  {
    sign: /<t:(-?\d+)(?::([tTdDfFRsS]))?>/y,
    meet(reading, match) {
      reading.timestamps.push({ seconds: Number(match[1]), style: match[2] ?? 'f' });
      return show(reading, match[0]);
    },
  },
  {
    // The brackets themselves are not shown.
    sign: /<((?:https?:\/\/|steam:\/\/|discord:\/\/|mailto:|tel:|sms:)[^\s>]+)>/iy,
    meet(reading, match) {
      reading.links.push(match[1] ?? '');
      return show(reading, match[1] ?? '');
    },
  },
  {
    sign: /\[((?:\\[\s\S]|[^\]\\])+)\]\(\s*<?((?:https?:\/\/|discord:\/\/|mailto:|tel:)[^\s>)]+)>?[^)\n]*\)/iy,
    meet(reading, match) {
      reading.links.push(match[2] ?? '');
      return match[1];
    },
  },
  named('links', /((?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\])\s])/iy),
  named('links', /((?:discord\.gg|discord(?:app)?\.com\/invite)\/[\w-]+)/iy),
  {
    sign: /@(?:everyone|here)/y,
    meet(reading, match) {
      reading.everyone = true;
      return show(reading, match[0]);
    },
  },
  format('bold', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y),
  format('underline', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y),
  format(
    'italics',
    /\b_((?:__|\\[\s\S]|[^\\_])+?)_\b|\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
  ),
  format('struck out', /~~((?:\\[\s\S]|[^\\])+?)~~(?!_)/y),
  format('spoiler', /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y),
];

/** Reads a text as Discord's apps do. */
export function readText(text: string): TextMarks {
  const reading: Reading = {
    plain: '',
    users: [],
    roles: [],
    channels: [],
    everyone: false,
    links: [],
    timestamps: [],
    others: [],
    formats: [],
  };
  readOn(reading, text, true);
  return reading;
}

function readOn(reading: Reading, text: string, begins: boolean): void {
  for (let at = 0; at < text.length; ) {
    const isLineStart = at === 0 ? begins : text[at - 1] === '\n';
    const met = meetRule(reading, text, at, isLineStart);
    if (met === 0) reading.plain += text[at];
    at += met || 1;
  }
}

/** How much of the text a sign took; nothing if there is none here. */
function meetRule(reading: Reading, text: string, at: number, isLineStart: boolean): number {
  for (const rule of RULES) {
    if (rule.onlyAtLineStart && !isLineStart) continue;
    rule.sign.lastIndex = at;
    const match = rule.sign.exec(text);
    if (!match) continue;
    const inner = rule.meet(reading, match);
    if (inner !== undefined) readOn(reading, inner, isLineStart);
    return match[0].length;
  }
  return 0;
}

/** Whom a text names for the server, which looks at no escapes and skips only code. */
export function namesIn(text: string): Pick<TextMarks, 'users' | 'roles' | 'everyone'> {
  const outside = text.replace(/```[\s\S]*?```|(`+)[\s\S]*?[^`]\1(?!`)/g, ' ');
  const found = (sign: RegExp) => [...new Set([...outside.matchAll(sign)].map((match) => match[1] ?? ''))];
  return {
    users: found(/<@!?(\d+)>/g),
    roles: found(/<@&(\d+)>/g),
    everyone: /@(?:everyone|here)/.test(outside),
  };
}
