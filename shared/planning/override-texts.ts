import { defineTexts } from '../core/texts.ts'

/** PL-24: what the director decides past those who else would; part of `planningTexts`. */
export const overrideTexts = defineTexts({
  id: {
    badge: 'Keputusan Direktur', by: '{{name}}, {{at}}: {{act}}. Alasan: {{reason}}',
    left: 'Hari ini masih {{left}} dari {{limit}} keputusan darurat. Admin dan Manajer diberi tahu, dan jejaknya tetap ada. Alasan paling sedikit {{least}} huruf.',
    none: 'Keputusan darurat hari ini sudah {{limit}} kali. Tunggu sampai besok, atau minta persetujuan seperti biasa.',
    buttons: {
      UNLOCK_WORK_ORDER: 'Buka paksa', FORCE_PURCHASE_ORDER: 'Setujui paksa', APPROVE_DEBT: 'Setujui paksa', CLOSE_MANUFACTURING_ORDER: 'Tutup paksa',
    },
    titles: {
      UNLOCK_WORK_ORDER: 'Buka paksa SPK {{number}}?', FORCE_PURCHASE_ORDER: 'Setujui paksa {{number}}?',
      APPROVE_DEBT: 'Setujui paksa utang {{number}}?', CLOSE_MANUFACTURING_ORDER: 'Tutup paksa {{number}}?',
    },
    texts: {
      UNLOCK_WORK_ORDER: 'SPK ini boleh dimulai tanpa persetujuan, tanpa label, dan walaupun bahannya kurang. Hasil tahap sebelumnya tetap ditunggu.',
      FORCE_PURCHASE_ORDER: 'Pesanan ini disetujui tanpa menunggu yang lain. Yang diajukan untuknya menjadi batal.',
      APPROVE_DEBT: 'Utang ini disetujui tanpa menunggu yang lain. Yang diajukan untuknya menjadi batal.',
      CLOSE_MANUFACTURING_ORDER: 'Perintah ini selesai dengan hasil yang ada. SPK yang belum selesai ikut berakhir, dan stok yang disisihkan bebas lagi.',
    },
    told: {
      UNLOCK_WORK_ORDER: 'SPK dibuka paksa', FORCE_PURCHASE_ORDER: 'PO disetujui paksa', APPROVE_DEBT: 'utang material disetujui paksa',
      CLOSE_MANUFACTURING_ORDER: 'perintah produksi ditutup paksa',
    },
    done: '{{number}}: {{act}}',
  },
  en: {
    badge: 'Director’s decision', by: '{{name}}, {{at}}: {{act}}. Reason: {{reason}}',
    left: '{{left}} of {{limit}} emergency decisions are left for today. Admin and manager are told, and it stays in the record. The reason takes at least {{least}} characters.',
    none: '{{limit}} emergency decisions were made today. Wait until tomorrow, or ask for approval as usual.',
    buttons: {
      UNLOCK_WORK_ORDER: 'Force open', FORCE_PURCHASE_ORDER: 'Force approval', APPROVE_DEBT: 'Force approval',
      CLOSE_MANUFACTURING_ORDER: 'Force close',
    },
    titles: {
      UNLOCK_WORK_ORDER: 'Force work order {{number}} open?', FORCE_PURCHASE_ORDER: 'Force the approval of {{number}}?',
      APPROVE_DEBT: 'Force the approval of debt {{number}}?', CLOSE_MANUFACTURING_ORDER: 'Force {{number}} to close?',
    },
    texts: {
      UNLOCK_WORK_ORDER: 'This work order may start without approval, without labels, and short of material. What comes from the stages before is still waited for.',
      FORCE_PURCHASE_ORDER: 'This order is approved without waiting for others. What was asked for about it is void.',
      APPROVE_DEBT: 'This debt is approved without waiting for others. What was asked for about it is void.',
      CLOSE_MANUFACTURING_ORDER: 'This order is complete with what there is. Work orders that are not finished end with it, and the stock kept for them is free again.',
    },
    told: {
      UNLOCK_WORK_ORDER: 'work order forced open', FORCE_PURCHASE_ORDER: 'purchase order approved by force',
      APPROVE_DEBT: 'material debt approved by force', CLOSE_MANUFACTURING_ORDER: 'manufacturing order forced to close',
    },
    done: '{{number}}: {{act}}',
  },
})
