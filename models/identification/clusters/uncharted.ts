import type { Mark } from '../cluster.ts';

/**
 * Languages of the table in `languages.ts` that the n-gram table lacks and that have no relative in it. They start as rare
 * kinds of "some other language" and their function words must speak for them; words of well-known languages are left out.
 * `und` has the letters that no language of the n-gram table writes (of Kazakh, Tatar, Mongolian; of Esperanto, Hausa).
 */
export const uncharted: readonly Mark[] = [
  {
    in: 'cy',
    weight: 1.5,
    forms: `mae yr yn wedi oedd bod sydd gan ond hyn ddim fod gyda rhwng dros ers bydd roedd dweud hefyd nid mewn
        cael blwyddyn gwaith pobl cymru llywodraeth wrth fel gwneud newydd hynny mwy iawn dydd ei eu ym heddiw`,
  },
  {
    in: 'ga',
    weight: 1.5,
    forms: `agus tá bhí ag níl faoi chun seo sin mar bliain éireann raibh nach leis ná atá acu aici aige níos mó
        dúirt mbeidh inniu inné gach lá bhfuil anseo dhá tríd ón sna`,
  },
  {
    in: 'mt',
    weight: 1.5,
    forms: `ta' li huwa hija kien kienet kienu minn għal dan din dawn biex fuq jew mhux wkoll kif meta qal qalet
        wara aktar iżda hemm għandu fis fil *ħ* *ġ* *ċ*`,
  },
  {
    in: 'sw',
    weight: 1.5,
    forms: `ya wa kwa katika hii huo kuwa hiyo cha kama pia yake alisema baada watu nchi mwaka siku lakini vya
        kwamba hayo wake wao zaidi sana serikali rais jana ambao ambayo wote yote mpya kabla`,
  },
  { in: 'und', weight: 4, forms: '*ә* *ғ* *қ* *ң* *ө* *ұ* *ү* *һ* *ӣ* *ӯ* *ҳ* *ҷ* *җ* *ҫ*' },
  { in: 'und', weight: 2.5, forms: '*ĉ* *ĝ* *ĥ* *ĵ* *ŝ* *ŭ* *ŵ* *ŷ* *ɓ* *ɗ* *ƙ* *ʻ*' },
];
