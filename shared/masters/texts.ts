import { defineTexts } from '../core/texts.ts'

export const mastersTexts = defineTexts({
  id: {
    itemKinds: { RAW_MATERIAL: 'Bahan baku', AUXILIARY: 'Bahan penolong', WIP: 'Barang setengah jadi', FINISHED_GOOD: 'Barang jadi', SERVICE: 'Jasa' },
    locationKinds: {
      VIEW: 'Kelompok', INTERNAL: 'Tempat stok', CUSTOMER: 'Pelanggan', SUPPLIER: 'Pemasok', PRODUCTION: 'Produksi', INVENTORY_LOSS: 'Selisih persediaan',
    },
    issues: {
      'packing-incomplete': 'Isi per karton dan karton per palet diisi keduanya, atau dikosongkan keduanya.',
      'unit-places': 'Terlalu banyak angka di belakang koma: satuan ini memakai {{places}}.',
      'parent-below': 'Induk tidak boleh dirinya sendiri atau bawahannya.',
    },
    items: {
      title: 'Barang', add: 'Tambah barang', export: 'Ekspor daftar barang', edit: 'Ubah {{name}}', empty: 'Belum ada barang',
      emptyHint: 'Bahan baku, bahan penolong, dan barang jadi dicatat di sini. Tambahkan satu, atau impor daftar yang sudah ada dari Excel.',
      packing: '{{carton}} per karton × {{pallet}} karton = {{pieces}} per palet', packingLabel: 'Kemasan',
      sheet: {
        title: 'Ubah banyak barang', open: 'Ubah banyak', tooMany: 'Ditampilkan {{shown}} dari {{total}} barang. Persempit pencarian untuk melihat yang lain.',
        done_one: '{{count}} barang disimpan', done_other: '{{count}} barang disimpan',
      },
    },
    units: {
      title: 'Satuan', add: 'Tambah satuan', export: 'Ekspor daftar satuan', edit: 'Ubah {{name}}', empty: 'Belum ada satuan',
      emptyHint: 'Satuan seperti pcs, meter, atau kg, dengan banyaknya angka di belakang koma.',
      placesHint: 'Banyaknya angka di belakang koma: 0 untuk pcs, 2 untuk meter',
    },
    sections: {
      title: 'Bagian', add: 'Tambah bagian', export: 'Ekspor daftar bagian', edit: 'Ubah {{name}}', empty: 'Belum ada bagian',
      emptyHint: 'Bagian adalah tempat orang bekerja: potong, jahit, gudang. Kebanyakan pengguna hanya melihat bagiannya sendiri.',
      parentHint: 'Kosongkan bila tidak di bawah bagian lain',
    },
    locations: {
      title: 'Lokasi', add: 'Tambah lokasi', export: 'Ekspor daftar lokasi', edit: 'Ubah {{name}}', empty: 'Belum ada lokasi',
      emptyHint: 'Lokasi adalah tempat stok berada. Stok yang dibeli, dipakai, atau dikirim juga datang dari dan pergi ke sebuah lokasi.',
      ofFactory: 'Milik pabrik', sectionHint: 'Gudang milik bagian ini; kosongkan bila milik pabrik', parentHint: 'Lokasi yang lebih besar tempat lokasi ini berada',
      baseHint: 'Lantai mencatat stok dengan lokasi ini: kode, jenis, dan bagiannya tetap.',
    },
    done: { created: '{{name}} ditambahkan', updated: '{{name}} disimpan', deactivated: '{{name}} dinonaktifkan', activated: '{{name}} diaktifkan' },
    noParent: 'Tanpa induk',
    formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' },
  },
  en: {
    itemKinds: { RAW_MATERIAL: 'Raw material', AUXILIARY: 'Auxiliary material', WIP: 'Work in progress', FINISHED_GOOD: 'Finished good', SERVICE: 'Service' },
    locationKinds: {
      VIEW: 'Group', INTERNAL: 'Stock place', CUSTOMER: 'Customer', SUPPLIER: 'Supplier', PRODUCTION: 'Production', INVENTORY_LOSS: 'Inventory loss',
    },
    issues: {
      'packing-incomplete': 'Enter both pieces per carton and cartons per pallet, or neither.',
      'unit-places': 'Too many decimals: this unit uses {{places}}.',
      'parent-below': 'The parent must not be the record itself or stand below it.',
    },
    items: {
      title: 'Items', add: 'Add item', export: 'Export of the items', edit: 'Edit {{name}}', empty: 'No items yet',
      emptyHint: 'Raw materials, auxiliary materials and finished goods are kept here. Add one, or import the list you already have from Excel.',
      packing: '{{carton}} a carton × {{pallet}} cartons = {{pieces}} a pallet', packingLabel: 'Packing',
      sheet: {
        title: 'Edit many items', open: 'Edit many', tooMany: '{{shown}} of {{total}} items are shown. Narrow the search to see others.',
        done_one: '{{count}} item saved', done_other: '{{count}} items saved',
      },
    },
    units: {
      title: 'Units', add: 'Add unit', export: 'Export of the units', edit: 'Edit {{name}}', empty: 'No units yet',
      emptyHint: 'Units such as pieces, metres or kilograms, with the number of decimals.',
      placesHint: 'The number of decimals: 0 for pieces, 2 for metres',
    },
    sections: {
      title: 'Sections', add: 'Add section', export: 'Export of the sections', edit: 'Edit {{name}}', empty: 'No sections yet',
      emptyHint: 'Sections are where people work: cutting, sewing, warehouse. Most users see their own section only.',
      parentHint: 'Leave empty if it stands below no other section',
    },
    locations: {
      title: 'Locations', add: 'Add location', export: 'Export of the locations', edit: 'Edit {{name}}', empty: 'No locations yet',
      emptyHint: 'Locations are where stock stands. Stock that is bought, used or shipped also comes from and goes to a location.',
      ofFactory: 'The factory’s', sectionHint: 'Whose store it is; leave empty if the factory’s', parentHint: 'The larger place it is part of',
      baseHint: 'Lantai keeps stock by this location: its code, kind and section stay.',
    },
    done: { created: '{{name}} added', updated: '{{name}} saved', deactivated: '{{name}} deactivated', activated: '{{name}} activated' },
    noParent: 'No parent',
    formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' },
  },
})
