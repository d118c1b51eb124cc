/** Why a record of downtime is refused; part of `coreTexts`, as all errors are. */
export const downtimeErrorTexts = {
  id: {
    errors: { 'downtime-overlaps': 'Pada waktu itu sudah ada catatan berhenti. Akhiri atau ubah catatan itu dulu, atau pilih waktu lain.' },
    errorDetails: { 'downtime-overlaps': '{{place}} sudah tercatat berhenti sejak {{from}} karena {{why}}, dicatat {{who}}. Akhiri atau ubah catatan itu dulu, atau pilih waktu lain.' },
  },
  en: {
    errors: { 'downtime-overlaps': 'Something is recorded as standing still at that time already. End or change that record first, or choose another time.' },
    errorDetails: { 'downtime-overlaps': '{{place}} is recorded as standing still since {{from}}: {{why}}, reported by {{who}}. End or change that record first, or choose another time.' },
  },
} as const
