import { defineTexts } from '../core/texts.ts'

/** The reports of what stood still, and of OEE. */
export const downtimeReportTexts = defineTexts({
  id: {
    title: 'Mesin berhenti', description: 'Berapa lama dan mengapa mesin, lini, dan bagian berhenti, menurut mesin, alasan, bagian, atau hari.',
    by: 'Menurut', groupings: { MACHINE: 'Mesin', REASON: 'Alasan', SECTION: 'Bagian', DAY: 'Hari' }, kind: 'Golongan', plannedFilter: 'Rencana', chart: 'Lama berhenti (jam)', hours: 'jam',
    columns: { subject: 'Yang berhenti', count: 'Kali', hours: 'Jam berhenti', planned: 'Terencana (jam)', unplanned: 'Tidak terencana (jam)', share: 'Bagian dari semua', longest: 'Terlama (jam)', standing: 'Masih berhenti' },
    explain: {
      count: 'Catatan yang tidak dibatalkan dan berhenti di dalam periode.', hours: 'Menit utuh tiap catatan di dalam periode; yang masih berhenti dihitung sampai sekarang.', share: 'Jam berhenti dibagi jam berhenti semua baris.',
      longest: 'Catatan terpanjang di dalam periode.',
    },
    oee: {
      title: 'OEE', description: 'Ketersediaan × kinerja × mutu tiap bagian dan hari, dengan angka yang masih kurang.', chart: 'OEE dan bagiannya (%)',
      columns: {
        day: 'Hari', section: 'Bagian', shift: 'Shift (mnt)', planned: 'Berhenti terencana (mnt)', unplanned: 'Berhenti tidak terencana (mnt)', rate: 'Kemampuan per jam', produced: 'Hasil', good: 'Hasil baik', availability: 'Ketersediaan', performance: 'Kinerja', quality: 'Mutu', index: 'OEE', gaps: 'Yang kurang',
      },
      explain: {
        shift: 'Menit kerja semua shift kalender pabrik pada hari itu, tanpa istirahat.', lost: 'Satu mesin atau lini dihitung sebesar bagiannya dari semua mesin atau lini; yang berhenti bersamaan dihitung sekali.', rate: 'Jumlah kapasitas per jam mesin aktif bagian ini.', produced: 'Hasil baik ditambah reject.', good: 'Tiap barang: yang lebih besar antara isian pekerja dan hasil harian SPK, seperti buku WIP.',
        availability: '(shift − terencana − tidak terencana) ÷ (shift − terencana).', performance: 'Hasil ÷ (kemampuan per jam × waktu jalan).', quality: 'Hasil baik ÷ hasil.', index: 'Ketersediaan × kinerja × mutu (ISO 22400-2).',
      },
      gaps: { NONE: 'Lengkap', UNITS: 'Hasil dalam beberapa satuan', SHIFT: 'Tidak ada shift', STOPPED: 'Berhenti sepanjang shift', RATE: 'Kapasitas mesin belum diisi', OUTPUT: 'Belum ada hasil' },
    },
  },
  en: {
    title: 'Downtime', description: 'How long and why machines, lines and sections stood still, by machine, reason, section or day.',
    by: 'By', groupings: { MACHINE: 'Machine', REASON: 'Reason', SECTION: 'Section', DAY: 'Day' }, kind: 'Kind', plannedFilter: 'Planned', chart: 'Time stood still (hours)', hours: 'h',
    columns: { subject: 'What stood still', count: 'Times', hours: 'Hours stood still', planned: 'Planned (hours)', unplanned: 'Unplanned (hours)', share: 'Share of all', longest: 'Longest (hours)', standing: 'Still standing' },
    explain: {
      count: 'Records that are not cancelled and lie in the period.', hours: 'Whole minutes of each record within the period; what still stands counts until now.', share: 'Hours divided by the hours of all rows.',
      longest: 'The longest record within the period.',
    },
    oee: {
      title: 'OEE', description: 'Availability × performance × quality of each section and day, and which figures are missing.', chart: 'OEE and its parts (%)',
      columns: {
        day: 'Day', section: 'Section', shift: 'Shift (min)', planned: 'Planned stops (min)', unplanned: 'Unplanned stops (min)', rate: 'Rate per hour', produced: 'Output', good: 'Good output', availability: 'Availability', performance: 'Performance', quality: 'Quality', index: 'OEE', gaps: 'What is missing',
      },
      explain: {
        shift: 'Minutes worked by all shifts of the factory’s calendar on that day, without breaks.', lost: 'A machine or line counts with its share of all machines or lines; what stands still at the same time is counted once.', rate: 'Capacity per hour of the section’s active machines together.', produced: 'Good output and rejects.', good: 'Of each item the larger of what workers’ entries and work orders say, as in the WIP ledger.',
        availability: '(shift − planned − unplanned) ÷ (shift − planned).', performance: 'Output ÷ (rate per hour × time it ran).', quality: 'Good output ÷ output.', index: 'Availability × performance × quality (ISO 22400-2).',
      },
      gaps: { NONE: 'Complete', UNITS: 'Output in several units', SHIFT: 'No shift', STOPPED: 'Stood still for all of the shift', RATE: 'Capacity of machines is not entered', OUTPUT: 'No output yet' },
    },
  },
})
