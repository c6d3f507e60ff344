import type { Cluster } from '../cluster.ts';

/**
 * Bokmål, Nynorsk, Danish and Swedish. Bokmål writes Danish words with Norwegian consonants (`p t k` where Danish has
 * `b d g`); Nynorsk has its own pronouns, question words in `kv-` and endings (`-leg`, `-ar`, `-ane`, verbs in `-a`).
 */
export const scandinavian: Cluster = {
  script: 'Latn',
  members: ['nb', 'nn', 'da', 'sv'],
  borrowed: [{ language: 'nn', from: ['nb'], rarity: 1.4 }],
  marks: [
    {
      in: 'nn',
      weight: 3,
      forms: `ikkje eg ein eit frå korleis kva kven kvar kvart kvarandre kvifor korfor berre mykje meir dei deira
        dykk dykkar ho vere vera vore verta verte vart gjer gjere gjera gjev gjeve seier seie seia fekk gjekk tek
        teke kjem kome sjå såg veit noko nokon nokre nokor sjølv sjølve saman òg difor dersom heile heim heime skule
        skulen skular skulane gongar gongen gonger tidlegare seinare framleis korkje anten veke veka veker vekene
        mogleg ynskjer ynskje noreg eigen eige eigne kyrkja auke auka fleire dårleg særleg tilhøve løysing løysinga
        utanfor innanfor inkje gutar søkje verda verdas vegar høgare høgast lågare lågast elles sidan nøgd samstundes
        førebels førebuing leiar leiaren leiinga arbeidarar verksemd verksemder spurde høyrer høyrde trudde vonar
        borna fyrst fyrste einig aleine`,
    },
    {
      in: 'nn',
      weight: 1.8,
      forms: `*leg *lege *legare *legaste *legheit kv* *leik *leiken *asjonar *asjonane *ingar *ingane *arane *skapar`,
    },
    { in: 'nn', weight: 0.7, forms: '*ane *inga *heit *ande' },
    { in: 'nn sv', weight: 0.4, forms: '*ar *ade *ast' },
    { in: 'nn sv', weight: 0.8, forms: '*nar *dar *gar *kar *jar *rar *sar' },
    { in: 'nn sv', weight: 1.2, forms: 'då utan medan vidare innan' },
    {
      in: 'nn',
      weight: 2.2,
      forms: `laurdag sundag tysdag auge* laus* draum* køyr* løyv* heit heitte vatn* jamn* døme* hugs* byrja* rørsle*
        kjærleik* tryggleik* forsking* opning* opna* tilbod* forbod* budde rekn* hjå syster ljos* mjølk* finst synest
        tyding* tilhøyr* granne* oppgåve* tenest* tilsett* kommunar* tru trur trua veksande`,
    },
    { in: 'nn', weight: 1, forms: 'høve no ligg sit finn' },
    { in: 'nn', weight: 0.5, forms: 'me' },
    { in: 'nn sv', weight: 1.5, forms: 'namn hamn sommar* marknad* sjuk* måndag' },
    { in: 'nn sv', weight: 1, forms: '*era *erar' },
    // No Danish word ends in a doubled consonant.
    { in: 'nb nn sv', weight: 1.5, forms: '*dd *ff *gg *kk *ll *mm *nn *pp *ss *tt' },
    { in: 'nb', weight: 2.2, forms: 'høyd* høye* syk* bodde melk* åpn* åpen* begynn* bevegels*' },
    {
      in: 'nb da',
      weight: 2,
      forms: `husk* eksempel* søster lørdag søndag mandag tirsdag hånd* marked* navn havn* forskning* leder lederen
        mulig høre hørte tro ønsker bor`,
    },
    {
      in: 'nb da',
      weight: 2.5,
      forms: `ikke jeg fra hvordan hvem hver hvert hvorfor hverandre bare hun være selv sammen også mens disse hvis
        hvor hvilken hvilket hvilke hele hjem hjemme skole skolen derfor siden tidligere senere lave lavere flere
        flest egen egne eget kirken deres søker verden verdens imidlertid dem`,
    },
    { in: 'nb da sv', weight: 1.2, forms: 'en de' },
    { in: 'nb da', weight: 1.2, forms: 'et *lig *lige *ligere *ene *ende *else *elsen *elser' },
    {
      in: 'nb',
      weight: 2.5,
      forms: `hva mye noe noen nå vært ble blitt gjør gjøre sier fikk gikk ga tatt vet høy høyt dere fortsatt
        fremdeles uke uken uka ukene uten etterhvert ettersom tjueto øker økt økte økning muligheten mulighet løsning
        skjer skjedde enda norge virksomhet gutten kvinne kvinner eier eiere trodde`,
    },
    // p t k, nn ll and e where Danish has b d g, nd ld and æ.
    {
      in: 'nb nn',
      weight: 2,
      forms: `søk* bruk* gaten gater båt* mat maten løp* kjøp* dyp* djup* svak* saken saker saka språk* bak rik rike
        rikt håp* rope ropte roper skip skipet smak* hvit* fot foten rot mann menn mannen mannens vann* finner fant
        kjenn* fjell* kveld kvelden jobb* annen inn inne innen innenfor innlegg* fall falle faller spill* hjelp* lese
        leser leste avtal* avgjør* avslutt* etter* barna gir blir tape taper tapte skape skaper skapte slik slike
        jenta jenter jentene spør`,
    },
    {
      in: 'da',
      weight: 2,
      forms: `søg* brug* båden mad maden løb* køb* dyb* svag* sagen sager sprog* rige håb* råbe råbte skib* smag*
        hvid* fod foden mand mænd manden finder fandt kend* fjeld* anden ind inde indenfor indlæg* indtil falder
        hjælp* læse læser læste aftal* afgør* afslut* efter* børnene tabe taber tabte skabe skaber skabte andet vand
        vandet spil`,
    },
    { in: 'nb nn', weight: 0.8, forms: 'ut* inn*' },
    { in: 'nb', weight: 0.8, forms: '*ene' },
    {
      in: 'nb nn',
      weight: 2.2,
      forms: `av meg deg seg ut opp oss hadde gjennom norsk norske sju tjue tretti prosent gjort sagt gått blitt fått
        åtte nitten stortinget regjeringen regjeringa regjering penger pengar fylke samtidig hatt lenger bok bøker
        sak gate gata ute snakke snakker`,
    },
    { in: 'nb nn sv', weight: 1.5, forms: 'mot' },
    { in: 'nb nn da', weight: 1.5, forms: 'til og' },
    { in: 'nb nn', weight: 1.5, forms: 'mellom' },
    { in: 'nb nn', weight: 1.2, forms: '*sjon *sjonen *sjoner *sjonar *sjonal *øy* *øk *skap opp* kj*' },
    { in: 'nb', weight: 0.8, forms: '*het *heten *heter *ligheten' },
    {
      in: 'da',
      weight: 2.5,
      forms: `af mig dig ud op mod bliver blive blevet havde haft nogen noget nogle hvad meget uden inden siger sagde
        gik gør gøre lidt mellem gennem os sådan hvornår jeres ude tilbage uge ugen uger syv tyve tredive fyrre
        halvtreds tres firs vej veje mere endnu igen penge børn dreng drenge pige piger mulighed muligheder høj høje
        højere længere måske ligesom kvinde rigtig rigtigt tager taget tage giver givet bøger dage fik`,
    },
    { in: 'da', weight: 1.4, forms: '*hed *heden *heder *hederne *øj* *erede ud* *arbejd* *igt' },
    { in: 'da', weight: 0.6, forms: '*ede *uge' },
    { in: 'da sv', weight: 1.4, forms: 'sig efter blev nu procent *tion *tionen *tioner' },
    {
      in: 'sv',
      weight: 3,
      forms: `och att är jag inte för från ett hon ni vad vem hur när varför mycket också bara eller upp över genom
        ska skall vill måste hade varit blivit säger göra gör gått fick får två åtta nio tio kronor vecka veckan
        månad människor någon något några själv själva även där här dessa detta många stora nya alla andra första
        sista enligt sedan redan kommun tillsammans inom utanför eftersom därför samt kvinnor sverige svenska svensk`,
    },
    { in: 'sv', weight: 1.2, forms: '*ä* *ö*' },
    { in: 'nb nn da', weight: 1.2, forms: '*æ* *ø*' },
  ],
};
