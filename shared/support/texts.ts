import { defineTexts } from '../core/texts.ts'

export const supportTexts = defineTexts({
  id: {
    title: 'Bantuan teknis', export: 'Ekspor paket dukungan',
    explanation: 'Satu file ZIP untuk orang yang membantu Anda dari jauh: log, versi, ukuran, dan jumlah baris. Data pabrik, nama, dan kata sandi tidak ikut; README.txt di dalamnya menjelaskan isinya.',
    recorded: 'Siapa yang mengekspor dicatat dalam jejak audit.', saved: 'Paket dukungan {{name}} diunduh',
  },
  en: {
    title: 'Technical support', export: 'Export support bundle',
    explanation: 'One ZIP file for whoever helps you from afar: logs, versions, sizes and row counts. No data of the factory, no names and no passwords are in it; README.txt inside explains.',
    recorded: 'Who exports one is kept in the audit trail.', saved: 'Support bundle {{name}} downloaded',
  },
})
