/**
 * Names that languages have words of their own for, with what is derived from them: a line is one place or people, each entry the
 * beginning of a word as `romanise` folds it or as it is written. Written for this project; the countries' plain names come from
 * CLDR (`known-names.ts`) and are not repeated. What differs by spelling alone (Lankow, Lankov) needs no entry.
 */
const table = `
  pyongyang phenian pjöngjang pjongjang phjongjang pchjongjang piongiang пхенян
  beijing peking pekin pékin pequim pechino пекин
  seoul soul seul séoul söul сеул
  tokyo tokio tokió токио
  moscow moskau moskv moskw moscou moscú mosca москв московск moskev moskovsk
  warsaw warschau warszaw varšav varshav varsovi varsó varsavia варшав
  vienna wien wiede dunaj vjen vídeň beč bécs viena вена відень
  rome rom rzym rim roma řím рим
  athens athen aten atin atén athèn афин атин
  brussels brüssel bruksel brusel bruxell bruselas bryssel брюссел
  geneva genf genew ženev gjenev genève ginebra ginevra женев
  copenhagen kopenhagen københavn köpenhamn kopenhag kodaň copenhag копенгаген
  prague prag prah praga прага прага
  lisbon lissabon lizbon lisboa lisbonn лисабон лиссабон
  london londyn londýn londra londres лондон
  paris paryż pariz paříž париж párizs
  milan mailand mediolan милан
  venice venedig wenecj benetk venezi venecia benátk венеци
  florence florenz firenz florencj флоренци
  naples neapel neapol napoli nápoly неапол
  munich münchen monachi mnichov мюнхен
  cologne köln koloni keulen кёльн
  cracow krakau kraków krakov cracovi краков
  gdańsk danzig гданьск
  wrocław breslau vratislav вроцлав
  lviv lemberg lwów lvov львів львов
  kyiv kiev kiew kijów kijev kijeva київ киев kyjev
  kharkiv kharkov charkiw charków harkov harkiv харків харьков
  istanbul stambuł carigrad stamboll стамбул
  jerusalem jerozolim jeruzalem gerusalem иерусалим
  cairo kairo kair каир caire
  damascus damaskus damaszek damask damasc дамаск
  baghdad bagdad bagdád багдад
  tehran teheran téhéran тегеран
  bucharest bukarest bukareszt bukuresht bukurešt bucureșt бухарест
  belgrade belgrad beograd bělehrad белград београд
  skopje shkup скопје скопье üsküp
  thessaloniki solun selanik soluň солун
  trieste trst triest триест
  klagenfurt celovec
  ljubljana laibach lublan lubian любляна
  rijeka fiume
  washington uashington waszyngton vašington вашингтон
  german deutsch niemc niemie nemšk nemčij nemec nemc tysk gjerman alleman allemagn tedesc alemani němec njemač duits saksa nemec nemeck német неме німе
  austria österreich avstrij rakous rakús autrich oostenrijk østerrik австр
  hungar ungar węgier węgr madžar maďar mađar magyar hongr ungher унгар венг угор
  greek greece griech grec grek grški grčij grčk řeck gresk görög hellas kreik греци грек гръц
  french france franz francos francusk francuz frank frans frëng franc ranska францу франци френск
  ital włoch włosk olasz итал
  spain spanisch spanish spanien spania hiszpan špan spanj spansk espagn españ spagn испан
  poland polish polnisch polen polsk polšk poljsk poljak pologn polon lengyel puola польш польс поль
  swed schwed szwec szwed šved svensk sverige sved suedez suedi suèd svéd ruotsi швец швед
  norway norweg norveš norge norsk norvegj norvèg norja norveg норвег норве
  denmark danish dänemark dänisch duńsk dani dansk danmark danez dánsk tanska дани датс
  finland finnish finnisch finnland fińsk finsk suomi финл финс
  swiss switz schweiz szwajc švic sveits zvicër zvicer zvicr suiss svizz suiza švýcar швейц
  croat kroat chorwa hrvaš hrvat chorvat horvát хорват хърват
  albania albań albansk shqip albanez албан
  czech tschech czesk češk českosl čech çek tsjekk чех чеш
  japan japoń japoni japonsk япон јапон
  china chines kitaj kitajsk kin kina kinez kinesisk čín chiń kiin китай кина
  turk türk turc turčij turšk tyrk turec turqi török турц турец турск
  jewish jews żyd jøde jødisk judovsk hebre juif ebre евре
  egypt ägypt egip egjipt египет
  ireland irish irland irsk irlandz irland irlann ирланд
  scotland scottish schott szko škot skotsk skotland skoc écoss scozz шотланд
  netherlands dutch niederl nider holand holenders nizozem nederland néerland hollan нидерл
  english england engl angiels anglij anglia anglešk anglež anglez anglais anglic engels английс англи
  british britain storbritan großbrit brit brytyj britansk британ
  europ evrop evrops jevrop европ європ
  russia russian rosj rosyj rusij rusk ruse rusi rusëv ryss ryss oros росси русс росій росiй
  asia asian azinë azis azij azja azji azję azją azia azisk azjat aasia azsia ázsia asien asie азия азии азию азиат
  latin latein łaciń latyn латин
  mexic mehik mehiš meksyk meksik mexik mexiq мексик
  africa afrik afryk áfric африк
  mediterranean mittelmeer śródziemn sredozem middelhav mesdhe méditerran středozem средиземн
  baltic ostsee bałty baltik østersj östersj балти
  danube donau danub dunav duna дуна
`;

/** The groups, each a list of beginnings in small letters. */
export const exonyms: readonly (readonly string[])[] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
