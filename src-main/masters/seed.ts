import { decimal } from '../../shared/core/decimal.ts'
import { baseLocations } from '../../shared/masters/rules.ts'
import type { Writer } from '../database/pen.ts'

/** Code, name and decimals of the units a new factory begins with. */
const units = [
  ['Pcs', 'Buah', 0], ['Set', 'Set', 0], ['Lusin', 'Lusin (12 buah)', 0], ['Gross', 'Gros (144 buah)', 0],
  ['Meter', 'Meter', 2], ['Cm', 'Sentimeter', 1], ['Yard', 'Yard', 2], ['Kg', 'Kilogram', 4], ['Gram', 'Gram', 1], ['Liter', 'Liter', 3],
  ['Roll', 'Rol', 2], ['Sheet', 'Lembar', 0], ['Cone', 'Kon benang', 1], ['Ball', 'Bal', 2],
  ['Pack', 'Pak', 0], ['Box', 'Kotak', 0], ['Ctn', 'Karton', 0],
] as const

/** What units are worth whatever is counted in them; a carton, a roll and a pack are worth what the item says. */
const conversions = [
  ['1', 'Yard', '0.9144', 'Meter'], ['1', 'Meter', '100', 'Cm'], ['1', 'Kg', '1000', 'Gram'], ['1', 'Cone', '5000', 'Meter'], ['1', 'Ball', '25', 'Kg'], ['1', 'Lusin', '12', 'Pcs'], ['1', 'Gross', '144', 'Pcs'],
] as const

/** Code, name, kind, severity, class and hours of rework; without hours it cannot be put right. */
const defects = [
  ['DFC-001', 'Jahitan putus', 'STITCHING', 'MINOR', 'B', '1'], ['DFC-002', 'Salah warna', 'MATERIAL', 'CRITICAL', 'A', null], ['DFC-003', 'Isian bocor', 'FILLING', 'MAJOR', 'B', '2'],
  ['DFC-004', 'Jahitan loncat', 'STITCHING', 'MINOR', 'B', '0.5'], ['DFC-005', 'Bordir meleset', 'ASSEMBLY', 'MAJOR', 'E', '1.5'], ['DFC-006', 'Ukuran di luar toleransi', 'OTHER', 'MAJOR', 'D', null],
  ['DFC-007', 'Noda minyak', 'MATERIAL', 'MINOR', 'E', '0.5'], ['DFC-008', 'Serpihan jarum', 'OTHER', 'CRITICAL', 'F', null], ['DFC-009', 'Mata kurang kuat', 'ASSEMBLY', 'CRITICAL', 'F', '1'],
] as const

/** Code, name, kind, and whether it is planned. */
const downtimes = [
  ['DT-MESIN', 'Mesin rusak', 'MACHINE', false], ['DT-JARUM', 'Ganti jarum atau pisau', 'MACHINE', false], ['DT-LISTRIK', 'Listrik padam', 'POWER', false], ['DT-BAHAN', 'Menunggu bahan', 'MATERIAL', false],
  ['DT-SETUJU', 'Menunggu persetujuan', 'WAITING_APPROVAL', false], ['DT-RAWAT', 'Perawatan terjadwal', 'MACHINE', true], ['DT-MODEL', 'Ganti model dan penyetelan', 'MACHINE', true], ['DT-RAPAT', 'Rapat atau pelatihan', 'OTHER', true],
] as const

const wastes = [
  ['WS-POTONG', 'Salah potong'], ['WS-ROL', 'Sisa ujung rol'], ['WS-KOTOR', 'Kotor atau bernoda'], ['WS-CACAT', 'Bahan cacat dari pemasok'], ['WS-CONTOH', 'Contoh dan percobaan'],
] as const

/** What every factory begins with: units, the places that stock comes from and goes to, one shift, and the usual reasons. */
export function seedMasters(db: Writer): void {
  const unitIds = new Map(units.map(([code, name, places]) => [code, db.insert('unit', { code, name, places }).id]))
  for (const [fromQuantity, from, toQuantity, to] of conversions) {
    db.insert('unitConversion', { itemId: null, fromQuantity: decimal(fromQuantity), fromUnitId: unitIds.get(from)!, toQuantity: decimal(toQuantity), toUnitId: unitIds.get(to)! })
  }
  for (const location of baseLocations) db.insert('location', { ...location, parentId: null, sectionId: null })
  const calendar = db.insert('workCalendar', { code: 'PABRIK', name: 'Kalender pabrik' })
  db.insert('workShift', { code: 'PAGI', name: 'Shift pagi', workCalendarId: calendar.id, weekdays: '123456', startTime: '07:00', endTime: '15:00', breakMinutes: 60 })
  for (const [code, name, kind, severity, defectClass, hours] of defects) {
    db.insert('defectReason', { code, name, kind, severity, defectClass, isReworkable: hours !== null, estimatedHours: hours === null ? null : decimal(hours) })
  }
  for (const [code, name, kind, isPlanned] of downtimes) db.insert('downtimeReason', { code, name, kind, isPlanned })
  for (const [code, name] of wastes) db.insert('wasteReason', { code, name })
}
