import { defineTexts } from '../core/texts.ts'

export const followUpReportTexts = defineTexts({
  id: {
    search: 'Cari pelanggan, penagih, wilayah', by: 'Dikelompokkan menurut',
    bys: { AGENT: 'Penagih', AREA: 'Wilayah' },
    outstanding: {
      title: 'Tagihan pelanggan',
      description: 'Setiap pelanggan yang masih berutang: sisa tagihan, risiko, tindak lanjut terakhir, dan janjinya, per penagih atau wilayah.',
      chart: 'Sisa tagihan dan yang dijanjikan',
    },
    summary: {
      title: 'Rekap tagihan per penagih',
      description: 'Sisa tagihan tiap penagih atau wilayah menurut risiko, dengan yang dijanjikan minggu ini dan yang lewat tanggal.',
      chart: 'Sisa tagihan menurut risiko',
    },
    done: {
      title: 'Riwayat tindak lanjut tagihan',
      description: 'Setiap tindak lanjut dalam periode: siapa ditagih, lewat apa, hasilnya, dan yang dijanjikan.',
    },
    columns: {
      group: 'Penagih / wilayah', customers: 'Pelanggan', high: 'Risiko tinggi', medium: 'Risiko sedang', low: 'Risiko rendah',
      promisedThisWeek: 'Janji minggu ini', promisedLate: 'Janji lewat tanggal', neverAsked: 'Belum pernah ditagih',
    },
    explain: {
      outstanding: 'Debit dikurangi kredit, menurut buku piutang yang terakhir diimpor.',
      risk: 'Dari sisa tagihan dan lamanya sejak tindak lanjut terakhir; batasnya ada di Pengaturan.',
      promisedThisWeek: 'Janji dengan tanggal tindak lanjut dari hari ini sampai hari Minggu.',
      promisedLate: 'Janji yang tanggal tindak lanjutnya sudah lewat.', outstandingThen: 'Sisa tagihan pada saat ditindaklanjuti.',
    },
  },
  en: {
    search: 'Search customer, agent, area', by: 'Grouped by',
    bys: { AGENT: 'Agent', AREA: 'Area' },
    outstanding: {
      title: 'What customers owe',
      description: 'Every customer that owes something: outstanding, risk, last follow-up and promise, by agent or area.',
      chart: 'Outstanding and promised',
    },
    summary: {
      title: 'Outstanding by agent',
      description: 'What each agent or area has outstanding by risk, with what was promised for this week and what is past its day.',
      chart: 'Outstanding by risk',
    },
    done: {
      title: 'History of follow-ups', description: 'Every follow-up of a period: who was asked, by what way, what came of it, and what was promised.',
    },
    columns: {
      group: 'Agent / area', customers: 'Customers', high: 'High risk', medium: 'Medium risk', low: 'Low risk',
      promisedThisWeek: 'Promised this week', promisedLate: 'Promises past their day', neverAsked: 'Never asked',
    },
    explain: {
      outstanding: 'Debit less credit, as the ledger imported last says.',
      risk: 'From what is outstanding and how long ago the last follow-up was; the limits are in the settings.',
      promisedThisWeek: 'Promises whose next follow-up is between today and Sunday.', promisedLate: 'Promises whose next follow-up is past.',
      outstandingThen: 'What was outstanding at the time.',
    },
  },
})
