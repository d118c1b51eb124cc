/** What can be wrong with a table of BOMs; part of the words for rows of any import. */
export const bomIssueTexts = {
  id: {
    issues: {
      'head-differs': '{{field}} ‘{{value}}’ lain dari baris {{row}} (‘{{known}}’), padahal BOM-nya sama — kosongkan, atau samakan.',
      'ambiguous-name': '{{field}} ‘{{value}}’ adalah nama beberapa barang ({{codes}}) — tulis kodenya.',
      'own-component': '{{field}} ‘{{value}}’ sama dengan produknya — ganti bahannya, atau lewati baris ini.',
      'inexact-quantity': '{{field}} ‘{{value}}’ tidak genap dalam {{unit}} — tulis jumlahnya dalam {{unit}}.',
      'stage-missing': '‘{{value}}’ punya BOM untuk beberapa tahap ({{stages}}) — isi {{field}}.',
      'other-stage': 'BOM yang berlaku adalah untuk tahap {{stages}}, di file untuk ‘{{value}}’ — terima kalau keduanya dipakai, atau ganti.',
      'bom-cycle': 'BOM-nya akan berputar: {{path}} — ganti bahannya, atau lewati baris ini.',
      'bom-too-deep': 'BOM-nya lebih dari {{maximum}} tingkat: {{path}} — kurangi tingkatnya, atau minta Admin menaikkan batasnya di Pengaturan.',
      'bom-draft': 'rancangan revisi {{revision}} untuk ‘{{value}}’ masih ada — berlakukan atau buang dahulu di layar BOM.',
    },
    findings: {
      'head-differs': '{{field}} lain dari baris pertama BOM', 'ambiguous-name': '{{field}}: nama beberapa barang', 'own-component': 'Bahan sama dengan produknya', 'inexact-quantity': '{{field}} tidak genap',
      'stage-missing': '{{field}} kosong', 'other-stage': 'BOM untuk tahap lain', 'bom-cycle': 'BOM berputar', 'bom-too-deep': 'BOM terlalu bertingkat', 'bom-draft': 'Masih ada rancangan',
    },
  },
  en: {
    issues: {
      'head-differs': '{{field}} ‘{{value}}’ differs from row {{row}} (‘{{known}}’) of the same BOM — leave it empty, or make them the same.',
      'ambiguous-name': '{{field}} ‘{{value}}’ is the name of several items ({{codes}}) — write the code.',
      'own-component': '{{field}} ‘{{value}}’ is the product itself — choose another component, or skip this row.',
      'inexact-quantity': '{{field}} ‘{{value}}’ is no exact amount in {{unit}} — write it in {{unit}}.',
      'stage-missing': '‘{{value}}’ has BOMs for several stages ({{stages}}) — fill in {{field}}.',
      'other-stage': 'the BOM in force is for stage {{stages}}, the file’s for ‘{{value}}’ — accept if both are used, or change it.',
      'bom-cycle': 'the BOM would run in a circle: {{path}} — choose another component, or skip this row.',
      'bom-too-deep': 'the BOM has more than {{maximum}} levels: {{path}} — use fewer, or have an Admin raise the limit in the settings.',
      'bom-draft': 'there is a draft of revision {{revision}} for ‘{{value}}’ — put it in force or discard it first, on the screen of BOMs.',
    },
    findings: {
      'head-differs': '{{field}} differs from the first row of the BOM', 'ambiguous-name': '{{field}}: name of several items', 'own-component': 'Component is the product itself', 'inexact-quantity': '{{field}} not exact',
      'stage-missing': '{{field}} empty', 'other-stage': 'BOM for another stage', 'bom-cycle': 'BOM runs in a circle', 'bom-too-deep': 'BOM has too many levels', 'bom-draft': 'There is a draft',
    },
  },
} as const
