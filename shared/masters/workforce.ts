import { choice, code, costOf, count, day, flag, name, note, optionalAmount, optionalReference, reference, time, uniqueText, weekdays } from './fields.ts'
import { defineMaster, type RecordOf } from './definition.ts'

/** Who works in a section, with or without an account. `code` is the employee code, `badge` what a scanner reads of their card. */
export const workerMaster = defineMaster({
  entity: 'worker', name: 'worker', plural: 'workers', found: ['sectionId', 'sectionName'],
  fields: {
    code: code({ headings: ['NIK', 'Kode karyawan', 'Employee code', 'No induk', 'ID karyawan'] }),
    name: name({ headings: ['Nama karyawan', 'Nama pekerja', 'Employee name', 'Worker'] }),
    sectionId: reference('section', { headings: ['Kode bagian', 'Section code', 'Departemen', 'Department'] }),
    isDailyWage: flag(false, { headings: ['Upah harian', 'Daily wage', 'Harian'] }),
    badge: uniqueText(100, { headings: ['Kartu', 'Badge', 'No kartu'] }),
    userId: optionalReference('user', { headings: ['Akun', 'User', 'Username', 'Nama pengguna'] }),
  },
})
export type Worker = RecordOf<typeof workerMaster>

export const machineKinds = ['MACHINE', 'HUMAN', 'TOOL'] as const

/** What work is planned on: a machine, a group of hands, a tool. `capacityPerHour` in pieces, `costPerHour` in the company currency. */
export const machineMaster = defineMaster({
  entity: 'machine', name: 'machine', plural: 'machines', found: ['kind', 'sectionId', 'sectionName'],
  fields: {
    code: code({ headings: ['Kode mesin', 'Machine code', 'Resource code'] }),
    name: name({ headings: ['Nama mesin', 'Machine name', 'Mesin', 'Machine'] }),
    sectionId: reference('section', { headings: ['Kode bagian', 'Section code', 'Departemen', 'Department'] }),
    kind: choice(machineKinds, 'machineKinds', { headings: ['Tipe', 'Type'], synonyms: { HUMAN: ['orang', 'operator', 'manusia'], TOOL: ['alat', 'jig'] } }),
    capacityPerHour: optionalAmount({ headings: ['Kapasitas', 'Capacity', 'Kapasitas/jam', 'Capacity/hour'] }),
    costPerHour: costOf({ headings: ['Biaya', 'Cost', 'Biaya/jam', 'Cost/hour'] }),
    workCalendarId: optionalReference('workCalendar', { headings: ['Kalender', 'Calendar'] }),
  },
})
export type Machine = RecordOf<typeof machineMaster>

/** When a factory, or a part of it, works: the shifts of its days, without its holidays. */
export const workCalendarMaster = defineMaster({
  entity: 'workCalendar', name: 'workCalendar', plural: 'workCalendars',
  fields: { code: code({ headings: ['Kode kalender', 'Calendar code'] }), name: name({ headings: ['Nama kalender', 'Calendar'] }), notes: note({ headings: ['Keterangan'] }) },
})
export type WorkCalendar = RecordOf<typeof workCalendarMaster>

/** `endTime` not after `startTime` lies on the next day. */
export const workShiftMaster = defineMaster({
  entity: 'workShift', name: 'workShift', plural: 'workShifts', found: ['workCalendarId', 'startTime', 'endTime'],
  fields: {
    code: code({ headings: ['Kode shift', 'Shift code'] }),
    name: name({ headings: ['Nama shift', 'Shift'] }),
    weekdays: weekdays({ headings: ['Hari', 'Days'] }),
    startTime: time({ headings: ['Mulai', 'Start', 'Jam mulai'] }),
    endTime: time({ headings: ['Selesai', 'End', 'Jam selesai'] }),
    breakMinutes: count({ most: 720, headings: ['Istirahat', 'Break'] }),
    workCalendarId: reference('workCalendar', { headings: ['Kalender', 'Calendar'] }),
  },
})
export type WorkShift = RecordOf<typeof workShiftMaster>

/** A day on which a calendar's shifts do not work. */
export const holidayMaster = defineMaster({
  entity: 'holiday', name: 'holiday', plural: 'holidays', unique: ['workCalendarId', 'day'],
  fields: {
    day: day({ headings: ['Tanggal', 'Date'] }), name: name({ headings: ['Libur', 'Hari libur', 'Holiday'] }),
    workCalendarId: reference('workCalendar', { headings: ['Kalender', 'Calendar'] }),
  },
})
export type Holiday = RecordOf<typeof holidayMaster>
