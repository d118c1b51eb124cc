/** Why engineering refuses; part of `coreTexts`, as all errors are. */
export const engineeringErrorTexts = {
  id: {
    errors: {
      'bom-cycle': 'BOM-nya berputar: barang ini akan memuat dirinya sendiri. Ubah salah satu bahannya.',
      'bom-too-deep': 'BOM-nya terlalu bertingkat. Kurangi tingkatnya, atau naikkan batasnya di Pengaturan.',
      'bom-too-large': 'Uraian BOM ini terlalu besar untuk ditampilkan. Lihat BOM bagian-bagiannya satu per satu.',
      'bom-out-of-range': 'Jumlah bahan di BOM ini terlalu besar untuk disimpan. Periksa jumlah dan susut setiap bahannya.',
      'bom-empty': 'BOM ini belum berisi bahan. Tambahkan bahannya dahulu.',
      'bom-draft-exists': 'Rancangan untuk barang dan tahap ini sudah ada. Lanjutkan yang itu, atau buang dahulu.',
      'no-conversion': 'Satuan ini belum dapat diubah ke satuan itu. Tambahkan konversinya di Data induk → Konversi satuan, atau minta Admin.',
    },
    errorDetails: {
      'bom-cycle': 'BOM-nya berputar: {{path}}. Ubah salah satu bahannya, supaya tidak ada barang yang memuat dirinya sendiri.',
      'bom-too-deep': 'BOM-nya lebih dari {{maximum}} tingkat: {{path}}. Kurangi tingkatnya, atau minta Admin menaikkan batasnya di Pengaturan.',
      'bom-out-of-range': 'BOM {{item}}, bahan ke-{{line}} ({{component}}), kolom Jumlah: untuk {{made}}, {{material}} menjadi lebih banyak dari yang dapat disimpan. Kecilkan jumlah atau susutnya, atau besarkan “Untuk jumlah”.',
      'bom-draft-exists': 'Rancangan revisi {{revision}} untuk barang dan tahap ini sudah ada. Lanjutkan yang itu, atau buang dahulu.',
      'no-conversion': '{{itemName}}: belum ada konversi dari {{from}} ke {{to}}. Tambahkan di Data induk → Konversi satuan, atau minta Admin.',
    },
  },
  en: {
    errors: {
      'bom-cycle': 'The BOM runs in a circle: the item would contain itself. Change one of its components.',
      'bom-too-deep': 'The BOM has too many levels. Use fewer, or raise the limit in the settings.',
      'bom-too-large': 'This BOM is too large to be shown step by step. Look at the BOMs of its parts one by one.',
      'bom-out-of-range': 'A quantity of this BOM is too large to be stored. Check the quantity and the wastage of each component.',
      'bom-empty': 'This BOM has no components yet. Add them first.',
      'bom-draft-exists': 'There is a draft for this item and stage already. Go on with that one, or discard it first.',
      'no-conversion': 'This unit cannot be converted into that one yet. Add the conversion under Master data → Unit conversions, or ask an Admin.',
    },
    errorDetails: {
      'bom-cycle': 'The BOM runs in a circle: {{path}}. Change one of the components, so that no item contains itself.',
      'bom-too-deep': 'The BOM has more than {{maximum}} levels: {{path}}. Use fewer, or have an Admin raise the limit in the settings.',
      'bom-out-of-range': 'BOM {{item}}, component {{line}} ({{component}}), field Quantity: for {{made}}, more of {{material}} would be needed than can be stored. Make the quantity or the wastage smaller, or “For a quantity of” larger.',
      'bom-draft-exists': 'There is a draft of revision {{revision}} for this item and stage already. Go on with that one, or discard it first.',
      'no-conversion': '{{itemName}}: there is no conversion from {{from}} to {{to}} yet. Add it under Master data → Unit conversions, or ask an Admin.',
    },
  },
} as const
