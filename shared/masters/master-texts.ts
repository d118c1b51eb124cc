import { defineTexts } from '../core/texts.ts'

/** What each master says of itself, by the name of its definition; `hints` stand below fields, `fields` are labels that differ from the usual ones. */
export const masterTexts = defineTexts({
  id: {
    items: {
      title: 'Barang', add: 'Tambah barang', empty: 'Belum ada barang',
      emptyHint: 'Bahan baku, bahan penolong, dan barang jadi dicatat di sini. Tambahkan satu, atau impor daftar yang sudah ada dari Excel.',
      fields: { parentId: 'Artikel induk' }, hints: { parentId: 'Bila barang ini varian dari artikel lain', standardMinutes: 'Menit kerja satu orang untuk membuat satu, menurut studi waktu. Bila lain di suatu bagian, isi di aturan targetnya' },
      packing: '{{carton}} per karton × {{pallet}} karton = {{pieces}} per palet', packingLabel: 'Kemasan', variants: 'Varian', addVariant: 'Tambah varian',
      sheet: {
        title: 'Ubah banyak barang', open: 'Ubah banyak', tooMany: 'Ditampilkan {{shown}} dari {{total}} barang. Persempit pencarian untuk melihat yang lain.',
        done_one: '{{count}} barang disimpan', done_other: '{{count}} barang disimpan',
      },
    },
    units: {
      title: 'Satuan', add: 'Tambah satuan', empty: 'Belum ada satuan', emptyHint: 'Satuan seperti pcs, meter, atau kg, dengan banyaknya angka di belakang koma.',
      hints: { places: 'Banyaknya angka di belakang koma: 0 untuk pcs, 2 untuk meter' },
    },
    unitConversions: {
      title: 'Konversi satuan', add: 'Tambah konversi', empty: 'Belum ada konversi satuan',
      emptyHint: 'Berapa isi satu karton, panjang satu gulungan, berat satu bal. Dipakai BOM, pembelian, dan pemakaian bahan, ke dua arah.',
      hints: { itemId: 'Kosongkan bila berlaku untuk semua barang. Yang khusus barang didahulukan.' },
    },
    sections: {
      title: 'Bagian', add: 'Tambah bagian', empty: 'Belum ada bagian',
      emptyHint: 'Bagian adalah tempat orang bekerja: potong, jahit, gudang. Kebanyakan pengguna hanya melihat bagiannya sendiri.',
      hints: { parentId: 'Kosongkan bila tidak di bawah bagian lain' },
      supervisors: 'Pengawas', noSupervisors: 'Belum ada pengawas untuk bagian ini.',
      supervisorsHint: 'Pengawas melihat dan mengurus bagian ini di samping bagiannya sendiri.', addSupervisor: 'Tambah pengawas', supervisorsDone: 'Pengawas {{name}} disimpan',
    },
    productionLines: {
      title: 'Lini produksi', add: 'Tambah lini', empty: 'Belum ada lini produksi', emptyHint: 'Lini atau tim di dalam sebuah bagian, misalnya Jahit lini 1. Target dapat dibuat per lini.',
    },
    locations: {
      title: 'Lokasi', add: 'Tambah lokasi', empty: 'Belum ada lokasi', emptyHint: 'Lokasi adalah tempat stok berada. Stok yang dibeli, dipakai, atau dikirim juga datang dari dan pergi ke sebuah lokasi.',
      ofFactory: 'Milik pabrik', hints: { sectionId: 'Gudang milik bagian ini; kosongkan bila milik pabrik', parentId: 'Lokasi yang lebih besar tempat lokasi ini berada' },
      baseHint: 'Lantai mencatat stok dengan lokasi ini: kode, jenis, dan bagiannya tetap.',
    },
    partners: {
      title: 'Mitra', add: 'Tambah mitra', empty: 'Belum ada mitra', emptyHint: 'Pemasok, subkontraktor, dan pembeli dengan kontak dan waktu tunggunya.',
      hints: { leadTimeDays: 'Dari pesan sampai datang: kain 3–5, label 7–10, aksesori 2–7, subkon 5–10' },
    },
    customers: { title: 'Pelanggan', add: 'Tambah pelanggan', empty: 'Belum ada pelanggan', emptyHint: 'Penerima barang dan alamat kirimnya, untuk faktur dan pengiriman.' },
    salesmen: { title: 'Tenaga penjual', add: 'Tambah tenaga penjual', empty: 'Belum ada tenaga penjual', emptyHint: 'Orang yang membawa pesanan. Namanya tercantum di faktur.' },
    workers: {
      title: 'Pekerja', add: 'Tambah pekerja', empty: 'Belum ada pekerja', emptyHint: 'Semua orang yang bekerja di bagian, dengan atau tanpa akun. Impor daftarnya dari Excel.',
      fields: { code: 'Nomor induk' }, hints: { badge: 'Yang terbaca pemindai dari kartunya', userId: 'Bila ia juga masuk ke Lantai' },
    },
    machines: {
      title: 'Mesin dan sumber daya', add: 'Tambah mesin', empty: 'Belum ada mesin', emptyHint: 'Mesin, alat, dan kelompok tenaga kerja yang membatasi kapasitas.',
      hints: { capacityPerHour: 'Banyaknya buah dalam satu jam', workCalendarId: 'Kosongkan bila ikut kalender pabrik' },
    },
    calendar: {
      title: 'Kalender bulanan', subtitle: 'Hari kerja dengan shiftnya, dan hari libur. Pilih satu hari untuk melihat atau mengubahnya.', before: 'Bulan sebelumnya', after: 'Bulan berikutnya', now: 'Bulan ini',
      summary_one: '{{days}} hari kerja · {{count}} hari libur · {{hours}} jam kerja', summary_other: '{{days}} hari kerja · {{count}} hari libur · {{hours}} jam kerja', holiday: 'Libur', holidayHint: 'Hari libur: tidak ada shift yang bekerja.', free: 'Tidak bekerja', freeHint: 'Tidak ada shift pada hari ini.', break: 'istirahat {{minutes}} menit',
      more_one: 'dan {{count}} shift lagi', more_other: 'dan {{count}} shift lagi', keys: { days: 'Hari demi hari', months: 'Bulan demi bulan', open: 'Buka hari itu' },
    },
    workCalendars: { title: 'Kalender kerja', add: 'Tambah kalender', empty: 'Belum ada kalender kerja', emptyHint: 'Kapan pabrik bekerja: shift per hari dan hari libur.' },
    workShifts: {
      title: 'Shift', add: 'Tambah shift', empty: 'Belum ada shift', emptyHint: 'Jam kerja pada hari tertentu. Shift malam boleh lewat tengah malam.',
      hints: { endTime: 'Bila tidak sesudah jam mulai, berakhir esok harinya' },
    },
    holidays: { title: 'Hari libur', add: 'Tambah hari libur', empty: 'Belum ada hari libur', emptyHint: 'Hari yang tidak dikerjakan menurut sebuah kalender, misalnya libur nasional.' },
    targetRules: {
      title: 'Aturan target', add: 'Tambah aturan', empty: 'Belum ada aturan target', emptyHint: 'Berapa yang harus dibuat suatu bagian dalam satu shift, dan sejak kapan.',
      hints: { productionLineId: 'Kosongkan untuk semua lini', itemId: 'Kosongkan untuk semua barang', endDay: 'Kosongkan bila berlaku sampai ada aturan baru', standardMinutes: 'Untuk satu barang di bagian ini; kosongkan bila sama dengan barangnya' },
      inForce: 'Yang berlaku hari ini, {{day}}', thisHolds: 'Aturan ini', otherHolds: 'Aturan lain', noneHolds: 'Belum ada', since: 'Berlaku sejak {{day}}',
    },
    processFlowEdges: {
      title: 'Alur proses', add: 'Tambah alur', empty: 'Belum ada alur proses', emptyHint: 'Dari bagian mana ke bagian mana sebuah barang berpindah, dan berapa hari jedanya.',
      graph: 'Peta alur', list: 'Daftar alur', days_one: '{{count}} hari', days_other: '{{count}} hari', way: '{{from}} ke {{to}}, {{days}}',
      hints: {
        toSectionId: 'Setiap alur keluar membawa seluruh hasil bagian asal. Buat satu alur keluar per barang, agar hasilnya tidak masuk dua kali di Buku WIP',
        validFrom: 'Bila kosong, alur baru atau yang diubah berlaku sejak hari ini; sejak awal bila barangnya belum tercatat sebelum hari ini. Hari sebelum tanggal yang Anda isi tetap seperti semula',
      },
      history: 'Riwayat alur', historyHint: 'Buku WIP setiap hari mengikuti alur yang berlaku pada hari itu.', until: 'Sampai', handedOver: 'Serah terima', fromStart: 'Sejak awal', untilNow: 'Masih berlaku',
      byOutput: 'Menurut hasil', bySlip: 'Dengan slip', bySlipSpan: 'Dengan slip {{from}} – {{until}}', bySlipSince: 'Dengan slip sejak {{from}}',
    },
    productionStages: {
      title: 'Tahap produksi', add: 'Tambah tahap', empty: 'Belum ada tahap produksi', emptyHint: 'Langkah pembuatan seperti potong, jahit, atau kemas, dan bagian yang mengerjakannya.',
      hints: { bufferPercent: 'Kosongkan untuk memakai pengaturan', days: 'Kosongkan untuk memakai pengaturan', defectPercent: 'Yang hilang di tahap ini, untuk target menurut hasil', isBeforeLabel: 'Dikerjakan begitu kain dipesan', isBySlip: 'Hanya yang sudah dihitung dan diterima dengan slip boleh dikerjakan', mustBeClear: 'Barang lain baru boleh masuk lini sesudah lini dikosongkan' },
    },
    productionRoutes: { title: 'Rute produksi', add: 'Tambah rute', empty: 'Belum ada rute produksi', emptyHint: 'Urutan tahap dari yang pertama sampai yang terakhir. Langkahnya ditambahkan pada daftar langkah rute.' },
    routeSteps: {
      title: 'Langkah rute', add: 'Tambah langkah', empty: 'Belum ada langkah rute', emptyHint: 'Tahap mana yang dilalui sebuah rute, menurut urutannya.',
      hints: { position: 'Tahap dengan urutan sama dikerjakan bersamaan' },
    },
    stageBuffers: { title: 'Buffer artikel', add: 'Tambah buffer', empty: 'Belum ada buffer artikel', emptyHint: 'Buffer sebuah tahap khusus untuk satu artikel. Yang tidak ada di sini memakai buffer tahapnya.' },
    stageSteps: { title: 'Langkah tahap', add: 'Tambah langkah', empty: 'Belum ada langkah tahap', emptyHint: 'Langkah di dalam sebuah tahap, misalnya isi lalu tutup. Hasil yang dihitung di satu langkah menjadi masukan langkah berikutnya.' },
    stageFigures: { title: 'Isian tahap', add: 'Tambah isian', empty: 'Belum ada isian tahap', emptyHint: 'Yang dicatat sebuah tahap selain hasil baik dan reject, misalnya kain dikeluarkan atau jumlah lapis.' },
    couriers: { title: 'Kurir', add: 'Tambah kurir', empty: 'Belum ada kurir', emptyHint: 'Ekspedisi dan sopir sendiri yang mengantar kiriman.' },
    trays: { title: 'Baki', add: 'Tambah baki', empty: 'Belum ada baki', emptyHint: 'Baki tempat barang dikumpulkan sebelum dikemas. Kodenya tercetak di baki.' },
    defectReasons: { title: 'Jenis cacat', add: 'Tambah jenis cacat', empty: 'Belum ada jenis cacat', emptyHint: 'Cacat yang dapat dicatat saat pemeriksaan, dengan tingkat dan perbaikannya.' },
    labelPrinters: {
      title: 'Pencetak label', ofAll: 'Semua bagian', add: 'Tambah pencetak', empty: 'Belum ada pencetak label', emptyHint: 'Pencetak label di jaringan pabrik yang mengerti ZPL atau TSPL: alamatnya, dan ukuran label di dalamnya.',
      hints: { language: 'ZPL: Zebra dan yang meniru; TSPL: TSC, Xprinter, dan kebanyakan yang lain', address: 'Alamat IP atau nama di jaringan, seperti 192.168.1.60', port: 'Biasanya 9100', sectionId: 'Kosongkan bila dipakai semua bagian' },
    },
    downtimeReasons: { title: 'Alasan mesin berhenti', add: 'Tambah alasan', empty: 'Belum ada alasan', emptyHint: 'Mengapa mesin atau lini berhenti: rusak, listrik, bahan, persetujuan.' },
    wasteReasons: { title: 'Alasan limbah', add: 'Tambah alasan', empty: 'Belum ada alasan', emptyHint: 'Mengapa bahan terbuang: salah potong, kotor, sisa rol.' },
  },
  en: {
    items: {
      title: 'Items', add: 'Add item', empty: 'No items yet',
      emptyHint: 'Raw materials, auxiliary materials and finished goods are kept here. Add one, or import the list you already have from Excel.',
      fields: { parentId: 'Parent article' }, hints: { parentId: 'If this is a variant of another article', standardMinutes: 'Minutes one person works to make one, by time study. Where a section takes longer or less, say so in its target rule' },
      packing: '{{carton}} a carton × {{pallet}} cartons = {{pieces}} a pallet', packingLabel: 'Packing', variants: 'Variants', addVariant: 'Add variant',
      sheet: {
        title: 'Edit many items', open: 'Edit many', tooMany: '{{shown}} of {{total}} items are shown. Narrow the search to see others.',
        done_one: '{{count}} item saved', done_other: '{{count}} items saved',
      },
    },
    units: {
      title: 'Units', add: 'Add unit', empty: 'No units yet', emptyHint: 'Units such as pieces, metres or kilograms, with the number of decimals.',
      hints: { places: 'The number of decimals: 0 for pieces, 2 for metres' },
    },
    unitConversions: {
      title: 'Unit conversions', add: 'Add conversion', empty: 'No unit conversions yet',
      emptyHint: 'How much is in a carton, how long a roll is, how heavy a bale. Used by BOMs, purchasing and consumption, both ways.',
      hints: { itemId: 'Leave empty if it holds for every item. What an item has of its own goes first.' },
    },
    sections: {
      title: 'Sections', add: 'Add section', empty: 'No sections yet',
      emptyHint: 'Sections are where people work: cutting, sewing, warehouse. Most users see their own section only.',
      hints: { parentId: 'Leave empty if it stands below no other section' },
      supervisors: 'Supervisors', noSupervisors: 'This section has no supervisors yet.',
      supervisorsHint: 'Supervisors see and look after this section besides their own.', addSupervisor: 'Add supervisor', supervisorsDone: 'Supervisors of {{name}} saved',
    },
    productionLines: {
      title: 'Production lines', add: 'Add line', empty: 'No production lines yet', emptyHint: 'Lines or teams within a section, such as sewing line 1. Targets can be set per line.',
    },
    locations: {
      title: 'Locations', add: 'Add location', empty: 'No locations yet', emptyHint: 'Locations are where stock stands. Stock that is bought, used or shipped also comes from and goes to a location.',
      ofFactory: 'The factory’s', hints: { sectionId: 'Whose store it is; leave empty if the factory’s', parentId: 'The larger place it is part of' },
      baseHint: 'Lantai keeps stock by this location: its code, kind and section stay.',
    },
    partners: {
      title: 'Partners', add: 'Add partner', empty: 'No partners yet', emptyHint: 'Suppliers, subcontractors and buyers with their contacts and lead times.',
      hints: { leadTimeDays: 'From order to delivery: fabric 3–5, labels 7–10, accessories 2–7, subcontractors 5–10' },
    },
    customers: { title: 'Customers', add: 'Add customer', empty: 'No customers yet', emptyHint: 'Who receives goods and where, for invoices and deliveries.' },
    salesmen: { title: 'Salesmen', add: 'Add salesman', empty: 'No salesmen yet', emptyHint: 'Who brings the orders. Their names are on the invoices.' },
    workers: {
      title: 'Workers', add: 'Add worker', empty: 'No workers yet', emptyHint: 'Everyone who works in a section, with or without an account. Import the list from Excel.',
      fields: { code: 'Employee code' }, hints: { badge: 'What a scanner reads of their card', userId: 'If they sign in to Lantai too' },
    },
    machines: {
      title: 'Machines and resources', add: 'Add machine', empty: 'No machines yet', emptyHint: 'Machines, tools and groups of people that limit capacity.',
      hints: { capacityPerHour: 'Pieces in an hour', workCalendarId: 'Leave empty for the factory’s calendar' },
    },
    calendar: {
      title: 'Month calendar', subtitle: 'Working days with their shifts, and holidays. Choose a day to see or change it.', before: 'Month before', after: 'Month after', now: 'This month',
      summary_one: '{{days}} working days · {{count}} holiday · {{hours}} working hours', summary_other: '{{days}} working days · {{count}} holidays · {{hours}} working hours', holiday: 'Holiday', holidayHint: 'A holiday: no shift works.', free: 'No work', freeHint: 'No shift on this day.', break: 'break of {{minutes}} minutes',
      more_one: 'and {{count}} more shift', more_other: 'and {{count}} more shifts', keys: { days: 'From day to day', months: 'From month to month', open: 'Open the day' },
    },
    workCalendars: { title: 'Work calendars', add: 'Add calendar', empty: 'No work calendars yet', emptyHint: 'When the factory works: shifts by day, and holidays.' },
    workShifts: {
      title: 'Shifts', add: 'Add shift', empty: 'No shifts yet', emptyHint: 'Working hours on certain days. A night shift may pass midnight.',
      hints: { endTime: 'If not after the start, it ends the next day' },
    },
    holidays: { title: 'Holidays', add: 'Add holiday', empty: 'No holidays yet', emptyHint: 'Days on which a calendar does not work, such as public holidays.' },
    targetRules: {
      title: 'Target rules', add: 'Add rule', empty: 'No target rules yet', emptyHint: 'What a section is to make in a shift, and since when.',
      hints: { productionLineId: 'Leave empty for every line', itemId: 'Leave empty for every item', endDay: 'Leave empty until a new rule begins', standardMinutes: 'For one of the item in this section; leave empty where it is the item’s own' },
      inForce: 'In force today, {{day}}', thisHolds: 'This rule', otherHolds: 'Another rule', noneHolds: 'None yet', since: 'In force since {{day}}',
    },
    processFlowEdges: {
      title: 'Process flow', add: 'Add flow', empty: 'No process flow yet', emptyHint: 'From which section to which an item goes, and how many days that takes.',
      graph: 'Flow map', list: 'List of flows', days_one: '{{count}} day', days_other: '{{count}} days', way: '{{from}} to {{to}}, {{days}}',
      hints: {
        toSectionId: 'Each way out carries the whole output of its section. Keep one way out for an item, so that its output does not come in twice in the WIP ledger',
        validFrom: 'Left empty, a way that is new or changed is in force from today; from the beginning where nothing of the item was entered before today. The days before the day you enter stay as they were',
      },
      history: 'History of the flow', historyHint: 'The WIP ledger of each day follows the flow that was in force on it.', until: 'Until', handedOver: 'Handed over', fromStart: 'From the beginning', untilNow: 'Still in force',
      byOutput: 'By output', bySlip: 'By slip', bySlipSpan: 'By slip {{from}} – {{until}}', bySlipSince: 'By slip since {{from}}',
    },
    productionStages: {
      title: 'Production stages', add: 'Add stage', empty: 'No production stages yet', emptyHint: 'Steps of making such as cutting, sewing or packing, and the section that does them.',
      hints: { bufferPercent: 'Leave empty to use the setting', days: 'Leave empty to use the setting', defectPercent: 'What this stage loses, for targets by yield', isBeforeLabel: 'Begins as soon as the fabric is ordered', isBySlip: 'Only what was counted and accepted by slip may be worked on', mustBeClear: 'Other goods come onto a line only once it was cleared' },
    },
    productionRoutes: { title: 'Production routes', add: 'Add route', empty: 'No production routes yet', emptyHint: 'The order of stages from the first to the last. Its steps are added in the list of route steps.' },
    routeSteps: {
      title: 'Route steps', add: 'Add step', empty: 'No route steps yet', emptyHint: 'Which stages a route passes through, in their order.',
      hints: { position: 'Stages of the same number are done side by side' },
    },
    stageBuffers: { title: 'Buffers by article', add: 'Add buffer', empty: 'No buffers by article yet', emptyHint: 'The buffer of a stage for one article. What is not here uses the stage’s own.' },
    stageSteps: { title: 'Steps of stages', add: 'Add step', empty: 'No steps of stages yet', emptyHint: 'Steps within a stage, such as stuffing and closing. What one step passes is what the next may take.' },
    stageFigures: { title: 'Figures of stages', add: 'Add figure', empty: 'No figures of stages yet', emptyHint: 'What a stage writes down besides good pieces and rejects, such as fabric issued or layers.' },
    couriers: { title: 'Couriers', add: 'Add courier', empty: 'No couriers yet', emptyHint: 'Carriers and own drivers who deliver parcels.' },
    trays: { title: 'Trays', add: 'Add tray', empty: 'No trays yet', emptyHint: 'Trays in which goods are collected before they are packed. The code is printed on the tray.' },
    defectReasons: { title: 'Defects', add: 'Add defect', empty: 'No defects yet', emptyHint: 'Defects that an inspection can record, with their severity and rework.' },
    labelPrinters: {
      title: 'Label printers', ofAll: 'All sections', add: 'Add printer', empty: 'No label printers yet', emptyHint: 'Label printers on the factory’s network that understand ZPL or TSPL: their address, and the size of the labels in them.',
      hints: { language: 'ZPL: Zebra and those like it; TSPL: TSC, Xprinter and most others', address: 'IP address or name on the network, such as 192.168.1.60', port: 'Usually 9100', sectionId: 'Leave empty if all sections use it' },
    },
    downtimeReasons: { title: 'Reasons for downtime', add: 'Add reason', empty: 'No reasons yet', emptyHint: 'Why a machine or line stands still: breakdown, power, material, approval.' },
    wasteReasons: { title: 'Reasons for waste', add: 'Add reason', empty: 'No reasons yet', emptyHint: 'Why material is thrown away: cut wrong, soiled, end of roll.' },
  },
})
