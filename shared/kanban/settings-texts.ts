import { defineTexts } from '../core/texts.ts'

export const kanbanSettingsTexts = defineTexts({
  id: {
    pendingLimit: { name: 'Permintaan menunggu per papan', explanation: 'Batas awal papan baru; tiap papan dapat diubah sendiri.' },
    progressLimit: { name: 'Kartu disiapkan per papan', explanation: 'Batas awal papan baru; tiap papan dapat diubah sendiri.' },
    leadDays: { name: 'Waktu tunggu aturan isi ulang', explanation: 'Isian awal aturan baru: dibutuhkan sekian hari lagi.' },
  },
  en: {
    pendingLimit: { name: 'Requests waiting, per board', explanation: 'What a new board begins with; each can be changed.' },
    progressLimit: { name: 'Cards in progress, per board', explanation: 'What a new board begins with; each can be changed.' },
    leadDays: { name: 'Lead time of a rule', explanation: 'What a new rule begins with: needed in so many days.' },
  },
})
