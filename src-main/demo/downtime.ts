import { addDays, wallClock, type BusinessDay } from '../../shared/core/dates.ts'
import { defaultTimeZone } from '../database/site.ts'
import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>
interface Story { readonly system: Call; readonly people: Readonly<Record<string, Call>>; readonly clock: { now(): string; day(): BusinessDay }; readonly sectionIds: Ids }

/** How many days ago, by whom, the section, its machine or line (or all of it), why, from when to when, and a note. */
const stops = [
  [6, 'potong', 'CUT', 'MC-POTONG-1', 'DT-JARUM', '09:10', '09:35', 'Ganti pisau'], [5, 'bordir', 'EMB', 'MC-BORDIR-1', 'DT-RAWAT', '07:00', '08:00', 'Servis bulanan'],
  [5, 'jahit', 'SEW', 'MC-JAHIT-LINI1', 'DT-BAHAN', '10:30', '12:15', 'Badan dari Cutting belum datang'], [4, 'finishing', 'FIN', 'MC-ISI-1', 'DT-MESIN', '13:05', '14:20', 'Selang isi bocor'],
  [3, 'jahit', 'SEW', null, 'DT-LISTRIK', '08:40', '09:05', 'Listrik PLN padam'], [3, 'potong', 'CUT', null, 'DT-LISTRIK', '08:40', '09:05', 'Listrik PLN padam'],
  [2, 'jahit', 'SEW', 'SEW-02', 'DT-MODEL', '07:00', '07:40', 'Ganti ke Harimau Loreng'], [2, 'potong', 'CUT', 'MC-POTONG-1', 'DT-RAPAT', '14:00', '14:30', 'Pengarahan keselamatan'],
  [1, 'potong', 'CUT', 'MC-POTONG-1', 'DT-MESIN', '10:30', '11:50', 'Motor panas'], [1, 'jahit', 'SEW', 'MC-JAHIT-LINI2', 'DT-SETUJU', '13:10', '13:45', 'Contoh belum disetujui'],
] as const

/** What stood still in the last days, two of it verified, and an embroidery machine that still does. */
export async function tellDowntime({ system, people, clock, sectionIds }: Story): Promise<void> {
  const codes = async (rows: Promise<{ readonly rows: readonly { readonly code: string; readonly id: string }[] }>): Promise<Ids> => Object.fromEntries((await rows).rows.map(({ code, id }) => [code, id]))
  const [machines, lines, reasons] = [
    await codes(system('masters', 'listMachines', { pageSize: 200 })), await codes(system('masters', 'listProductionLines', { pageSize: 200 })), await codes(system('masters', 'listDowntimeReasons', { pageSize: 200 })),
  ]
  const subject = (code: string | null) => ({ machineId: (code && machines[code]) ?? null, productionLineId: (code && lines[code]) ?? null })
  for (const [daysAgo, by, section, code, reason, startTime, endTime, notes] of stops) {
    const day = addDays(clock.day(), -daysAgo)
    const entry = await people[by]!('downtime', 'startDowntime', {
      ...subject(code), sectionId: sectionIds[section]!, downtimeReasonId: reasons[reason]!, startDay: day, startTime, endDay: day, endTime, notes,
    })
    if (daysAgo === 5) await people.manajer!('downtime', 'verifyDowntime', { id: entry.id, version: entry.version })
  }
  const { day: startDay, time: startTime } = wallClock(new Date(Date.parse(clock.now()) - 95 * 60_000).toISOString(), defaultTimeZone)
  await people.bordir!('downtime', 'startDowntime', { ...subject('MC-BORDIR-1'), sectionId: sectionIds.EMB!, downtimeReasonId: reasons['DT-MESIN']!, startDay, startTime, notes: 'Kepala 7 macet, menunggu teknisi' })
}
