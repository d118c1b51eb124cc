import { defineTexts } from '../core/texts.ts'

export const mastersTexts = defineTexts({
  id: {
    itemKinds: { RAW_MATERIAL: 'Bahan baku', AUXILIARY: 'Bahan penolong', WIP: 'Barang setengah jadi', FINISHED_GOOD: 'Barang jadi', SERVICE: 'Jasa' },
    locationKinds: {
      VIEW: 'Kelompok', INTERNAL: 'Tempat stok', CUSTOMER: 'Pelanggan', SUPPLIER: 'Pemasok', PRODUCTION: 'Produksi', INVENTORY_LOSS: 'Selisih persediaan',
    },
    issues: {
      'packing-incomplete': 'Isi per karton dan karton per palet diisi keduanya, atau dikosongkan keduanya.',
      'unit-places': 'Satuan ini paling banyak {{places}} angka di belakang koma.',
      'parent-below': 'Induk tidak boleh dirinya sendiri atau bawahannya.',
    },
    items: {
      title: 'Barang', one: 'barang', add: 'Tambah barang', edit: 'Ubah {{name}}', empty: 'Belum ada barang',
      emptyHint: 'Bahan baku, bahan penolong, dan barang jadi dicatat di sini. Tambahkan satu, atau impor daftar yang sudah ada dari Excel.',
      packing: '{{carton}} per karton × {{pallet}} karton = {{pieces}} per palet', noPacking: 'Belum ada isi karton', suggestions: 'Ketik yang baru, atau pilih yang sudah ada',
    },
    units: {
      title: 'Satuan', one: 'satuan', add: 'Tambah satuan', edit: 'Ubah {{name}}', empty: 'Belum ada satuan',
      emptyHint: 'Satuan seperti pcs, meter, atau kg, dengan banyaknya angka di belakang koma.',
      placesHint: 'Banyaknya angka di belakang koma: 0 untuk pcs, 2 untuk meter',
    },
    sections: {
      title: 'Bagian', one: 'bagian', add: 'Tambah bagian', edit: 'Ubah {{name}}', empty: 'Belum ada bagian',
      emptyHint: 'Bagian adalah tempat orang bekerja: potong, jahit, gudang. Kebanyakan pengguna hanya melihat bagiannya sendiri.',
    },
    locations: {
      title: 'Lokasi', one: 'lokasi', add: 'Tambah lokasi', edit: 'Ubah {{name}}', empty: 'Belum ada lokasi',
      emptyHint: 'Lokasi adalah tempat stok berada. Stok yang dibeli, dipakai, atau dikirim juga datang dari dan pergi ke sebuah lokasi.',
      ofFactory: 'Milik pabrik',
    },
    done: { created: '{{name}} ditambahkan', updated: '{{name}} disimpan', deactivated: '{{name}} dinonaktifkan', activated: '{{name}} diaktifkan' },
    noParent: 'Tanpa induk',
    showInactive: 'Termasuk yang nonaktif',
  },
  en: {
    itemKinds: { RAW_MATERIAL: 'Raw material', AUXILIARY: 'Auxiliary material', WIP: 'Work in progress', FINISHED_GOOD: 'Finished good', SERVICE: 'Service' },
    locationKinds: {
      VIEW: 'Group', INTERNAL: 'Stock place', CUSTOMER: 'Customer', SUPPLIER: 'Supplier', PRODUCTION: 'Production', INVENTORY_LOSS: 'Inventory loss',
    },
    issues: {
      'packing-incomplete': 'Enter both pieces per carton and cartons per pallet, or neither.',
      'unit-places': 'This unit has at most {{places}} decimals.',
      'parent-below': 'The parent must not be the record itself or stand below it.',
    },
    items: {
      title: 'Items', one: 'item', add: 'Add item', edit: 'Edit {{name}}', empty: 'No items yet',
      emptyHint: 'Raw materials, auxiliary materials and finished goods are kept here. Add one, or import the list you already have from Excel.',
      packing: '{{carton}} a carton × {{pallet}} cartons = {{pieces}} a pallet', noPacking: 'No packing yet', suggestions: 'Type a new one, or choose one in use',
    },
    units: {
      title: 'Units', one: 'unit', add: 'Add unit', edit: 'Edit {{name}}', empty: 'No units yet',
      emptyHint: 'Units such as pieces, metres or kilograms, with the number of decimals.',
      placesHint: 'The number of decimals: 0 for pieces, 2 for metres',
    },
    sections: {
      title: 'Sections', one: 'section', add: 'Add section', edit: 'Edit {{name}}', empty: 'No sections yet',
      emptyHint: 'Sections are where people work: cutting, sewing, warehouse. Most users see their own section only.',
    },
    locations: {
      title: 'Locations', one: 'location', add: 'Add location', edit: 'Edit {{name}}', empty: 'No locations yet',
      emptyHint: 'Locations are where stock stands. Stock that is bought, used or shipped also comes from and goes to a location.',
      ofFactory: 'The factory’s',
    },
    done: { created: '{{name}} added', updated: '{{name}} saved', deactivated: '{{name}} deactivated', activated: '{{name}} activated' },
    noParent: 'No parent',
    showInactive: 'Including inactive ones',
  },
})
