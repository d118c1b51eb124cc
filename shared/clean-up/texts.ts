import { defineTexts } from '../core/texts.ts'

export const cleanUpTexts = defineTexts({
  id: {
    title: 'Pembersihan data',
    explanation: 'Untuk pabrik yang selesai mencoba dan mulai sungguhan. Sebelum dibersihkan, cadangan dibuat otomatis; jejak audit tidak pernah dihapus dan mencatat siapa yang membersihkan, kapan, dan berapa baris.',
    scopes: { transactions: 'Transaksi saja', everything: 'Transaksi dan data induk' },
    scopeHints: {
      transactions: 'Stok, mutasi, kartu kanban, impor, dan notifikasi hilang. Data induk, papan, dan aturan tetap.',
      everything: 'Semua data induk – barang, lokasi, mitra, pekerja, mesin, papan, aturan – ikut hilang. Pengguna, peran, bagian, dan pengaturan tetap; satuan dan lokasi bawaan dibuat lagi.',
    },
    lookOnly: 'Anda hanya dapat melihat. Membersihkan memerlukan izin “{{needed}}”; Superadmin dapat memberikannya.',
    scope: 'Apa yang dibersihkan?', goes: 'Akan hilang', stays: 'Tetap ada', rows: '{{rows}} baris', nothing: 'Tidak ada yang perlu dibersihkan.', numbers: 'Nomor dokumen mulai lagi dari 1.',
    always: 'Selalu tetap: jejak audit, log keamanan, cadangan.',
    others_one: '{{count}} orang lain sedang masuk. Minta mereka menyimpan dan keluar dulu.', others_other: '{{count}} orang lain sedang masuk. Minta mereka menyimpan dan keluar dulu.',
    begin: 'Bersihkan …', dialog: 'Bersihkan data {{factory}}?', dialogHint: '{{rows}} baris dihapus dan hanya dapat kembali dari cadangan.',
    factoryName: 'Ketik nama pabrik: {{name}}', password: 'Kata sandi Anda', force: 'Orang lain sudah diberi tahu — bersihkan walaupun mereka masih masuk', confirm: 'Buat cadangan dan bersihkan',
    done: 'Selesai: {{rows}} baris dibersihkan. Cadangan sebelum pembersihan: {{backup}}',
    issues: { factoryName: 'Tidak sama dengan nama pabrik. Ketik persis seperti yang tertulis.' },
    sample: { title: 'Data induk contoh', explanation: 'Untuk pabrik yang masih kosong: isi bagian, gudang, tahapan kerja beserta langkahnya, dan barang dari pabrik contoh sebagai bahan latihan atau awal.', add: 'Isi data contoh', done: '{{items}} barang contoh diisikan', full: 'Hanya untuk pabrik yang masih kosong; di sini sudah ada data.' },
  },
  en: {
    title: 'Clear data',
    explanation: 'For a factory that has finished trying things out and begins in earnest. A backup is made before; the audit trail is never cleared and says who cleared what, when, and how many rows.',
    scopes: { transactions: 'Transactions only', everything: 'Transactions and master data' },
    scopeHints: {
      transactions: 'Stock, moves, kanban cards, imports and notices go. Master data, boards and rules stay.',
      everything: 'All master data – items, locations, partners, workers, machines, boards, rules – goes too. Users, roles, sections and settings stay; units and base locations are made anew.',
    },
    lookOnly: 'You can only look. Clearing needs the permission “{{needed}}”, which a Superadmin can give.',
    scope: 'What is to be cleared?', goes: 'Will go', stays: 'Will stay', rows: '{{rows}} rows', nothing: 'There is nothing to clear.', numbers: 'Document numbers begin at 1 again.',
    always: 'Always kept: audit trail, security log, backups.',
    others_one: '{{count}} other person is signed in. Ask them to save and sign out first.', others_other: '{{count}} other people are signed in. Ask them to save and sign out first.',
    begin: 'Clear …', dialog: 'Clear the data of {{factory}}?', dialogHint: '{{rows}} rows are deleted and come back only from a backup.',
    factoryName: 'Type the factory’s name: {{name}}', password: 'Your password', force: 'The others have been told — clear although they are still signed in', confirm: 'Make a backup and clear',
    done: 'Done: {{rows}} rows cleared. The backup made before: {{backup}}',
    issues: { factoryName: 'Not the factory’s name. Type it exactly as it is written.' },
    sample: { title: 'Sample masters', explanation: 'For a factory that is still empty: sections, stores, stages with their steps, and items of the demo factory, to practise with or to begin from.', add: 'Add sample masters', done: '{{items}} sample items added', full: 'Only for a factory that is still empty; there is data here already.' },
  },
})
