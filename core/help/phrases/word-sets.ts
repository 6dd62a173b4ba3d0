import type { WordSets } from '../phrase.ts';

/*
 * Words of crisis, as people write them. The way phrases are written is explained in phrase.ts; spelling, Scots and
 * text-speak are evened out before (spellings.ts), so each is written here once, in plain English without apostrophes.
 * Whoever adds a phrase adds sentences to test/help/crisis-corpus.ts: some it must find, some it must leave alone.
 */

/** Words that mean a person, used in the phrases as <they> and so on. */
export const wordSets = {
  they: 'he she they hes shes theyre hed shed theyd someone',
  them: 'him her them someone',
  person:
    'son daughter mum dad mother father brother sister husband wife partner boyfriend girlfriend ex friend mate pal neighbour uncle aunt auntie gran granny grandad nan grandma grandpa stepdad stepmum cousin nephew niece boss manager landlord carer mentor mentee boy girl lad lassie man woman kid kids child children baby teenager teen guy bf gf hubby person client lodger flatmate roommate student colleague grandson granddaughter parents family brother-in-law bloke',
  family:
    'son daughter mum dad mother father brother sister husband wife partner boyfriend girlfriend ex uncle aunt gran granny grandad nan stepdad stepmum cousin boyfriends bf gf kids child children baby wee family parents friend mentee',
  themself: 'himself herself themselves yourself',
  medicine:
    'pills tablets meds medication medicines paracetamol ibuprofen antidepressants painkillers insulin codeine morphine aspirin sleepers valium diazepam',
  end: 'anymore now today tonight either again',
} as const satisfies WordSets;
