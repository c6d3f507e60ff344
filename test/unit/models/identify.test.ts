import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSamples } from '../../../data/samples/samples.ts';
import { readMetadata } from '../../../models/segmentation/metadata.ts';
import { identify, identifyParagraphs } from '../../../models/identify.ts';

const languageOf = async (text: string): Promise<string | null> => (await identify(text)).language;

test.each([
  ['sl', 'Vlada je včeraj sprejela zakon, po katerem bodo občine same odločale o gradnji šol.'],
  ['sq', 'Qeveria miratoi dje një ligj të ri për shkollat, i cili hyn në fuqi në fillim të vitit.'],
  ['pl', 'Rząd przyjął wczoraj ustawę, zgodnie z którą gminy same zdecydują o budowie szkół.'],
  ['de', 'Die Regierung hat gestern ein Gesetz beschlossen, nach dem die Gemeinden selbst entscheiden.'],
  ['nb', 'Regjeringen la i går fram et forslag om at kommunene selv skal bestemme over skolene.'],
  ['en', 'The government passed a law yesterday that lets towns decide for themselves.'],
  ['fr', 'Le gouvernement a adopté hier une loi qui laisse les communes décider elles-mêmes.'],
  ['cs', 'Vláda včera schválila zákon, podle kterého budou o stavbě škol rozhodovat obce samy.'],
  ['sk', 'Vláda včera schválila zákon, podľa ktorého budú o výstavbe škôl rozhodovať samy obce.'],
  ['hu', 'A kormány tegnap elfogadott egy törvényt, amely szerint a települések maguk döntenek.'],
  ['fi', 'Hallitus hyväksyi eilen lain, jonka mukaan kunnat päättävät itse koulujen rakentamisesta.'],
  [
    'tr',
    'Hükümet dün belediyelerin okullar hakkında kendilerinin karar vermesini sağlayan yasayı kabul etti.',
  ],
  ['el', 'Η κυβέρνηση ψήφισε χθες έναν νόμο που αφήνει τους δήμους να αποφασίζουν μόνοι τους.'],
  ['ar', 'أقرت الحكومة أمس قانونا يسمح للبلديات بأن تقرر بنفسها بناء المدارس.'],
  ['zh', '政府昨天通过了一项法律，让各市镇自己决定学校的建设。'],
  ['ja', '政府は昨日、学校の建設を自治体が自ら決める法律を可決した。'],
  ['ko', '정부는 어제 지방 자치 단체가 스스로 학교 건설을 결정하도록 하는 법을 통과시켰다.'],
  ['km', 'រដ្ឋាភិបាលបានអនុម័តច្បាប់ថ្មីមួយកាលពីម្សិលមិញ'],
])('%s is known', async (language, text) => {
  expect(await languageOf(text)).toBe(language);
});

test.each([
  ['nn', 'Regjeringa la i går fram eit framlegg om at kommunane sjølve skal rå over skulane.'],
  ['nn', 'Ho veit ikkje kva dei vil gjere.'],
  ['nb', 'Hun vet ikke hva de vil gjøre.'],
  ['da', 'Regeringen fremlagde i går et forslag om, at kommunerne selv skal bestemme over skolerne.'],
  ['da', 'Hun ved ikke, hvad de vil gøre.'],
  ['sv', 'Regeringen lade i går fram ett förslag om att kommunerna själva ska bestämma över skolorna.'],
])('among the Scandinavians, %s: %s', async (language, text) => {
  expect(await languageOf(text)).toBe(language);
});

test.each([
  ['mk', 'Владата вчера усвои закон според кој општините сами ќе одлучуваат за училиштата.'],
  ['bg', 'Вчера правителството прие закон, според който общините сами ще решават за училищата.'],
  ['sr', 'Влада је јуче усвојила закон по коме ће општине саме одлучивати о школама.'],
  ['ru', 'Вчера правительство приняло закон, по которому общины сами будут решать о школах.'],
  ['uk', 'Учора уряд ухвалив закон, за яким громади самі вирішуватимуть про школи.'],
  ['be', 'Учора ўрад прыняў закон, паводле якога абшчыны самі будуць вырашаць пра школы.'],
])('among the Slavs in Cyrillic, %s: %s', async (language, text) => {
  expect(await languageOf(text)).toBe(language);
});

