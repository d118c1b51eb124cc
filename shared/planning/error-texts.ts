/** Why planning refuses; part of `coreTexts`, as all errors are. */
export const planningErrorTexts = {
  id: {
    errors: {
      'no-bom': 'Artikel ini belum punya BOM yang berlaku. Buat dan berlakukan BOM-nya dahulu, atau minta Admin.', 'no-route': 'Belum ada rute yang melewati semua bagian pembuat artikel ini. Tambahkan di Data induk → Rute produksi.',
      'start-refused': 'SPK ini belum dapat dimulai. Lihat halaman SPK untuk sebabnya.', 'no-manufacturing-order': 'PO kain asal label ini belum disetujui, jadi belum ada perintah produksinya. Setujui PO kain dahulu.',
    },
    errorDetails: {
      'no-bom': '{{article}} belum punya BOM yang berlaku. Buat dan berlakukan BOM-nya dahulu, atau minta Admin.', 'no-route': 'Belum ada rute yang melewati semua bagian pembuat {{article}}. Tambahkan di Data induk → Rute produksi.',
      'no-manufacturing-order': 'PO kain {{order}} belum disetujui, jadi belum ada perintah produksinya. Setujui PO kain itu dahulu.',
    },
  },
  en: {
    errors: {
      'no-bom': 'This article has no BOM in force. Make one and activate it first, or ask an Admin.', 'no-route': 'No route passes through all the sections that make this article. Add one under Master data → Production routes.',
      'start-refused': 'This work order cannot start yet. Its page says why.', 'no-manufacturing-order': 'The fabric order of this label is not approved, so nothing is planned to be made of it. Approve the fabric order first.',
    },
    errorDetails: {
      'no-bom': '{{article}} has no BOM in force. Make one and activate it first, or ask an Admin.', 'no-route': 'No route passes through all the sections that make {{article}}. Add one under Master data → Production routes.',
      'no-manufacturing-order': 'Fabric order {{order}} is not approved, so nothing is planned to be made of it. Approve that order first.',
    },
  },
} as const
