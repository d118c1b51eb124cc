/** Why the ledger of a section refuses an entry; part of `coreTexts`, as all errors are. */
export const ledgerErrorTexts = {
  id: {
    errors: {
      'ledger-output': 'Hasil melebihi yang tersedia di bagian ini. Periksa hasil bagian sebelumnya, atau catat dulu penerimaan manual.',
      'ledger-waste': 'Hasil, reject, dan limbah melebihi yang tersedia. Periksa jumlahnya, atau catat dulu penerimaan manual.',
      'ledger-later': 'Dengan isian ini WIP bagian ini minus pada hari sesudahnya. Perbaiki hari itu dulu, atau catat penerimaan manual.',
      'ledger-blocked': 'WIP barang ini di bagian ini terlalu minus, jadi isian berikutnya ditahan. Perbaiki hasil bagian sebelumnya, atau catat penerimaan manual.',
    },
    errorDetails: {
      'ledger-output': '{{item}} di {{section}} pada {{day}}: tersedia {{available}} {{unit}}, hasil menjadi {{used}}. Periksa hasil bagian sebelumnya, atau catat dulu penerimaan manual.',
      'ledger-waste': '{{item}} di {{section}} pada {{day}}: tersedia {{available}} {{unit}}, hasil, reject, dan limbah menjadi {{used}}. Kurangi jumlahnya, atau catat dulu penerimaan manual.',
      'ledger-later': '{{item}} di {{section}}: dengan isian ini {{later}} menjadi minus {{missing}} {{unit}}. Perbaiki hari itu dulu, atau catat penerimaan manual.',
      'ledger-blocked': '{{item}} di {{section}} minus {{missing}} {{unit}} ({{percent}}%), jadi isian berikutnya ditahan. Perbaiki hasil bagian sebelumnya, atau catat penerimaan manual.',
    },
  },
  en: {
    errors: {
      'ledger-output': 'More was put out than is available in this section. Check the output of the section before, or enter what was received by hand first.',
      'ledger-waste': 'Output, rejects and waste are more than is available. Check the quantity, or enter what was received by hand first.',
      'ledger-later': 'With this entry the section’s WIP would be negative on a later day. Correct that day first, or enter what was received by hand.',
      'ledger-blocked': 'The WIP of this item in this section is too far below zero, so its next entry is blocked. Correct the output of the section before, or enter what was received by hand.',
    },
    errorDetails: {
      'ledger-output': '{{item}} in {{section}} on {{day}}: {{available}} {{unit}} available, the output would be {{used}}. Check the output of the section before, or enter what was received by hand first.',
      'ledger-waste': '{{item}} in {{section}} on {{day}}: {{available}} {{unit}} available, output, rejects and waste would be {{used}}. Reduce the quantity, or enter what was received by hand first.',
      'ledger-later': '{{item}} in {{section}}: with this entry {{later}} would be {{missing}} {{unit}} below zero. Correct that day first, or enter what was received by hand.',
      'ledger-blocked': '{{item}} in {{section}} is {{missing}} {{unit}} ({{percent}}%) below zero, so its next entry is blocked. Correct the output of the section before, or enter what was received by hand.',
    },
  },
} as const