test.each([
  ['id', 'Pemerintah mengatakan bahwa uang untuk sekolah bisa diberikan tahun ini karena harga naik.'],
  ['ms', 'Kerajaan berkata bahawa wang untuk sekolah boleh diberikan tahun ini kerana harga naik.'],
  ['gl', 'O goberno aprobou onte unha lei pola que os concellos decidirán tamén sobre as escolas.'],
  ['pt', 'O governo aprovou ontem uma lei pela qual os municípios decidirão também sobre as escolas.'],
  ['af', 'Die regering het gister ʼn wet aanvaar sodat dorpe self oor hulle skole kan besluit, sê hy.'],
  ['nl', 'De regering heeft gisteren een wet aangenomen waardoor gemeenten zelf over scholen beslissen.'],
  ['cy', 'Mae’r llywodraeth wedi cyhoeddi cynllun newydd i helpu pobl ifanc yng nghefn gwlad.'],
  ['ga', 'Dúirt an tAire inné go mbeidh níos mó airgid ag na scoileanna an bhliain seo chugainn.'],
  ['sw', 'Serikali imesema jana kwamba itajenga shule mpya katika mikoa yote ya nchi mwaka huu.'],
])('a language beside a larger relative, %s: %s', async (language, text) => {
  expect(await languageOf(text)).toBe(language);
});

test('Croatian, Bosnian and Serbian are told by their own words', async () => {
  const texts = {
    hr: 'Tko je u siječnju vidio što se dogodilo s tvrtkom u općini, neka se javi veleposlanstvu.',
    bs: 'Ko je u januaru vidio šta je saopćila općina o historiji porodice, neka se javi ambasadi.',
    'sr-Latn':
      'Ko je u januaru video šta je saopštila opština o istoriji porodice, neka se javi posle podne.',
  };
  for (const [language, text] of Object.entries(texts)) expect(await languageOf(text)).toBe(language);
});

test('a sentence that all three write alike gets the group, for the editor to choose', async () => {
  const found = await identify('Uskoro dolazi novi profesor iz velikog grada.');
  expect(found.group).toHaveLength(3);
  expect(found.group).toEqual(expect.arrayContaining(['hr', 'bs', 'sr-Latn']));
  expect(found.language).toBe(found.group?.[0]);
});

test('a language without such siblings has no group', async () => {
  expect(await identify('To je dober dan za vse nas.')).not.toHaveProperty('group');
});

test.each([
  '',
  '   \n',
  '12 345,67 € – 3,5 % (2024)',
  '😀🎉',
  'https://example.org/nyheter/sak',
  'info@example.org',
  'Nei',
  'xkcd qwrtz',
])('too little to tell: “%s”', async (text) => {
  expect(await identify(text)).toMatchObject({ language: null, confidence: 0 });
});

test.each([
  [
    'Esperanto',
    'La ministro diris hieraŭ, ke la nova leĝo ne validos antaŭ la fino de la jaro, ĉar mankas mono.',
  ],
  ['Zulu', 'UNgqongqoshe uthe izolo umthetho omusha ngeke uqale ukusebenza ngaphambi kokuphela konyaka.'],
  [
    'Uzbek',
    'Vazir kecha yangi qonun yil oxirigacha kuchga kirmasligini aytdi, chunki mablagʻ yetishmayapti.',
  ],
  ['Kazakh', 'Министр кеше жаңа заң жыл соңына дейін күшіне енбейді деп мәлімдеді.'],
  ['Mongolian', 'Сайд өчигдөр шинэ хууль оны эцэс хүртэл хүчин төгөлдөр болохгүй гэж мэдэгдлээ.'],
])('%s is outside the tables and not forced into them', async (_, text) => {
  expect(await languageOf(text)).toBeNull();
});

