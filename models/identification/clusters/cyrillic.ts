import type { Cluster } from '../cluster.ts';

/**
 * The Slavic languages in Cyrillic. Letters decide most of it: `ѓ ќ ѕ` are Macedonian alone, `ћ ђ` Serbian, `ї є ґ`
 * Ukrainian, `ў` Belarusian, `ы э ё` Russian and Belarusian; `ј љ њ џ` Serbian and Macedonian, `щ` has neither of the two.
 * Function words help short texts that have none of those.
 */
export const cyrillic: Cluster = {
  script: 'Cyrl',
  members: ['mk', 'bg', 'sr', 'ru', 'uk', 'be'],
  borrowed: [{ language: 'mk', from: ['bg', 'sr', 'ru', 'uk'], rarity: 0.5 }],
  marks: [
    { in: 'mk', weight: 3, forms: '*ѓ* *ќ* *ѕ*' },
    { in: 'sr', weight: 3, forms: '*ћ* *ђ*' },
    { in: 'uk', weight: 3, forms: '*ї* *є* *ґ*' },
    { in: 'uk be', weight: 2, forms: '*і*' },
    { in: 'be', weight: 3, forms: '*ў*' },
    { in: 'ru', weight: 1.2, forms: '*ться *тся *ый *ые *ых *ая *его' },
    { in: 'ru uk', weight: 1.2, forms: '*ть *ться' },
    { in: 'ru uk be', weight: 1, forms: '*ого *ами *ями *ах *ях *ей' },
    { in: 'ru be', weight: 2, forms: '*ы* *э* *ё*' },
    { in: 'mk sr', weight: 2, forms: '*ј* *љ* *њ* *џ*' },
    { in: 'bg ru uk be', weight: 1, forms: '*ю* *я* *й* *ь*' },
    { in: 'bg ru uk', weight: 1, forms: '*щ*' },
    { in: 'bg', weight: 1, forms: '*ъ* *ът' },
    { in: 'mk', weight: 1, forms: '*ата *ите *ниот *виот *иот *ува *уваат *аат *ување *от' },
    { in: 'mk bg', weight: 0.6, forms: '*та *то *те но' },
    { in: 'mk bg', weight: 2, forms: 'е ги го му им' },
    { in: 'mk bg', weight: 0.4, forms: 'на' },
    { in: 'sr', weight: 0.7, forms: '*ог *ом *има *ује *ити *ао *ио' },
    { in: 'mk bg sr', weight: 2, forms: 'се да' },
    { in: 'mk sr be', weight: 1.5, forms: 'што' },
    { in: 'mk sr', weight: 2, forms: 'од како' },
    { in: 'mk bg sr ru', weight: 1, forms: 'и' },
    { in: 'sr uk be', weight: 1, forms: 'у' },
    { in: 'bg ru uk', weight: 1, forms: 'в' },
    { in: 'bg ru', weight: 1.5, forms: 'от с' },
    { in: 'sr ru', weight: 1, forms: 'из после' },
    { in: 'uk be', weight: 1.5, forms: 'як з' },
    {
      in: 'mk',
      weight: 2.5,
      forms: `со ја дека меѓу многу повеќе уште веќе биде беа сите сè сѐ поради покрај кои каде овој оваа овие тоа
        тие нивните нивната нивниот неговата неговиот неговото нејзиниот нејзината рече изјави колку меѓутоа ниту јас
        ние вие нѐ првиот првата новата новиот сака сакаат прави немаше треба против првпат`,
    },
    { in: 'mk', weight: 1.2, forms: 'во околу денес утре ќе' },
    {
      in: 'bg',
      weight: 2.5,
      forms: `във със че ще съм след през повече също като бъде няма трябва който която което които това този тази
        тези защо къде много няколко вече казва каза години днес срещу чрез бяха`,
    },
    {
      in: 'sr',
      weight: 2.5,
      forms: `је су нису није био ће као али након више још већ према због између која које којих којим којој овај
        ово тај тога томе рекао рекла изјавио шта њих њега њему њен његов њихов бити године година када`,
    },
    {
      in: 'ru',
      weight: 2.5,
      forms: `что к как его ее её их это этот эта эти также который которая которые году лет есть еще ещё только если
        чтобы когда`,
    },
    {
      in: 'uk',
      weight: 2.5,
      forms: `що із від це цей ця ці вона вони була були року років є вже тільки якщо щоб коли також`,
    },
    {
      in: 'be',
      weight: 2.5,
      forms: `ад гэта гэты гэтая ён яна яны таксама якая якія гадоў ёсць ужо яшчэ толькі пасля калі каб дзе пры пра`,
    },
  ],
};
