import type { Cluster } from '../cluster.ts';

/** Indonesian has loans from Dutch (`universitas`, `polisi`, `Agustus`), Malay from English (`universiti`, `polis`, `Ogos`). */
export const malay: Cluster = {
  script: 'Latn',
  members: ['id', 'ms'],
  borrowed: [{ language: 'id', from: ['ms'], rarity: 0 }],
  marks: [
    {
      in: 'id',
      weight: 2,
      forms: `karena bisa bahwa uang mobil kantor perusahaan polisi miliar agustus maret juli juni oktober desember
        saat pemerintah indonesia jakarta anda beberapa selama seperti mengatakan ujar ujarnya sebagian sedangkan
        namun pernah warga kapan kenapa sepeda listrik pabrik universitas kualitas aktivitas dinas provinsi kabupaten
        gubernur rapat masalah`,
    },
    { in: 'id', weight: 1, forms: '*itas *isasi *nya *asi *if' },
    {
      in: 'ms',
      weight: 2,
      forms: `kerana boleh bahawa daripada ialah wang kereta pejabat syarikat polis bilion ogos mac jun julai
        disember kerajaan malaysia awak manakala pelbagai sewaktu berkata beliau katanya sekiranya universiti kualiti
        aktiviti kilang bila elektrik selepas negeri mesyuarat encik datuk iaitu ahad isnin jabatan turut`,
    },
    { in: 'ms', weight: 1, forms: '*iti *lah' },
  ],
};
