import type { SegmentationRules } from './types.ts';
import { words } from './types.ts';

/** Turkish. */
export const tr: SegmentationRules = {
  language: 'tr',
  abbreviations: {
    never: words(`
      dr prof doç yrd öğr gör arş uzm müh alb yb bnb yzb tğm tümg tuğg hz sn örn ör bkz krş no faks cad
      sok mah blv apt çev ing alm yun st sta`),
    mayEnd: words('vb vs vd vdğ i.ö i.s m.ö m.s md o'),
    seldomEnd: words('a.ş ltd şti san tic mlr mily dk sa yy t.c a.b.d av gen'),
    beforeNumber: words('s ss sf cilt c böl fas şek tab oc oca şub nis tem ağu eyl ek kas ara tel'),
  },
  months: words('ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık'),
  ordinals: { arabic: true, roman: true },
  starters: words(`
    acaba ama aslında ayrıca bana başka bazen bazı bazıları belki ben benim bir biri birçok biraz birlikte biz bizim böyle
    böylece bu buna bunda bundan bunlar bunların bunu bunun bunun burada bütün bugün çok çoğu çünkü da daha dahası dedi
    demek diğer dolayısıyla dün düşünüyorum eğer elbette en er evet fakat geçen gerçekten gerek hala hâlâ hangi hatta
    hayır hem henüz hep hepsi her herkes hiç hiçbir için iki ilk ise işte kadar karşı kendisi kendi ki kim kimse konu
    milyonlarca mı nasıl ne neden nedeniyle nerede niçin niye o olarak on ona ondan onlar onların onu onun orada oysa oysaki
    öncelikle önce örneğin öte öyle peki pek rağmen sadece sanırım sen siz son sonra sonuç sonunda sürekli şimdi şu şunu
    tabii tam tekrar tüm üç üstelik var ve veya ya yalnızca yani yarın yaklaşık yeni yine yoksa yok zaten zira zaman`),
  quotes: ['“”', '‘’', '«»', '„”'],
  dialogueDash: true,
  links: [
    'ayrıca okuyun',
    'bunu da oku',
    'bunu da okuyun',
    'devamını oku',
    'ilgili haber',
    'ilgili haberler',
    'ayrıca bakınız',
  ],
  signOffs: ['kaynak', 'kaynaklar', 'fotoğraf', 'foto', 'yazar', 'çeviri', 'çeviren'],
  furniture: ['reklam', 'paylaş', 'yazdır', 'yorumlar', 'sayfa #', 'sayfa # / #'],
};
