import type { Written } from './kept-columns.ts';

const HOUSE = 'It is about nobody.';

/** The tables around the people: what has to be done and sent, what happened, and what the house itself needs. */
export const keptAround: Readonly<Record<string, Written>> = {
  task: {
    about: 'Something for a coordinator to do.',
    kept: '"tasks" after it was done.',
    asItIs: 'kind what createdAt doneAt takenAt',
    asAName: 'takenById',
    left: {
      id: 'id programmeId personId pairId meetingId groupId',
      house: 'version',
      others: 'doneBy otherPersonId',
    },
    erasure: 'row stays',
    stays:
      'Ids, a code and dates. What is still open about them is closed; what they had taken on is free again.',
  },
  journal: {
    about: 'What happened: codes and ids.',
    kept: '"journal"',
    asItIs: 'at event',
    left: { id: 'id by ids' },
    erasure: 'row stays',
    stays: 'Reports are counted from it. It holds codes and ids, and an id leads to nobody any more.',
  },
  outgoing: {
    about: 'A message to send, as a screen and ids; and that it was sent.',
    kept: '30 days after it was sent.',
    asItIs: 'screen state createdAt sentAt',
    left: {
      id: 'id chat personId accountId',
      place: 'address reply',
      waiting: 'args mode card always forget whenEnded dueAt expiresAt leaseUntil attempts why',
    },
    erasure: 'row goes',
  },
  shown: {
    about: 'What was shown where, so that a card can be brought up to date.',
    kept: '120 days.',
    left: { id: 'id shownTo', place: 'ref', waiting: 'card digest at' },
    erasure: 'row goes',
  },
  sent_message: {
    about: 'Where a message of ours stands in a chat, so that it can be taken away again.',
    kept: '"sent-messages"',
    left: { id: 'id accountId', place: 'ref', waiting: 'at' },
    erasure: 'row goes',
  },
  button: {
    about: 'What a button does, by its token.',
    kept: '60 days.',
    left: { id: 'personId forId', secret: 'token', waiting: 'command args createdAt expiresAt' },
    erasure: 'row goes',
  },
  due: {
    about: 'Something to do when its moment comes.',
    kept: 'Until it is done.',
    left: {
      id: 'id key subject',
      waiting: 'command args dueAt expiresAt leaseUntil attempts lastError',
    },
    erasure: 'row goes',
    stays: 'What has yet to be done about the erasure itself.',
  },
  inbox: {
    about: 'The names that apps give their updates, so that none is taken in twice.',
    kept: '14 days.',
    left: { nobody: 'key at' },
    erasure: 'nobody',
    stays: 'A number that an app gave to an update. It names nobody.',
  },
  programme_version: {
    about: "A programme's definition as it was loaded once: what pairs agreed to.",
    kept: 'As long as the programme.',
    left: { nobody: 'id programmeId number document loadedAt loadedBy', house: 'version' },
    erasure: 'nobody',
  },
  programme: {
    about: "A programme's own definition.",
    kept: 'As long as the programme.',
    left: {
      nobody: 'id slug document createdAt changedAt openedAt teamCodeUntil',
      house: 'version',
      secret: 'teamCodeHash',
    },
    erasure: 'nobody',
    stays: 'It is about no participant. The contact in it is who the programme says can be rung.',
  },
  install: {
    about: 'Which key this database belongs to.',
    kept: 'As long as the database.',
    left: { nobody: 'id createdAt restoredAt', secret: 'keyFingerprint nextKeyFingerprint' },
    erasure: 'nobody',
    stays: HOUSE,
  },
  admin_token: {
    about: 'A key to the API.',
    kept: 'Until it is taken away.',
    left: {
      nobody: 'id name scopes source programmeId site createdAt expiresAt lastUsedAt revokedAt',
      house: 'version',
      secret: 'hash',
    },
    erasure: 'nobody',
    stays: 'It names what uses it, and no person of the programme.',
  },
  token_pace: {
    about: 'How fast a key to the API is being used.',
    kept: 'As long as the key.',
    left: { nobody: 'id owedUntil' },
    erasure: 'nobody',
    stays: HOUSE,
  },
  audit: {
    about: 'Who saw and changed what, each entry chained to the one before.',
    kept: 'As long as the programme.',
    asItIs: 'at action reason',
    left: { id: 'id by ids', house: 'number key link' },
    erasure: 'row stays',
    stays: 'Codes and ids. An entry that could be taken out would prove nothing of the others.',
  },
  audit_key: {
    about: 'The keys that earlier parts of the audit are checked with, locked with the master key.',
    kept: 'As long as the audit.',
    left: { nobody: 'id retiredAt', secret: 'sealed' },
    erasure: 'nobody',
    stays: HOUSE,
  },
  api_answer: {
    about: 'What the API answered to a request that may be sent again.',
    kept: '14 days.',
    left: { nobody: 'id asked status body at', house: 'version' },
    erasure: 'nobody',
    stays: 'Ids and codes only.',
  },
  app_watch: {
    about: 'When a chat app was last heard.',
    kept: 'As long as the app is used.',
    left: { nobody: 'id heardAt', house: 'version' },
    erasure: 'nobody',
    stays: HOUSE,
  },
  retention: {
    about: 'When old rows of a kind were last removed.',
    kept: 'As long as the database.',
    left: { nobody: 'id ranAt removed', house: 'version' },
    erasure: 'nobody',
    stays: HOUSE,
  },
};