test('capitals, addresses and numbers do not disturb', async () => {
  expect(await languageOf('RZĄD PRZYJĄŁ WCZORAJ USTAWĘ O SZKOŁACH')).toBe('pl');
  expect(
    await languageOf(
      'Les mer på https://www.example.com/the-latest-news-from-the-world eller skriv til post@example.com nå.',
    ),
  ).toBe('nb');
});

test('the script of most letters counts', async () => {
  expect(
    await languageOf('Компания Microsoft представила новую версию Windows для своих пользователей.'),
  ).toBe('ru');
});

const samples = readSamples().map(({ language, bytes, english }) => {
  const text = new TextDecoder().decode(bytes);
  return { language, body: text.slice(readMetadata(text).bodyStart).trimStart(), english };
});

test.each(samples)(
  'the sample in $language is certain from its first 60 characters',
  async ({ language, body }) => {
    const found = await identify(body.slice(0, 60));
    expect(found.language).toBe(language);
    expect(found.confidence).toBeGreaterThanOrEqual(0.95);
  },
);

test('an article with its translation below is in the language that it begins with or in that of the translation', async () => {
  for (const { language, body, english } of samples) {
    expect([language, 'en']).toContain(await languageOf(`${body}\n\n${english}`));
  }
});

test('an English quotation does not change the language of a Polish article, and is found', async () => {
  const paragraphs = [
    'Minister spotkał się wczoraj z dziennikarzami i długo odpowiadał na ich pytania.',
    'We will not leave anyone behind, and we shall do what has to be done for our people.',
    'Po spotkaniu rzecznik rządu powiedział, że nowa ustawa wejdzie w życie w styczniu.',
  ];
  const { main, others } = await identifyParagraphs(paragraphs);
  expect(main.language).toBe('pl');
  expect(others.map((other) => other?.language)).toEqual([undefined, 'en', undefined]);
});

test('both halves of a bilingual press release are seen', async () => {
  const { main, others } = await identifyParagraphs([
    'Das Unternehmen eröffnet im Herbst ein neues Werk und stellt dort zweihundert Menschen ein.',
    'Die Bauarbeiten haben bereits begonnen, wie die Stadt am Montag mitteilte.',
    'The company will open a new plant in autumn and hire two hundred people there.',
  ]);
  expect(main.language).toBe('de');
  expect(others.map((other) => other?.language)).toEqual([undefined, undefined, 'en']);
});

test('short or doubtful paragraphs stay with the main language', async () => {
  const { others } = await identifyParagraphs([
    'Ministrica je v sredo predstavila predlog zakona, o katerem bodo poslanci glasovali jeseni.',
    'Foto: John Smith',
    'Reuters',
    '12. 5. 2024',
    '',
  ]);
  expect(others).toEqual([null, null, null, null, null]);
});

test('Croatian words in a Serbian article are no other language', async () => {
  const { others } = await identifyParagraphs([
    'Predsednik je u ponedeljak posle sastanka rekao da će sledeće nedelje saopštiti rešenje.',
    'Tko je to vidio, neka se javi tijekom sljedećeg tjedna.',
  ]);
  expect(others).toEqual([null, null]);
});

test('no paragraphs are no language', async () => {
  expect(await identifyParagraphs([])).toMatchObject({ main: { language: null }, others: [] });
});

test('the time does not grow with the text', async () => {
  const sentence = 'Vlada je včeraj sprejela zakon. ';
  const found = await identify(sentence.repeat(300_000));
  expect(found.language).toBe('sl');
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.lorem({ maxCount: 30 }),
);

test('whatever the text: no error; confidences are chances, ranked; the language is the first candidate', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const { language, confidence, candidates } = await identify(text);
      const confidences = candidates.map((candidate) => candidate.confidence);
      expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      expect(confidences.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(confidences.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1 + 1e-9);
      expect({ language, confidence }).toEqual(
        language === null ? { language, confidence: 0 } : candidates[0],
      );
    }),
  );
});

test('letter case changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), fc.nat(1000), async ({ body }, start) => {
      const text = body.slice(start, start + 80);
      expect(await identify(text.toUpperCase())).toEqual(await identify(text.toUpperCase().toLowerCase()));
    }),
    { numRuns: 20 },
  );
});
