import type { Cluster } from '../cluster.ts';

/**
 * Croatian, Bosnian and Serbian in Latin script: one language to a linguist, three standards to a news desk.
 * Serbian writes `e` where the others have `ije/je` (mleko, mlijeko), spells foreign names by their sound (Vašington),
 * prefers `-isati` and `-ovati` in foreign verbs (regulisati) and joins the future (radiće). Croatian has its own months and learned
 * words (siječanj, znanost). Bosnian has the `ije/je` of Croatian with much of the vocabulary of Serbian.
 * A short sentence may show none of it: see `groups.ts`.
 */
export const southSlavicLatin: Cluster = {
  script: 'Latn',
  members: ['hr', 'bs', 'sr-Latn'],
  borrowed: [
    // Bosnian stands between the two others: a sentence with a word of neither is a little likelier Bosnian.
    { language: 'bs', from: ['hr'], rarity: -0.2 },
    { language: 'sr-Latn', from: ['hr'], rarity: 0.1 },
  ],
  marks: [
    // e or ije/je: the old vowel "yat".
    {
      in: 'sr-Latn',
      weight: 2.5,
      forms: `gde ovde negde nigde svuda pre posle ceo cela celo cele celi celu celog dve obe mest* vreme vremena
        vremenu vremenom reč reči rečima deca dece deci decu dete deteta čovek* lepo lepa lepi lepe nedelj* poslednj*
        videti video videla videli hteo htela hteli želeo želela želeli veruj* verova* razume* umesto uspeh* uspeo
        uspela uspeli uspelo uspeva sme smeju mera mere meru merama svet sveta svetu svetsk* primer* zamen* promen*
        menja* beo bele belog reka reke reku levo leva levi delo dela delu delom deo delov* telo tela telu sneg*
        hleb* mlek* pesm* smer* zahtev* savet* oseć* razmen* sledeć* predsed* predlo* izmen* bezbed* obezbed*
        obezbeđ* izvešt* obavešt* ponedelj* devoj* rešen* reši* rešav* mesec* srećan srećn* ubeđ* zvezd* pobed* vest
        vesti vestima vredn* vredi* vek veka veku vekov* uvek zauvek lekar* lekov* podel* cvet* sever severn* severu
        svedo* sused* nemač* nemac nemci nemaca uveren* namer* primen* primeti* pretnj* vetar vetra vetr* besan besn*
        nasleđ* cena cene cenu ocen* procen* večn* odeljenj* sedište sednic* seća* povređ* *mešten* *mešta* deluje
        lečenj* leči odeć* leto letos letnj* proleć* železn* retko retk* koren* greh* mešavin* umeša* pesak peska
        rečnik* senk* slep* sledi slede posledic* smel* stena stene tesn* vešt* zver* begst* pobeg* *belež* povere*
        nepovere* proveri provera proveren* primeć* smen* prosek* prosečn* odsek* umetn* delatnost* telesn* svetl*
        dospe dospeo predel* lepot* dečak* dečij* dečj* izbeglic* svest svesti svesn* nesvest* usmer* podse*
        zasedanj* naslednik* doneo doneti donet* podneo podnet* uneo odneo poneo izneo živeo živela živeli živeti
        preživeo preživel* voleo volela voleli voleti sedeo sedela sedeti goreti celokupn* delimično`,
    },
    {
      in: 'hr bs',
      weight: 2.5,
      forms: `gdje ovdje negdje nigdje prije poslije cijel* dvije obje mjest* vrijeme riječ* djec* dijete djetet*
        čovjek* lijep* nedjelj* posljednj* vidjet* vidio vidjel* htjet* htio htjel* vjer* razumje* razumij* umjesto
        uspje* uspij* smij* mjer* svijet* svjet* primjer* zamjen* promjen* mijenja* bijel* rijek* lijev* dio dijel*
        tijel* snijeg* snjeg* mlijek* pjesm* smjer* zahtjev* zahtijev* savjet* osjeć* razmjen* sljede* slijede*
        predsjed* prijedlo* izmjen* izvijest* obavijest* obavješt* ponedjelj* djevoj* rješ* riješ* mjesec* sretan
        sretn* uvjer* zvijezd* pobjed* pobijed* vijest* vrijed* uvijek liječ* podjel* podijel* cvijet* cvjet* sjever*
        svjedo* susjed* njemač* nijem* namjer* primjen* primije* prijet* vjetar vjetr* bijes* naslje* naslijeđ*
        cijen* ocjen* ocijen* procjen* procijen* vječn* odjel* sjedište sjedišta sjedištu sjedni* sjedil* sjeć*
        povrijed* povrijeđ* ozlijeđ* *mješten* *mješta* djel* tijek* poslijepod* odjeć* unaprijed naprijed umrije*
        strijel* bježa* bijeg* ljeto ljeta ljetos ljetn* proljeć* željezn* rijetk* korijen* grijeh* miješa* pijes*
        rječnik* sjen* slijep* sljep* posljedic* smjel* stijen* tijesn* vješt* zvijer* bjegst* pobjeg* *biljež*
        *povjer* provjer* primjeć* smjen* prosjek* prosječn* odsjek* umjetn* tjelesn* dospje* predjel* ljepot* dječ*
        izbjeglic* svijest* svjesn* usmjer* podsje* zasjed* donio donije* podnio podnije* unio odnio ponio iznio
        živio živjel* živjet* preživ* volio voljel* voljet* sjedio gorje* vijeć* jučer također`,
    },
    {
      in: 'hr bs',
      weight: 0.8,
      forms: `*ijel* *ijes* *ijet* *ijev* *ijeć* *ijek* *ijez* *ijeg* *vje* *mje* *pje* *cje* *dje* *tje* *ljed*
        sigurnosn* sigurnost* osigura* zastupni* kćer kćeri`,
    },
    // The future in one word, names by their sound, -isati; against w x y q in names, -irati, the future in two words.
    {
      in: 'sr-Latn',
      weight: 2,
      forms: 'biće *ićemo *aćemo *avaće *ivaće *iraće *ovaće *nuće *stiće *diće *tiće',
    },
    {
      in: 'sr-Latn',
      weight: 1,
      forms: `dž* vašington* njujork* čikag* kalifornij* hjuston* tvit* fejsbuk* regulis* definis* komentaris*
        informis* kontrolis* formulis* mobilis*`,
    },
    { in: 'hr bs', weight: 0.7, forms: '*w* *x* *y* *q*' },
    { in: 'hr bs', weight: 0.4, forms: '*irati *irao *irala *iran* *iraju' },
    { in: 'hr bs', weight: 2, forms: '*at_će *it_će *et_će *at_ću *it_ću *at_ćemo *it_ćemo' },
    {
      in: 'bs sr-Latn',
      weight: 2,
      forms: `da_li želi_da žele_da želim_da želite_da može_da možemo_da mogu_da mogao_da mogla_da mora_da moraju_da
        moramo_da treba_da trebalo_da počeo_da počela_da počeli_da pokušava_da nastavi_da planira_da odlučio_da
        odlučila_da odbio_da odbila_da će_da`,
    },
    { in: 'sr-Latn', weight: 0.8, forms: 'da_bi' },
    { in: 'hr', weight: 0.8, forms: 'kako_bi ponovno' },
    { in: 'hr bs', weight: 0.6, forms: 'te poput s' },
    // Serbian says "želi da radi" where Croatian has "želi raditi"; Bosnian has both.
    { in: 'bs sr-Latn', weight: 0.3, forms: 'da sa' },
    { in: 'sr-Latn', weight: 0.2, forms: 'da' },
    // Words of Croatian alone.
    {
      in: 'hr',
      weight: 2.5,
      forms: `tko netko nitko svatko točn* točk* netočn* europ* tisuć* tjed* siječ* veljač* ožujk* ožujak travanj
        travnja travnju svibanj svibnja svibnju lipanj lipnja lipnju srpanj srpnja srpnju kolovoz* rujan rujna rujnu
        listopad* studenog* studeni prosin* obitelj* povijes* glazb* nogomet* kazališ* zrakoplov* vlak vlaka vlakovi
        trenutačn* djelomičn* prijam* ždrijeb* izbornik* nužn* tvrtk* izvješć* priopć* uvjet* znanost* znanstv*
        sveučilišt* nazoč* ravnatelj* odvjetni* sudac suca suci proračun* kruh* prosvjed* putovnic* natjec* natječ*
        postrojb* tijekom udrug* dužnosni* veleposlan* računal* podrijetl* sustav* razin* kolodvor* suradn* surađ*
        pozorno* djelatni* zaposlenik* milijun* postot* potpor* tvornic* križ* inozem* vjerojatn* uhit* uhić* osobn*
        mirovin* umirov* opskrb* isprič* kirur* kaos* kronič* kemij* kršćan* plin plina stožer* poduzeć* dojam*
        izravn* učinkovit* sukladno skrb* dvojb* redatelj* skladatelj* gledatelj* čitatelj* momčad* vratar* sudioni*
        sudjelov* sudjeluj* gospodars* uspored* sabor* kaznen* zaštitar* zapovjedni* tisk* tisak knjižnic* dojm*
        ljestvic* tužitelj* branitelj* španjol* rumunjsk* nizozem* cjepiv* kisik* tvari zaslon* stroj* glasovanj*
        čimbeni* svećeni* istodobn* ubojstv* obran* obramben* financij* rabi rabe rabiti desetljeć* istaknuo
        istaknula čelni* povjerenstv* tajništv* dvoran* ljekarn* plaća plaće plaću plaći dionic* tečaj* blagdan*
        mladež* vojarn* pučanstv* povjesni* redovit* organizir* reagir* emitir* kritizir* financir* poveznic*`,
    },
    {
      in: 'hr',
      weight: 0.8,
      forms: `no vrlo puno dakako je_li jesu_li hoće_li unatoč otok* otoč* posto premda promet* stoljeć* ured ureda
        uredu središ* ovis* neovis* nadalje gotovo primjerice dakle putem ukupno`,
    },
    { in: 'hr', weight: 0.7, forms: 'hrvat* zagreb*' },
    // Words that Bosnian shares with Serbian.
    {
      in: 'bs sr-Latn',
      weight: 2.2,
      forms: `ko neko niko svako tačn* tačk* netačn* evrop* hiljad* januar* februar* mart marta martu april* maja
        maju juna junu jula julu septemb* oktob* novemb* decemb* porodic* porodič* muzik* muzič* fudbal* pozoriš*
        aerodrom* voz voza vozom uslov* nauka nauke nauci naučn* univerzitet* advokat* sudija sudije sudiji budžet*
        pasoš* takmič* ostrv* sistem* sarad* sarađ* milion* procent* procenat* fabrik* šta učestv* učesni* učešć*
        ambasad* kancelarij* odbran* odbrambe* ubistv* ubistav finansij* hemij* zvanič* vanredn* tokom štamp*
        organizov* uhapš* uhaps* hapšenj* desi* dešava* lični lično lična lične ličn* saobraćaj* stepen* spisak
        hirur* haos* hronič* krst krsta gas gasa vazduh* penzij* penzion* preduzeć* izvini* privred* uporedi*
        poređenj* upoređ* uprkos nezavisn* zavisi* skupšt* decenij* selektor* neophodn* istakao istakla istakli
        komisij* sekretar* sala sale sali salu apotek* plata plate platu kurs praznik* omladin* kasarn* redovn*
        reagova* emitova* kritikova* diskutova* protestova* portparol* komandant* krivičn* bibliotek* utisak utisk*
        tabel* tužila* tužioc* branila* branioc* španij* špansk* španac španc* rumunij* holand* vakcin* ćelij*
        supstanc* mašin* glasanj* glasal* šampion* poen* ponovo istovremen* sačini* rukovodi* režiser* golman*
        gledaoc* čitaoc* komšij* ćut* pominj* saopšt* opštin* opšt*`,
    },
    {
      in: 'bs sr-Latn',
      weight: 1,
      forms: `skoro mnogo pošto prisustv* mada pored ukoliko veoma naročito kompanij* prijem* kćerk*`,
    },
    // Words of Bosnian alone.
    {
      in: 'bs',
      weight: 2.5,
      forms: `saopć* djelimičn* žrijeb* predsjedavajuć* histor* sedmic* sedmično august augusta augustu lahk* mehk*
        kahv* uposl* vjerovatn* porijekl* snabdije* snabdjev* odjeljenj* ubijeđ* bezbjed* obezbijed* obezbjeđ* ljekar
        ljekara ljekari ljekarsk* hljeb*`,
    },
    { in: 'bs', weight: 0.8, forms: 'kanton* bosn* bosans* hercegov* sarajev* džamij* povrijeđ*' },
    // Words of Serbian alone, apart from the vowel.
    {
      in: 'sr-Latn',
      weight: 2.2,
      forms: `istorij* žreb* uopšt* avgust* spoljn* jevrej* bioskop* sprovod* sprovest* sproved* sprove* sajt* takođe
        juče ćerk* ubica ubice poseduje poseduju kuva* suv suva suvo suvi sopstven* poreklo porekla hrišć* sveštenik*
        interesovanj* vaspit* čas časova`,
    },
    { in: 'sr-Latn', weight: 0.7, forms: 'srbij* srps* beograd* utica* gdin* gđ*' },
    // Words that Croatian shares with Bosnian.
    {
      in: 'hr bs',
      weight: 2,
      forms: `općin* općen* opć* vanjsk* utjec* utječ* provedb* ubojic* prijevoz* prijenos* prijelaz* vlastit* kuha*
        suh suha suho ispriča* kći* uslijed smješten* odgoj* ministrica ministrice`,
    },
  ],
};
