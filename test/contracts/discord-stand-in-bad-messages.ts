/** Messages that Discord refuses, and what it says of them. */

export const long = (size: number) => 'x'.repeat(size);
export const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Yes', custom_id: 'yes', ...more });
export const row = (...components: object[]) => ({ type: 1, components });
const option = (value: string) => ({ label: value, value });
export const list = (more: object = {}) => ({
  type: 3,
  custom_id: 'list',
  options: [option('a'), option('b')],
  ...more,
});
export const options = (count: number) => Array.from({ length: count }, (_, index) => option(`${index}`));
export const buttons = (count: number) =>
  Array.from({ length: count }, (_, index) => button({ custom_id: `${index}` }));
export const text = (content: string) => ({ type: 10, content });

export const withRow = (...components: object[]) => ({ content: 'x', components: [row(...components)] });
export const v2 = (components: object[], more: object = {}) => ({ flags: 32768, components, ...more });
export const AT = 'components/0/components/0';

export const BAD_MESSAGES: readonly (readonly [string, object, string])[] = [
  ['a long text', { content: long(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
  ['a text that is none', { content: 5 }, 'content BASE_TYPE_BAD_TYPE'],
  ['a long custom_id', withRow(button({ custom_id: long(101) })), `${AT}/custom_id BASE_TYPE_BAD_LENGTH`],
  ['a long label', withRow(button({ label: long(81) })), `${AT}/label BASE_TYPE_MAX_LENGTH`],
  ['no style', withRow({ type: 2, label: 'x', custom_id: 'x' }), `${AT}/style BASE_TYPE_REQUIRED`],
  [
    'no custom_id',
    withRow({ type: 2, style: 1, label: 'x' }),
    `${AT}/custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED`,
  ],
  [
    'a link without address',
    withRow({ type: 2, style: 5, label: 'x' }),
    `${AT}/url BUTTON_COMPONENT_URL_REQUIRED`,
  ],
  [
    'a link with custom_id',
    withRow(button({ style: 5, url: 'https://example.org' })),
    `${AT}/custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE`,
  ],
  [
    'a button with address',
    withRow(button({ url: 'https://example.org' })),
    `${AT}/url BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE`,
  ],
  [
    'another kind of link',
    withRow({ type: 2, style: 5, label: 'x', url: 'ftp://example.org' }),
    `${AT}/url URL_TYPE_INVALID_SCHEME`,
  ],
  [
    'a button without words',
    withRow({ type: 2, style: 1, custom_id: 'x' }),
    `${AT} BUTTON_COMPONENT_INVALID_LABEL`,
  ],
  ['six buttons in a row', withRow(...buttons(6)), 'components/0/components BASE_TYPE_BAD_LENGTH'],
  ['an empty row', withRow(), 'components/0/components BASE_TYPE_BAD_LENGTH'],
  [
    'six rows',
    { content: 'x', components: buttons(6).map((one) => row(one)) },
    'components BASE_TYPE_BAD_LENGTH',
  ],
  ['the same custom_id twice', withRow(button(), button()), 'components COMPONENT_CUSTOM_ID_DUPLICATED'],
  [
    'a list beside a button',
    withRow(list(), button()),
    'components/0/components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  ['26 options', withRow(list({ options: options(26) })), `${AT}/options BASE_TYPE_BAD_LENGTH`],
  ['no options', withRow(list({ options: [] })), `${AT}/options BASE_TYPE_BAD_LENGTH`],
  [
    'an option twice',
    withRow(list({ options: [option('a'), option('a')] })),
    `${AT}/options SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`,
  ],
  [
    'a long option',
    withRow(list({ options: [option(long(101))] })),
    `${AT}/options/0/label BASE_TYPE_BAD_LENGTH`,
  ],
  ['more choices than options', withRow(list({ max_values: 3 })), `${AT}/options BASE_TYPE_BAD_LENGTH`],
  ['more at least than at most', withRow(list({ min_values: 2 })), `${AT}/min_values NUMBER_TYPE_MAX`],
  [
    'more chosen than may be',
    withRow(list({ options: ['a', 'b'].map((one) => ({ ...option(one), default: true })) })),
    `${AT}/options SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES`,
  ],
  ['a long placeholder', withRow(list({ placeholder: long(151) })), `${AT}/placeholder BASE_TYPE_MAX_LENGTH`],
  ['an unknown kind', { content: 'x', components: [{ type: 99 }] }, 'components/0/type BASE_TYPE_CHOICES'],
  ['a text input', withRow({ type: 4, custom_id: 'x', style: 1 }), `${AT}/type BASE_TYPE_CHOICES`],
  [
    'parts of V2 without the flag',
    { content: 'x', components: [text('x')] },
    'components/0 UNION_TYPE_CHOICES',
  ],
  [
    'V2 with a text',
    v2([text('x')], { content: 'x' }),
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'V2 with an embed',
    v2([text('x')], { embeds: [{ title: 'x' }] }),
    'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    '41 components',
    v2([{ type: 17, components: Array.from({ length: 40 }, () => text('x')) }]),
    'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '4001 characters in V2',
    v2([text(long(2001)), text(long(2000))]),
    'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'a file that was not sent',
    v2([{ type: 13, file: { url: 'attachment://a.ics' } }]),
    'components UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  [
    'an attachment that was not sent',
    { content: 'x', attachments: [{ id: '0' }] },
    'attachments/0/id ATTACHMENT_NOT_FOUND',
  ],
  [
    'eleven embeds',
    { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) },
    'embeds BASE_TYPE_MAX_LENGTH',
  ],
  ['a long title', { embeds: [{ title: long(257) }] }, 'embeds/0/title BASE_TYPE_MAX_LENGTH'],
  [
    'a long description',
    { embeds: [{ description: long(4097) }] },
    'embeds/0/description BASE_TYPE_MAX_LENGTH',
  ],
  [
    'embeds of 6001 characters',
    { embeds: [{ description: long(3000) }, { description: long(3001) }] },
    'embeds MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    '26 fields',
    { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'x', value: 'x' })) }] },
    'embeds/0/fields BASE_TYPE_MAX_LENGTH',
  ],
  [
    'unknown mentions',
    { content: 'x', allowed_mentions: { parse: ['all'] } },
    'allowed_mentions/parse/0 BASE_TYPE_CHOICES',
  ],
  [
    'mentions named and parsed',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['11'] } },
    'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  ['a long nonce', { content: 'x', nonce: long(26) }, 'nonce NONCE_TYPE_TOO_LONG'],
  [
    'an answer to nothing',
    { content: 'x', message_reference: { message_id: '1' } },
    'message_reference REPLIES_UNKNOWN_MESSAGE',
  ],
];
