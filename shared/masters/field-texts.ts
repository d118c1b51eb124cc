import { defineTexts } from '../core/texts.ts'

/** What the fields of masters are called, on the screen and in the heading rows of files. */
const labels = defineTexts({
  id: {
    contactPerson: 'Narahubung', phone: 'Telepon', alternatePhone: 'Telepon lain', email: 'Surel', address: 'Alamat', leadTimeDays: 'Waktu tunggu (hari)', area: 'Wilayah', postalCode: 'Kode pos',
    isDailyWage: 'Upah harian', badge: 'Nomor kartu', capacityPerHour: 'Kapasitas per jam', costPerHour: 'Biaya per jam', weekdays: 'Hari kerja', startTime: 'Jam mulai', endTime: 'Jam selesai',
    breakMinutes: 'Istirahat (menit)', day: 'Tanggal', targetQuantity: 'Target jumlah', targetEfficiency: 'Target efisiensi (%)', shiftHours: 'Jam kerja per shift', startDay: 'Berlaku mulai',
    endDay: 'Berlaku sampai', standardMinutes: 'Menit standar (SAM)', leadDays: 'Jeda (hari)', validFrom: 'Berlaku sejak', standsFrom: 'Begini sejak', slipFrom: 'Terima slip begini sejak', hasCashOnDelivery: 'Bisa COD', severity: 'Tingkat', defectClass: 'Kelas cacat', isReworkable: 'Bisa diperbaiki', isPlanned: 'Terencana',
    estimatedHours: 'Perkiraan jam perbaikan', fromQuantity: 'Jumlah', toQuantity: 'Sama dengan', bufferPercent: 'Buffer (%)', defectPercent: 'Cacat (%)', extraPieces: 'Tambahan (pcs)', days: 'Lama (hari)', isBeforeLabel: 'Boleh sebelum label', isByStep: 'Dihitung per langkah', targetPercent: 'Target baik (%)', minutesPerPiece: 'Menit per pcs', measure: 'Satuan', choices: 'Pilihan (pisahkan dengan titik koma)', isBySlip: 'Terima dengan slip serah terima', mustBeClear: 'Lini harus kosong dulu', position: 'Urutan', destination: 'Tujuan pasar', port: 'Port', dpi: 'Titik per inci', labelWidth: 'Lebar (mm)', labelHeight: 'Tinggi (mm)',
  },
  en: {
    contactPerson: 'Contact person', phone: 'Phone', alternatePhone: 'Other phone', email: 'E-mail', address: 'Address', leadTimeDays: 'Lead time (days)', area: 'Area', postalCode: 'Postal code',
    isDailyWage: 'Daily wage', badge: 'Badge number', capacityPerHour: 'Capacity per hour', costPerHour: 'Cost per hour', weekdays: 'Working days', startTime: 'Start time', endTime: 'End time',
    breakMinutes: 'Break (minutes)', day: 'Day', targetQuantity: 'Target quantity', targetEfficiency: 'Target efficiency (%)', shiftHours: 'Shift hours', startDay: 'In force from',
    endDay: 'In force until', standardMinutes: 'Standard minutes (SAM)', leadDays: 'Lead time (days)', validFrom: 'In force since', standsFrom: 'So since', slipFrom: 'Receives so since', hasCashOnDelivery: 'Cash on delivery', severity: 'Severity', defectClass: 'Defect class', isReworkable: 'Can be reworked', isPlanned: 'Planned',
    estimatedHours: 'Estimated hours of rework', fromQuantity: 'Quantity', toQuantity: 'Equals', bufferPercent: 'Buffer (%)', defectPercent: 'Defects (%)', extraPieces: 'Extra (pieces)', days: 'Duration (days)', isBeforeLabel: 'May go before the label', isByStep: 'Counted by step', targetPercent: 'Target yield (%)', minutesPerPiece: 'Minutes per piece', measure: 'Unit', choices: 'Choices (between semicolons)', isBySlip: 'Receives by transfer slip', mustBeClear: 'Line must be clear first', position: 'Sequence', destination: 'Destination market', port: 'Port', dpi: 'Dots per inch', labelWidth: 'Width (mm)', labelHeight: 'Height (mm)',
  },
})

const references = defineTexts({
  id: { productionLine: 'Lini produksi', productionStage: 'Tahap produksi', productionRoute: 'Rute produksi', workCalendar: 'Kalender kerja', fromSection: 'Dari bagian', toSection: 'Ke bagian', fromUnit: 'Satuan', toUnit: 'Dalam satuan', user: 'Akun pengguna' },
  en: { productionLine: 'Production line', productionStage: 'Production stage', productionRoute: 'Production route', workCalendar: 'Work calendar', fromSection: 'From section', toSection: 'To section', fromUnit: 'Unit', toUnit: 'In unit', user: 'User account' },
})

type WithId<T> = { readonly [K in keyof T & string as `${K}Id`]: T[K] }

/** `sectionId` on the screen is `section` in a file. */
export const masterFieldTexts = { id: { ...labels.id, ...withId(references.id) }, en: { ...labels.en, ...withId(references.en) } }
export const masterColumnTexts = { id: { ...labels.id, ...references.id }, en: { ...labels.en, ...references.en } }

function withId<T extends Readonly<Record<string, string>>>(texts: T): WithId<T> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}Id`, text])) as WithId<T>
}
