import { defineTexts } from '../core/texts.ts'

export const attachmentsTexts = defineTexts({
  id: {
    title: 'Lampiran',
    add: 'Tambah foto atau dokumen', takePhoto: 'Ambil foto',
    emptyHint: 'Foto barang, gambar kerja, atau sertifikat disimpan di sini.',
    added: '{{name}} ditambahkan',
    removed: '{{name}} dilepas',
    remove: 'Lepas {{name}}',
    download: 'Unduh {{name}}',
    enlarge: 'Lihat {{name}}',
    by: '{{size}} · {{name}}, {{time}}',
    settings: {
      maximumMegabytes: { name: 'Ukuran lampiran terbesar', explanation: 'Foto dan dokumen yang lebih besar ditolak saat diunggah.' },
      dailyMegabytes: { name: 'Unggahan seorang dalam sehari', explanation: 'Lampiran dan file impor bersama-sama. Setelah penuh, orang itu dapat mengunggah lagi besok; yang lain tidak terganggu.' },
    },
  },
  en: {
    title: 'Attachments',
    add: 'Add a photo or document', takePhoto: 'Take a photo',
    emptyHint: 'Photos of the item, drawings or certificates are kept here.',
    added: '{{name}} added',
    removed: '{{name}} removed',
    remove: 'Remove {{name}}',
    download: 'Download {{name}}',
    enlarge: 'Look at {{name}}',
    by: '{{size}} · {{name}}, {{time}}',
    settings: {
      maximumMegabytes: { name: 'Largest attachment', explanation: 'Larger photos and documents are refused when uploaded.' },
      dailyMegabytes: { name: 'Uploads of one person in a day', explanation: 'Attachments and files to import together. Once it is full, that person can upload again tomorrow; nobody else is affected.' },
    },
  },
})
