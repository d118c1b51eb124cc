import { defineTexts } from '../core/texts.ts'

export const documentsTexts = defineTexts({
  id: {
    title: 'Kop dan dokumen', explanation: 'Bagaimana laporan dan surat pabrik tercetak: kop, kertas, dan kotak tanda tangan.',
    head: {
      title: 'Kop dokumen', edit: 'Ubah kop', lines: 'Baris tambahan', linesHint: 'Satu baris tiap keterangan, misalnya NPWP, email, atau situs web', saved: 'Kop disimpan', logo: 'Logo', noLogo: 'Belum ada logo', choose: 'Pilih logo', logoHint: 'PNG atau JPEG, paling besar 512 KB',
      logoSaved: 'Logo disimpan', remove: 'Lepas logo', removed: 'Logo dilepas', nameHint: 'Nama, alamat, dan telepon diubah di Pengaturan › Pabrik.',
    },
    forms: 'Bentuk tiap dokumen', edit: 'Ubah “{{name}}”', saved: 'Bentuk “{{name}}” disimpan', reset: 'Kembalikan ke bawaan', differs: 'Berbeda dari bawaan', paper: 'Kertas', orientation: 'Arah', footer: 'Catatan kaki', footerHint: 'Tercetak di bawah setiap halaman, misalnya nomor formulir',
    papers: { A4: 'A4 (210 × 297 mm)', LETTER: 'Letter (216 × 279 mm)', FOLIO: 'Folio / F4 (215 × 330 mm)' }, orientations: { AUTO: 'Menurut lebar tabel', PORTRAIT: 'Tegak', LANDSCAPE: 'Mendatar' },
    signatures: 'Kotak tanda tangan', signature: 'Kotak {{number}}', signatureTitle: 'Judul', signatureName: 'Nama (boleh kosong)', addSignature: 'Tambah kotak', removeSignature: 'Hapus kotak {{number}}', ownSignatures: 'Pakai kotak bawaan dokumen',
    preview: 'Pratinjau', previewPdf: 'Lihat PDF-nya', sheet: 'Gambar contoh halaman',
  },
  en: {
    title: 'Letterhead and documents', explanation: 'How the reports and letters of the factory are printed: head, paper and boxes to sign in.',
    head: {
      title: 'Letterhead', edit: 'Edit the head', lines: 'Further lines', linesHint: 'One line each, such as tax number, e-mail or web site', saved: 'Head saved', logo: 'Logo', noLogo: 'No logo yet', choose: 'Choose a logo', logoHint: 'PNG or JPEG, at most 512 KB',
      logoSaved: 'Logo saved', remove: 'Remove the logo', removed: 'Logo removed', nameHint: 'Name, address and telephone are changed in Settings › Factory.',
    },
    forms: 'Form of each document', edit: 'Edit “{{name}}”', saved: 'Form of “{{name}}” saved', reset: 'Back to the default', differs: 'Differs from the default', paper: 'Paper', orientation: 'Orientation', footer: 'Footnote', footerHint: 'Printed below every page, such as the number of the form',
    papers: { A4: 'A4 (210 × 297 mm)', LETTER: 'Letter (216 × 279 mm)', FOLIO: 'Folio / F4 (215 × 330 mm)' }, orientations: { AUTO: 'As wide as the table needs', PORTRAIT: 'Portrait', LANDSCAPE: 'Landscape' },
    signatures: 'Boxes to sign in', signature: 'Box {{number}}', signatureTitle: 'Title', signatureName: 'Name (may be empty)', addSignature: 'Add a box', removeSignature: 'Remove box {{number}}', ownSignatures: 'Use the boxes of the document itself',
    preview: 'Preview', previewPdf: 'Show the PDF', sheet: 'Picture of a sample page',
  },
})
