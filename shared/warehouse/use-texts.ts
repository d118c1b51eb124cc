import { defineTexts } from '../core/texts.ts'

export const useTexts = defineTexts({
  id: {
    workOrderHint: 'Pilih, atau pindai kode di lembar SPK', reasonHint: 'Mengapa lebih banyak dari BOM',
    unnamed: 'BOM tidak memuat bahan ini, jadi jumlahnya tidak dibatasi.',
    figures: 'Terpakai untuk SPK ini seluruhnya {{actual}}, menurut BOM {{expected}}: selisih {{difference}}.',
    needs: {
      NOTHING: 'Dapat dicatat.', WARNING: 'Dapat dicatat, dan selisihnya dicatat sebagai peringatan.', REASON: 'Dapat dicatat dengan alasan; SPV memeriksanya.',
      APPROVAL: 'Belum dapat dicatat: minta persetujuan dulu. Yang memutuskan: {{deciders}}.',
      WAITING: 'Menunggu persetujuan {{number}}. Setelah disetujui, catat lagi.',
    },
    reviewedAfterwards: { REVIEW: '{{percent}} melebihi BOM: setelah dibukukan, SPV memeriksanya', BLOCKED: '{{percent}} melebihi BOM, jauh di atas batas: bagian tidak boleh mencatatnya tanpa persetujuan. Setelah dibukukan, SPV memeriksanya' },
    accepted: 'Sudah disetujui {{name}}: dapat dicatat.', ask: 'Minta persetujuan',
    asked: 'Permintaan {{number}} dikirim. Setelah disetujui, pemakaian ini dapat dicatat.',
  },
  en: {
    workOrderHint: 'Choose it, or scan the code on its paper', reasonHint: 'Why more than the BOM says',
    unnamed: 'The BOM does not name this material, so any quantity may be used.',
    figures: '{{actual}} used for this work order in all, {{expected}} by the BOM: difference {{difference}}.',
    needs: {
      NOTHING: 'It can be posted.', WARNING: 'It can be posted, and is kept as a warning.',
      REASON: 'It can be posted with a reason; the supervisor reviews it.',
      APPROVAL: 'It cannot be posted yet: ask for approval first. Who decides: {{deciders}}.',
      WAITING: 'It waits for approval {{number}}. Once it is approved, post it again.',
    },
    reviewedAfterwards: { REVIEW: '{{percent}} over the BOM: the supervisor reviews it once it is posted', BLOCKED: '{{percent}} over the BOM, far beyond the limit: a section could not post it without consent. Once it is posted, the supervisor reviews it' },
    accepted: 'Accepted by {{name}}: it can be posted.', ask: 'Ask for approval',
    asked: 'Request {{number}} was sent. Once it is approved, this use can be posted.',
  },
})
