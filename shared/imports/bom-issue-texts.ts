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
      'carton-differs': 'menurut file {{value}}, padahal isi karton ‘{{item}}’ di Data induk {{known}} — betulkan satuannya di file, atau ubah dahulu isinya di Data induk.',
      'carton-twice': 'menurut baris ini {{value}}, padahal karton ‘{{item}}’ di baris {{row}} {{known}} — samakan keduanya, atau lewati baris ini.',
      'carton-resting': 'isi karton ‘{{item}}’ ({{value}}) ada di Data induk, tetapi tidak dipakai lagi — aktifkan dahulu konversinya, atau impor dengan memperbarui yang sudah ada.',
    },
    findings: {
      'head-differs': '{{field}} lain dari baris pertama BOM', 'ambiguous-name': '{{field}}: nama beberapa barang', 'own-component': 'Bahan sama dengan produknya', 'inexact-quantity': '{{field}} tidak genap',
      'stage-missing': '{{field}} kosong', 'other-stage': 'BOM untuk tahap lain', 'bom-cycle': 'BOM berputar', 'bom-too-deep': 'BOM terlalu bertingkat', 'bom-draft': 'Masih ada rancangan',
      'carton-differs': 'Isi karton lain dari Data induk', 'carton-twice': 'Isi karton berbeda di dalam file', 'carton-resting': 'Isi karton tidak dipakai lagi',
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
      'carton-differs': 'the file says {{value}}, but master data has {{known}} for ‘{{item}}’ — correct the unit in the file, or change what its carton holds in master data first.',
      'carton-twice': 'this row says {{value}}, but row {{row}} has {{known}} for ‘{{item}}’ — make them the same, or skip this row.',
      'carton-resting': 'what a carton of ‘{{item}}’ holds ({{value}}) is in master data, but out of use — activate that conversion first, or import with updating what is there already.',
    },
    findings: {
      'head-differs': '{{field}} differs from the first row of the BOM', 'ambiguous-name': '{{field}}: name of several items', 'own-component': 'Component is the product itself', 'inexact-quantity': '{{field}} not exact',
      'stage-missing': '{{field}} empty', 'other-stage': 'BOM for another stage', 'bom-cycle': 'BOM runs in a circle', 'bom-too-deep': 'BOM has too many levels', 'bom-draft': 'There is a draft',
      'carton-differs': 'Carton holds other than in master data', 'carton-twice': 'Carton holds different amounts in the file', 'carton-resting': 'Content of the carton is out of use',
    },
  },
} as const
