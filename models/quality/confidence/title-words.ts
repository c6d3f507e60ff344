/**
 * English words that are written with a capital within names and titles but are words like others, so that another language
 * translates them: "the Supreme Court", "President", "North". They are no names to be looked for in the original, and one of them
 * may be what became of a capital there ("Rdeči križ", "the Red Cross"). Written for this project.
 */
const list = `
  north south east west northern southern eastern western central middle upper lower northeast northwest southeast southwest
  new old great big grand little long high holy free black white red green blue golden silver dark royal imperial
  first second third fourth world global international national federal state states united union republic kingdom empire
  democratic people peoples democracy social socialist communist christian conservative liberal labour labor
  republican republicans democrat democrats christians conservatives liberals communists party parties coalition alliance movement front league group
  catholic orthodox protestant lutheran muslim muslims islamic church cathedral mosque temple
  president vice deputy prime minister ministry ministers chancellor chief secretary general director chairman chairwoman chair chairperson head
  senator senate congress congressman parliament assembly house commons lords council councillor commission commissioner committee
  court courts supreme criminal constitutional appeal justice judge attorney prosecutor police officer army navy air force forces guard guards corps
  defence defense foreign interior home affairs finance economic economy trade treasury health education agriculture culture environment energy transport
  security intelligence agency agencies service services department office bureau authority board fund bank reserve exchange company corporation institute institution
  university college school academy faculty centre center foundation association federation organisation organization society club team
  city town county province district region regional municipality municipal village island islands peninsula continent
  river lake sea ocean bay gulf strait mount mountain mountains hill valley coast forest park garden gardens square street road avenue bridge airport port station hall palace castle tower museum theatre theater gallery library hospital stadium arena hotel
  day week month year christmas easter revolution war peace treaty agreement accord pact act law bill constitution nations nation
  times post news daily weekly journal press media radio television network magazine tribune herald mirror telegraph guardian independent observer mail sun star economist
  cup championship championships open final finals olympic olympics games premier division tour prize award awards
  king queen prince princess emperor duke lord lady sir dame mr mrs ms miss dr doctor prof professor father mother brother sister saint st captain colonel major sergeant lieutenant admiral
  mayor governor ambassador representative spokesman spokeswoman leader premier cardinal pope bishop archbishop father rabbi imam
  god bible internet web earth moon mars
  wall cold cross crescent secret special public human rights women children fire rescue border customs immigration nuclear arctic
  rep reps sen sens gov gen lt col sgt capt rev hon prof jr sr ave blvd inc corp ltd plc sept oct nov dec jan feb mar apr jun jul aug mon tue wed thu fri sat sun
  majority minority appeals appeal circuit care affordable latin majesty his her their our your my we he she they you the and of for game games night story life love man men woman women boy girl
  americans british englishman union speaker caucus whip ways means rule rules relations resources research science sciences arts art music film sports football
  innovation technology trust policy analysis studies study strategic strategy economics opportunity equality freedom hope truth
  adviser advisers advisor leaders spokesperson envoy deputies officials
  throne thrones reality virtual disaster disasters awards academy artificial emergency crisis climate summit conference meeting
  i i'm i've i'd i'll ok
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
`;

const titles: ReadonlySet<string> = new Set(list.trim().split(/\s+/));

/** Endings of English words that hardly any name has. */
const endings = /...(?:tion|sion|ment|ness|ility|able|ible|ship|ative|iary|ology|ism|ality|ivity)s?$/;

/** @param word in small letters */
export const isTitleWord = (word: string): boolean => titles.has(word) || endings.test(word);
