/** What can be odd about rows of what customers owe; part of the words for rows of any import. */
export const ledgerIssueTexts = {
  id: {
    issues: {
      'money-places': '{{field}} ‘{{value}}’ punya lebih dari 2 angka di belakang koma — bulatkan dulu.',
      'older-ledger': 'tagihan per {{value}}, padahal yang tersimpan per {{known}} lebih baru — terima kalau memang ingin diganti, atau lewati baris ini.',
      'customer-unknown': 'pelanggan ‘{{value}}’ belum ada dan namanya kosong — isi namanya, perbaiki kodenya, atau terima: namanya lalu sama dengan kodenya.',
    },
    findings: { 'customer-unknown': 'Pelanggan baru tanpa nama', 'money-places': '{{field}}: lebih dari 2 angka di belakang koma', 'older-ledger': 'Lebih lama daripada yang tersimpan' },
  },
  en: {
    issues: {
      'money-places': '{{field}} ‘{{value}}’ has more than 2 decimals — round it first.',
      'older-ledger': 'this is of {{value}}, but what is kept is of {{known}} and newer — accept it if that is to be replaced, or skip this row.',
      'customer-unknown': 'there is no customer ‘{{value}}’ yet, and the name is blank — fill in the name, correct the code, or accept it: then the code is its name.',
    },
    findings: { 'customer-unknown': 'New customer without a name', 'money-places': '{{field}}: more than 2 decimals', 'older-ledger': 'Older than what is kept' },
  },
} as const
