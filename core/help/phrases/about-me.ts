/** About the writer's own life, whoever else is in the sentence. */
export const aboutMe: readonly string[] = [
  'dont let me wake',
  'cut/burn/burnt/burned/hurt/scratch/scratched myself with',
  'why i should/would/bother .. living/alive/live/carry',

  'doing everyone/everybody/them/people a favour',

  'better/easier/happier .. without me !on/at/this/today/there',

  'to/at my funeral !for/of/plan/plans/costs/tea',

  'written/wrote/writing .. letter/letters/note/notes .. for/when after/im/i',

  'cut again $',

  'punch/punching/hitting/biting/pinching walls/myself',

  'i shook the/my baby',

  'feel like i could/might/want .. kill/hurt/hit/hurting',

  'be with/join him/her/them again/up',

  'be with/join my <family> again/up/in',

  'join him/her/them in heaven',

  'please/just/someone kill me !now/with',

  'batters/battered/batter/smacks/smacked/thumps/thumped me !at/by/with',

  'put/puts/lays/laid/raises/raised his/her/their hand/hands on/to me',

  'abusive husband/wife/partner/boyfriend/girlfriend/relationship/home/ex/dad/mum',

  '<they>/<person> .. violent/abusive to/with/towards/$',

  // Harm to oneself.
  'kill/killing/unalive/unaliving/hang/hanging/drown/drowning/shoot/stab/strangle/end/top/topping/harm/harming/hurting/starving/cutting/burning/poison/neck/gas myself',
  'to/gonna/could/might/will/ill/should just? off myself',
  'do/doing myself in',
  'want/wanted/wanting/need/urge/urges/might/ill/going/gonna/like/about/stop/keep .. hurt/hurting/cut/burn/scratch/starve myself',
  'hurt/cut/burnt/burned/cutting/scratch/scratched myself $',
  'hurt/cut/burnt/burned myself on/again/deliberately/today/tonight/last/because/when',
  'cut/cutting/slit/slitting/slash/slashing/burn/burning my/me wrist/wrists/arm/arms/leg/legs/thighs/throat !on/in/while/at/with/chopping/opening',
  'take/taking/taken/end/ending/ended my own? life/live',
  'took my own? life $',
  'throw/throwing myself off/under/infront/down/out/from/into !work/it/the',
  // The wish that others would lose nothing.
  'better of without me',
  'better/easier/happier/best/fine of? without me !on/at/this/today/there',
  'dont/cant/not/struggling/couldnt .. keep/keeping myself safe',
  'i dont matter',
  'noose',
  'bought/got/have/tied a/some? rope $',
  'relapsed .. cut/cutting/self',
  'been/started/im/keep cutting again/$',
  'hand/hands/arm/arms round/around my throat/neck',
  'scared/afraid i/ill/im .. lose it/control',
  'with the angels',
  'im drowning !in',
  'goodbye everyone/all/world/mum/dad/family/kids .. sorry',
  'be my last message/text/night/day',
  'i need/have/ought/got to die',
  'im/standing/sitting/sat/stood on the/a bridge/ledge/roof/edge/cliff/platform/rail/railway $',
  'everyone/everybody hates me',
  'nobody wants/loves me',
  'my life is/isnt over/finished/ruined/worth',
  'i give/given up $',
  'ive given up !on/the/my/smoking/sugar/work/trying/coffee/meat/chocolate/driving/drink/alcohol/hope/a',
  'keep cutting $',
  'nobody/who/anyone .. care/cares/miss/notice/notices if/me !when/at/on/for',
  'care/miss/better/happier/relieved .. if i died/was/were/wasnt/werent/disappeared/vanished',
  'im/being/feel/like .. burden !of',
  'be a burden !of',
  'hate myself',
  'hate my life',
  'hate being alive',
  // At the end of strength.
  'breaking point $',
  'at breaking point !with',
  'end of my tether/rope !with',
  'my wits end !with',
  'voices .. tell/telling/told/say/saying .. me/to',
  'ive/i done/did something really/so? silly/stupid/daft/bad/terrible $',
  // Being hurt by somebody.
  '<they>/<person> .. hits/hit/beats/beat/punches/punched/kicks/kicked/strangled/choked/chokes/slaps/slapped/hurts/hurt/rapes/raped/abuses/abused/assaulted/attacked/threatens/threatened/bites me',
  '<they>/<person> .. hurting/hitting/beating/abusing/threatening/touching/touches/touched/raping/controlling/strangling/choking/kicking/punching/stalking/blackmailing me',
  '<they>/<person> .. pushed/pushes/threw/throws me down/against/across/over/into !contact',
  'going to/will/gonna kill me $',
  'hell/shell kill me $',
  'threatened/threatens/threatening/tried/trying/wants/said/says .. to/he/she/they/hell/shell .. kill/hurt/stab/murder/hit me/us',
  'scared/afraid/worried/think hell/shell/theyll/he/she/they will/might/could/going? to? .. hurt/kill/hit me/us',
  '<they>/<person> .. wont/doesnt let me leave/out/see/go/have',
  '<they>/<person> .. locks/locked me in/out',
  '<they>/<person> .. forced/forces/forcing/makes/made me .. sex',
  'not/isnt safe at/with/in/on/around? home/him/her/here/house/myself/own',
  'not/isnt safe with him/her/them/my',
  'im not/no safe $',
  'not/dont/doesnt/never feel safe $',
  'not/dont/doesnt/never feel safe at/here/with/in/now/tonight/from/around/anymore',
  'not/dont/doesnt/never feel very/really safe',
  'scared/afraid of him/her/them $',
  'scared/afraid of what i/ill/myself/he/she/hell/shell/they',
  'scared/afraid of my <family> $',
  'scared/afraid of being hurt/hit/beaten/killed',
  'scared/afraid to go/come/be home/back',
  // Harm to somebody else.
  'scared/afraid/worried i/im/ill/id .. hurt/kill/hit/harm/hurting/killing/hitting <them>/my/the',
  'want/going to/gonna? hurt/kill/stab/harm/smother/strangle/murder <them>/my/the !feelings/lights/time',
  'i/ive nearly/almost hit/smothered/strangled/shook/hurt <them>/my !with/by/when',
  'want/wanting/wanna to? hit/hurt/kill/harm/smother/strangle my/our <family>',
];
