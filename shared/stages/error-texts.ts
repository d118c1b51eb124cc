/** Why an entry at a step is refused; part of `coreTexts`, as all errors are. */
export const stageErrorTexts = {
  id: {
    errors: {
      'step-short': 'Langkah ini mengambil lebih banyak daripada yang lolos dari langkah sebelumnya. Kurangi jumlah masuk, atau catat dulu langkah sebelumnya.',
      'step-held': 'SPK ini ditahan karena ada yang gagal di langkah kritis. Cari sebabnya, lalu minta SPV melepaskannya.',
      'counted-by-steps': 'Hasil SPK ini dihitung dari langkah tahapnya. Catat di layar Langkah tahap.',
      'entered-by-hand': 'Hasil hari ini sudah dicatat langsung. Hapus dulu di Hasil harian, lalu catat per langkah.',
    },
    errorDetails: {
      'step-short': '{{step}} di {{number}}: sampai {{day}} masuk {{taken}} pcs, padahal yang tersedia baru {{came}} pcs. Kurangi jumlahnya, atau catat dulu langkah sebelumnya.',
      'step-held': '{{number}} ditahan sejak {{at}}: {{pieces}} pcs gagal di {{step}}. Cari sebabnya, lalu minta SPV melepaskannya.',
      'counted-by-steps': 'Hasil {{number}} tanggal {{day}} dihitung dari langkah tahapnya. Catat di layar Langkah tahap.',
      'entered-by-hand': 'Hasil {{number}} tanggal {{day}} sudah dicatat langsung. Hapus dulu di Hasil harian, lalu catat per langkah.',
    },
  },
  en: {
    errors: {
      'step-short': 'This step takes more than the step before it has passed. Lower what goes in, or enter the step before first.',
      'step-held': 'This work order is held because something failed at a critical step. Find the cause, then have the supervisor release it.',
      'counted-by-steps': 'The output of this work order is counted at the steps of its stage. Enter it on the screen of the steps.',
      'entered-by-hand': 'The output of this day was entered by hand. Take it out in Daily production first, then enter it step by step.',
    },
    errorDetails: {
      'step-short': '{{step}} of {{number}}: by {{day}} {{taken}} pcs have gone in, but only {{came}} pcs were there. Lower the quantity, or enter the step before first.',
      'step-held': '{{number}} has been held since {{at}}: {{pieces}} pcs failed at {{step}}. Find the cause, then have the supervisor release it.',
      'counted-by-steps': 'The output of {{number}} on {{day}} is counted at the steps of its stage. Enter it on the screen of the steps.',
      'entered-by-hand': 'The output of {{number}} on {{day}} was entered by hand. Take it out in Daily production first, then enter it step by step.',
    },
  },
} as const
